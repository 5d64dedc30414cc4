"""Base class of the eight stops' pages: head, content, refusal and footer."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, n_
from cxworkshop.model import Changes
from cxworkshop.stops import STOPS
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.printing.selection import Selection
from ui.stops.head import StopHead
from ui.theme.theme import Theme
from ui.widgets.footer import Footer
from ui.widgets.labels import small_button
from ui.widgets.refusal_panel import RefusalPanel


class StopPage(QWidget):
    """A stop's page. It reads the workshop again after each change, but only while it is visible.

    `stop_requested` carries the number of another stop, `action_requested` the key of one of the
    window's actions.
    """

    footer_changed = Signal()
    stop_requested = Signal(int)
    action_requested = Signal(str)
    key = ""
    prints = n_("Print sheets")  # text of the print button
    says_aloud = True  # whether the head has a sentence to say aloud
    to_the_edge = False  # whether the content reaches the right edge of the window

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
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
        page.setContentsMargins(side, self.theme.px(20), 0, self.theme.px(12))
        page.setSpacing(self.theme.px(8))
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, side, 0)
        self.refusal = RefusalPanel(self.theme)
        below.addWidget(self.refusal)
        self._head = StopHead(self.stop, self.theme, says_aloud=self.says_aloud)
        self.tools = self._head.tools
        self._head.setContentsMargins(0, 0, side, 0)
        page.addLayout(self._head)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 0, 0 if self.to_the_edge else side, 0)
        self.content.setSpacing(self.theme.px(10))
        page.addLayout(self.content, 1)
        page.addLayout(below)
        self.build()
        print_button = small_button(_(self.prints), lead="print")
        print_button.clicked.connect(lambda _on=False: self.action_requested.emit("print_this"))
        self.tools.addWidget(print_button)
        self._head.keep_on_one_line_while_it_fits()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fit the head to the height of the window, which is known from now on."""
        super().showEvent(event)
        self._head.fit_window(self.window().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the head to the height of the window."""
        super().resizeEvent(event)
        self._head.fit_window(self.window().height())

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
        self.refusal.show_sentence(str(refusal))


def _scroll_to(widget: QWidget) -> None:
    """Make the scroll area around a widget show it, where there is one."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    if isinstance(parent, QScrollArea):
        parent.ensureWidgetVisible(widget)
