"""Stop 6, the 30-day check: what they said before, what they say now, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout

from cxworkshop import catalogue
from cxworkshop.errors import NobodyAsked
from cxworkshop.i18n import _, n_
from cxworkshop.model import After, DayCheck, Mark, PickId, Verdict
from ui.foot import Footer
from ui.improvements import ImprovementTabs
from ui.lists import Lines, row
from ui.stops.page import StopPage
from ui.words import Panel, Words, button


class CheckPage(StopPage):
    """Before on the left, now on the right, the expectation covered until answers are in."""

    key = "check"

    def build(self) -> None:
        """Tabs, both sides, and the verdict below."""
        self.tabs = ImprovementTabs(self.look)
        self.tabs.turned.connect(self.read)
        self.content.addWidget(self.tabs)
        self.empty = Words("", self.look, "h2", "grey")
        self.content.addWidget(self.empty)
        side = QHBoxLayout()
        self._before_panel, self._now_panel = Panel(self.look), Panel(self.look)
        self._before_panel.box.addWidget(
            Words(_("What they said before"), self.look, "label", "accent")
        )
        self.before = Lines(self.look, _("What they said before"))
        self._before_panel.box.addWidget(self.before, 1)
        self._now_panel.box.addWidget(
            Words(catalogue.check_question(), self.look, "label", "accent")
        )
        self._now_panel.box.addLayout(self._answer())
        self.now = Lines(self.look, _("What they say now"))
        self._now_panel.box.addWidget(self.now, 1)
        self.expected = Words("", self.look, "small", "grey")
        self._now_panel.box.addWidget(self.expected)
        side.addWidget(self._before_panel, 2)
        side.addWidget(self._now_panel, 3)
        self.content.addLayout(side, 1)
        self.content.addLayout(self._verdicts())

    def read(self) -> None:
        """Show the latest check of the tab that is open."""
        self.tabs.show_picks(self.workshop)
        pick = self.tabs.pick
        check = self._latest(pick)
        for panel in (self._before_panel, self._now_panel):
            panel.setVisible(check is not None)
        self.empty.setVisible(check is None)
        self.empty.setText(_("Lock a plan first; then its customers are asked here."))
        for press in (*self._verdict.buttons(), self._all_in, self._again, self._back):
            press.setVisible(check is not None)
        if pick is not None and check is not None:
            self._show(pick, check)
        self.footed.emit()

    def footer(self) -> Footer:
        """How many have answered, and when the rest is due."""
        pick = self.tabs.pick
        check = self._latest(pick)
        if pick is None or check is None:
            return Footer(_("Nobody has asked a customer yet"), "", _("Replace-the-staff test"))
        count = len(self.workshop.check.answers(pick))
        grey = _("due {day}, attempt {n}").format(day=check.due_on, n=check.attempt)
        few = self.workshop.check.few_answers(pick) or ""
        bold = _("{n} customers answered").format(n=count)
        return Footer(bold, f"{grey}. {few}", _("Replace-the-staff test"))

    def _latest(self, pick: PickId | None) -> DayCheck | None:
        if pick is None:
            return None
        try:
            return self.workshop.check.latest(pick)
        except NobodyAsked:
            return None

    def _answer(self) -> QLayout:
        column = QVBoxLayout()
        self.words = QLineEdit()
        self.words.setAccessibleName(_("What the customer says now"))
        self.words.setPlaceholderText(_("What the customer says now; then choose a mark"))
        self.words.setFont(self.look.font("verbatim_list"))
        column.addWidget(self.words)
        line = QHBoxLayout()
        for mark, text in MARKS:
            press = button(_(text), "chip")
            press.clicked.connect(lambda _on=False, m=mark: self._heard(m))
            line.addWidget(press)
        line.addStretch(1)
        column.addLayout(line)
        return column

    def _verdicts(self) -> QLayout:
        line = QHBoxLayout()
        self._verdict = QButtonGroup(self)
        for verdict, text in (
            (Verdict.NOTICE, _("Customers notice")),
            (Verdict.SOME, _("Some do")),
            (Verdict.NONE, _("They don't")),
        ):
            press = button(text)
            press.setCheckable(True)
            press.setProperty("verdict", verdict.value)
            press.clicked.connect(lambda _on=False, v=verdict: self._judge(v))
            self._verdict.addButton(press)
            line.addWidget(press)
        line.addStretch(1)
        self._all_in = button(_("These are all we have"), "quiet")
        self._all_in.clicked.connect(lambda _on=False: self._with_pick(self.workshop.check.all_in))
        self._again = button(_("Another 30 days"))
        self._back = button(_("Back to the list"))
        for press, after in ((self._again, After.AGAIN), (self._back, After.BACK)):
            press.clicked.connect(lambda _on=False, a=after: self._go_on(a))
        for press in (self._all_in, self._again, self._back):
            line.addWidget(press)
        return line

    def _show(self, pick: PickId, check: DayCheck) -> None:
        slot = next(n for n, row_ in self.workshop.pick.slots().items() if row_.id == pick)
        page = next(page for page in self.workshop.printing.plans() if page.slot == slot)
        self.before.show_rows(
            [
                row(self.look, f"“{quote.words}”", grey=quote.said_by, role="verbatim_list")
                for quote in page.quotes
            ]
        )
        names = {mark: _(text) for mark, text in MARKS}
        answers = self.workshop.check.answers(pick)
        self.now.show_rows(
            [
                row(
                    self.look,
                    f"“{a.said}”" if a.said else "–",
                    role="verbatim_list",
                    grey=names[a.notices] if a.notices else "",
                )
                for a in answers
            ]
        )
        self._show_verdict(check, self.workshop.check.expectation(pick))

    def _show_verdict(self, check: DayCheck, expected: str | None) -> None:
        covered = _("What we expected is covered until three answers are in.")
        text = _("We expected: {words}").format(words=expected or "–")
        self.expected.setText(covered if expected is None else text)
        self._verdict.setExclusive(False)
        for press in self._verdict.buttons():
            press.setChecked(press.property("verdict") == (check.verdict or ""))
        self._verdict.setExclusive(True)
        unnoticed = check.verdict is Verdict.NONE
        self._again.setVisible(unnoticed)
        self._back.setVisible(unnoticed)
        self._all_in.setVisible(expected is None)

    def _with_pick(self, action: Callable[[PickId], object]) -> object:
        pick = self.tabs.pick
        return self.bridge.do(lambda: action(pick) or True) if pick is not None else None

    def _heard(self, mark: Mark) -> None:
        words = self.words.text()
        if self._with_pick(lambda pick: self.workshop.check.heard(pick, words, mark)):
            self.words.clear()
        self.words.setFocus()

    def _judge(self, verdict: Verdict) -> None:
        if not self._with_pick(partial(self._give, verdict)):
            self.read()

    def _give(self, verdict: Verdict, pick: PickId) -> DayCheck:
        return self.workshop.check.verdict(pick, verdict)

    def _go_on(self, after: After) -> None:
        self._with_pick(lambda pick: self.workshop.check.afterwards(pick, after))


MARKS = (
    (Mark.NOTICES, n_("Notices")),
    (Mark.NO_DIFFERENCE, n_("No difference")),
    (Mark.WORSE, n_("Worse")),
    (Mark.CANNOT_TELL, n_("Cannot tell")),
)
