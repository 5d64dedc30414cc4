"""Where the Wall is: on which screen, and what is remembered of each."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.wall.screens import ScreenInfo, Screens, info_of
from ui.wall.tokens import USUAL_PART

IN_A_WINDOW = "window"
DARK = "wall/dark"  # the setting


class WallPlace(QObject):
    """Hears of screens that are plugged in, unplugged or changed. `changed` says so."""

    changed = Signal()

    def __init__(self, desk: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._moved)
        for screen in app.screens():
            screen.geometryChanged.connect(self._moved)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._moved)
        self.changed.emit()

    def _moved(self, _screen_or_area: object) -> None:
        self.changed.emit()

    def screens(self) -> Screens:
        """The screens as they are now."""
        found = tuple(map(info_of, QGuiApplication.screens()))
        return Screens(found, info_of(self._desk.screen()))

    def remembered(self, screens: Screens) -> str:
        """The identity of where the Wall was with these screens, IN_A_WINDOW, or ""."""
        return str(QSettings().value(_key("wall/place", screens.key), ""))

    def remember(self, screens: Screens, screen: ScreenInfo | None) -> None:
        """Keep where the Wall is with these screens; None is a window of its own."""
        place = screen.identity if screen else IN_A_WINDOW
        QSettings().setValue(_key("wall/place", screens.key), place)

    def smallest(self, screen: ScreenInfo | None, height: int) -> float:
        """The smallest text in pixels that the back row can read on a screen of this height."""
        part = 0.0
        if screen is not None:
            part = float(str(QSettings().value(_key("wall/back_row", screen.identity), 0)))
        return height * part if part > 0 else height / USUAL_PART


def remember_smallest(screen: ScreenInfo, part: float) -> None:
    """Keep the smallest text that the back row can read on a screen, as a part of its height."""
    QSettings().setValue(_key("wall/back_row", screen.identity), part)


def is_dark_room() -> bool:
    """Whether the room was dark when the Wall was shown last."""
    return str(QSettings().value(DARK, "false")) == "true"


def remember_dark_room(*, dark: bool) -> None:
    """Keep whether the room is dark."""
    QSettings().setValue(DARK, "true" if dark else "false")


def _key(group: str, name: str) -> str:
    """A key of the settings: a slash would begin a group of its own."""
    return f"{group}/{name.replace('/', '|')}"
