"""Gather the answers to everybody, and the slips for those who want to hear."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.content.values import (
    AnsweredWish,
    AnswersContent,
    AnswerSlip,
    AnswerSlipsContent,
    SlipWish,
)
from cxworkshop.model import Conversation, Customer, CustomerId
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.wishes import Wish, answers_to_everybody, customers_to_hear


class AnswersGatherer:
    """R6 decides what the answers claim; customers are numbers, named only where turned on (R7)."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def to_everybody(self, kinds: tuple[str, ...] = ()) -> AnswersContent:
        """Every wish with its answer; `kinds` are those that the list is for, empty for all."""
        found = answers_to_everybody(self._store)
        hearing = {customer.id for customer in customers_to_hear(self._store)}
        return AnswersContent(
            team=team(self._store).team,
            round_number=current_round(self._store).number,
            wishes=tuple(_answered(wish, hearing) for wish in found.wishes),
            counts=tuple((kind.value, n) for kind, n in found.counts.items()),
            unanswered=found.unanswered,
            awaited=found.awaited,
            slips=len(hearing),
            kinds=kinds,
        )

    def has_wishes(self) -> bool:
        """Whether anybody wished for anything."""
        return bool(answers_to_everybody(self._store).wishes)

    def has_slips(self) -> bool:
        """Whether any customer wants to hear, and has a wish."""
        return bool(customers_to_hear(self._store))

    def slips(self, *, names: bool = False) -> AnswerSlipsContent:
        """The wishes of each customer who wants to hear."""
        hearing = customers_to_hear(self._store)
        return AnswerSlipsContent(
            team=team(self._store).team,
            round_number=current_round(self._store).number,
            slips=tuple(
                self._slip(customer, wishes, names=names) for customer, wishes in hearing.items()
            ),
        )

    def _slip(self, customer: Customer, wishes: Iterable[Wish], *, names: bool) -> AnswerSlip:
        talks = {row.id for row in self._store.rows(Conversation, customer=customer.id)}
        return AnswerSlip(
            customer=customer.number,
            wishes=tuple(_on_slip(wish, talks) for wish in wishes),
            customer_name=(customer.name or "") if names else "",
        )


def _answered(wish: Wish, hearing: set[CustomerId]) -> AnsweredWish:
    card = wish.card
    return AnsweredWish(
        code=str(card.code),
        words=card.words,
        said=bool(card.words) and not card.headline,
        customers=len(card.customers),
        kind=wish.kind.value,
        lead=wish.lead,
        sentences=wish.sentences,
        slips=len(hearing & card.customers),
        awaited=wish.is_awaited,
    )


def _on_slip(wish: Wish, talks: Iterable[str]) -> SlipWish:
    said = [row.said for row in wish.card.verbatims if row.conversation in talks]
    own = tuple(words for words in said if words)
    return SlipWish(
        code=str(wish.card.code),
        words=own or (wish.card.words,),
        agreed=not own,
        kind=wish.kind.value,
        lead=wish.lead,
        sentences=wish.sentences,
    )
