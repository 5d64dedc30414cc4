"""Random years: nothing judged is rewritten (R14), nothing promised drops out of sight (R13)."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Self

from cxworkshop.errors import Refusal
from cxworkshop.model import (
    Criterion,
    CriterionAnswer,
    Heading,
    Look,
    Mark,
    NextStep,
    PickId,
    Round,
    Verdict,
)
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.workshop import Workshop
from tests.soak.table import Row

START, LONG_AFTER = date(2026, 1, 5), date(2036, 1, 5)
STEPS = 120  # actions; a year ends with its fourth round
WORDS = ("The phone rings", "It is cold", "I waited", "Nobody told me", "The bill is wrong",
         "The door sticks", "You were rude", "I got lost")  # fmt: skip


class Year:
    """One workshop, and random actions on it through its public methods.

    With `finishes_earlier`, checks and tests of earlier rounds are finished too.
    """

    def __init__(self, seed: object, *, finishes_earlier: bool = False) -> None:
        self._finishes_earlier = finishes_earlier
        self.chance = random.Random(str(seed))
        self.workshop = Workshop.new(Path("year.cxw"), "Team", START)
        self.people = [self.workshop.people.find_or_add(name) for name in ("Ada", "Ben", "Cleo")]
        self.finished: set[str] = set()  # open things that the last action may have finished
        self.put_down_of = 0  # the round of which the last action put something down
        for words in WORDS:
            self._say(words)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        """Let the workshop go; nothing of it is kept."""
        self.workshop.file.leave()

    def act(self) -> str:
        """Do something that a team does; returns its name. A refusal is fine."""
        self.finished.clear()
        self.put_down_of = 0
        self.workshop.today += timedelta(days=self.chance.choice((0, 0, 0, 1, 5)))
        action = self.chance.choice(ACTIONS)
        with suppress(Refusal):
            action(self)
        return action.__name__

    def _say(self, words: str) -> None:
        talk = self.workshop.talk.begin(self.workshop.talk.next_customer(kind="guest").id)
        self.workshop.talk.say(words, talk.id)

    def say(self) -> None:
        self._say(self.chance.choice(WORDS))

    def agree(self) -> None:
        self.workshop.talk.agree(self.chance.choice(self._cards()))

    def raise_again(self) -> None:
        board = self.workshop.big_list.board()
        talk = self.workshop.talk.begin(self.workshop.talk.next_customer().id)
        away = [card.id for card in (*board.left, *board.aside)]
        if away:
            self.workshop.talk.say_also("It is back", talk.id, self.chance.choice(away))

    def group(self) -> None:
        cards = self._cards()
        self.workshop.big_list.group(self.chance.sample(cards, min(2, len(cards))), "Together")

    def rename_group(self) -> None:
        groups = self.workshop.big_list.board().groups
        if groups:
            self.workshop.big_list.rename(self.chance.choice(groups).id, "Another name")

    def ungroup(self) -> None:
        self.workshop.big_list.ungroup([self.chance.choice(self._cards())])

    def set_aside(self) -> None:
        self.workshop.big_list.set_aside([self.chance.choice(self._cards())])

    def pick(self) -> None:
        lines = [one for one in self.workshop.pick.candidates() if not one.slot]
        if lines:
            self.workshop.pick.put(self.chance.choice(lines).subject)

    def take_out(self) -> None:
        self.workshop.pick.take_out(self.chance.choice((1, 2, 3)))

    def plan(self) -> None:
        self._plan(self.chance.choice((1, 2, 3)))

    def _plan(self, slot: int) -> None:
        pick = self.workshop.pick.in_slot(slot).id
        better = self.workshop.make_better
        for criterion in Criterion:
            self.workshop.pick.judge(slot, criterion, CriterionAnswer.YES)
        better.set_words(pick, promise_when="a customer waits", promise_we="tell them")
        better.assign_owner(pick, self.people[0])
        better.grant_licence(pick, "what it takes", self.people[1])
        better.schedule(pick, self.workshop.today)

    def lock(self) -> None:
        self.workshop.make_better.lock(self._any_pick())

    def unlock(self) -> None:
        self.workshop.make_better.unlock(self._any_pick())

    def go_on(self) -> None:
        """The next thing to do with one of the picks, in the order of the stops."""
        slot = self.chance.choice(list(self.workshop.pick.slots()) or [1])
        pick = self.workshop.pick.in_slot(slot)
        if pick.locked_on is None:
            self._plan(slot)
            self.workshop.make_better.lock(pick.id)
            return
        check = self.workshop.check.latest(pick.id)
        if check.verdict is None and len(self.workshop.check.answers(pick.id)) < 2:
            self._answer(pick.id)
        elif check.verdict is None:
            self._judge(pick.id)
        elif check.verdict is not Verdict.NONE:
            self._test_staff(pick.id)

    def add_step(self) -> None:
        day = self.workshop.today + timedelta(days=self.chance.choice((1, 9)))
        self.workshop.make_better.steps.add(self._any_pick(), "Write it down", self.people[0], day)

    def finish_step(self) -> None:
        steps = self.workshop.make_better.steps.of(self._any_pick())
        if steps:
            self._finish("first_step", steps[0].id)
            self.workshop.make_better.steps.finish(steps[0].id)

    def add_blocker(self) -> None:
        self.workshop.make_better.blockers.add(self._any_pick(), "No key", self.people[2])

    def clear_blocker(self) -> None:
        pick = self._any_pick()
        blockers = self.workshop.make_better.blockers.of(pick)
        if blockers:
            self._finish("blocker", blockers[0].id)
            self.workshop.make_better.blockers.clear(pick, 1)

    def answer_check(self) -> None:
        self._answer(self._any_pick())

    def _answer(self, pick: PickId) -> None:
        mark = self.chance.choice((Mark.NOTICES, Mark.NO_DIFFERENCE))
        self.workshop.check.record_answer(pick, "Now it is so", mark)

    def judge(self) -> None:
        self._judge(self._any_pick())

    def _judge(self, pick: PickId) -> None:
        verdict = self.chance.choice(tuple(Verdict))
        check = self.workshop.check.latest(pick)
        self._finish("day_30_check", check.id)
        self.workshop.check.give_verdict(pick, verdict)
        if verdict is Verdict.NONE:
            self.workshop.check.choose_next_step(pick, self.chance.choice(tuple(NextStep)))

    def test_staff(self) -> None:
        self._test_staff(self._any_pick())

    def _test_staff(self, pick: PickId) -> None:
        self.workshop.staff_test.add_answer(pick, Heading.WRITTEN, "On the list", "At the door")
        latest = self.workshop.staff_test.latest(pick)
        self._finish("staff_test", latest.id if latest else "")
        self._finish("day_30_check", self.workshop.check.latest(pick).id)
        if self.chance.random() < 0.5:
            self.workshop.staff_test.mark_sure(pick)
        else:
            day = self.workshop.today + timedelta(days=14)
            self.workshop.staff_test.mark_not_sure(pick, "Write it", self.people[0], day)

    def finish_fix(self) -> None:
        fixes = [row for row in self.workshop.staff_test.fixes(self._any_pick()) if not row.done_on]
        if fixes:
            self._finish("fix", fixes[0].id)
            self.workshop.staff_test.finish_fix(fixes[0].id)

    def add_to_tell(self) -> None:
        self.workshop.share.add_to_tell("All staff")

    def tell(self) -> None:
        people = [row for row in self.workshop.share.to_tell() if row.told_on is None]
        if people:
            self._finish("told", people[0].id)
            self.workshop.share.mark_told(people[0].id)

    def look_again(self) -> None:
        kept = self.workshop.looking_again.kept()
        if kept:
            pick = self.chance.choice(kept).pick.id
            self._finish("look_again", "")
            self.workshop.looking_again.record_answer(pick, "Still good")
            self.workshop.looking_again.judge(pick, self.chance.choice(tuple(Look)))

    def put_down(self) -> None:
        things = self.workshop.open_promises.now()
        if things:
            thing = self.chance.choice(things)
            self.finished.add(thing.id)
            self.put_down_of = thing.round_number
            self.workshop.open_promises.put_down(thing.id, "They closed")

    def start_next(self) -> None:
        if self.chance.random() < 0.6:
            self.workshop.rounds.start_next()

    def is_judged(self, pick: PickId) -> bool:
        """Whether the last action gave this pick's check its verdict."""
        return any(name.startswith(f"day_30_check/{pick}/") for name in self.finished)

    def _finish(self, table: str, row: str) -> None:
        self.finished.add(f"{table}/{row}")

    def _cards(self) -> list[Any]:
        return [card.id for card in self.workshop.big_list.board().cards]

    def _any_pick(self) -> PickId:
        if self._finishes_earlier and self.chance.random() < 0.3:
            number = self.chance.randint(1, self.workshop.rounds.current().number)
            earlier = list(self.workshop.pick.slots(number).values())
            if earlier:
                return self.chance.choice(earlier).id
        picks = list(self.workshop.pick.slots().values())
        if not picks:
            self.pick()
            picks = list(self.workshop.pick.slots().values())
        return self.chance.choice(picks).id


