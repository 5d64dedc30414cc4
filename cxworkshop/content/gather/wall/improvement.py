"""Gather the Wall of what was picked: the slots, one sheet, its check and its staff test."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cxworkshop import catalogue, days
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.staff_test import StaffTestGatherer
from cxworkshop.content.gather.wall.names import NameGuard
from cxworkshop.content.values import CustomerQuote, PlanContent, PlanStep, best_quote
from cxworkshop.content.values.wall import (
    BeforeAndNow,
    WallCheck,
    WallPlan,
    WallReason,
    WallRefusal,
    WallSlot,
    WallSlots,
    WallStaffTest,
    WallStep,
    WallSubject,
)
from cxworkshop.errors import TooManyPicks
from cxworkshop.i18n import _
from cxworkshop.model import Mark, Pick, PickId, StaffTest, TestAnswer
from cxworkshop.outcomes import expectation_of, marks_of
from cxworkshop.queries.board import board
from cxworkshop.queries.counts_in_words import ENOUGH_ANSWERS
from cxworkshop.queries.progress import latest_check, latest_staff_test, put_down_of
from cxworkshop.queries.rounds import current_round, slots
from cxworkshop.stops.check.said import AskedList, CheckWords, asked_list
from cxworkshop.store.tables.query import StoreReader

_FIRST_SENTENCE = re.compile(r"(.+?[.!?。！？])\s*(.*)", re.DOTALL)


@dataclass(frozen=True)
class ImprovementWall:
    """Stops 4 to 7. Methods return None for a pick that is not there any more."""

    store: StoreReader
    guard: NameGuard

    def slots(self, refused: WallSubject) -> WallSlots:
        """What is picked; with what was refused as a fourth, if anything was."""
        return WallSlots(
            slots=tuple(self._slot(number, pick) for number, pick in sorted(self._taken.items())),
            criteria=tuple(each.title for each in catalogue.criteria()),
            refusal=self._refusal(refused),
        )

    def _slot(self, number: int, pick_id: PickId) -> WallSlot:
        plan = self._plan(pick_id)
        return WallSlot(
            number=number,
            headline=self.guard.ours(plan.title, plan.code),
            customers=plan.heard,
            quote=self._quote(plan),
            judged=plan.judged,
        )

    def _refusal(self, refused: WallSubject) -> WallRefusal | None:
        found = self._refused_line(refused)
        if found is None:
            return None
        code, words, customers = found
        sentence = str(TooManyPicks())
        parts = _FIRST_SENTENCE.fullmatch(sentence)
        lead, rest = parts.groups() if parts else (sentence, "")
        return WallRefusal(lead=lead, sentence=rest, code=code, words=words, customers=customers)

    def _refused_line(self, refused: WallSubject) -> tuple[str, str, int] | None:
        """Code, words and customers of a group or card on the list."""
        list_ = board(self.store, current_round(self.store))
        for group in list_.groups:
            if group.id == refused.group:
                words = self.guard.ours(group.headline, group.letter)
                return group.letter, words, len(group.customers)
        for card in list_.cards:
            if card.id == refused.card:
                let = self.guard.ours if card.headline else self.guard.said
                return str(card.code), let(card.words, card.code), len(card.customers)
        return None

    def plan(self, wanted: PickId | None, today: date) -> WallPlan | None:
        """One sheet of stop 5, as far as it is filled in."""
        pick = self._pick(wanted)
        if pick is None:
            return None
        plan, ours = self._plan(pick.id), self.guard.ours
        return WallPlan(
            slot=plan.slot,
            headline=ours(plan.title, plan.code),
            is_locked=pick.locked_on is not None,
            begun=plan.begun,
            doers=plan.doers,
            promise=ours(plan.promise),
            quote=self._quote(plan),
            licence=ours(plan.licence.may),
            giver=plan.licence.giver,
            until=plan.licence.until,
            steps=_next_first(self._step(step, today) for step in plan.steps),
            start_on=pick.start_on,
            check_on=pick.check_on,
            asking=self._asking(pick, today),
            day=(today - pick.start_on).days if pick.start_on else 0,
        )

    def _asking(self, pick: Pick, today: date) -> str:
        check = latest_check(self.store, pick.id)
        is_over = check is not None and (check.verdict or put_down_of(self.store, check))
        if is_over or pick.check_on is None:
            return ""
        if pick.check_on < today:
            return days.customers_asked(pick.check_on, today)
        return _("We ask {customers} on {day}").format(day=days.short(pick.check_on))

    def _step(self, step: PlanStep, today: date) -> WallStep:
        is_late = not step.done and step.by_when is not None and step.by_when < today
        return WallStep(
            words=self.guard.ours(step.words),
            who=step.who,
            by_when=step.by_when,
            done=step.done,
            late=days.due(step.by_when, today) if is_late and step.by_when else "",
        )

    def check(self, wanted: PickId | None, today: date) -> WallCheck | None:
        """What customers said before and say now; None before anybody was asked to answer."""
        pick = self._pick(wanted)
        check = latest_check(self.store, pick.id) if pick else None
        if pick is None or check is None:
            return None
        plan, asked = self._plan(pick.id), asked_list(self.store, check)
        marks, expected = marks_of(self.store, check), expectation_of(self.store, check)
        answered, others = marks.total(), {one.customer.id for one in asked.others}
        return WallCheck(
            slot=plan.slot,
            headline=self.guard.ours(plan.title, plan.code),
            rows=tuple(self._rows(asked)),
            marks=_in_order(marks, of=len(asked.rows) + len(others)),
            answered=answered,
            notice=marks[Mark.NOTICES],
            said_on=pick.start_on,
            asked_on=_last_day(asked),
            asking=self._asking(pick, today),
            expectation=None if expected is None else self.guard.ours(expected),
            missing=max(0, ENOUGH_ANSWERS - answered),
            is_judged=check.verdict is not None,
        )

    def _rows(self, asked: AskedList) -> Iterator[BeforeAndNow]:
        """Who has answered, beside what the same customer said before; then who has not yet."""
        for row in asked.rows:
            for one in row.now:
                yield from self._answer(row.before, one)
        for one in asked.others:
            yield from self._answer((), one)
        for row in asked.rows:
            before = self._let(row.before)
            if before and not row.now:
                yield BeforeAndNow(before=before, now="", mark="")

    def _answer(self, before: tuple[str, ...], one: CheckWords) -> Iterator[BeforeAndNow]:
        """A row, unless its words are held back and there is no mark, or there are no words."""
        then, now = self._let(before), self.guard.said(one.words)
        if now or (then and one.mark):
            yield BeforeAndNow(before=then, now=now, mark=one.mark or "")

    def _let(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(filter(None, map(self.guard.said, words)))

    def staff_test(self, wanted: PickId | None) -> WallStaffTest | None:
        """The question of stop 7, with the answers of all attempts."""
        pick = self._pick(wanted)
        if pick is None:
            return None
        better = MakeBetterGatherer(self.store)
        question = StaffTestGatherer(self.store, better).question_about(pick.id)
        test = latest_staff_test(self.store, pick.id)
        return WallStaffTest(
            slot=self._plan(pick.id).slot,
            question=self.guard.ours(question),
            reasons=tuple(self._reasons(pick.id)),
            sure=test.sure if test else None,
        )

    def _reasons(self, pick: PickId) -> Iterator[WallReason]:
        tests = self.store.rows(StaffTest, pick=pick)
        rows = [
            row
            for test in tests
            for row in self.store.rows(TestAnswer, staff_test=test.id, set_aside_on=None)
        ]
        for heading in catalogue.headings():
            for row in rows:
                if row.heading.value == heading.key:
                    yield WallReason(
                        heading=heading.title,
                        words=self.guard.ours(row.words),
                        where=self.guard.ours(row.where_to_find),
                    )

    @property
    def _taken(self) -> dict[int, PickId]:
        return slots(self.store, current_round(self.store).id)

    def _pick(self, wanted: PickId | None) -> Pick | None:
        """This pick, or the first of the round."""
        first = next((pick for _slot, pick in sorted(self._taken.items())), None)
        return self.store.find(Pick, wanted or first)

    def _plan(self, pick_id: PickId) -> PlanContent:
        pick = self.store.get(Pick, pick_id)
        taken = slots(self.store, pick.round)
        number = next((slot for slot, one in taken.items() if one == pick_id), 0)
        return MakeBetterGatherer(self.store).plan(pick, number, names=False)

    def _quote(self, plan: PlanContent) -> str:
        """The customer's sentence that says it best, of those that may be shown."""
        chosen = self.guard.said(plan.chosen.quote.words, plan.code) if plan.chosen else ""
        if chosen:
            return chosen
        words = (self.guard.said(quote.words, plan.code) for quote in plan.quotes)
        let = [CustomerQuote(words=one, said_by="") for one in words if one]
        best = best_quote(let)
        return best.words if best else ""


def _next_first(steps: Iterable[WallStep]) -> tuple[WallStep, ...]:
    """What is late, then what comes next, the nearest first, and at the end what is finished."""
    return tuple(
        sorted(steps, key=lambda step: (step.done, not step.late, step.by_when or date.max))
    )


def _in_order(marks: Counter[Mark], *, of: int) -> tuple[str, ...]:
    """A mark for each answer in words, then "" for each customer who has not given one."""
    given = [mark.value for mark in Mark for _n in range(marks[mark])]
    return (*given, *[""] * max(0, of - len(given)))


def _last_day(asked: AskedList) -> date | None:
    answers = [*(one for row in asked.rows for one in row.now), *asked.others]
    return max((one.day for one in answers if one.day), default=None)
