"""What every stop's screen has: a title with minutes, what to say and watch for, and a footer."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, n_
from cxworkshop.model import Changes
from cxworkshop.stops import STOPS
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.printing.selection import Selection
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.footer import Footer
from ui.widgets.labels import Label, small_button
from ui.widgets.refusal_panel import RefusalPanel

SHORT_BELOW = 720  # pixels at 100 %: a maximised window on a 1366 x 768 laptop has 697


class SayAndWatch(QWidget):
    """One sentence to say aloud and one thing to watch for: beside one another where they fit."""

    def __init__(self, stop: catalogue.StopText, theme: Theme, *, says_aloud: bool) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))
        self._halves: list[Label] = []
        self._gap = theme.px(28)
        watch = stop.watch[:1].lower() + stop.watch[1:].rstrip(".")
        parts = ((_("Say"), f"“{stop.say}”"), (_("Watch for"), watch))
        for label, words in parts if says_aloud else parts[1:]:
            half = QHBoxLayout()
            half.setSpacing(theme.px(7))
            bold, said = Label(label, theme, "control"), Label(words, theme, "body", "grey")
            bold.setWordWrap(False)
            half.addWidget(bold, 0, Qt.AlignmentFlag.AlignTop)
            half.addWidget(said, 1)
            self._halves += [bold, said]
            self._box.addLayout(half)
        self._box.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another, or under one another."""
        super().resizeEvent(event)
        wide = sum(h.fontMetrics().horizontalAdvance(h.text()) + 12 for h in self._halves)
        fits = wide + self._gap <= self.width()
        way = QBoxLayout.Direction
        for said in self._halves[1::2]:
            said.setWordWrap(not fits)
        self._box.setSpacing(self._gap if fits else 4)
        self._box.setDirection(way.LeftToRight if fits else way.TopToBottom)


class StopPage(QWidget):
    """A stop's screen. It reads the workshop again after each change, and only when it is seen.

    `footed` says that the footer's words have changed; `onward` asks for another stop (1 to 8),
    `wanted` for one of the window's deeds by its key.
    """

    footed = Signal()
    onward = Signal(int)
    wanted = Signal(str)
    key = ""
    prints = n_("Print sheets")  # what its print button says
    says_aloud = True  # whether the sentence to say aloud stands in the head
    to_the_edge = False  # whether the content reaches the window's edge, and says "there is more"

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self.bridge, self.theme = bridge, theme
        self._stale = True
        self._is_low: bool | None = None
        self.stop = next(stop for stop in catalogue.stops() if stop.key == self.key)
        self.number = STOPS.index(self.key) + 1
        self._lay_out()
        bridge.changed.connect(self._changed)
        bridge.refused.connect(self._refused)

    @property
    def workshop(self) -> Workshop:
        """The open workshop."""
        return self.bridge.workshop

    def footer(self) -> Footer:
        """What stands at the foot of the window."""
        return Footer()

    def go_on(self) -> None:
        """What the button at the foot does: the next stop, unless a page has its own way on."""
        self.onward.emit(self.number % len(STOPS) + 1)

    def build(self) -> None:
        """Fill `self.content`; each page has its own."""
        raise NotImplementedError

    def read(self) -> None:
        """Read the workshop again and show it."""
        raise NotImplementedError

    def enter(self) -> None:
        """The page is looked at: read what changed meanwhile."""
        self.refusal.hide()
        self._read_if_stale()

    def prints_what(self, stop: int) -> Selection:
        """What its print button means: at first, all that is usual at this stop."""
        return Selection(stop)

    def draft(self) -> str:
        """What is half typed and not yet said; kept when the page is made anew."""
        return ""

    def take_draft(self, text: str) -> None:
        """Put half-typed words back."""

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        side = self.theme.px(28)
        page.setContentsMargins(side, self.theme.px(20), 0, self.theme.px(12))
        page.setSpacing(self.theme.px(8))
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, side, 0)
        self.refusal = RefusalPanel(self.theme)
        inside.addWidget(self.refusal)
        head = self._head()
        head.setContentsMargins(0, 0, side, 0)
        page.addLayout(head)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 0, 0 if self.to_the_edge else side, 0)
        self.content.setSpacing(self.theme.px(10))
        page.addLayout(self.content, 1)
        page.addLayout(inside)
        self.build()
        press = small_button(_(self.prints), lead="print")
        press.clicked.connect(lambda _on=False: self.wanted.emit("print_this"))
        self.tools.addWidget(press)
        self._top.stay_while_it_fits()

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(self.theme.px(4))
        both = self._top = SideBySide(self.theme.px(10), self.theme.px(560))
        title = Label(self.stop.title, self.theme, "h1")
        title.setWordWrap(False)
        minutes = Label(_("{n} min").format(n=self.stop.minutes), self.theme, "field", "grey")
        minutes.setWordWrap(False)
        fold = _("Say, and watch for") if self.says_aloud else _("Watch for")
        self._fold = small_button(fold, "quiet", lead="say")
        self._fold.clicked.connect(lambda _on=False: self._unfold())
        # With large text the title, the minutes and the button need more than one line.
        words = QWidget()
        flow = FlowLayout(self.theme.px(10), level_with_foot=True)
        words.setLayout(flow)
        for widget in (title, minutes, self._fold):
            flow.addWidget(widget)
        both.line.addWidget(words, 1)
        tools = QWidget()
        self.tools = FlowLayout(self.theme.px(8))
        tools.setLayout(self.tools)
        both.line.addWidget(tools)
        head.addWidget(both)
        self._aloud = SayAndWatch(self.stop, self.theme, says_aloud=self.says_aloud)
        head.addWidget(self._aloud)
        return head

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Which of the two heads fits is known when the window is."""
        super().showEvent(event)
        self._fold_head()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Low windows fold what to say into a button."""
        super().resizeEvent(event)
        self._fold_head()

    def _unfold(self) -> None:
        self._aloud.setVisible(not self._aloud.isVisible())

    def _fold_head(self) -> None:
        low = self.window().height() < self.theme.px(SHORT_BELOW)
        if low != self._is_low:
            self._is_low = low
            self._fold.setVisible(low)
            self._aloud.setVisible(not low)

    def _changed(self, _changes: Changes) -> None:
        self._stale = True
        self.refusal.hide()
        if self.isVisible():
            self._read_if_stale()

    def _read_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.read()
        self.footed.emit()

    def _refused(self, refusal: Refusal) -> None:
        if self.isVisible():
            self.show_refusal(refusal)
            # With large text it may lie below what is seen; it has its place when it is laid out.
            QTimer.singleShot(0, self, self._reveal_refusal)

    def _reveal_refusal(self) -> None:
        above = self.refusal.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(self.refusal)

    def show_refusal(self, refusal: Refusal) -> None:
        """The calm panel: the core's sentence, and the way on."""
        self.refusal.show_sentence(str(refusal))
