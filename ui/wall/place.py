"""Where the Wall is: on which screen, and what is remembered of each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.theme.kept_numbers import kept_number
from ui.wall.screens import ScreenInfo, Screens, info_of
from ui.wall.tokens import USUAL_PART

IN_A_WINDOW = "window"
DARK = "wall/dark"  # the setting


@dataclass(frozen=True)
class DeskPlace:
    """Where the Desk is: its screen, its area from the corner of that, and how it fills it."""

    screen: str  # its identity
    area: QRect
    state: Qt.WindowState


class WallPlace(QObject):
    """Hears of screens that are plugged in, unplugged or changed, and of a Desk that is moved.

    `changed` says that the screens are others now, once for all that happens together, and after
    Qt has put the windows of a screen that is gone on another. `desk_moved` says that the Desk is
    on another screen.
    """

    changed = Signal()
    desk_moved = Signal()

    def __init__(self, desk: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._heard)
        for screen in app.screens():
            self._watch(screen)
        handle = desk.windowHandle()
        if handle is not None:
            handle.screenChanged.connect(self._desk_elsewhere)

    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self._soon.start(0)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._heard)
        screen.logicalDotsPerInchChanged.connect(self._heard)

    def _heard(self, _what: object) -> None:
        self._soon.start(0)

    def _desk_elsewhere(self, _screen: QScreen) -> None:
        self.desk_moved.emit()

    def screens(self) -> Screens:
        """The screens as they are now."""
        found = tuple(map(info_of, QGuiApplication.screens()))
        return Screens(found, info_of(self._desk.screen()))

    def desk(self) -> DeskPlace:
        """Where the Desk is now."""
        desk, at = self._desk, info_of(self._desk.screen())
        fills = desk.isMaximized() or desk.isFullScreen()
        area = desk.normalGeometry() if fills else desk.geometry()
        return DeskPlace(at.identity, area.translated(-at.corner), desk.windowState())

    def bring_desk_back(self, before: DeskPlace) -> None:
        """Put the Desk where it was, on a screen that is plugged in again."""
        screen = self.screens().find(before.screen)
        if screen is None:
            return
        desk = self._desk
        for one in QGuiApplication.screens():
            if info_of(one) == screen:
                desk.setScreen(one)
        desk.setWindowState(Qt.WindowState.WindowNoState)  # one that fills a screen stays there
        desk.setGeometry(before.area.translated(screen.corner))
        desk.setWindowState(before.state)

    def remembered(self, screens: Screens) -> str:
        """The identity of where the Wall was with these screens, IN_A_WINDOW, or ""."""
        return str(QSettings().value(_key("wall/place", screens.key), ""))

    def remember(self, screens: Screens, screen: ScreenInfo | None) -> None:
        """Keep where the Wall is with these screens; None is a window of its own."""
        place = screen.identity if screen else IN_A_WINDOW
        QSettings().setValue(_key("wall/place", screens.key), place)

    def smallest(self, screen: ScreenInfo | None, height: int) -> float:
        """The smallest text in pixels that the back row can read on a screen of this height."""
        part = _read_part(screen) if screen is not None else 0.0
        return height * part if part > 0 else height / USUAL_PART


def tested_size(screen: ScreenInfo) -> int | None:
    """The smallest text in real pixels that a back row has read there; None: nobody has tried."""
    part = _read_part(screen)
    return round(part * screen.area[3] * screen.scale) if part > 0 else None


def _read_part(screen: ScreenInfo) -> float:
    return kept_number(_key("wall/back_row", screen.identity), 0)


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
