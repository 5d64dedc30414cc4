"""Pairs that look the same: two cards side by side, and what a person says about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import PairContent
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import CardId
from ui.bridge import Bridge
from ui.stops.big_list.pairs.face import Decision, PairsFace
from ui.theme.theme import Theme
from ui.widgets.footer import Footer

Pair = tuple[CardId, CardId]


class PairsDesk(QWidget):
    """Goes through the pairs; `ended` carries a sentence that says what came of it.

    `moved` says that another pair is shown, which need not be an edit.

    What is decided follows from the workshop, so that undo brings a pair back here too.
    """

    ended = Signal(str)
    moved = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._pairs: list[Pair] = []
        self._done: list[tuple[Pair, Decision]] = []
        self._content: PairContent | None = None
        self._shown: Pair | None = None
        self.is_on = False
        self._face = PairsFace(theme)
        self.setFocusProxy(self._face.harmless)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._face)
        self._face.decided.connect(self._decide)
        self._face.back_wanted.connect(self._go_back)
        self._face.left.connect(self.end)

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
        self._face.harmless.setFocus()

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
        number = len(self._pairs) - len(waiting) + 1
        self._face.show_pair(content, number, len(self._pairs))
        if pair != self._shown:
            self._shown = pair
            if self.isVisible():
                self.focus_card()

    def footer(self) -> Footer:
        """How many pairs were looked at, and what was said."""
        counts, all_ = self._counts(), len(self._pairs)
        bold = ngettext("{n} of {all} pair looked at", "{n} of {all} pairs looked at", all_)
        bold = bold.format(n=sum(counts.values()), all=all_)
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
        }
        if event.key() not in keys or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a pair must be read before it is decided
            keys[event.key()]()

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
        if self.is_on:
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


def _in_words(counts: Counter[Decision]) -> str:
    """ "1 same, 2 different"."""
    decided = (Decision.SAME, Decision.DIFFERENT, Decision.OPPOSITE)
    same, different, opposite = (counts[what] for what in decided)
    texts = {
        ngettext("{n} same", "{n} same", same): same,
        ngettext("{n} different", "{n} different", different): different,
        ngettext("{n} opposite", "{n} opposite", opposite): opposite,
    }
    return with_commas(text.format(n=n) for text, n in texts.items() if n)


def _sentence(counts: Counter[Decision]) -> str:
    words = _in_words(counts)
    return _("Pairs that look the same: {what}.").format(what=words) if words else ""
