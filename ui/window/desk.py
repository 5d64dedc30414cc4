"""The Desk: the rail on the left, the current stop on the right, its footer below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Changes
from ui.bridge import Bridge
from ui.stops.big_list.page import BigListPage
from ui.stops.check.page import CheckPage
from ui.stops.make_better.page import MakeBetterPage
from ui.stops.page import StopPage, first_of
from ui.stops.pick.page import PickPage
from ui.stops.prepare.page import PreparePage
from ui.stops.share.page import SharePage
from ui.stops.staff_test.page import StaffTestPage
from ui.stops.talk.page import TalkPage
from ui.theme.theme import Theme
from ui.widgets.footer import FooterBar
from ui.widgets.labels import Label
from ui.window.around_the_loop import AroundTheLoop
from ui.window.rail import Rail
from ui.window.unsaved_input import half_typed, put_back

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

WIDE, RINGS = 240, 92  # pixels at 100 %: the rail with and without text
NARROW = 900  # pixels at 100 %: in a Desk narrower than this, the rail has no text


class Desk(QWidget):
    """One open workshop. Each page is made when it is first shown.

    `moved` carries the number of the stop that was opened, `action_requested` the key of an action.
    """

    moved = Signal(int)
    action_requested = Signal(str)

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self.bridge, self.theme = bridge, theme
        self.here = 0
        self._pages: dict[int, StopPage] = {}
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._rail_side())
        right = QVBoxLayout()
        right.setSpacing(0)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        self.foot = FooterBar(theme)
        right.addWidget(self.foot)
        outer.addLayout(right, 1)
        # Bound methods, not lambdas: Qt disconnects them with the Desk, and the bridge lives on.
        bridge.changed.connect(self._changed)
        bridge.progressed.connect(self._show_save_status)
        bridge.trouble.connect(self._show_save_status)

    @property
    def page(self) -> StopPage:
        """The page in front."""
        return self._pages[self.here]

    def go(self, number: int) -> None:
        """Open any stop, 1 to 8."""
        if number not in self._pages:
            page = PAGES[number - 1](self.bridge, self.theme)
            page.footer_changed.connect(self._show_footer)
            page.stop_requested.connect(self._go_on_to)
            page.action_requested.connect(self.action_requested)
            self._pages[number] = page
            self._stack.addWidget(page)
        self.here = number
        self._stack.setCurrentWidget(self.page)
        self.page.enter()
        self._refresh()
        self.moved.emit(number)
        if self.isVisible():
            self._keep_focus_visible()

    def _go_on_to(self, number: int) -> None:
        """Open the stop that a page leads to; its button is gone, so the keyboard goes along."""
        self.go(number)
        now = self.window().focusWidget()
        if now is None or not self.page.isAncestorOf(now):
            first_of(self.page.content, self.page)

    def drafts(self) -> dict[int, str]:
        """Half-typed drafts by the number of the stop."""
        return {n: page.draft() for n, page in self._pages.items() if page.draft()}

    def take_drafts(self, drafts: dict[int, str]) -> None:
        """Put drafts back where they were."""
        for number, text in drafts.items():
            here = self.here
            self.go(number)
            self.page.take_draft(text)
            self.go(here)

    def half_typed(self) -> dict[str, Any]:
        """Everything half typed, in a form that survives a kill; empty when there is nothing."""
        drafts = {str(number): text for number, text in self.drafts().items()}
        fields = half_typed(self.page) if self.here else []
        found = {"stop": self.here, "drafts": drafts, "fields": fields}
        return found if drafts or fields else {}

    def take_half_typed(self, typed: dict[str, Any]) -> None:
        """Put it back, and open the stop where it was typed.

        Values that another version wrote raise KeyError, TypeError, ValueError or AttributeError.
        """
        if not typed:
            return
        self.take_drafts({int(number): text for number, text in typed["drafts"].items()})
        self.go(int(typed["stop"]))
        put_back(self.page, typed["fields"])

    def _rail_side(self) -> QWidget:
        side = QFrame()
        side.setObjectName("rail")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, self.theme.px(14), 0, self.theme.px(10))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(self.theme.px(20), 0, self.theme.px(8), 0)
        head.setSpacing(self.theme.px(7))
        self._round = Label("", self.theme, "h2")
        self._month = Label("", self.theme, "field", "grey")
        for words in (self._round, self._month):
            words.setWordWrap(False)
            head.addWidget(words)
        head.addStretch(1)
        column.addLayout(head)
        self.rail = Rail(self.theme)
        self.rail.chosen.connect(self.go)
        column.addWidget(self.rail, 1)
        self._around = AroundTheLoop(self.theme)
        self._around.wanted.connect(self._open_around)
        column.addWidget(self._around)
        self._side = side
        return side

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only the rings where text is so large that the page would have too little room."""
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(NARROW)
        for part in (self._month, self._around):
            part.setVisible(not narrow)
        wide = max(self.theme.px(WIDE), self._around.sizeHint().width())
        self._side.setFixedWidth(self.theme.px(RINGS) if narrow else wide)
        self._round.setText(self._round_words())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """What had the focus before may be hidden now."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._keep_focus_visible)

    def _keep_focus_visible(self) -> None:
        """Focus the ring of the stop where nothing on its page can have the focus."""
        now = self.window().focusWidget()
        if self.here and (now is None or not now.isVisible()):
            self.rail.entries[self.here - 1].setFocus()

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

    def _refresh(self) -> None:
        workshop = self.bridge.workshop
        round_ = workshop.rounds.current()
        self._round.setText(self._round_words())
        self._month.setText(days.month_year(round_.started_on))
        self.rail.show_statuses(workshop.overview.stop_statuses(), self.here)
        self._show_footer()
        self._show_save_status()

    def _round_words(self) -> str:
        number = self.bridge.workshop.rounds.current().number
        if self.width() < self.theme.px(NARROW):
            return str(number)
        return _("Round {n}").format(n=number)

    def _show_footer(self) -> None:
        if self.here in self._pages:
            self._side.setHidden(self.page.fills_window)
            self.foot.setHidden(self.page.fills_window)
            self.foot.show_footer(self.page.footer(), self.page.go_on)

    def _show_save_status(self, _trouble: object = None) -> None:
        """Saved means in the file; safe means that it survives a kill."""
        trouble = self.bridge.trouble_now is not None
        if self.bridge.is_saved:
            words = _("Saved")
        elif self.bridge.is_safe:
            words = _("Safe here, not in the file") if trouble else _("Safe")
        else:
            words = _("Not safe yet") if trouble else _("Saving …")
        self.foot.show_kept(words, is_trouble=trouble and not self.bridge.is_saved)
