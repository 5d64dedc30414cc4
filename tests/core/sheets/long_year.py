"""Workshops that went round after round, in whatever words a test wants on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from cxworkshop.model import (
    CardId,
    Criterion,
    CriterionAnswer,
    Expected,
    Heading,
    Look,
    Mark,
    NextStep,
    PickId,
    Verdict,
)
from cxworkshop.workshop import Workshop

DAY_1 = date(2026, 9, 1)
BETWEEN = timedelta(days=35)
Words = Callable[[str, int], str]  # what is said in a place, for the n-th time


@dataclass
class LongYear:
    """Round after round: talks, picks, checks, staff tests, looks again, answers, tellings.

    `words` writes every text that a person would type.
    """

    workshop: Workshop
    words: Words
    cards: list[CardId] = field(default_factory=list)
    kept: list[PickId] = field(default_factory=list)
    said: int = 0

    def go(self, rounds: int, *, customers: int, wishes: int, picks: int = 3) -> None:
        """All rounds; the last one stays in the middle of its thirty days."""
        self._prepare()
        for number in range(1, rounds + 1):
            start = DAY_1 + BETWEEN * (number - 1)
            self.workshop.today = start
            if number > 1:
                self.workshop.rounds.start_next()
            self._talk(customers, wishes)
            last = number == rounds
            chosen = [self._pick(n, start) for n in range(1, picks + 1)]
            self.workshop.today = start + timedelta(days=12 if last else 31)
            for n, pick in enumerate(chosen, 1):
                if last:
                    self._work(pick)
                else:
                    self._check(pick, (number * 3 + n) % 4)
            self._tell(number)
            self._look_again()

    def _text(self, place: str) -> str:
        self.said += 1
        return self.words(place, self.said)

    def _prepare(self) -> None:
        prepare = self.workshop.prepare
        prepare.set_good_at(self._text("good at"))
        prepare.set_experience(self._text("experience"))
        prepare.promises.add(self._text("promise"), self._text("customers get"))
        for _n in range(4):
            prepare.encounter.add(self._text("step"), self._text("adds"))

    def _talk(self, customers: int, wishes: int) -> None:
        talk, made = self.workshop.talk, 0
        for n in range(customers):
            who = talk.next_customer(kind=("regular", "new", "")[n % 3], name=f"Zebulon {n}")
            talk.customers.set_wants_to_hear(who.id, wants=n % 4 == 0)
            begun = talk.begin(who.id)
            while made * customers < wishes * (n + 1):
                ways = self.workshop.prepare.ways()
                way = ways[made % len(ways)].id
                self.cards.append(talk.say(self._text("wish"), begun.id, way=way).id)
                made += 1
            talk.agree(self.cards[-1 - n % 3], kind="regular")
            talk.praise(self._text("praise"), begun.id)
            talk.end(begun.id)

    def _person(self, place: str) -> object:
        return self.workshop.people.find_or_add(self._text(place))

    def _pick(self, slot: int, start: date) -> PickId:
        workshop = self.workshop
        carried = workshop.pick.slots().get(slot)  # another 30 days, with its plan
        subject = workshop.pick.candidates()[-slot].subject
        pick = carried.id if carried else workshop.pick.put(subject, slot).id
        for criterion in Criterion:
            workshop.pick.judge(slot, criterion, CriterionAnswer.YES, self._text("why"))
        if carried:
            workshop.make_better.schedule(pick, start)
        else:
            self._plan(pick, start)
        workshop.make_better.lock(pick)
        return pick

    def _plan(self, pick: PickId, start: date) -> None:
        better = self.workshop.make_better
        better.rename(pick, self._text("headline"))
        better.set_words(
            pick, promise_when=self._text("when"), promise_we=self._text("we"),
            expectation=self._text("expectation"),
        )  # fmt: skip
        better.assign_owner(pick, self._person("name"))
        for _n in range(2):
            better.add_helper(pick, self._person("name"))
        giver = self._person("name")
        better.grant_licence(pick, self._text("licence"), giver, up_to=self._text("up to"))
        better.schedule(pick, start)
        for n in range(3):
            better.steps.add(pick, self._text("step"), giver, start + timedelta(days=3 + 3 * n))
        for _n in range(2):
            better.blockers.add(pick, self._text("blocker"), giver)

    def _work(self, pick: PickId) -> None:
        better = self.workshop.make_better
        better.steps.finish(better.steps.of(pick)[0].id)
        better.blockers.clear(pick, 1)

    def _check(self, pick: PickId, kind: int) -> None:
        """Of four kinds: kept, not sure, some notice and kept, and they don't."""
        self._work(pick)
        check = self.workshop.check
        for n, customer in enumerate(check.to_ask(pick)[:4]):
            mark = Mark.NO_DIFFERENCE if kind == 3 or n == 3 else Mark.NOTICES
            check.record_answer(pick, self._text("answer"), mark, customer=customer.id)
        check.record_answer(pick, self._text("answer"), list(Mark)[kind], kind="new")
        check.mark_all_in(pick)
        check.give_verdict(pick, (Verdict.NOTICE, Verdict.SOME)[kind % 2] if kind < 3
                           else Verdict.NONE)  # fmt: skip
        check.conclusions.compare(pick, list(Expected)[kind % 3])
        if kind == 3:
            check.conclusions.write_learned(pick, self._text("learned"))
            again = NextStep.AGAIN if len(check.conclusions.earlier(pick)) < 1 else NextStep.BACK
            check.choose_next_step(pick, again)
            return
        for heading in Heading:
            self.workshop.staff_test.add_answer(
                pick, heading, self._text("it stays"), self._text("where")
            )
        if kind == 1:
            by_when = self.workshop.today + timedelta(days=14)
            self.workshop.staff_test.mark_not_sure(
                pick, self._text("fix"), self._person("name"), by_when
            )
        else:
            self.workshop.staff_test.mark_sure(pick, self._text("name"))

    def _tell(self, number: int) -> None:
        share = self.workshop.share
        share.add_to_tell(self._text("name"))
        told = share.to_tell()
        if told:
            share.mark_told(told[0].id, self._text("how"))
        if number == 1:
            answers, codes = self.workshop.answers, self._free_codes()
            answers.cant(answers.subject(codes[0]), self._text("because"), self._text("who can"))
            if len(codes) > 1:
                answers.hand_on(answers.subject(codes[1]), self._text("name"))

    def _free_codes(self) -> list[str]:
        picked = {row.card for row in self.workshop.pick.slots().values()}
        cards = self.workshop.big_list.board().cards
        return [str(card.code) for card in cards if card.id not in picked]

    def _look_again(self) -> None:
        """Whatever is due by now: noticed, slipping and gone by turns."""
        looking = self.workshop.looking_again
        for outcome in looking.kept():
            pick = outcome.pick.id
            due = self.workshop.today - timedelta(days=95 * (1 + len(looking.looks(pick))))
            if outcome.pick.check_on is None or outcome.pick.check_on > due:
                continue
            for _n in range(2):
                looking.record_answer(pick, self._text("look"), kind="regular")
            looking.judge(pick, list(Look)[self.said % 5 % len(Look)])


def long_year(
    path: Path,
    words: Words,
    *,
    team: str = "Harbour Street Library",
    rounds: int = 3,
    customers: int = 8,
    wishes: int = 8,
) -> Workshop:
    """A workshop that has gone so many rounds."""
    workshop = Workshop.new(path, team, DAY_1)
    LongYear(workshop, words).go(rounds, customers=customers, wishes=wishes)
    return workshop
