"""Pairs that look the same: two cards side by side, and what a person says about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import PairContent
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from ui.bridge import Bridge
from ui.stops.big_list.desk_head import DeskHead
from ui.stops.big_list.pairs.choice import PairChoice
from ui.stops.big_list.pairs.side import PairSidePanel, spoken
from ui.stops.big_list.sorting.card_panel import customers_words
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.footer import Footer
from ui.widgets.labels import Label, make_button
from ui.widgets.scroll_area import ScrollArea

Pair = tuple[CardId, CardId]
NARROW = 620  # pixels at 100 %: below it, one stands below the other


class Decision(StrEnum):
    """What a person says about a pair."""

    SAME = "same"
    DIFFERENT = "different"
    OPPOSITE = "opposite"
    LATER = "later"


class _Question(QWidget):
    """A dotted ring between the two cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(44), theme.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QColor(tokens.grey))
        ring(painter, middle, self.width() - 2, "dotted", "?", tokens)


class PairsDesk(QWidget):
    """Goes through the pairs; `ended` carries a sentence that says what came of it.

    `moved` says that another pair is shown, which need not be an edit.

    What is decided follows from the workshop, so that undo brings a pair back here too.
    """

    ended = Signal(str)
    moved = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge, self._theme = bridge, theme
        self._pairs: list[Pair] = []
        self._done: list[tuple[Pair, Decision]] = []
        self._content: PairContent | None = None
        self._shown: Pair | None = None
        self.is_on = False
        self._head = DeskHead(theme, _("Do these two say the same?"))
        self._head.left.connect(self.end)
        self._sides = PairSidePanel(theme), PairSidePanel(theme)
        same = PairChoice(theme, "same", _("Same"), "S")
        different = PairChoice(theme, "different", _("Different"), "D")
        opposite = PairChoice(theme, "opposite", _("Opposite"), "O")
        self._choices = {
            Decision.SAME: same,
            Decision.DIFFERENT: different,
            Decision.OPPOSITE: opposite,
        }
        for decision, choice in self._choices.items():
            choice.clicked.connect(lambda _on=False, what=decision: self._decide(what))
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, px(28), 0)
        column.setSpacing(px(8))
        about = _("The words look alike. Only you know what customers meant.")
        column.addWidget(self._head)
        column.addWidget(Label(about, self._theme, "field", "grey"))
        cards = SideBySide(px(8), px(NARROW))
        cards.line.addWidget(self._sides[0], 1)
        cards.line.addWidget(_Question(self._theme), 0, Qt.AlignmentFlag.AlignCenter)
        cards.line.addWidget(self._sides[1], 1)
        answers = SideBySide(px(16), px(NARROW))
        for choice in self._choices.values():
            answers.line.addWidget(choice, 1)
        area = ScrollArea(px(24))
        room = px(6)  # for the focus ring
        area.box.setContentsMargins(room, room, room, room)
        area.box.addWidget(cards, 3)
        area.box.addWidget(answers)
        area.box.addLayout(self._buttons())
        area.box.addStretch(1)
        column.addWidget(area, 1)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        back = make_button(_("Back"), "quiet", lead="undo")
        later = make_button(_("Decide later"), "quiet")
        back.show_key(_("Backspace"))
        later.show_key(_("Space"))
        back.clicked.connect(lambda _on=False: self._go_back())
        later.clicked.connect(lambda _on=False: self._decide(Decision.LATER))
        line.addWidget(back)
        line.addStretch(1)
        line.addWidget(later)
        return line

    def begin(self, pairs: Sequence[Pair]) -> bool:
        """Begin with these; False if there is none about which nobody has decided."""
        self._pairs = self._bridge.workshop.big_list.pairs.still_open(pairs)
        self._done, self._shown = [], None
        self.is_on = bool(self._pairs)
        self.read()
        return self.is_on

    def end(self) -> None:
        """Go back to the list; what was decided stays."""
        if self.is_on:
            self.is_on = False
            self.ended.emit(_sentence(self._counts()))

    def focus_card(self) -> None:
        """Give the keyboard to the answer that changes least."""
        self._choices[Decision.DIFFERENT].setFocus()

    def read(self) -> None:
        """Show the first pair that is not decided; when there is none, end."""
        if not self.is_on:
            return
        waiting = self._waiting()
        if not waiting:
            self.end()
            return
        pair = waiting[0]
        content = self._content = self._bridge.workshop.content.big_list.pair(*pair)
        for panel, side in zip(self._sides, (content.one, content.other), strict=True):
            panel.show_side(side)
        self._say_what_each_does(content)
        note = _("pair {n} of {all}")
        number = len(self._pairs) - len(waiting) + 1
        self._head.note.setText(note.format(n=number, all=len(self._pairs)))
        if pair != self._shown:
            self._shown = pair
            self._announce(content)
            if self.isVisible():
                self.focus_card()

    def footer(self) -> Footer:
        """How many pairs were looked at, and what was said."""
        counts = self._counts()
        bold = _("{n} of {all} pairs looked at")
        bold = bold.format(n=sum(counts.values()), all=len(self._pairs))
        return Footer(bold, _in_words(counts), hint=_("Nothing is merged by itself"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_S: lambda: self._decide(Decision.SAME),
            Qt.Key.Key_D: lambda: self._decide(Decision.DIFFERENT),
            Qt.Key.Key_O: lambda: self._decide(Decision.OPPOSITE),
            Qt.Key.Key_Space: lambda: self._decide(Decision.LATER),
            Qt.Key.Key_Backspace: self._go_back,
            Qt.Key.Key_Escape: self.end,
            Qt.Key.Key_Left: lambda: self._walk(-1),
            Qt.Key.Key_Right: lambda: self._walk(1),
        }
        if event.key() not in keys or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a pair must be read before it is decided
            keys[event.key()]()

    def _walk(self, step: int) -> None:
        choices = list(self._choices.values())
        here = next((n for n, choice in enumerate(choices) if choice.hasFocus()), 0)
        choices[(here + step) % len(choices)].setFocus()

    def _waiting(self) -> list[Pair]:
        """The pairs to come; those that were put off are the last."""
        still_open = self._bridge.workshop.big_list.pairs.still_open(self._pairs)
        later = [pair for pair, what in self._done if what is Decision.LATER]
        first = [pair for pair in still_open if pair not in later]
        return first + [pair for pair in dict.fromkeys(reversed(later)) if pair in still_open][::-1]

    def _counts(self) -> Counter[Decision]:
        """What was said, without what an undo has taken back."""
        still_open = self._bridge.workshop.big_list.pairs.still_open(self._pairs)
        what = {pair: said for pair, said in self._done if pair not in still_open}
        return Counter(what.values())

    def _decide(self, decision: Decision) -> None:
        pair = self._shown
        if pair is None:
            return
        self._done.append((pair, decision))
        if decision is not Decision.LATER and not self._bridge.attempt(
            lambda: self._write(pair, decision)
        ):
            self._done.pop()
        if decision is Decision.LATER:
            self.read()
        self.moved.emit()

    def _write(self, pair: Pair, decision: Decision) -> None:
        workshop = self._bridge.workshop
        if decision is Decision.SAME:
            workshop.big_list.pairs.make_one(*pair)
        elif decision is Decision.DIFFERENT:
            workshop.big_list.pairs.mark_different(*pair)
        else:
            assert self._content is not None  # shown
            codes = (self._content.one.code, self._content.other.code)
            one, other = (workshop.answers.subject(code) for code in codes)
            workshop.pick.opposites.mark(one, other)

    def _go_back(self) -> None:
        """Take back what was said last; what an undo has taken back already is passed over."""
        waiting = self._waiting()
        while self._done:
            pair, what = self._done.pop()
            if what is Decision.LATER:
                self.read()
                self.moved.emit()
                return
            if pair not in waiting:
                self._bridge.undo()
                return

    def _say_what_each_does(self, content: PairContent) -> None:
        one, other = content.one, content.other
        same = _("One card with both sentences. Codes {one} and {other} both still find it. {who}.")
        who = customers_words(content.customers)
        self._choices[Decision.SAME].say(same.format(one=one.code, other=other.code, who=who))
        different = _("Both stay as they are. We don’t ask about these two again.")
        self._choices[Decision.DIFFERENT].say(different)
        opposite = _(
            "Both stay and point at each other. Stop 4 counts each side: {one} here, {other} there."
        )
        counted = opposite.format(one=one.customers, other=other.customers)
        self._choices[Decision.OPPOSITE].say(counted)

    def _announce(self, content: PairContent) -> None:
        if QAccessible.isActive():
            words = f"{spoken(content.one)}. {spoken(content.other)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _in_words(counts: Counter[Decision]) -> str:
    """ "1 same, 2 different"."""
    texts = {
        Decision.SAME: _("{n} same"),
        Decision.DIFFERENT: _("{n} different"),
        Decision.OPPOSITE: _("{n} opposite"),
    }
    return ", ".join(text.format(n=counts[what]) for what, text in texts.items() if counts[what])


def _sentence(counts: Counter[Decision]) -> str:
    words = _in_words(counts)
    return _("Pairs that look the same: {what}.").format(what=words) if words else ""
