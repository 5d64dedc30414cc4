"""Nobody is left unanswered: what becomes of each wish, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from cxworkshop.errors import BadWords, PickedStays
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Answer, Card, CardId, Customer, Left, Pick
from cxworkshop.queries.rounds import slots
from cxworkshop.queries.subjects import Subject, named_subject, pick_subject, refuse_off_list
from cxworkshop.stops.big_list.placement import Placement
from cxworkshop.stops.stop import Stop, fitting, headline, needed
from cxworkshop.store.tables.journal import Store
from cxworkshop.wishes import (
    EverybodysAnswers,
    Wish,
    answers_to_everybody,
    customers_to_hear,
    open_answers,
)


class Answers(Stop):
    """The answers to wishes, and the two that people write: we can't, and handed on.

    With such an answer a card leaves the list, until customers raise it again. What is in a slot of
    this round raises PickedStays, and what was kept NotFound. With `sure`, 20 cards or more are
    answered without asking first (R12).
    """

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        super().__init__(store, today)
        self._placement = Placement(store, today)

    def subject(self, code: str) -> Subject:
        """Return what "17" or "B" stands for, also a card that left the list; raises NotFound."""
        return named_subject(self._store, self._round.id, code)

    def to_everybody(self) -> EverybodysAnswers:
        """Return every wish with its answer, by code."""
        return answers_to_everybody(self._store)

    def of(self, card: CardId) -> Wish | None:
        """Return a card's wish; None for a card that is set aside, or says nothing."""
        return next((wish for wish in self.to_everybody().wishes if wish.card.id == card), None)

    def to_hear(self) -> dict[Customer, tuple[Wish, ...]]:
        """Return the customers who want to hear and have a wish, by number, with their wishes."""
        return customers_to_hear(self._store)

    def cant(
        self, subject: Subject, why: str, who_can: str = "", *, sure: bool = False
    ) -> list[Answer]:
        """Answer that we can't, why, and who can. Raises BadWords without a why."""
        said, who = needed(why), fitting(who_can)
        title = _("Answer that we can’t: {name}").format(name=subject.in_title)
        given = {"left": Left.CANT, "why": said, "who_can": who}
        return self._give(subject, title, given, sure=sure)

    def hand_on(
        self, subject: Subject, to: str, asked_on: date | None = None, *, sure: bool = False
    ) -> list[Answer]:
        """Hand it on to somebody, who were asked today or on another day.

        Raises BadWords without a name, and for a day to come.
        """
        name, day = headline(needed(to)), asked_on or self._today()
        if day > self._today():
            raise BadWords(_("That day is still to come. When were they asked?"))
        title = _("Hand on {name}").format(name=subject.in_title)
        given = {"left": Left.HANDED_ON, "handed_to": name, "asked_on": day}
        return self._give(subject, title, given, sure=sure)

    def their_answer(self, answer_id: str, words: str) -> Answer:
        """Write down what those to whom it was handed on answered."""
        was = self._store.get(Answer, answer_id)
        row = replace(was, their_answer=needed(words))
        code = self._store.get(Card, was.card).code
        with self._store.edit(_("Write down the answer to card {code}").format(code=code)) as edit:
            edit.write(row)
        return row

    def _give(
        self, subject: Subject, title: str, given: dict[str, Any], *, sure: bool
    ) -> list[Answer]:
        """Let all its cards leave with an answer of these values, as one edit."""
        self._placement.ask(len(subject.cards), sure=sure)
        places = [
            refuse_off_list(self._store, self._round.id, card, (Left.KEPT,))
            for card in subject.cards
        ]
        self._refuse_picked(subject)
        groups = self._placement.groups_of(subject.cards)
        words = self._placement.headlines_from(subject.cards)
        with self._store.edit(title) as edit:
            rows = [self._row(card, given) for card in subject.cards]
            for row, place in zip(rows, places, strict=True):
                edit.write(row)
                self._write_place(edit, replace(place, left=row.left))
            self._placement.tidy_groups(edit, groups, words)
        return rows

    def _row(self, card: CardId, given: dict[str, Any]) -> Answer:
        """A new answer; one that was given in this round is put right instead."""
        was = open_answers(self._store).get(card)
        name = was.id if was and was.round == self._round.id else new_id()
        # What they said stands, as long as it was handed on to the same.
        same = was is not None and bool(was.handed_to) and was.handed_to == given.get("handed_to")
        said = was.their_answer if was and same else ""
        return Answer(
            id=name,
            round=self._round.id,
            card=card,
            given_on=self._today(),
            their_answer=said,
            **given,
        )

    def _refuse_picked(self, subject: Subject) -> None:
        """Raise PickedStays for what is in a slot of this round, as a part of a group too."""
        for number, pick_id in slots(self._store, self._round.id).items():
            other = pick_subject(self._store, self._store.get(Pick, pick_id))
            if set(other.cards) & set(subject.cards):
                raise PickedStays(other.name, number)
