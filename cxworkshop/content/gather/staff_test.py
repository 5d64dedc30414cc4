"""Gather the content of the sheets of stop 7."""

from __future__ import annotations

from cxworkshop import catalogue, days
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.shared import person_name
from cxworkshop.content.values import (
    HeadingAnswers,
    PlanContent,
    StaffTestAnswer,
    StaffTestContent,
)
from cxworkshop.i18n import _, begun_small, with_dots
from cxworkshop.model import Fix, Pick, PickId, StaffTest, TestAnswer
from cxworkshop.promise_words import promise_of
from cxworkshop.store.tables.query import StoreReader


class StaffTestGatherer:
    """Replace-the-staff tests, one for each pick in its slot."""

    def __init__(self, store: StoreReader, make_better: MakeBetterGatherer) -> None:
        self._store, self._make_better = store, make_better

    def staff_tests(self) -> list[StaffTestContent]:
        """The question of stop 7 for each pick, with all answers so far."""
        return [self._staff_test(pick, plan) for pick, plan in self._make_better.picks_with_plans()]

    def question_about(self, pick_id: PickId) -> str:
        """The question as it is shown large, with the words of this pick's promise if it has them.

        The pick may be one of any round.
        """
        own = _own_question(self._store.get(Pick, pick_id))
        lead = _("Suppose we have all moved on, and others do our work.")
        return f"{lead} {own}" if own else catalogue.staff_question()

    def _staff_test(self, pick: Pick, plan: PlanContent) -> StaffTestContent:
        attempts = self._store.rows(StaffTest, pick=pick.id)
        last = attempts[-1] if attempts else None
        return StaffTestContent(
            team=plan.team,
            round_number=plan.round_number,
            slot=plan.slot,
            of=plan.of,
            title=plan.title,
            promise=plan.promise,
            question=catalogue.staff_question(),
            own_question=_own_question(pick),
            pulls_against=last.pulls_against if last else "",
            attempt=max(len(attempts), 1),
            asked_on=last.asked_on if last else None,
            sure=last.sure if last else None,
            headings=_by_heading(self._answers(attempts)),
            fixes=tuple(map(self._fix_line, self._fixes(attempts))),
        )

    def _answers(self, attempts: list[StaffTest]) -> list[TestAnswer]:
        return [
            row
            for test in attempts
            for row in self._store.rows(TestAnswer, staff_test=test.id, set_aside_on=None)
        ]

    def _fixes(self, attempts: list[StaffTest]) -> list[Fix]:
        return [row for test in attempts for row in self._store.rows(Fix, staff_test=test.id)]

    def _fix_line(self, fix: Fix) -> str:
        parts = (fix.words, person_name(self._store, fix.who), days.short(fix.by_when))
        return with_dots(part for part in parts if part)


def _own_question(pick: Pick) -> str:
    promise = promise_of(pick.promise_when, pick.promise_we)
    if not promise.opening or not promise.ours:
        return ""
    ours = promise.ours.rstrip(".!")
    if promise.does:
        text = _("How do we know that {a_customer} who {when} can still count on it: {ours}?")
        return text.format(when=promise.does, ours=ours)
    text = _("How do we know that it still holds: {opening}, {ours}?")
    return text.format(opening=begun_small(promise.opening), ours=ours)


def _by_heading(answers: list[TestAnswer]) -> tuple[HeadingAnswers, ...]:
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
