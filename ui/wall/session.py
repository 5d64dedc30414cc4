"""The Wall while it is on: its window, its panel on the Desk, and its keys."""

from __future__ import annotations

from weakref import WeakSet

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.content.values.wall import NameChoice, WallKind, WallSubject
from cxworkshop.errors import TooManyPicks
from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.stops.page import StopPage
from ui.stops.pick.page import PickPage
from ui.theme.theme import Theme
from ui.wall.desk_subject import chosen_subject, subject_of_page
from ui.wall.keys import WallKeys
from ui.wall.names_dialog import NamesDialog
from ui.wall.panel import WallPanel
from ui.wall.place import IN_A_WINDOW, WallPlace
from ui.wall.screen_dialog import ScreenDialog
from ui.wall.screens import ScreenInfo, numbered
from ui.wall.show import WallShow
from ui.wall.window import WallWindow, keyboard_back
from ui.window.desk import Desk


class WallSession(QObject):
    """From F5 to F5. `ended` says that it is over.

    `choices` are decisions about words that may name somebody: they last longer than the Wall.
    """

    ended = Signal()

    def __init__(self, window: QWidget, theme: Theme, choices: dict[str, NameChoice]) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self.show = WallShow(self, choices)
        self.wall = WallWindow(self.show, theme)
        self.wall.resized.connect(self._fit)
        self.wall.closed.connect(self.end)
        self.place = WallPlace(window)
        self.place.changed.connect(self.screens_changed)
        self._screen: ScreenInfo | None = None  # None while it stands in a window
        self._is_ending = False
        self._desk: Desk | None = None
        self._panel: WallPanel | None = None
        self._heard: WeakSet[StopPage] = WeakSet()
        self._keys = WallKeys(window, self.wall, self.act, self._sorts)

    def follow(self, desk: Desk) -> None:
        """Put the panel on this Desk, and show what it is about."""
        self._desk = desk
        panel = self._panel = WallPanel(self.show, self._theme)
        panel.close_wanted.connect(self.end)
        panel.screen_wanted.connect(self.choose_screen)
        panel.look_wanted.connect(self._look)
        panel.fit(self._window.width())
        layout = desk.layout()
        assert layout is not None
        layout.addWidget(panel)
        self._say_screen()
        desk.moved.connect(self._moved)
        bridge = desk.bridge
        bridge.changed.connect(self._changed)
        bridge.sorting_moved.connect(self.show.go_to_stop)
        bridge.turned.connect(self.show.go_to_stop)
        bridge.refused.connect(self._refused)
        if desk.here:  # not while it is made anew for another text size
            self._hear(desk.page)
        self.show.follow(self._now)

    def begin(self) -> None:
        """Show the Wall where it was, or on the largest other screen; else ask where."""
        screens = self.place.screens()
        remembered = self.place.remembered(screens)
        wanted = screens.for_wall(remembered)
        if remembered == IN_A_WINDOW:
            self.stand_on(None)
        elif wanted is not None and (remembered or len(screens.others) == 1):
            self.stand_on(wanted)
        else:
            self.choose_screen()

    def choose_screen(self) -> None:
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
        if not self.wall.isVisible():
            self.end()

    def stand_on(self, screen: ScreenInfo | None) -> None:
        """Fill this screen; None is a window of its own."""
        self._screen = screen
        if screen is None:
            self.wall.stand_free()
        else:
            only = self.place.screens().is_only(screen)
            self.wall.cover(screen, is_only=only)
            if only:
                self.wall.activateWindow()
        self._fit()
        self._say_screen()

    def screens_changed(self) -> None:
        """Wait for a screen that is gone, and come back to it; never cover the Desk's instead."""
        if self._screen is None:
            return
        found = self.place.screens().find(self._screen.identity)
        if found is None:
            self.wall.hide()
        else:
            self.stand_on(found)
        self._say_screen(gone=found is None)

    def _say_screen(self, *, gone: bool = False) -> None:
        if self._panel is None:
            return
        screen = self._screen
        words = _("In a window")
        if gone and screen is not None:
            words = _("{title} is gone. The Wall waits.").format(title=screen.title)
        elif screen is not None:
            numbers = numbered(self.place.screens().all)
            number = next((n for n, one in numbers.items() if one == screen), 1)
            words = f"{number}  {screen.title}"
        self._panel.say_screen(words, gone=gone)

    @property
    def screen(self) -> ScreenInfo | None:
        """The screen that the Wall fills, or waits for; None while it stands in a window."""
        return self._screen

    def act(self, wanted: str) -> None:
        """Do what a key stands for."""
        if wanted == "close":
            self.end()
        elif wanted == "freeze":
            self.show.freeze()
        elif wanted == "blank":
            self.show.blank()
        elif wanted == "show":
            self._show_chosen()
        elif self._panel is not None:
            self._panel.turn(-1 if wanted == "turn back" else 1)

    def _show_chosen(self) -> None:
        """S: what is chosen; without a choice, the stop's own Wall again."""
        chosen = chosen_subject(self._desk.page) if self._desk else None
        if chosen is not None:
            self.show.open(chosen)
        else:
            self.show.go_to_stop()

    def end(self) -> None:
        """Put the Wall and its panel away."""
        if self._is_ending:
            return
        self._is_ending = True
        self._keys.stop()
        self.wall.close()
        self.wall.deleteLater()
        self.show.follow(lambda: None)
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        keyboard_back(self._window)
        self.ended.emit()
        self.deleteLater()

    def _fit(self) -> None:
        width, height = self.wall.device_size
        self.show.fit(width, height, self.place.smallest(self._screen, height))

    def _now(self) -> tuple[Workshop, WallSubject] | None:
        desk = self._desk
        if desk is None or not desk.here or desk.bridge.is_closed:
            return None
        return desk.bridge.workshop, subject_of_page(desk.page)

    def _sorts(self) -> bool:
        """Whether letters are those of groups now."""
        subject = self.show.subject
        return subject is not None and subject.kind is WallKind.SORTING

    def _moved(self, _number: int) -> None:
        if self._desk is not None:
            self._hear(self._desk.page)
        self.show.go_to_stop()

    def _hear(self, page: StopPage) -> None:
        """Follow the tabs and inner pages of a page: its footer is another with each of them."""
        if page not in self._heard:
            self._heard.add(page)
            page.footer_changed.connect(self.show.refresh_soon)
            page.refusal.keyboard_left.connect(self.show.go_to_stop)

    def _changed(self, _changes: object) -> None:
        if self._is_refusal():
            self.show.go_to_stop()
        self._fit()  # the back row may have been asked
        self.show.refresh_soon()

    def _is_refusal(self) -> bool:
        subject = self.show.subject
        return self.show.is_opened and subject is not None and subject.kind is WallKind.SLOTS

    def _refused(self, refusal: object) -> None:
        """R1 on the Wall: the fourth stays in sight."""
        page = self._desk.page if self._desk else None
        if isinstance(refusal, TooManyPicks) and isinstance(page, PickPage) and page.last_put:
            put = page.last_put
            self.show.open(WallSubject(WallKind.SLOTS, group=put.card_group, card=put.card))

    def _look(self) -> None:
        NamesDialog(self.show, self._theme, self._window).open()
