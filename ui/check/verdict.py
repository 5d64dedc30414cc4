"""The foot of stop 6: how many notice, what we had expected, and what we say."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import After, Mark, Verdict
from ui.check.marks import MARKS
from ui.figures import Figures
from ui.theme.look import Look
from ui.words import Panel, UprightLine, Words, button, small_button
from ui.wrap import Beside


class VerdictPanel(Panel):
    """Three parts beside one another. `judged`, `chosen` and `all_in` are for the core."""

    judged = Signal(object)
    chosen = Signal(object)
    all_in = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        parts = Beside(look.px(20), look.px(760))
        for part, stretch in (
            (self._counts(), 3),
            (UprightLine(look), 0),
            (self._expected(), 4),
            (UprightLine(look), 0),
            (self._verdicts(), 6),
        ):
            parts.line.addWidget(part, stretch)
        self.box.addWidget(parts)

    def show_marks(self, marks: Counter[Mark], few: str | None) -> None:
        """How many of how many notice a difference, and what the others say."""
        notice, all_ = marks[Mark.NOTICES], sum(marks.values())
        self._figures.show_count(notice, all_)
        self._figures.setVisible(all_ > 0)
        text = ngettext("{n} of {all} notices a difference.", "{n} of {all} notice a difference.",
                        notice)  # fmt: skip
        nobody = _("No answer is in yet.")
        self._count.setText(text.format(n=notice, all=all_) if all_ else nobody)
        rest = [
            f"{marks[mark]} {_(words).lower()}"
            for mark, words in MARKS.items()
            if mark is not Mark.NOTICES and marks[mark]
        ]
        self._rest.setText(". ".join(part for part in (", ".join(rest), few or "") if part))

    def show_expected(self, words: str | None, *, any_in: bool) -> None:
        """What we expected to hear; None while it is covered."""
        covered = _("Covered until three customers have answered.")
        shown = f"“{words}”" if words else _("We wrote nothing down.")
        self._words.setText(covered if words is None else shown)
        self._words.paint_in("grey" if words is None or not words else "ink")
        self._all_in.setVisible(words is None and any_in)

    def show_verdict(self, verdict: Verdict | None, after: After | None) -> None:
        """What was said, and how it goes on when they don't notice."""
        for press in self._presses.values():
            press.setAutoExclusive(False)
        self._group.setExclusive(False)
        for key, press in self._presses.items():
            press.setChecked(key is verdict)
        self._group.setExclusive(True)
        self._on.setVisible(verdict is Verdict.NONE)
        for way_on, press in self._afters.items():
            press.setChecked(way_on is after)

    def _counts(self) -> QWidget:
        part, column = _part()
        self._figures = Figures(self._look, 26)
        self._count = Words("", self._look, "strong")
        self._rest = Words("", self._look, "small", "grey")
        for widget in (self._figures, self._count, self._rest):
            column.addWidget(widget)
        column.addStretch(1)
        return part

    def _expected(self) -> QWidget:
        part, column = _part()
        column.addWidget(Words(_("We expected to hear"), self._look, "label", "accent"))
        self._words = Words("", self._look, "body")
        column.addWidget(self._words)
        self._all_in = small_button(_("These are all we have"), "link")
        self._all_in.clicked.connect(self.all_in)
        column.addWidget(self._all_in, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return part

    def _verdicts(self) -> QWidget:
        part, column = _part()
        column.addWidget(Words(_("So, what do we say?"), self._look, "label", "accent"))
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        self._group = QButtonGroup(part)
        self._presses = {}
        for verdict, text in (
            (Verdict.NOTICE, _("Customers notice")),
            (Verdict.SOME, _("Some do")),
            (Verdict.NONE, _("They don't")),
        ):
            press = button(text)
            press.setCheckable(True)
            press.clicked.connect(lambda _on=False, v=verdict: self.judged.emit(v))
            self._presses[verdict] = press
            self._group.addButton(press)
            line.addWidget(press)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._afterwards())
        column.addStretch(1)
        return part

    def _afterwards(self) -> QWidget:
        """They don't: both ways on are honest ends."""
        self._on = QWidget()
        line = QHBoxLayout(self._on)
        line.setContentsMargins(0, 0, 0, 0)
        self._afters = {}
        for after, text in (
            (After.AGAIN, _("Change it, another 30 days")),
            (After.BACK, _("Back to the list")),
        ):
            press = small_button(text)
            press.setCheckable(True)
            press.clicked.connect(lambda _on=False, a=after: self.chosen.emit(a))
            self._afters[after] = press
            line.addWidget(press)
        line.addStretch(1)
        return self._on


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return part, column
