"""What of the file is one customer's own: all that goes when they ask to be forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.exchange.pieces import respondent_half
from cxworkshop.model import (
    Card,
    CardGroup,
    CardId,
    Conversation,
    Customer,
    CustomerId,
    FrozenVerbatim,
    ImportAside,
    Pick,
    Question,
    Verbatim,
)
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import fold

CUTS = (200, 300)  # a group's headline and a question of the next round quote that many at most


@dataclass(frozen=True)
class CustomerData:
    """One customer's rows, and what is left of the cards that they spoke of."""

    store: StoreReader
    customer: Customer
    talks: tuple[Conversation, ...]
    verbatims: tuple[Verbatim, ...]
    frozen: tuple[FrozenVerbatim, ...]
    aside: tuple[ImportAside, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Their name, and what it was in edits that can still be undone."""
        rows = [self.customer, *self.store.former(Customer, self.customer.id)]
        return tuple(dict.fromkeys(row.name for row in rows if row.name))

    @cached_property
    def sayings(self) -> tuple[str, ...]:
        """All that they said, in every wording that the file still knows."""
        rows = [*self.verbatims]
        for verbatim in self.verbatims:
            rows += self.store.former(Verbatim, verbatim.id)
        said = [words for row in rows for words in (row.said, row.first_said)]
        said += [row.words for row in self.frozen] + [row.words for row in self.aside]
        return tuple(dict.fromkeys(words for words in said if words))

    def is_theirs(self, words: str) -> bool:
        """Whether a headline is what they said, or the beginning that was taken of it.

        What another customer has said as well is not theirs alone.
        """
        return bool(words) and fold(words) in self._own

    @cached_property
    def _own(self) -> frozenset[str]:
        mine = {row.id for row in self.verbatims}
        others = (row.said or "" for row in self.store.rows(Verbatim) if row.id not in mine)
        return frozenset(_cut(self.sayings)) - frozenset(_cut(others)) - {""}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards that hold nothing else, and were never picked: they go."""
        return tuple(card for card in self._bare if not self._is_picked(card))

    @cached_property
    def unnamed(self) -> tuple[Card, ...]:
        """The cards that stay, for others agreed or they were picked, but have no words left."""
        going = {card.id for card in self.cards}
        return tuple(card for card in self._wordless if card.id not in going)

    @cached_property
    def headed(self) -> tuple[Card, ...]:
        """The cards with others' words whose headline was theirs."""
        less = {card.id for card in self._wordless}
        rows = self.store.rows(Card)
        return tuple(row for row in rows if self.is_theirs(row.headline) and row.id not in less)

    @cached_property
    def groups(self) -> tuple[CardGroup, ...]:
        """The groups whose headline was theirs."""
        return tuple(row for row in self.store.rows(CardGroup) if self.is_theirs(row.headline))

    @cached_property
    def picks(self) -> tuple[Pick, ...]:
        """The picks whose title or frozen headline was theirs."""
        rows = self.store.rows(Pick)
        return tuple(row for row in rows if any(map(self.is_theirs, _heads(row))))

    @cached_property
    def questions(self) -> tuple[tuple[Question, str], ...]:
        """The questions of a next round that quote them, and what they quote."""
        own = {line for words in self.sayings for line in _lines(words) if self.is_theirs(line)}
        return tuple(_quoting(self.store.rows(Question), own))

    @cached_property
    def same_person(self) -> tuple[int, ...]:
        """Customers whose words came from a row of a file with the same person's id."""
        mine = {row.id for row in self.verbatims}
        halves = {*_halves(self.verbatims), *map(_half, self.aside)}
        brought = {row.brought_back for row in self.store.rows(ImportAside) if _half(row) in halves}
        rows = (row for row in self.store.rows(Verbatim) if row.id not in mine)
        twins = [row for row in rows if row.id in brought or halves & set(_halves([row]))]
        talks = (self.store.get(Conversation, row.conversation) for row in twins)
        return tuple(sorted({self.store.get(Customer, talk.customer).number for talk in talks}))

    @cached_property
    def _others(self) -> dict[CardId, list[Verbatim]]:
        """What remains of the cards whose words were theirs, or whose headline was."""
        mine = {row.id for row in self.verbatims}
        left: dict[CardId, list[Verbatim]] = {row.card: [] for row in self.verbatims if row.card}
        left |= {row.id: [] for row in self.store.rows(Card) if self.is_theirs(row.headline)}
        for row in self.store.rows(Verbatim):
            if row.card in left and row.id not in mine:
                left[row.card].append(row)
        return left

    @cached_property
    def _wordless(self) -> tuple[Card, ...]:
        found = []
        for card_id, others in self._others.items():
            card = self.store.get(Card, card_id)
            own = card.headline and not self.is_theirs(card.headline)
            if not own and not any(row.said for row in others):
                found.append(card)
        return tuple(found)

    @cached_property
    def _bare(self) -> tuple[Card, ...]:
        return tuple(card for card in self._wordless if not self._others[card.id])

    def _is_picked(self, card: Card) -> bool:
        return self.store.one(Pick, card=card.id) is not None


def customer_data(store: StoreReader, customer_id: CustomerId) -> CustomerData:
    """Everything of one customer; raises KeyError when there is no such."""
    talks = store.rows(Conversation, customer=customer_id)
    said = [row for talk in talks for row in store.rows(Verbatim, conversation=talk.id)]
    ids = {row.id for row in said}
    return CustomerData(
        store=store,
        customer=store.get(Customer, customer_id),
        talks=tuple(talks),
        verbatims=tuple(said),
        frozen=tuple(row for row in store.rows(FrozenVerbatim) if row.verbatim in ids),
        aside=tuple(_aside(store, talks, said)),
    )


def _aside(
    store: StoreReader, talks: Iterable[Conversation], said: list[Verbatim]
) -> Iterator[ImportAside]:
    """What was set aside of their answers: brought back as their words, or of the same row."""
    ids, batches = {row.id for row in said}, {talk.import_batch for talk in talks}
    rows = store.rows(ImportAside)
    halves = {_half(row) for row in rows if row.brought_back in ids}
    halves |= set(_halves(said))
    for row in rows:
        same = row.import_batch in batches and _half(row) in halves
        if row.brought_back in ids or (same and row.brought_back is None):
            yield row


def _halves(said: Iterable[Verbatim]) -> Iterator[str]:
    return (respondent_half(row.source_key) for row in said if row.source_key)


def _half(row: ImportAside) -> str:
    return respondent_half(row.source_key)


def _cut(sayings: Iterable[str]) -> Iterator[str]:
    return (fold(line) for words in sayings for line in _lines(words))


def _lines(words: str) -> set[str]:
    """The words as one line, whole and cut, as headlines and questions are made of them."""
    line = " ".join(words.split())
    cuts = [text[:most] for text in (words, line) for most in CUTS]
    return {line, *(" ".join(cut.split()) for cut in cuts)}


def _heads(pick: Pick) -> tuple[str, str]:
    return pick.title, pick.frozen_headline


def _quoting(questions: Iterable[Question], quotes: set[str]) -> Iterator[tuple[Question, str]]:
    for question in questions:
        for quote in quotes:
            if f"“{quote}”" in question.words:
                yield question, quote
