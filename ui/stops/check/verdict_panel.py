"""The lower panel of stop 6: the counts, our expectation and the verdict."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout

from cxworkshop.compat import override
from cxworkshop.i18n import _, n_, ngettext
from cxworkshop.model import DayCheck, Mark, NextStep, Verdict
from ui.theme.theme import Theme
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Panel, VerticalLine, small_button
from ui.widgets.people_count import PeopleCount
from ui.widgets.radio_buttons import RadioButton, choose_only

VERDICTS = (
    (Verdict.NOTICE, n_("Customers notice")),
    (Verdict.SOME, n_("Some do")),
    (Verdict.NONE, n_("They don’t")),
)
NARROW = 900  # at 100 %: below this the verdict stands under the counts


class VerdictPanel(Panel):
    """Counts, expectation and verdict. Its signals carry what a person chose."""

    verdict_given = Signal(object)
    next_step_chosen = Signal(object)
    all_in = Signal()

    def __init__(self, theme: Theme, note: Field) -> None:
        super().__init__(theme)
        side = theme.px(20)
        self.box.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(22))
        left = QHBoxLayout()
        left.setSpacing(theme.px(22))
        left.addLayout(self._counts(), 0)
        left.addWidget(VerticalLine(theme))
        left.addLayout(self._expectation(), 1)
        self._row.addLayout(left, 1)
        self._part = VerticalLine(theme)
        self._row.addWidget(self._part)
        self._row.addLayout(self._saying(note), 0)
        self.box.addLayout(self._row)

    def show_counts(self, marks: Counter[Mark], few: str) -> None:
        """Show how many notice; `few` says that only one or two have answered (R4)."""
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
        """Show the expectation, or that it is covered; `all_in`: no more answers will come."""
        covered = words is None
        text = words or _("Nothing was written down.")
        self._expected.setText("" if covered else f"“{words}”" if words else text)
        self._expected.setVisible(not covered)
        now, then = _("Covered until three have answered."), _("Covered until three had answered.")
        self._covered.setText(now if covered else then)
        self._covered.setVisible(not all_in)
        self._all_in.setVisible(covered)

    def show_verdict(self, check: DayCheck) -> None:
        """Show the verdict and, if customers don't notice, the next step."""
        choose_only(self._verdicts, self._buttons.get(check.verdict) if check.verdict else None)
        after = self._after_buttons.get(check.after) if check.after else None
        choose_only(self._afters, after)
        for button in self._after_buttons.values():
            button.setVisible(check.verdict is Verdict.NONE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._part.setVisible(not narrow)

    def _counts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(2))
        self._figures = PeopleCount(self._theme, 26)
        self._sum = Label("", self._theme, "strong")
        self._sum.setWordWrap(False)
        self._others = Label("", self._theme, "small", "grey")
        self._others.setWordWrap(False)
        column.addStretch(1)
        column.addWidget(self._figures)
        column.addWidget(self._sum)
        column.addWidget(self._others)
        column.addStretch(1)
        return column

    def _expectation(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(4))
        self._expected = Label("", self._theme, "body")
        self._covered = Label("", self._theme, "small", "grey")
        self._all_in = small_button(_("These are all we have"))
        self._all_in.clicked.connect(lambda _on=False: self.all_in.emit())
        column.addStretch(1)
        column.addWidget(Label(_("We expected to hear"), self._theme, "label", "accent"))
        column.addWidget(self._expected)
        column.addWidget(self._covered)
        column.addWidget(self._all_in, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _saying(self, note: Field) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(6))
        column.addWidget(Label(_("So, what do we say?"), self._theme, "label", "accent"))
        self._verdicts, self._afters = QButtonGroup(self), QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        self._buttons: dict[Verdict, RadioButton] = {}
        for verdict, text in VERDICTS:
            button = self._buttons[verdict] = RadioButton(_(text))
            button.clicked.connect(lambda _on=False, v=verdict: self.verdict_given.emit(v))
            self._verdicts.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        column.addLayout(self._going_on())
        column.addWidget(note)
        return column

    def _going_on(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        self._after_buttons: dict[NextStep, RadioButton] = {}
        texts = ((NextStep.AGAIN, _("Another 30 days")), (NextStep.BACK, _("Back to the list")))
        for after, text in texts:
            button = self._after_buttons[after] = RadioButton(text)
            button.setProperty("small", True)  # noqa: FBT003 - Qt's own
            button.clicked.connect(lambda _on=False, a=after: self.next_step_chosen.emit(a))
            self._afters.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return line
