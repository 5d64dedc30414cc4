"""Stop 6, the 30-day check: what they said before, what they say now, and the verdict."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.errors import NobodyAsked
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import After, DayCheck, Mark, Pick, PickId, Verdict
from ui.check.answers import Before, Now
from ui.check.verdict import VerdictPanel
from ui.foot import Footer
from ui.improvements import ImprovementTabs, TabFace
from ui.lists import scrolling
from ui.stops.page import StopPage
from ui.words import Words, small_button
from ui.wrap import Beside

MANY = 5  # answers with which an arc is nearly closed; only a verdict closes it
BREAK = "\x1f"


class CheckPage(StopPage):
    """Before on the left, now on the right, the expectation covered until answers are in."""

    key = "check"

    def build(self) -> None:
        """Tabs, both sides, and the verdict below."""
        self._print = small_button(_("Print the plans"), lead="print")
        self._print.clicked.connect(lambda _on=False: self.wanted.emit("print"))
        self.tools.addWidget(self._print)
        self.tabs = ImprovementTabs(self.look)
        self.tabs.turned.connect(self.read)
        self.content.addWidget(self.tabs)
        self.empty = Words("", self.look, "h2", "grey")
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.px(12))
        side = Beside(self.look.px(20), self.look.px(760))
        self.before, self.now = Before(self.look), Now(self.look)
        for panel, part in ((self.before, 1), (self.now, 2)):
            side.line.addWidget(panel, part)
        column.addWidget(side, 1)
        self.verdict = VerdictPanel(self.look)
        column.addWidget(self.verdict)
        self._scroll = scrolling(self._inside)
        self.content.addWidget(self._scroll, 1)
        self._connect()

    def enter(self) -> None:
        """The field for the next answer has the keys."""
        super().enter()
        if self.now.isVisible():
            self.now.words.setFocus()

    def read(self) -> None:
        """Show the latest check of the tab that is open."""
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([self._face(pick) for pick in picks])
        pick = self.tabs.pick
        check = self._latest(pick)
        self.tabs.setVisible(bool(picks))
        self._scroll.setVisible(check is not None)
        self._print.setVisible(check is not None)
        self.empty.setVisible(check is None)
        self.empty.setText(
            _("Lock its plan first; thirty days later its customers are asked here.")
            if picks
            else _("Nothing is picked yet, so nobody is asked.")
        )
        if pick is not None and check is not None:
            self._show(pick, check)
        self.footed.emit()

    def footer(self) -> Footer:
        """How many have answered, and when the rest is due."""
        onward = _("Replace-the-staff test")
        pick = self.tabs.pick
        check = self._latest(pick)
        if pick is None or check is None:
            return Footer(_("Nobody has asked a customer yet"), "", onward)
        n = len(self.workshop.check.answers(pick))
        bold = ngettext("{n} customer answered", "{n} customers answered", n).format(n=n)
        due = _("due {day}").format(day=days.short(check.due_on))
        again = _("asked for the {n}. time").format(n=check.attempt) if check.attempt > 1 else ""
        return Footer(bold, ", ".join(part for part in (due, again) if part), onward)

    def draft(self) -> str:
        """An answer that is half typed."""
        parts = (self.now.words.text(), self.now.kind.text())
        return BREAK.join(parts) if any(parts) else ""

    def take_draft(self, text: str) -> None:
        """Put it back."""
        words, kind = text.split(BREAK)
        self.now.words.setText(words)
        self.now.kind.setText(kind)

    def _connect(self) -> None:
        check = self.workshop.check
        self.now.answered.connect(self._heard)
        self.now.unmarked.connect(self._ask_for_mark)
        self.now.noted.connect(lambda text: self._with_pick(lambda pick: check.note(pick, text)))
        self.verdict.judged.connect(self._judge)
        self.verdict.chosen.connect(self._go_on)
        self.verdict.all_in.connect(lambda: self._with_pick(check.all_in))

    def _latest(self, pick: PickId | None) -> DayCheck | None:
        if pick is None:
            return None
        try:
            return self.workshop.check.latest(pick)
        except NobodyAsked:
            return None

    def _face(self, pick: Pick) -> TabFace:
        check = self._latest(pick.id)
        if check is None:
            return TabFace("thin", 0.0, _("not locked yet"))
        notes = {
            Verdict.NOTICE: _("customers notice"),
            Verdict.SOME: _("some notice"),
            Verdict.NONE: _("they don't notice"),
        }
        if check.verdict is not None:
            return TabFace("disc", 1.0, notes[check.verdict])
        n = len(self.workshop.check.answers(pick.id))
        answers = ngettext("{n} answer", "{n} answers", n).format(n=n)
        face = TabFace("arc", min(n / MANY, 0.9), answers)
        return face if n else TabFace("thin", 0.0, _("no answer yet"))

    def _show(self, pick: PickId, check: DayCheck) -> None:
        page = next(p for p in self.workshop.printing.plans() if p.slot == self.tabs.slot)
        answers = self.workshop.check.answers(pick)
        self.before.show_page(page)
        whose = [(answer, self.workshop.talk.customer_of(answer)) for answer in answers]
        self.now.show_check(page, check, whose)
        few = self.workshop.check.few_answers(pick) if answers else None
        self.verdict.show_marks(self.workshop.check.marks(pick), few)
        self.verdict.show_expected(self.workshop.check.expectation(pick), any_in=bool(answers))
        self.verdict.show_verdict(check.verdict, check.after)

    def _with_pick(self, action: Callable[[PickId], object]) -> bool:
        pick = self.tabs.pick
        return pick is not None and self.bridge.did(lambda: action(pick))

    def _ask_for_mark(self) -> None:
        self.refusal.show_sentence(
            _("Does this customer notice a difference? Choose one of the four, then add.")
        )

    def _heard(self, words: str, mark: Mark, kind: str) -> None:
        check = self.workshop.check
        if self._with_pick(lambda pick: check.heard(pick, words, mark, kind=kind)):
            self.now.clear()

    def _judge(self, verdict: Verdict) -> None:
        if not self._with_pick(lambda pick: self.workshop.check.verdict(pick, verdict)):
            self.read()

    def _go_on(self, after: After) -> None:
        if not self._with_pick(lambda pick: self.workshop.check.afterwards(pick, after)):
            self.read()