# What is over with the verdict of a check: the steps where customers don't notice, and the staff
# test that was asked for another verdict.
_OF_A_PLAN = (OpenKind.STEP, OpenKind.BLOCKER)
_OF_A_TRY = (*_OF_A_PLAN, OpenKind.STAFF_TEST, OpenKind.LOOK_AGAIN)

ACTIONS: tuple[Callable[[Year], None], ...] = (
    Year.say, Year.agree, Year.raise_again, Year.group, Year.rename_group, Year.ungroup,
    Year.set_aside, Year.pick, Year.pick, Year.take_out, Year.plan, Year.plan, Year.lock,
    Year.lock, Year.unlock, Year.add_step, Year.finish_step, Year.add_blocker,
    Year.clear_blocker, Year.answer_check, Year.answer_check, Year.judge, Year.judge,
    Year.test_staff, Year.finish_fix, Year.add_to_tell, Year.tell, Year.look_again,
    Year.put_down, Year.start_next, *(14 * (Year.go_on,)),
)  # fmt: skip


def told_of(workshop: Workshop, round_: Round) -> tuple[object, ...]:
    """Everything that a finished round says of itself, on its papers and in its year.

    It is asked on one day far ahead: what is late on a day is no rewriting.
    """
    then, today = workshop.in_round(round_.number), workshop.today
    workshop.today = LONG_AFTER
    try:
        return (
            then.content.share.posters(),
            then.content.books.round_book(),
            then.content.books.year_book(),
            then.big_list.board(),
        )
    finally:
        workshop.today = today


