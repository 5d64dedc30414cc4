"""What goes on the sheets of stops 6 and 7, after the thirty days."""

from __future__ import annotations

from cxworkshop import catalogue, days
from cxworkshop.content.gather.plan import PlanPapers, promise
from cxworkshop.content.values.check import CheckSheetContent
from cxworkshop.content.values.plan import PlanPage
from cxworkshop.content.values.staff_test import HeadingAnswers, StaffTestAnswer, StaffTestContent
from cxworkshop.i18n import _
from cxworkshop.model import (
    Conversation,
    Customer,
    Fix,
    FrozenVerbatim,
    Person,
    Pick,
    StaffTest,
    TestAnswer,
    Verbatim,
)
from cxworkshop.queries.feedback import customer_of
from cxworkshop.queries.progress import answers_of, latest_check
from cxworkshop.queries.rounds import slots
from cxworkshop.rules import Medium, said_by


class AfterPapers(PlanPapers):
    """The values of check sheets and of staff tests, one for each pick in its slot."""

    def check_sheets(self, *, names: bool = False) -> list[CheckSheetContent]:
        """Whom to ask what, and what they said before; names only where turned on (R7)."""
        taken = slots(self._store, self._round.id)
        plans = {plan.slot: plan for plan in self.plans(names=names)}
        return [
            self._check_sheet(self._store.get(Pick, taken[slot]), plans[slot], names=names)
            for slot in sorted(taken)
        ]

    def _check_sheet(self, pick: Pick, plan: PlanPage, *, names: bool) -> CheckSheetContent:
        return CheckSheetContent(
            team=plan.team,
            round_number=plan.round_number,
            slot=plan.slot,
            of=plan.of,
            title=plan.title,
            promise=promise(plan),
            check_on=pick.check_on,
            who_asks=plan.pick.who_asks,
            whom=plan.pick.whom,
            question=catalogue.check_question(),
            before=plan.quotes,
            to_ask=tuple(_called(customer, names=names) for customer in self._to_ask(pick)),
            names_shown=names,
        )

    def _to_ask(self, pick: Pick) -> list[Customer]:
        """Those who said it first and have not answered yet, by their numbers."""
        check = latest_check(self._store, pick.id)
        answers = answers_of(self._store, check) if check else []
        answered = {self._store.get(Conversation, row.conversation).customer for row in answers}
        frozen = self._store.rows(FrozenVerbatim, pick=pick.id)
        talks = [self._store.get(Verbatim, row.verbatim).conversation for row in frozen]
        first = {talk: customer_of(self._store, talk) for talk in talks}
        waiting = {row.id: row for row in first.values() if row.id not in answered}
        return sorted(waiting.values(), key=lambda row: row.number)

    def staff_tests(self) -> list[StaffTestContent]:
        """The question of stop 7 for each pick, with what was answered so far."""
        taken = slots(self._store, self._round.id)
        plans = {plan.slot: plan for plan in self.plans()}
        return [
            self._staff_test(self._store.get(Pick, taken[slot]), plans[slot])
            for slot in sorted(taken)
        ]

    def _staff_test(self, pick: Pick, plan: PlanPage) -> StaffTestContent:
        attempts = self._store.rows(StaffTest, pick=pick.id)
        last = attempts[-1] if attempts else None
        answers = [
            row
            for test in attempts
            for row in self._store.rows(TestAnswer, staff_test=test.id, set_aside_on=None)
        ]
        return StaffTestContent(
            team=plan.team,
            round_number=plan.round_number,
            slot=plan.slot,
            of=plan.of,
            title=plan.title,
            promise=promise(plan),
            question=catalogue.staff_question(),
            attempt=max(len(attempts), 1),
            asked_on=last.asked_on if last else None,
            sure=last.sure if last else None,
            headings=_under_headings(answers),
            fixes=tuple(self._fix(fix) for test in attempts for fix in self._fixes(test)),
        )

    def _fixes(self, test: StaffTest) -> list[Fix]:
        return self._store.rows(Fix, staff_test=test.id)

    def _fix(self, fix: Fix) -> str:
        who = self._store.find(Person, fix.who)
        parts = (fix.words, who.name if who else "", days.short(fix.by_when))
        return "  ·  ".join(part for part in parts if part)


def _under_headings(answers: list[TestAnswer]) -> tuple[HeadingAnswers, ...]:
    return tuple(
        HeadingAnswers(
            title=heading.title,
            hint=heading.hint,
            answers=tuple(
                StaffTestAnswer(words=row.words, where=row.where_to_find)
                for row in answers
                if row.heading.value == heading.key
            ),
        )
        for heading in catalogue.headings()
    )


def _called(customer: Customer, *, names: bool) -> str:
    who = said_by(customer, Medium.PAPER, names=names)
    return _("no. {n}, {who}").format(n=customer.number, who=who)
