"""A worked example: an invented bakery, three rounds in, built through the public methods only.

Round 1 is finished and kept, round 2 checked but not sure, round 3 on day 12 of 30.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from cxworkshop import paths
from cxworkshop.model import (
    CardId,
    Criterion,
    CriterionAnswer,
    Heading,
    Mark,
    PersonId,
    PickId,
    Verdict,
)
from cxworkshop.workshop import Workshop

DAY_OF_ROUND_3 = 12
DAYS_BETWEEN_ROUNDS = 35


def bakery(workshop: Workshop) -> None:
    """Fill a new workshop, so that today is day 12 of its third round."""
    today = workshop.today
    story = tomllib.loads(paths.resource("examples", "bakery.toml").read_text(encoding="utf-8"))
    starts = [today - timedelta(days=DAY_OF_ROUND_3 + DAYS_BETWEEN_ROUNDS * n) for n in (2, 1, 0)]
    filler = _BakeryFiller(workshop)
    filler.prepare(story)
    for number, (start, chapter) in enumerate(zip(starts, story["round"], strict=True), start=1):
        workshop.today = start
        if number == 1:
            workshop.prepare.set_day_1(start)
        else:
            workshop.rounds.start_next()
        filler.round(chapter, start)
        if number == 1:
            filler.put_words_at_steps(story)
    workshop.today = today


class _BakeryFiller:
    """Fills a workshop with the bakery's story from its file, one method a stop."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._cards: dict[str, CardId] = {}

    def prepare(self, story: Mapping[str, Any]) -> None:
        """Add what the bakery offers to whom, what it promises and who works there."""
        self._workshop.prepare.set_good_at(story["good_at"])
        self._workshop.prepare.set_experience(story["experience"])
        for words in story["serve"]:
            self._workshop.prepare.served.add(words)
        for words in story["not_please"]:
            self._workshop.prepare.served.add_not_pleased(words)
        for person in story["person"]:
            who = self._person(person["name"])
            self._workshop.people.describe(who, role=person["role"], has_say=person["say"])
        for deed in story["deed"]:
            self._workshop.prepare.promises.add(deed["promise"], deed["customers_say"])
        for step in story["step"]:
            row = self._workshop.prepare.encounter.add(step["words"], step["adds"])
            if "worth_more" in step:
                self._workshop.prepare.encounter.set_worth_more(row.id, step["worth_more"])

    def put_words_at_steps(self, story: Mapping[str, Any]) -> None:
        """Place what customers said in the first round at the steps of the encounter."""
        encounter = self._workshop.prepare.encounter
        for row, step in zip(encounter.steps(), story["step"], strict=True):
            encounter.put_words([self._cards[name] for name in step.get("cards", ())], row.id)

    def round(self, chapter: Mapping[str, Any], start: date) -> None:
        """Go through one round, as far as its chapter goes."""
        self._talk(chapter)
        for line in chapter["groups"]:
            headline, _colon, names = line.partition(":")
            cards = [self._cards[name] for name in names.split()]
            self._workshop.big_list.group(cards, headline)
        for plan in chapter["pick"]:
            self._pick(plan, start)

    def _talk(self, chapter: Mapping[str, Any]) -> None:
        for talk in chapter["talk"]:
            who = self._workshop.talk.next_customer(kind=talk["kind"])
            asker = self._person(talk["asked_by"])
            begun = self._workshop.talk.begin(who.id, asked_by=asker)
            for said in talk["said"]:
                self._say(begun.id, said)
            if "good" in talk:
                self._workshop.talk.praise(talk["good"], begun.id)
            self._workshop.talk.end(begun.id)
            if talk.get("wants_to_hear"):
                self._workshop.talk.customers.set_wants_to_hear(who.id)

    def _say(self, talk: Any, said: Mapping[str, Any]) -> None:
        if said["card"] in self._cards:
            self._workshop.talk.say_also(said["words"], talk, self._cards[said["card"]])
            return
        card = self._workshop.talk.say(said["words"], talk, way=said.get("way"))
        self._cards[said["card"]] = card.id
        for _nth in range(said.get("agreed", 0)):
            self._workshop.talk.agree(card.id, kind="regular")

    def _pick(self, plan: Mapping[str, Any], start: date) -> None:
        subject = self._workshop.pick.subject(self._code(plan["pick"]))
        pick = self._workshop.pick.put(subject).id
        slot = len(self._workshop.pick.slots())
        for criterion in Criterion:
            self._workshop.pick.judge(
                slot, criterion, CriterionAnswer.YES, plan["why"].get(criterion, "")
            )
        self._plan(pick, plan, start)
        self._workshop.make_better.lock(pick)
        self._check(pick, plan, start)
        self._staff_test(pick, plan)

    def _plan(self, pick: PickId, plan: Mapping[str, Any], start: date) -> None:
        better = self._workshop.make_better
        better.rename(pick, plan["title"])
        better.set_words(pick, promise_when=plan["when"], promise_we=plan["we"])
        better.assign_owner(pick, self._person(plan["owner"]))
        for name in plan["helpers"]:
            better.add_helper(pick, self._person(name))
        better.grant_licence(
            pick, plan["licence"], self._person(plan["giver"]), up_to=plan["up_to"]
        )
        better.schedule(pick, start)
        better.set_words(pick, expectation=plan["expectation"])
        for step in plan["steps"]:
            by_when = start + timedelta(days=step["day"])
            row = better.steps.add(pick, step["words"], self._person(step["who"]), by_when)
            if step["done"]:
                better.steps.finish(row.id)
        for blocker in plan["blockers"]:
            better.blockers.add(pick, blocker["words"], self._person(blocker["remover"]))
            if "days_lost" in blocker:
                better.blockers.clear(pick, len(better.blockers.of(pick)), blocker["days_lost"])

    def _check(self, pick: PickId, plan: Mapping[str, Any], start: date) -> None:
        if "answers" not in plan:
            return
        self._workshop.today = start + timedelta(days=31)
        for answer in plan["answers"]:
            self._workshop.check.record_answer(
                pick, answer["words"], Mark(answer["mark"]), kind=answer["kind"]
            )
        self._workshop.check.give_verdict(pick, Verdict(plan["verdict"]))

    def _staff_test(self, pick: PickId, plan: Mapping[str, Any]) -> None:
        for answer in plan.get("stays", ()):
            self._workshop.staff_test.add_answer(
                pick, Heading(answer["heading"]), answer["words"], answer["where"]
            )
        if "fix" in plan:
            fix = plan["fix"]
            by_when = self._workshop.today + timedelta(days=fix["day"])
            self._workshop.staff_test.mark_not_sure(
                pick, fix["words"], self._person(fix["who"]), by_when
            )
        elif plan.get("stays"):
            self._workshop.staff_test.mark_sure(pick, "two new starters")

    def _code(self, name: str) -> str:
        """The code of a group, by its headline, or of a card, by its name in the story."""
        board = self._workshop.big_list.board()
        for group in board.groups:
            if group.headline == name:
                return group.letter
        return str(next(card.code for card in board.cards if card.id == self._cards[name]))

    def _person(self, name: str) -> PersonId:
        return self._workshop.people.find_or_add(name)
