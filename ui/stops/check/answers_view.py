"""What stop 6 shows of one check: both columns, and the verdict below them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import DayCheck, PickId
from cxworkshop.workshop import Workshop
from ui.stops.check.columns import BeforeColumn, NowColumn, day_range
from ui.stops.check.verdict_panel import VerdictPanel
from ui.theme.theme import Theme
from ui.widgets.scroll_area import ScrollArea


class AnswersView(QWidget):
    """Words before beside words now, and the verdict panel."""

    def __init__(self, theme: Theme, verdict: VerdictPanel) -> None:
        super().__init__()
        scroll_area = ScrollArea(theme.px(12))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll_area)
        self.before, self.now, self.verdict = BeforeColumn(theme), NowColumn(theme), verdict
        self._shown: tuple[PickId | None, int] = (None, 0)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(20))
        columns.addWidget(self.before, 352)
        columns.addWidget(self.now, 698)
        scroll_area.box.addLayout(columns, 1)
        scroll_area.box.addWidget(self.verdict)

    def show_check(self, workshop: Workshop, slot: int, check: DayCheck) -> None:
        """Show the check of the improvement in this slot."""
        pick, stop = check.pick, workshop.check
        page = next(page for page in workshop.content.make_better.plans() if page.slot == slot)
        self.before.show_words(stop.said_before(pick), page.heard, page.asked)
        answers = stop.said_now(pick)
        self.now.entry.show_customers(stop.to_ask(pick))
        self.now.show_answers(answers, _asked_by(workshop, pick), _nothing_yet(workshop, check))
        if (pick, len(answers)) != self._shown:
            self._shown = (pick, len(answers))
            self.now.scroll_to_last()
        self.verdict.show_counts(stop.marks(pick), stop.few_answers(pick) or "")
        self.verdict.show_expected(stop.expectation(pick), all_in=check.all_in)
        self.verdict.show_verdict(check)


def _asked_by(workshop: Workshop, pick: PickId) -> str:
    plan = workshop.make_better.plan(pick)
    who = plan.who_asks or _("those who do it")
    when = day_range(said.day for said in workshop.check.said_now(pick))
    if when:
        return _("asked by {who}, {days}").format(who=who, days=when)
    whom = plan.whom or _("those who said it")
    return _("{who} ask {whom}").format(who=who, whom=whom)


def _nothing_yet(workshop: Workshop, check: DayCheck) -> str:
    if check.due_on > workshop.today:
        text = _("Day 30 is {day}. Until then, make it better.")
        return text.format(day=days.short(check.due_on))
    return _("Nobody has asked a customer yet.")
