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
    drift: tuple[float, float] = (0.0, 0.0)
    link: str = ""

    @classmethod
    def load(cls) -> PrinterSettings:
        """As saved at the last print; damaged numbers count as none."""
        kept = QSettings()
        return cls(
            profile=str(kept.value("print/profile", "")),
            offset=_millimetres(kept, "print/offset"),
            drift=_millimetres(kept, "print/drift"),
            link=str(kept.value("print/link", "")),
        )

    def save(self) -> None:
        """Keep them for the next print."""
        kept = QSettings()
        kept.setValue("print/profile", self.profile)
        for key, pair in (("print/offset", self.offset), ("print/drift", self.drift)):
            kept.setValue(key, f"{pair[0]},{pair[1]}")
        kept.setValue("print/link", self.link)


def _millimetres(kept: QSettings, key: str) -> tuple[float, float]:
    try:
        return offset_of(str(kept.value(key, "0,0")))
    except BadWords:
        return 0.0, 0.0
