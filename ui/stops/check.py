"""Stop 6, the 30-day check: what they said before, what they say now, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from cxworkshop import catalogue, days
from cxworkshop.errors import NobodyAsked
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import After, DayCheck, Pick, PickId, Verdict
from cxworkshop.readings.rounds import day_of
from ui.answers import AnswerEntry, answer_row, empty_row, quote_row
from ui.drafts import Drafts, Typed
from ui.fields import Field
from ui.foot import Footer
from ui.improvements import ImprovementTabs, TabFace
from ui.lists import Lines
from ui.scrolling import Scrolling
from ui.stops.page import StopPage
from ui.verdicts import Outcome
from ui.words import Hairline, Panel, Words

THIRTY = 30
ENOUGH = 3


class CheckPage(StopPage):
    """Before on the left, now on the right, the expectation covered until answers are in."""

    key = "check"

    def build(self) -> None:
        """Tabs, both sides, and the verdict below."""
        self.tabs = ImprovementTabs(self.look)
        self.tabs.turned.connect(self.read)
        self.content.addWidget(self.tabs)
        text = _("Lock a plan first; then its customers are asked here.")
        self.empty = Words(text, self.look, "h2", "grey")
        self.content.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self._body = Scrolling(self.look.px(12))
        sides = QHBoxLayout()
        sides.setSpacing(self.look.px(20))
        sides.addWidget(self._before_side(), 352)
        sides.addWidget(self._now_side(), 698)
        self._body.box.addLayout(sides, 1)
        self.note = Field(
            _("Our own view"), _("Our own view, which is no verdict"), self._note, "inline"
        )
        self.outcome = Outcome(self.look, self.note)
        self.outcome.judged.connect(self._judge)
        self.outcome.went_on.connect(self._go_on)
        self.outcome.all_in.connect(lambda: self._with_pick(self.workshop.check.all_in))
        self._body.box.addWidget(self.outcome)
        self.content.addWidget(self._body, 1)
        self._drafts = Drafts(self._typed, self._put_typed)
        self._shown: tuple[PickId | None, int] = (None, 0)

    def read(self) -> None:
        """Show the latest check of the tab that is open."""
        picks = self.tabs.show_picks(self.workshop)
        self.tabs.show_faces([self._face(pick) for pick in picks])
        pick = self.tabs.pick
        check = self._latest(pick)
        self.tabs.setVisible(bool(picks))
        self._body.setVisible(check is not None)
        self.empty.setVisible(check is None)
        if pick is not None and check is not None:
            self._drafts.turn_to(pick)
            self._show(pick, check)
        self.footed.emit()

    def footer(self) -> Footer:
        """The day of thirty, when customers are asked, and how many have answered."""
        pick, onward = self.tabs.pick, _("Replace-the-staff test")
        check = self._latest(pick)
        if pick is None or check is None:
            return Footer(_("Nobody has asked a customer yet"), "", onward)
        start = self.workshop.make_better.plan(pick).start_on
        day = day_of(start, self.workshop.today) if start else 0
        counted = _("Day {n} of 30").format(n=max(day, 0))
        bold = counted if day <= THIRTY else _("The thirty days are over")
        grey = _("Customers are asked {day}.").format(day=days.short(check.due_on))
        if check.attempt > 1:
            again = _("Asked for the {n}. time.").format(n=check.attempt)
            grey = f"{grey} {again}"
        return Footer(bold, grey, onward)

    def draft(self) -> str:
        """An answer that is half typed, with its mark."""
        return self._drafts.as_text()

    def take_draft(self, text: str) -> None:
        """Back at the same improvement, with the same words."""
        here = self._drafts.read(text)
        self.tabs.turn_to(here)

    def _before_side(self) -> Panel:
        panel = _side(self, _("What they said before"))
        self._before_day = _SideHead(self, _("What they said before"))
        panel.box.addWidget(self._before_day)
        self.before = Lines(self.look, _("What they said before"))
        panel.box.addWidget(self.before, 1)
        return panel

    def _now_side(self) -> Panel:
        panel = _side(self, _("What they say now"))
        self._asked = _SideHead(self, _("What they say now"))
        panel.box.addWidget(self._asked)
        self.entry = AnswerEntry(self.look, catalogue.check_question())
        self.entry.given.connect(self._heard)
        self.entry.unmarked.connect(self._ask_mark)
        panel.box.addWidget(self.entry)
        self.now = Lines(self.look, _("What they say now"))
        self.now.setMinimumHeight(self.look.px(104))
        panel.box.addWidget(self.now, 1)
        return panel

    @property
    def words(self) -> QLineEdit:
        """The box for what a customer says now."""
        return self.entry.words

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
        if check.verdict is not None:
            return TabFace("disc", 1.0, _verdict_note(check))
        n = len(self.workshop.check.answers(pick.id))
        if n == 0:
            return TabFace("thin", 0.0, _("no answer yet"))
        note = ngettext("{n} answer", "{n} answers", n).format(n=n)
        return TabFace("arc", min(n / ENOUGH, 1) * 0.75, note)  # the verdict is the last quarter

    def _show(self, pick: PickId, check: DayCheck) -> None:
        asking = self.workshop.check
        self._show_before(pick)
        answers = asking.now(pick)
        self.entry.show_customers(asking.to_ask(pick))
        rows: list[QWidget] = [answer_row(self.look, said) for said in answers]
        self.now.show_rows(rows or [empty_row(self.look, self._nothing_yet(check))])
        if (pick, len(answers)) != self._shown:
            self.now.show_last()
        self._shown = (pick, len(answers))
        self._asked.say(self._asked_by(pick))
        self.outcome.show_counts(asking.marks(pick), asking.few_answers(pick) or "")
        self.outcome.show_expected(asking.expectation(pick), all_in=check.all_in)
        self.outcome.show_verdict(check)
        self.note.show_text(check.notes)

    def _show_before(self, pick: PickId) -> None:
        before = self.workshop.check.before(pick)
        rows: list[QWidget] = [quote_row(self.look, said) for said in before if said.words]
        page = next(p for p in self.workshop.printing.plans() if p.slot == self.tabs.slot)
        spoke = _("{n} of {all} customers spoke of it").format(n=page.heard, all=page.asked)
        count = Words(spoke, self.look, "small", "grey")
        self.before.show_rows([*rows, Hairline(self.look), count])
        self._before_day.say(_days([said.day for said in before if said.day]))

    def _asked_by(self, pick: PickId) -> str:
        plan = self.workshop.make_better.plan(pick)
        who = plan.who_asks or _("those who do it")
        when = _days([said.day for said in self.workshop.check.now(pick) if said.day])
        if when:
            return _("asked by {who}, {days}").format(who=who, days=when)
        whom = plan.whom or _("those who said it")
        return _("{who} ask {whom}").format(who=who, whom=whom)

    def _nothing_yet(self, check: DayCheck) -> str:
        if check.due_on > self.workshop.today:
            text = _("Day 30 is {day}. Until then, make it better.")
            return text.format(day=days.short(check.due_on))
        return _("Nobody has asked a customer yet.")

    def _with_pick(self, action: Callable[[PickId], object]) -> bool:
        pick = self.tabs.pick
        return pick is not None and self.bridge.did(lambda: action(pick))

    def _heard(self) -> None:
        mark = self.entry.mark
        if mark is None:
            return
        words, (customer, kind) = self.entry.words.text(), self.entry.who

        def action(pick: PickId) -> object:
            return self.workshop.check.heard(pick, words, mark, customer=customer, kind=kind)

        if self._with_pick(action):
            self.entry.clear()
            self.entry.words.setFocus()

    def _ask_mark(self) -> None:
        """The keyboard goes where the answer is, so one digit and Enter are enough."""
        self.refusal.show_sentence(_("Choose the mark first. What does this customer notice?"))
        self.entry.marks.take_keys()

    def _note(self, text: str) -> object:
        return self._with_pick(lambda pick: self.workshop.check.note(pick, text)) or None

    def _judge(self, verdict: Verdict) -> None:
        if not self._with_pick(partial(self._give, verdict)):
            self.read()

    def _give(self, verdict: Verdict, pick: PickId) -> DayCheck:
        return self.workshop.check.verdict(pick, verdict)

    def _go_on(self, after: After) -> None:
        if not self._with_pick(lambda pick: self.workshop.check.afterwards(pick, after)):
            self.read()

    def _typed(self) -> Typed:
        return self.entry.typed()

    def _put_typed(self, typed: Typed) -> None:
        self.entry.put_typed(typed)


def _side(page: StopPage, name: str) -> Panel:
    panel = Panel(page.look)
    side = page.look.px(20)
    panel.box.setContentsMargins(side, page.look.px(14), side, page.look.px(10))
    panel.setAccessibleName(name)
    panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return panel


class _SideHead(QWidget):
    """The title of a side, and on its right, or under it, in grey, what can be said of it."""

    def __init__(self, page: StopPage, title: str) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(page.look.px(2))
        self._head = Words(title, page.look, "h2")
        self._note = Words("", page.look, "small", "grey")
        self._line.addWidget(self._head, 1)
        self._line.addWidget(self._note, 0)

    def say(self, note: str) -> None:
        """Put this on its right."""
        self._note.setText(note)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own
        """Beside one another where both fit in one line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self._head, self._note)
        wide = sum(w.fontMetrics().horizontalAdvance(w.text()) + 8 for w in parts)
        fits = wide <= self.width()
        way = QBoxLayout.Direction
        self._note.setWordWrap(not fits)
        self._line.setDirection(way.LeftToRight if fits else way.TopToBottom)


def _days(heard: list[date]) -> str:
    if not heard:
        return ""
    first, last = days.day_month(min(heard)), days.day_month(max(heard))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _verdict_note(check: DayCheck) -> str:
    if check.after is After.AGAIN:
        return _("another 30 days")
    if check.after is After.BACK:
        return _("back to the list")
    notes = {
        Verdict.NOTICE: _("customers notice"),
        Verdict.SOME: _("some customers notice"),
        Verdict.NONE: _("they don't notice"),
    }
    return notes[check.verdict] if check.verdict else ""
