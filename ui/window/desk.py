"""The Desk: the rail on the left, the current stop on the right, its footer below."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Changes
from cxworkshop.open_thing import OpenKind
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.stops.big_list.page import BigListPage
from ui.stops.check.page import CheckPage
from ui.stops.make_better.page import MakeBetterPage
from ui.stops.page import StopPage
from ui.stops.pick.page import PickPage
from ui.stops.prepare.page import PreparePage
from ui.stops.share.page import SharePage
from ui.stops.staff_test.page import StaffTestPage
from ui.stops.talk.page import TalkPage
from ui.theme.theme import Theme
from ui.widgets.fields import write_half_typed
from ui.widgets.footer import Footer, FooterBar
from ui.widgets.improvement_tabs import ImprovementTabs
from ui.widgets.let_go import when_let_go
from ui.widgets.open_lines import CHECK, STAFF_TEST, OpenPlace
from ui.window.desk_drafts import DeskDrafts
from ui.window.desk_import import DeskImport
from ui.window.desk_pages import DeskPages, Key
from ui.window.next_thing import focus_next_thing, keep_keys_on
from ui.window.past_round_bar import PastRoundBar
from ui.window.rail_side import RailSide
from ui.window.rehearsal import RehearsalBar

PAGES: tuple[type[StopPage], ...] = (
    PreparePage,
    TalkPage,
    BigListPage,
    PickPage,
    MakeBetterPage,
    CheckPage,
    StaffTestPage,
    SharePage,
)


class Desk(QWidget):
    """One open workshop. Each page is made when it is first shown.

    `moved` carries the number of the stop that was opened, `action_requested` the key of an action.
    """

    moved = Signal(int)
    action_requested = Signal(str)
    _footer_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self.bridge, self.theme = bridge, theme
        self.here = 0
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._side = self._rail_side()
        self.rail = self._side.rail
        outer.addWidget(self._side)
        self._right = right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(RehearsalBar(bridge, theme, self.moved, self.action_requested))
        self.past = PastRoundBar(theme)
        self.past.back_wanted.connect(self._look_at)
        right.addWidget(self.past)
        self._pages = DeskPages(self._make_page, theme)
        right.addWidget(self._pages, 1)
        self.drafts = DeskDrafts(self, self._pages)
        self.importing = DeskImport(bridge, theme, self._pages, self.show_on_top)
        self.importing.turned.connect(self._turn_to_import)
        self.foot = FooterBar(theme)
        right.addWidget(self.foot)
        outer.addLayout(right, 1)
        self._footer_waits = False
        self._listen()

    def _listen(self) -> None:
        # Bound methods, not lambdas: Qt disconnects them with the Desk, and the bridge lives on.
        bridge = self.bridge
        bridge.changed.connect(self._changed)
        bridge.turned.connect(self._turned)
        bridge.progressed.connect(self._show_save_status)
        bridge.trouble.connect(self._show_save_status)
        self._footer_wanted.connect(self._show_late_footer, Qt.ConnectionType.QueuedConnection)

    @property
    def page(self) -> StopPage:
        """The page in front."""
        return self._pages.at(self.key_of(self.here))

    def key_of(self, stop: int) -> Key:
        """The key of a stop's page in the round that is looked at."""
        return self.bridge.round_looked_at or 0, stop

    def go(self, number: int) -> None:
        """Open any stop, 1 to 8, of the round that is looked at."""
        page = self._pages.made(self.key_of(number))
        self.here = number
        is_new = page.focusWidget() is None
        self._pages.bring_to_front(page)
        by_qt = QApplication.focusWidget()  # which takes what comes first on a new page
        self.page.enter()
        self._refresh()
        self.moved.emit(number)
        if self.isVisible():
            if is_new and by_qt is QApplication.focusWidget():
                focus_next_thing(self.page)
            self.keep_keys_on_page()

    def go_to(self, place: OpenPlace) -> None:
        """Go to something that is still open: to its tab here, else to its own round."""
        stays = place.stop in (CHECK, STAFF_TEST)
        self._look_at(None if stays else place.round_number)
        self.go(place.stop)
        for tabs in self.page.findChildren(ImprovementTabs):
            if place.pick is not None:
                tabs.turn_to(place.pick)
        if place.is_look and place.pick is not None and isinstance(self.page, CheckPage):
            self.page.looks.open(place.pick)
        self.keep_keys_on_page()

    def show_on_top(self, bar: QWidget) -> None:
        """Show a bar of the window above every page."""
        self._right.insertWidget(0, bar)

    def _look_at(self, number: int | None = None) -> None:
        """Look at another round, after what is half typed was written in the one that is left."""
        write_half_typed(self.window().focusWidget())
        self.bridge.look_at(number)

    def _turn_to_import(self) -> None:
        """Make room for an import, or go back to the stop after it."""
        if self.importing.is_in_front:
            self._refresh()
        else:
            self.go(self.here)

    def _make_page(self, number: int) -> StopPage:
        page = PAGES[number - 1](self.bridge, self.theme, self._pages)
        page.footer_changed.connect(self._show_footer_soon)
        page.stop_requested.connect(self.go)
        page.action_requested.connect(self.action_requested)
        page.place_requested.connect(self.go_to)
        page.refusal.keyboard_left.connect(self.keep_keys_on_page)
        page.keyboard_left.connect(self.keep_keys_on_page)
        return page

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rail to the width."""
        super().resizeEvent(event)
        self._side.fit(self.width())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """What had the focus before may be hidden now."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.keep_keys_on_page)

    def keep_keys_on_page(self) -> None:
        """Bring the keyboard to the next thing to do, or to the ring of a stop without any."""
        if self.importing.is_in_front:
            self.importing.keep_keys()
        elif self.here:
            keep_keys_on(self.page, self.rail.entries[self.here - 1])

    def _rail_side(self) -> RailSide:
        side = RailSide(self.theme, self)
        side.stop_chosen.connect(self.go)
        side.round_chosen.connect(self._look_at)
        side.around_wanted.connect(self._open_around)
        return side

    def choose_round(self) -> None:
        """Open the menu of all rounds."""
        self._side.rounds.open_menu()

    def _open_around(self, wanted: str) -> None:
        sections = {"serve": 0, "encounter": 3}
        if wanted in sections:
            self.go(1)
            assert isinstance(self.page, PreparePage)  # stop 1
            self.page.show_section(sections[wanted])
            return
        from ui.dialogs.around_the_loop import open_around

        open_around(wanted, self.bridge, self.theme, self)

    def _changed(self, _changes: Changes) -> None:
        self._refresh()
        keep = partial(when_let_go, self, self.keep_keys_on_page)
        QTimer.singleShot(0, self, keep)  # after what is gone is gone

    def _turned(self) -> None:
        """Show the same stop of the other round."""
        if self.here:
            self.go(self.here)

    def _refresh(self) -> None:
        workshop, whole = self.bridge.workshop, self.bridge.whole
        here = workshop.rounds.current()
        self._side.rounds.show_rounds(whole.rounds.all(), here, partial(_count_open, whole))
        past = here if self.bridge.round_looked_at else None
        self.past.show_round(past, whole.rounds.current().number, self.here)
        self._side.around.show_ideas(len(workshop.make_better.ideas.deck()))
        about = workshop.overview
        self.rail.show_statuses(about.stop_statuses(), self.here, about.thirty_days(), about.day())
        self._show_footer()
        self._show_save_status()

    def _show_footer_soon(self) -> None:
        """Once for all that changes together, which a drop does six times; before Qt paints."""
        if not self._footer_waits:
            self._footer_waits = True
            self._footer_wanted.emit()

    def _show_late_footer(self) -> None:
        if self._footer_waits and not self.bridge.is_closed:
            self._show_footer()
            for layout in filter(None, (self.foot.layout(), self.layout())):
                layout.activate()  # else the old places would be painted first

    def _show_footer(self) -> None:
        self._footer_waits = False
        if self._pages.has(self.key_of(self.here)):
            imports = self.importing.is_in_front  # with a foot of its own
            self._side.setHidden(self.page.fills_window and not imports)
            self.foot.setHidden(self.page.fills_window or imports)
            if self.bridge.round_looked_at is not None and self.here == len(PAGES):
                self.foot.show_footer(_leading_back(self.bridge, self.page), self._look_at)
            else:
                self.foot.show_footer(self.page.footer(), self.page.go_on)

    def _show_save_status(self, _trouble: object = None) -> None:
        trouble = self.bridge.trouble_now is not None
        words = _kept_words(self.bridge, is_trouble=trouble)
        self.foot.show_kept(words, is_trouble=trouble and not self.bridge.is_saved)


def _count_open(whole: Workshop, round_number: int) -> int:
    things = whole.open_promises.of_round(round_number)
    return sum(thing.kind is not OpenKind.LOOK_AGAIN for thing in things)


def _leading_back(bridge: Bridge, page: StopPage) -> Footer:
    """The footer of a finished round's last stop: there is no round left to start from it."""
    back = _("Back to round {n}").format(n=bridge.whole.rounds.current().number)
    return replace(page.footer(), grey="", next_label=back)


def _kept_words(bridge: Bridge, *, is_trouble: bool) -> str:
    """Saved means in the file; safe means that it survives a kill."""
    if bridge.is_saved:
        return _("Saved")
    if bridge.is_safe:
        return _("Safe here, not in the file") if is_trouble else _("Safe")
    return _("Not safe yet") if is_trouble else _("Saving …")
