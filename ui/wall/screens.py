"""Which screen the Wall is for: known by its maker, model and serial number, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QScreen

from cxworkshop.i18n import _

BUILT_IN = ("eDP", "LVDS", "DSI", "Built-in", "Color LCD")  # how the names of their plugs begin
# A screen does not tell what it is; these make projectors and nothing else that is plugged in.
MAKERS_OF_PROJECTORS = (
    "epson",
    "optoma",
    "infocus",
    "christie",
    "barco",
    "vivitek",
    "xgimi",
    "eiki",
)


@dataclass(frozen=True)
class ScreenInfo:
    """A screen as Qt tells it; its area is in device-independent pixels of the whole desktop."""

    name: str  # of the plug: "HDMI-1"
    area: tuple[int, int, int, int]  # left, top, width, height
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    scale: float = 1.0  # its real pixels for each of `area`

    @property
    def identity(self) -> str:
        """What stays the same when it is unplugged and plugged in elsewhere.

        The plug where a screen tells nothing else, or no serial number: two may be alike.
        """
        told = (self.manufacturer, self.model, self.serial)
        parts = told if self.serial else (*told, self.name)
        return "/".join(part for part in parts if part)

    @property
    def pixels(self) -> int:
        """Its size."""
        return self.area[2] * self.area[3]

    @property
    def corner(self) -> QPoint:
        """Where it begins on the whole desktop."""
        return QPoint(*self.area[:2])

    @property
    def title(self) -> str:
        """What people call it, by what is known of it."""
        told = " ".join(part for part in (self.manufacturer, self.model) if part)
        if self.name.startswith(BUILT_IN):
            return _("This laptop")
        if "projector" in told.lower() or told.lower().startswith(MAKERS_OF_PROJECTORS):
            return _("Projector, {model}").format(model=self.model or self.manufacturer)
        return told or self.name

    @property
    def resolution(self) -> str:
        """Its size in real pixels, for people."""
        width, height = (round(side * self.scale) for side in self.area[2:])
        return _("{width} × {height}").format(width=width, height=height)

    def shows_same_as(self, other: ScreenInfo) -> bool:
        """Whether both show the same part of the desktop, as mirrored screens do."""
        return QRect(*self.area).intersects(QRect(*other.area))


def info_of(screen: QScreen) -> ScreenInfo:
    """What is known of a screen."""
    area = screen.geometry()
    return ScreenInfo(
        name=screen.name(),
        area=(area.x(), area.y(), area.width(), area.height()),
        manufacturer=screen.manufacturer(),
        model=screen.model(),
        serial=screen.serialNumber(),
        scale=screen.devicePixelRatio(),
    )


@dataclass(frozen=True)
class Screens:
    """All screens that are plugged in, and the one that the Desk is on."""

    all: tuple[ScreenInfo, ...]
    desk: ScreenInfo

    @property
    def others(self) -> tuple[ScreenInfo, ...]:
        """Those that show something else than the Desk's, the largest first."""
        found = [one for one in self.all if not one.shows_same_as(self.desk)]
        return tuple(sorted(found, key=lambda one: -one.pixels))

    @property
    def key(self) -> str:
        """The same for the same set of screens, in whatever order they were plugged in."""
        return " + ".join(sorted(one.identity for one in self.all))

    def find(self, identity: str) -> ScreenInfo | None:
        """The screen with this identity, if it is plugged in."""
        return next((one for one in self.all if one.identity == identity), None)

    def for_wall(self, remembered: str = "") -> ScreenInfo | None:
        """Where the Wall goes by itself: where it was, else on the largest other screen.

        None where somebody has to choose: there is no other screen. It never covers the Desk's
        by itself while there is another.
        """
        before = self.find(remembered)
        if before is not None and (before in self.others or not self.others):
            return before
        return self.others[0] if self.others else None

    def is_only(self, screen: ScreenInfo) -> bool:
        """Whether a Wall there covers the Desk."""
        return screen.shows_same_as(self.desk)


def numbered(screens: Sequence[ScreenInfo]) -> dict[int, ScreenInfo]:
    """The screens as people count them: from the left, then from the top."""
    ordered = sorted(screens, key=lambda one: (one.area[0], one.area[1], one.name))
    return dict(enumerate(ordered, 1))
