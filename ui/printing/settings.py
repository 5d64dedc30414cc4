"""Settings of this laptop and its printer, kept from print to print."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from cxworkshop.errors import BadWords
from cxworkshop.sheets.stock import offset_of


@dataclass(frozen=True)
class PrinterSettings:
    """The cards or labels in the printer, how far off it is in millimetres, and the team's link."""

    profile: str = ""
    offset: tuple[float, float] = (0.0, 0.0)
    link: str = ""

    @classmethod
    def load(cls) -> PrinterSettings:
        """As saved at the last print; a damaged offset counts as none."""
        kept = QSettings()
        try:
            offset = offset_of(str(kept.value("print/offset", "0,0")))
        except BadWords:
            offset = (0.0, 0.0)
        return cls(str(kept.value("print/profile", "")), offset, str(kept.value("print/link", "")))

    def save(self) -> None:
        """Keep them for the next print."""
        kept = QSettings()
        kept.setValue("print/profile", self.profile)
        kept.setValue("print/offset", f"{self.offset[0]};{self.offset[1]}".replace(";", ","))
        kept.setValue("print/link", self.link)
