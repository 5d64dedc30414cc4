"""What belongs to this laptop and its printer, and is the same at the next print."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings

from cxworkshop.errors import BadWords
from cxworkshop.sheets.stock import offset_of


@dataclass(frozen=True)
class PrinterSettings:
    """The cards or labels that lie in the printer, how far it is off, and the team's link."""

    profile: str = ""
    offset: tuple[float, float] = (0.0, 0.0)
    link: str = ""

    @classmethod
    def now(cls) -> PrinterSettings:
        """As it was at the last print; what was damaged is as if it had never been."""
        kept = QSettings()
        try:
            offset = offset_of(str(kept.value("print/offset", "0,0")))
        except BadWords:
            offset = (0.0, 0.0)
        return cls(str(kept.value("print/profile", "")), offset, str(kept.value("print/link", "")))

    def keep(self) -> None:
        """For the next time."""
        kept = QSettings()
        kept.setValue("print/profile", self.profile)
        kept.setValue("print/offset", f"{self.offset[0]};{self.offset[1]}".replace(";", ","))
        kept.setValue("print/link", self.link)
