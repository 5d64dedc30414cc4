"""One round of the bakery's story: what customers said, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from cxworkshop.model import ConversationId
from cxworkshop.sample.cast import Cast
from cxworkshop.sample.diary import Diary
from cxworkshop.sample.improvement import Improvement
from cxworkshop.workshop import Workshop

Told = Mapping[str, Any]  # a table of the story's file


class Chapter:
    """Tells a round from its first day on; days in it count from that day."""

    def __init__(self, workshop: Workshop, cast: Cast, diary: Diary, number: int) -> None:
        self._workshop, self._cast, self._diary, self._number = workshop, cast, diary, number

    def tell(self, told: Told) -> None:
        """Go through the first day, and write the others into the diary."""
        self._close_on(told)
        for talk in told["talk"]:
            self._talk(talk)
        for line in told["groups"]:
            headline, _colon, names = line.partition(":")
            cards = [self._cast.cards[name] for name in names.split()]
            self._workshop.big_list.group(cards, headline)
        for pair in told.get("opposite", ()):
            self._mark_opposites(pair)
        for plan in told["pick"]:
            Improvement(self._workshop, self._cast, self._diary).tell(plan)
        for name in ("cant", "hand_on", "tell"):
            for row in told.get(name, ()):
                self._diary.in_days(row["day"], partial(getattr(self, f"_{name}"), row))

    def _close_on(self, told: Told) -> None:
        for holiday in told.get("holiday", ()):
            first = self._workshop.today + timedelta(days=holiday["day"])
            for day in range(holiday["days"]):
                self._workshop.prepare.add_holiday(first + timedelta(days=day), holiday["words"])

    def _talk(self, talk: Told) -> None:
        who = self._workshop.talk.next_customer(kind=talk["kind"])
        asker = self._cast.person(talk["asked_by"])
        begun = self._workshop.talk.begin(who.id, asked_by=asker)
        for said in talk["said"]:
            self._say(begun.id, said)
        if "good" in talk:
            self._workshop.talk.praise(talk["good"], begun.id)
        self._workshop.talk.end(begun.id)
        if talk.get("wants_to_hear"):
            self._workshop.talk.customers.set_wants_to_hear(who.id)

    def _say(self, talk: ConversationId, said: Told) -> None:
        if said["card"] in self._cast.cards:
            self._workshop.talk.say_also(said["words"], talk, self._cast.cards[said["card"]])
            return
        card = self._workshop.talk.say(said["words"], talk, way=said.get("way"))
        self._cast.cards[said["card"]] = card.id
        for _nth in range(said.get("agreed", 0)):
            self._workshop.talk.agree(card.id, kind="regular")

    def _mark_opposites(self, pair: Told) -> None:
        opposites, find = self._workshop.pick.opposites, self._workshop.pick.subject
        one, other = (find(self._cast.code(pair[side])) for side in ("one", "other"))
        opposites.decide(opposites.mark(one, other).id, pair["decided"])

    def _cant(self, row: Told) -> None:
        answers = self._workshop.answers
        subject = answers.subject(self._cast.code(row["card"]))
        answers.cant(subject, row["why"], row["who_can"])

    def _hand_on(self, row: Told) -> None:
        answers = self._workshop.answers
        subject = answers.subject(self._cast.code(row["card"]))
        (answer,) = answers.hand_on(subject, row["to"])
        reply = partial(answers.their_answer, answer.id, row["their_answer"])
        self._diary.in_days(row["answered_after"], reply)

    def _tell(self, row: Told) -> None:
        """Tell somebody of this round; without how, nobody has told them yet."""
        if "how" in row:
            self._workshop.share.tell(row["who"], row["how"], self._number)
        else:
            self._workshop.share.add_to_tell(row["who"], self._number)
