"""The Wall while it is on: its window, its panel on the Desk, and its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.content.values.wall import NameChoice, WallKind, WallSubject
from cxworkshop.errors import TooManyPicks
from cxworkshop.model import GroupId
from cxworkshop.workshop import Workshop
from ui.stops.big_list.board.view import BoardView
from ui.stops.page import StopPage
from ui.stops.pick.page import PickPage
from ui.theme.theme import Theme
from ui.timer.control import TimerControl
from ui.wall.announcing import WallAnnouncing
from ui.wall.desk_subject import (
    chosen_subject,
    keeps_letter,
    mark_on_board,
    subject_of_page,
)
from ui.wall.keys import WallKeys
from ui.wall.names_dialog import NamesDialog
from ui.wall.panel import WallPanel
from ui.wall.show import WallShow
from ui.wall.stand import WallStand
from ui.wall.window import WallWindow, keyboard_back
from ui.window.desk import Desk


class WallSession(QObject):
    """From F5 to F5. `ended` says that it is over.

    `choices` are decisions about words that may name somebody: they last longer than the Wall.
    """

    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        choices: dict[str, NameChoice],
        timer: TimerControl,
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self.show = WallShow(self, choices)
        self.show.follow_timer(timer)
        self.wall = WallWindow(self.show, theme)
        self.wall.closed.connect(self.end)
        self.stand = WallStand(window, self.wall, self.show, theme)
        self.stand.moved.connect(self._say_screen)
        self._announcing = WallAnnouncing(self.show, window)
        self.stand.moved.connect(self._tell_place)
        self.stand.left.connect(self.end)
        self._is_ending = False
        self._desk: Desk | None = None
        self._panel: WallPanel | None = None
        self._marked: tuple[GroupId, str] | None = None  # the group on the board that says so
        self.show.changed.connect(self._mark)
        self._heard: WeakSet[StopPage] = WeakSet()
        self._keys = WallKeys(window, self.wall, self.act, self._keeps)

    def follow(self, desk: Desk) -> None:
        """Put the panel on this Desk, and show what it is about."""
        self._desk, self._marked = desk, None
        panel = self._panel = WallPanel(self.show, self._theme)
        panel.close_wanted.connect(self.end)
        panel.screen_wanted.connect(self.stand.open_menu)
        panel.look_wanted.connect(self._look)
        panel.commands_wanted.connect(lambda: desk.action_requested.emit("commands"))
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
        self.stand.begin()

    def _say_screen(self) -> None:
        if self._panel is not None:
            self._panel.say_screen(self.stand.words, gone=self.stand.is_gone)

    def _tell_place(self) -> None:
        self._announcing.tell_place(self.stand.words, gone=self.stand.is_gone)

    def act(self, wanted: str) -> None:
        """Do what a key or an action of the window stands for."""
        ways: dict[str, Callable[[], object]] = {
            "close": self.end,
            "freeze": self.show.freeze,
            "blank": self.show.blank,
            "darken": self.show.darken,
            "show": self._show_chosen,
            "choose": self.stand.choose,
            "look": self._look,
            "turn": partial(self._turn, 1),
            "turn back": partial(self._turn, -1),
        }
        ways[wanted]()

    def _turn(self, step: int) -> None:
        if self._panel is not None:
            self._panel.turn(step)

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
        self._mark_board(None)
        self.show.follow(lambda: None)
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        self._announcing.tell_end()
        keyboard_back(self._window)
        self.ended.emit()
        self.deleteLater()

    def _now(self) -> tuple[Workshop, WallSubject] | None:
        desk = self._desk
        if desk is None or not desk.here or desk.bridge.is_closed:
            return None
        return desk.bridge.workshop, subject_of_page(desk.page)

    def _keeps(self, letter: str) -> bool:
        return self._desk is not None and keeps_letter(self._desk.page, letter)

    def _mark(self) -> None:
        """Say on the Desk's board which group the room sees."""
        if not self._is_ending:
            self._mark_board(mark_on_board(self.show))

    def _mark_board(self, mark: tuple[GroupId, str] | None) -> None:
        desk = self._desk
        if desk is None or desk.bridge.is_closed or mark == self._marked:
            return
        self._marked = mark
        for board in desk.findChildren(BoardView):
            board.board_layout.mark_on_wall(mark)

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
        self.stand.fit()  # the back row may have been asked
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
