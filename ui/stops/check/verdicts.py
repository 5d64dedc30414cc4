"""The foot of stop 6: how many notice, what we expected to hear, and what we say of it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, n_, ngettext
from cxworkshop.model import After, DayCheck, Mark, Verdict
from ui.theme.look import Look
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.labels import Hairline, Panel, Words, small_button
from ui.widgets.people_count import Figures

VERDICTS = (
    (Verdict.NOTICE, n_("Customers notice")),
    (Verdict.SOME, n_("Some do")),
    (Verdict.NONE, n_("They don't")),
)
NARROW = 900  # at 100 %: below this the verdict stands under the counts


class RadioButton(Button):
    """One of a few, as a button; a radio button to screen readers. Arrows walk, Enter chooses."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own
        """Arrows only walk: an answer is never given by passing over it. Digits choose."""
        buttons = self.group().buttons() if self.group() else [self]
        here, key = buttons.index(self), event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            there = max(0, min(here + steps[Qt.Key(key)], len(buttons) - 1))
            buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text().isdigit() and 0 < int(event.text()) <= len(buttons):
            buttons[int(event.text()) - 1].click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def choose_only(group: QButtonGroup, chosen: QWidget | None) -> None:
    """Check this one and no other; none at all for None."""
    group.setExclusive(False)
    for press in group.buttons():
        press.setAutoExclusive(False)
        press.setChecked(press is chosen)
        press.setAutoExclusive(True)
    group.setExclusive(True)


class Upright(QWidget):
    """A hairline that stands."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(4))
        made = Hairline(look)
        made.setFixedSize(1, 16_777)
        made.setMinimumHeight(1)
        made.setMaximumHeight(16_777_215)
        line.addWidget(made)
        self.setFixedWidth(1)


class Outcome(Panel):
    """Says what a person chose by its signals; the page asks the core."""

    judged = Signal(object)
    went_on = Signal(object)
    all_in = Signal()

    def __init__(self, look: Look, note: Field) -> None:
        super().__init__(look)
        side = look.px(20)
        self.box.setContentsMargins(side, look.px(12), side, look.px(12))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.px(22))
        left = QHBoxLayout()
        left.setSpacing(look.px(22))
        left.addLayout(self._counts(), 0)
        left.addWidget(Upright(look))
        left.addLayout(self._expectation(), 1)
        self._row.addLayout(left, 1)
        self._part = Upright(look)
        self._row.addWidget(self._part)
        self._row.addLayout(self._saying(note), 0)
        self.box.addLayout(self._row)

    def show_counts(self, marks: Counter[Mark], few: str) -> None:
        """Figures and a sentence; with one or two answers it says so (R4)."""
        count, notice = marks.total(), marks[Mark.NOTICES]
        self._figures.setVisible(count > 0)
        self._figures.show_count(notice, count)
        text = ngettext(
            "{n} of {all} notices a difference.", "{n} of {all} notice a difference.", notice
        ).format(n=notice, all=count)
        self._sum.setText(text if count else _("No answer is in yet."))
        others = [
            words.format(n=marks[mark])
            for mark, words in (
                (Mark.NO_DIFFERENCE, _("{n} no difference")),
                (Mark.WORSE, _("{n} worse")),
                (Mark.CANNOT_TELL, _("{n} cannot tell")),
            )
            if marks[mark]
        ]
        self._others.setText("\n".join(filter(None, (", ".join(others), few if count else ""))))
        self._others.setVisible(bool(self._others.text()))

    def show_expected(self, words: str | None, *, all_in: bool) -> None:
        """What we expected to hear, or that it is covered; `all_in` uncovered it before three."""
        covered = words is None
        text = words or _("Nothing was written down.")
        self._expected.setText("" if covered else f"“{words}”" if words else text)
        self._expected.setVisible(not covered)
        now, then = _("Covered until three have answered."), _("Covered until three had answered.")
        self._covered.setText(now if covered else then)
        self._covered.setVisible(not all_in)
        self._all_in.setVisible(covered)

    def show_verdict(self, check: DayCheck) -> None:
        """The verdict that stands, and where it goes when customers notice nothing."""
        choose_only(self._verdicts, self._buttons.get(check.verdict) if check.verdict else None)
        after = self._after_buttons.get(check.after) if check.after else None
        choose_only(self._afters, after)
        for press in self._after_buttons.values():
            press.setVisible(check.verdict is Verdict.NONE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own
        """Beside one another, or under one another."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(NARROW)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._part.setVisible(not narrow)

    def _counts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px(2))
        self._figures = Figures(self._look, 26)
        self._sum = Words("", self._look, "strong")
        self._sum.setWordWrap(False)
        self._others = Words("", self._look, "small", "grey")
        self._others.setWordWrap(False)
        column.addStretch(1)
        column.addWidget(self._figures)
        column.addWidget(self._sum)
        column.addWidget(self._others)
        column.addStretch(1)
        return column

    def _expectation(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px(4))
        self._expected = Words("", self._look, "body")
        self._covered = Words("", self._look, "small", "grey")
        self._all_in = small_button(_("These are all we have"))
        self._all_in.clicked.connect(lambda _on=False: self.all_in.emit())
        column.addStretch(1)
        column.addWidget(Words(_("We expected to hear"), self._look, "label", "accent"))
        column.addWidget(self._expected)
        column.addWidget(self._covered)
        column.addWidget(self._all_in, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _saying(self, note: Field) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.px(6))
        column.addWidget(Words(_("So, what do we say?"), self._look, "label", "accent"))
        self._verdicts, self._afters = QButtonGroup(self), QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        self._buttons: dict[Verdict, RadioButton] = {}
        for verdict, text in VERDICTS:
            press = self._buttons[verdict] = RadioButton(_(text))
            press.clicked.connect(lambda _on=False, v=verdict: self.judged.emit(v))
            self._verdicts.addButton(press)
            line.addWidget(press)
        line.addStretch(1)
        column.addLayout(line)
        column.addLayout(self._going_on())
        column.addWidget(note)
        return column

    def _going_on(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        self._after_buttons: dict[After, RadioButton] = {}
        texts = ((After.AGAIN, _("Another 30 days")), (After.BACK, _("Back to the list")))
        for after, text in texts:
            press = self._after_buttons[after] = RadioButton(text)
            press.setProperty("small", True)  # noqa: FBT003 - Qt's own
            press.clicked.connect(lambda _on=False, a=after: self.went_on.emit(a))
            self._afters.addButton(press)
            line.addWidget(press)
        line.addStretch(1)
        return line
