"""Where the Wall stands: on a screen that it comes back to, or in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.wall.place import IN_A_WINDOW, DeskPlace, WallPlace
from ui.wall.screen_dialog import ScreenDialog
from ui.wall.screen_menu import open_screen_menu
from ui.wall.screens import ScreenInfo, Screens, numbered
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
        self.place.desk_moved.connect(self._desk_moved)
        self.screen: ScreenInfo | None = None  # None while it stands in a window
        self.is_gone = False  # whether its screen was unplugged, and it waits
        self._apart: DeskPlace | None = None  # where the Desk was, while both were in sight
        self._asking: ScreenDialog | None = None
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
        return f"{number}  {self.screen.title}, {self.screen.resolution}"

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
        dialog.finished.connect(self._answered)
        self._asking = dialog
        dialog.open()

    def open_menu(self, below: QWidget) -> None:
        """Offer the screens that there are now, below a button."""
        open_screen_menu(below, self.place.screens(), self.screen, self._chosen, self.choose)

    def _answered(self, _result: int) -> None:
        self._asking = None

    def _ask_again(self) -> None:
        """Ask about the screens that there are now."""
        if self._asking is not None:
            self._asking.withdraw()
            self.choose()

    def _chosen(self, screen: ScreenInfo | None) -> None:
        screens = self.place.screens()
        if screen is not None and screens.find(screen.identity) != screen:
            return  # it went, or is another one now, while this was asked
        self.place.remember(screens, screen)
        self._apart = None
        self.stand_on(screen)

    def _not_now(self) -> None:
        if not self._wall.isVisible() and not self.is_gone:
            self.left.emit()

    def stand_on(self, screen: ScreenInfo | None) -> None:
        """Fill this screen; None is a window of its own. The keyboard stays where it is.

        Over the Desk the Wall takes it, so that Esc leads back: what is typed goes on to the Desk.
        """
        self.screen, self.is_gone = screen, False
        active = QApplication.activeWindow()
        if screen is None:
            self._wall.stand_free()
        else:
            screens = self.place.screens()
            only = screens.is_only(screen)
            self._wall.cover(screen, is_only=only)
            if not only:
                self._apart = self.place.desk()
            back = self._window if active in (None, self._wall) else active
            (self._wall if only else back).activateWindow()
        self.fit()
        self.moved.emit()

    def _desk_moved(self) -> None:
        """Offer the way back while the Desk is below the Wall; else the keyboard is the Desk's."""
        if self.screen is None or self.is_gone:
            return
        covers = self.place.screens().is_only(self.screen)
        self._wall.offer_way_back(on=covers)
        if not covers:
            self._apart = self.place.desk()
            if self._wall.isActiveWindow():
                self._window.activateWindow()

    def fit(self) -> None:
        """Lay out for the size that it has, and for what its back row can read."""
        width, height = self._wall.device_size
        self._show.fit(width, height, self.place.smallest(self.screen, height))

    def _screens_changed(self) -> None:
        """Wait for a screen that is gone, and come back to it; never cover the Desk's instead."""
        screens = self.place.screens()
        found = screens.find(self.screen.identity) if self.screen else None
        if found is not None:
            self._stay_or_part(screens, found)
        elif self.screen is not None:
            self.is_gone = True
            self._wall.hide()
            self.moved.emit()
        self._ask_again()

    def _stay_or_part(self, screens: Screens, found: ScreenInfo) -> None:
        """Stand on the same screen; while it is the Desk's and another one is there, part.

        The Desk goes back to its own screen when that was unplugged and is there again, as after
        a lid was closed and opened. Else the Wall goes to the other one, unless it was chosen to
        cover the Desk.
        """
        if found in screens.others or not screens.others:
            self.stand_on(found)
        elif self._apart is not None and screens.find(self._apart.screen) in screens.others:
            self.place.bring_desk_back(self._apart)
            self.stand_on(found)
        elif self.place.remembered(screens) == found.identity:
            self.stand_on(found)
        else:
            self.stand_on(screens.for_wall(self.place.remembered(screens)))
