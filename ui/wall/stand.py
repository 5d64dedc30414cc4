"""Where the Wall stands: on a screen that it comes back to, or in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.wall.place import IN_A_WINDOW, WallPlace
from ui.wall.screen_dialog import ScreenDialog
from ui.wall.screens import ScreenInfo, numbered
from ui.wall.show import WallShow
from ui.wall.window import WallWindow


class WallStand(QObject):
    """Asks, remembers, and follows screens that are plugged in and out.

    `moved` says that it stands elsewhere, or waits; `left` that nobody wanted it anywhere.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, window: QWidget, wall: WallWindow, show: WallShow, theme: Theme) -> None:
        super().__init__(wall)
        self._window, self._wall, self._show, self._theme = window, wall, show, theme
        self.place = WallPlace(window, self)
        self.place.changed.connect(self._screens_changed)
        self.screen: ScreenInfo | None = None  # None while it stands in a window
        self.is_gone = False  # whether its screen was unplugged, and it waits
        wall.resized.connect(self.fit)

    @property
    def words(self) -> str:
        """Where it is, for people."""
        if self.screen is None:
            return _("In a window")
        if self.is_gone:
            return _("{title} is gone. The Wall waits.").format(title=self.screen.title)
        numbers = numbered(self.place.screens().all)
        number = next((n for n, one in numbers.items() if one == self.screen), 1)
        return f"{number}  {self.screen.title}"

    def begin(self) -> None:
        """Stand where it was, or on the largest other screen; else ask where."""
        screens = self.place.screens()
        remembered = self.place.remembered(screens)
        wanted = screens.for_wall(remembered)
        if remembered == IN_A_WINDOW:
            self.stand_on(None)
        elif wanted is not None and (remembered or len(screens.others) == 1):
            self.stand_on(wanted)
        else:
            self.choose()

    def choose(self) -> None:
        """Ask which screen the room sees."""
        dialog = ScreenDialog(self.place.screens(), self._theme, self._window)
        dialog.chosen.connect(self._chosen)
        dialog.rejected.connect(self._not_now)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, screen: ScreenInfo | None) -> None:
        self.place.remember(self.place.screens(), screen)
        self.stand_on(screen)

    def _not_now(self) -> None:
        if not self._wall.isVisible():
            self.left.emit()

    def stand_on(self, screen: ScreenInfo | None) -> None:
        """Fill this screen; None is a window of its own."""
        self.screen, self.is_gone = screen, False
        if screen is None:
            self._wall.stand_free()
        else:
            only = self.place.screens().is_only(screen)
            self._wall.cover(screen, is_only=only)
            (self._wall if only else self._window).activateWindow()
        self.fit()
        self.moved.emit()

    def fit(self) -> None:
        """Lay out for the size that it has, and for what its back row can read."""
        width, height = self._wall.device_size
        self._show.fit(width, height, self.place.smallest(self.screen, height))

    def _screens_changed(self) -> None:
        """Wait for a screen that is gone, and come back to it; never cover the Desk's instead."""
        if self.screen is None:
            return
        found = self.place.screens().find(self.screen.identity)
        if found is not None:
            self.stand_on(found)
            return
        self.is_gone = True
        self._wall.hide()
        self.moved.emit()
