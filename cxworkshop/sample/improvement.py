"""One pick of the bakery's story, from its plan to the look again months after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from cxworkshop.looks import months_after
from cxworkshop.model import (
    LOOK_AGAIN_AFTER,
    Criterion,
    CriterionAnswer,
    CustomerId,
    Expected,
    Heading,
    Look,
    Mark,
    NextStep,
    PickId,
    Verdict,
)
from cxworkshop.sample.cast import Cast
from cxworkshop.sample.diary import Diary
from cxworkshop.workshop import Workshop

Told = Mapping[str, Any]  # a table of the story's file


class Improvement:
    """Picks it and locks its plan on the first day of a round; the rest goes into the diary."""

    def __init__(self, workshop: Workshop, cast: Cast, diary: Diary) -> None:
        self._workshop, self._cast, self._diary = workshop, cast, diary

    def tell(self, plan: Told) -> None:
        """Pick it, lock its plan, and date what follows."""
        pick = self._pick(plan)
        self._write_plan(pick, plan)
        self._date_work(pick, plan)
        self._workshop.make_better.lock(pick)
        if "check" in plan:
            due = self._workshop.check.latest(pick).due_on
            self._diary.on(due, partial(self._check, pick, plan))

    def _pick(self, plan: Told) -> PickId:
        """Put it into a slot, unless it is there for another 30 days; answer the criteria."""
        picks = self._workshop.pick
        subject = picks.subject(self._cast.code(plan["pick"]))
        again = {
            pick.id for pick in picks.slots().values()
            if (pick.card, pick.card_group) == (subject.card, subject.card_group)
        }  # fmt: skip
        pick = again.pop() if again else picks.put(subject).id
        (slot,) = (number for number, row in picks.slots().items() if row.id == pick)
        for criterion in Criterion:
            picks.judge(slot, criterion, CriterionAnswer.YES, plan["why"].get(criterion, ""))
        return pick

    def _write_plan(self, pick: PickId, plan: Told) -> None:
        better, person = self._workshop.make_better, self._cast.person
        better.rename(pick, plan["title"])
        better.set_words(pick, promise_when=plan["when"], promise_we=plan["we"])
        better.assign_owner(pick, person(plan["owner"]))
        for name in plan["helpers"]:
            better.add_helper(pick, person(name))
        better.grant_licence(pick, plan["licence"], person(plan["giver"]), up_to=plan["up_to"])
        better.schedule(pick, self._workshop.today)
        better.set_words(pick, expectation=plan["expectation"])

    def _date_work(self, pick: PickId, plan: Told) -> None:
        """Write the steps, and date when they are done and what gets into their way."""
        better = self._workshop.make_better
        for step in plan["steps"]:
            by_when = self._workshop.today + timedelta(days=step["day"])
            row = better.steps.add(pick, step["words"], self._cast.person(step["who"]), by_when)
            if "done" in step:
                self._diary.in_days(step["done"], partial(better.steps.finish, row.id))
        for blocker in plan["blockers"]:
            self._diary.in_days(blocker["day"], partial(self._block, pick, blocker))

    def _block(self, pick: PickId, told: Told) -> None:
        blockers = self._workshop.make_better.blockers
        blockers.add(pick, told["words"], self._cast.person(told["remover"]))
        if "removed" in told:
            clear = partial(blockers.clear, pick, len(blockers.of(pick)))
            self._diary.in_days(told["removed"] - told["day"], clear)

    def _check(self, pick: PickId, plan: Told) -> None:
        check, told = self._workshop.check, plan["check"]
        said = []

        def record(answer: Told, who: CustomerId) -> None:
            row = check.record_answer(pick, answer["words"], Mark(answer["mark"]), customer=who)
            said.append(row.id)

        self._ask(told["answers"], [row.id for row in check.to_ask(pick)], record)
        check.give_verdict(pick, Verdict(told["verdict"]))
        if "expected" in told:
            check.conclusions.compare(pick, Expected(told["expected"]))
        if "best" in told:
            check.conclusions.choose_best(pick, said[told["best"] - 1])
        if "learned" in told:
            check.conclusions.write_learned(pick, told["learned"])
            check.choose_next_step(pick, NextStep(told["after"]))
        if "we_did" in told:
            self._workshop.share.write_we_did(pick, told["we_did"])
        for test in plan.get("staff_test", ()):
            self._diary.in_days(test["after"], partial(self._staff_test, pick, plan, test))

    def _ask(
        self, answers: Iterable[Told], among: list[CustomerId], record: Callable[..., object]
    ) -> None:
        """Ask one of these customers for each answer, or a new one where none is of its kind."""
        for answer in answers:
            who = self._cast.customer(answer["kind"], among)
            among = [customer for customer in among if customer != who]
            record(answer, who)

    def _staff_test(self, pick: PickId, plan: Told, test: Told) -> None:
        tests, today = self._workshop.staff_test, self._workshop.today
        for answer in test["stays"]:
            tests.add_answer(pick, Heading(answer["heading"]), answer["words"], answer["where"])
        if "fix" not in test:
            tests.mark_sure(pick, test["asked_of"])
            self._date_look(pick, plan)
            return
        by_when = today + timedelta(days=test["days"])
        fix = tests.mark_not_sure(
            pick, test["fix"], self._cast.person(test["who"]), by_when, test["asked_of"]
        )
        if "done" in test:
            self._diary.in_days(test["done"], partial(tests.finish_fix, fix.id))

    def _date_look(self, pick: PickId, plan: Told) -> None:
        if "look_again" in plan:
            due = months_after(self._workshop.today, LOOK_AGAIN_AFTER[0])
            self._diary.on(due, partial(self._look_again, pick, plan["look_again"]))

    def _look_again(self, pick: PickId, told: Told) -> None:
        looking = self._workshop.looking_again
        said_it = [row.customer.id for row in self._workshop.check.asked(pick).rows]
        self._ask(
            told["answers"],
            said_it,
            lambda answer, who: looking.record_answer(pick, answer["words"], customer=who),
        )
        looking.judge(pick, Look(told["found"]))