def rewritten(year: Year, steps: int) -> str:
    """What an action of a later round rewrote (R14); "" for nothing.

    To put down what a finished round left open is to finish it, and is told from then on.
    """
    before: dict[int, tuple[object, ...]] = {}
    for step in range(steps):
        action = year.act()
        rounds = year.workshop.rounds.all()
        if year.put_down_of:
            before = {n: told for n, told in before.items() if n < year.put_down_of}
        for round_ in rounds[:-1]:
            now = told_of(year.workshop, round_)
            was = before.setdefault(round_.number, now)
            if now != was:
                place = next(
                    n for n, pair in enumerate(zip(was, now, strict=True)) if pair[0] != pair[1]
                )
                return f"step {step}, {action}: part {place} of round {round_.number}"
        if len(rounds) > 3:
            break
    return ""


def dropped(year: Year, steps: int) -> str:
    """What was promised and is not, without being done or put down (R13); "" for nothing."""
    before = _promised(year)
    for step in range(steps):
        number = year.workshop.rounds.current().number
        action = year.act()
        now = _promised(year)
        for thing in (before[name] for name in before.keys() - now.keys()):
            if not (_is_done(year, thing) or _goes_on(year, thing) or _was_draft(year, thing)):
                return f"step {step}, {action}: {thing.kind.value} of round {thing.round_number}"
        before = now
        if number > 3:
            break
    return ""


def _promised(year: Year) -> dict[str, OpenThing]:
    promises = year.workshop.open_promises
    return {thing.id: thing for thing in (*promises.now(), *promises.coming())}


def _is_done(year: Year, thing: OpenThing) -> bool:
    if thing.kind is OpenKind.LOOK_AGAIN and "look_again/" in year.finished:
        return True
    is_over = thing.pick is not None and year.is_judged(thing.pick) and thing.kind in _OF_A_TRY
    return thing.id in year.finished or is_over


def _goes_on(year: Year, thing: OpenThing) -> bool:
    """Whether a pick of a later round has it now: its steps and blockers are copied along."""
    if thing.pick is None:
        return False
    story = year.workshop.share.story(thing.pick)
    return story[-1].id != thing.pick


def _was_draft(year: Year, thing: OpenThing) -> bool:
    """Whether it was part of a plan that was given up before anybody had locked it."""
    picks = {pick.id for pick in year.workshop.pick.slots().values()}
    return thing.kind in _OF_A_PLAN and thing.pick not in picks


def run(count: int, seed: int) -> list[Row]:
    """So many random years for each of the two rules."""
    return [rewriting(count, seed), dropping(count, seed)]


def rewriting(count: int, seed: int) -> Row:
    """Whether later rounds leave finished ones as they were (R14)."""
    wrong = []
    for number in range(count):
        with Year(f"{seed} {number}") as year:
            wrong += filter(None, [rewritten(year, STEPS)])
    return Row("rounds rewritten by later ones", count, len(wrong), "; ".join(wrong[:5]))


def dropping(count: int, seed: int) -> Row:
    """Whether what was promised stays in sight (R13)."""
    wrong = []
    for number in range(count):
        with Year(f"{seed} {number}", finishes_earlier=True) as year:
            wrong += filter(None, [dropped(year, STEPS)])
    return Row("promises that drop out of sight", count, len(wrong), "; ".join(wrong[:5]))
