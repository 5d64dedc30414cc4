"""Base class of the eight stops' pages: head, content, refusal and footer."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.errors import Refusal, RoundIsOver
from cxworkshop.i18n import _, n_
from cxworkshop.model import Changes
from cxworkshop.stops import STOPS
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.printing.selection import Selection
from ui.stops.head import StopHead
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.footer import Footer
from ui.widgets.refusal_panel import RefusalPanel


class StopPage(QWidget):
    """A stop's page. It reads the workshop again after each change, but only while it is visible.

    `stop_requested` carries the number of another stop, `action_requested` the key of one of the
    window's actions, `place_requested` the OpenPlace of something that is still open.
    """

    footer_changed = Signal()
    stop_requested = Signal(int)
    action_requested = Signal(str)
    place_requested = Signal(object)
    keyboard_left = Signal()  # what had it may be hidden now
    key = ""
    prints = n_("Print sheets")  # text of the print button
    says_aloud = True  # whether the head has a sentence to say aloud
    fills_window = False  # whether it is shown without the rail and the footer
    to_the_edge = False  # whether the content reaches the right edge of the window

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)  # given late, Qt would dress all that is on the page once more
        self.bridge, self.theme = bridge, theme
        self._stale = True
        self.stop = next(stop for stop in catalogue.stops() if stop.key == self.key)
        self.number = STOPS.index(self.key) + 1
        self._lay_out()
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)

    @property
    def workshop(self) -> Workshop:
        return self.bridge.workshop

    def footer(self) -> Footer:
        """Return what the window's footer shows."""
        return Footer()

    def go_on(self) -> None:
        """Do what the footer's button says: go to the next stop, unless a page overrides it."""
        self.stop_requested.emit(self.number % len(STOPS) + 1)

    def build(self) -> None:
        """Fill `self.content`; called once."""

    def read(self) -> None:
        """Show the workshop as it is now."""

    def keyboard_home(self) -> QWidget | None:
        """Return what the keyboard comes to first; None where that is the first empty field."""
        return None

    def enter(self) -> None:
        """Called when the page is shown: read what changed meanwhile."""
        self.refusal.hide()
        self._read_if_stale()

    def prints_what(self, stop: int) -> Selection:
        """Return what the print button selects: by default, the usual sheets of this stop."""
        return Selection(stop)

    def draft(self) -> str:
        """Return half-typed text, to be kept when the page is built again."""
        return ""

    def take_draft(self, text: str) -> None:
        """Restore half-typed text."""

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        side = self.theme.px(28)
        page.setContentsMargins(*margins(side, self.theme.px(20), 0, self.theme.px(12)))
        page.setSpacing(self.theme.px(8))
        self.refusal = RefusalPanel(self.theme)
        self._head = StopHead(self.stop, self.theme, says_aloud=self.says_aloud)
        self.tools = self._head.tools
        self._head.follow(self)
        self._head.setContentsMargins(*margins(0, 0, side, 0))
        self.head_bar = self._head.alone()
        page.addWidget(self.head_bar)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(*margins(0, 0, 0 if self.to_the_edge else side, 0))
        self.content.setSpacing(self.theme.px(10))
        page.addLayout(self.content, 1)
        page.addLayout(_with_margin(self.refusal, side))
        self.build()
        self._head.end_with(_(self.prints), self.action_requested.emit)

    def _changed(self, _changes: Changes) -> None:
        self._stale = True
        self.refusal.hide()
        if self.isVisible():
            self._read_if_stale()

    def _read_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.read()
        self.footer_changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        if self.isVisible():
            self.show_refusal(refusal)
            # With large text it may be out of view; it has its place only after the layout.
            QTimer.singleShot(0, self, lambda: _scroll_to(self.refusal))

    def show_refusal(self, refusal: Refusal) -> None:
        """Show the core's sentence in the refusal panel."""
        if isinstance(refusal, RoundIsOver):
            self.read()  # a field may show what was not taken
        show_refusal(self.refusal, refusal, self.bridge)


def show_refusal(panel: RefusalPanel, refusal: Refusal, bridge: Bridge) -> None:
    """Show a sentence; what a finished round refuses offers the way to the newest."""
    back = _("Back to round {n}").format(n=bridge.whole.rounds.current().number)
    is_over = isinstance(refusal, RoundIsOver)
    panel.show_sentence(str(refusal), other=back if is_over else None, otherwise=bridge.look_at)


def empty_state(page: StopPage, stop: int, sentence: str) -> EmptyState:
    """Make what a page shows while there is nothing on it, with the way to the stop before."""
    state = EmptyState(stop, sentence, catalogue.stops()[stop - 1].title, page.theme)
    state.wanted.connect(lambda: page.stop_requested.emit(stop))
    return state


def _with_margin(panel: QWidget, right: int) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(*margins(0, 0, right, 0))
    box.addWidget(panel)
    return box


def _scroll_to(widget: QWidget) -> None:
    """Make the scroll area around a widget show it, where there is one."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if isinstance(parent, QScrollArea):
        parent.ensureWidgetVisible(widget)
