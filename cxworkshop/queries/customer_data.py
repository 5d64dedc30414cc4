"""Everything in the file that is one customer's: what goes when they ask to be forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.exchange.pieces import respondent_half
from cxworkshop.model import (
    Card,
    CardId,
    Conversation,
    Customer,
    CustomerId,
    FrozenVerbatim,
    ImportAside,
    Pick,
    Question,
    Quote,
    RoundGroup,
    Verbatim,
)
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import fold

_OPEN, _CLOSED = "“„«»‹「『”", "”“»«›」』"  # German, French, Danish, Japanese …
CUTS = (200, 300)  # characters quoted at most in a group's headline, and in a later question


@dataclass(frozen=True)
class CustomerData:
    """One customer's rows, and the cards and headlines that are made of their words."""

    store: StoreReader
    customer: Customer
    talks: tuple[Conversation, ...]
    verbatims: tuple[Verbatim, ...]
    frozen: tuple[FrozenVerbatim, ...]
    quotes: tuple[Quote, ...]
    aside: tuple[ImportAside, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Their name, and former ones from edits that can still be undone."""
        rows = [self.customer, *self.store.former(Customer, self.customer.id)]
        return tuple(dict.fromkeys(row.name for row in rows if row.name))

    @cached_property
    def wordings(self) -> tuple[str, ...]:
        """Everything they said, in every wording that the file still holds."""
        rows = [*self.verbatims]
        for verbatim in self.verbatims:
            rows += self.store.former(Verbatim, verbatim.id)
        said = [words for row in rows for words in (row.said, row.first_said)]
        said += [row.words for row in self.frozen] + [row.words for row in self.aside]
        return tuple(dict.fromkeys(words for words in said if words))

    def is_own(self, words: str) -> bool:
        """Whether a headline is made of their words, whole or cut off.

        Not if another customer has said the same.
        """
        return bool(words) and fold(words) in self._own_headlines

    @cached_property
    def _own_headlines(self) -> frozenset[str]:
        own_ids = {row.id for row in self.verbatims}
        others = (row.said or "" for row in self.store.rows(Verbatim) if row.id not in own_ids)
        return frozenset(_cut(self.wordings)) - frozenset(_cut(others)) - {""}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The cards that go: they hold nothing else, and were never picked."""
        return tuple(card for card in self._cards_without_others if not self._is_picked(card))

    @cached_property
    def wordless_cards(self) -> tuple[Card, ...]:
        """The cards that stay without words, because others agreed or they were picked."""
        going = {card.id for card in self.cards}
        return tuple(card for card in self._wordless if card.id not in going)

    @cached_property
    def headline_cards(self) -> tuple[Card, ...]:
        """The cards with words of others whose headline is the customer's own."""
        wordless = {card.id for card in self._wordless}
        rows = self.store.rows(Card)
        return tuple(row for row in rows if self.is_own(row.headline) and row.id not in wordless)

    @cached_property
    def groups(self) -> tuple[RoundGroup, ...]:
        """The groups whose headline is the customer's own."""
        return tuple(row for row in self.store.rows(RoundGroup) if self.is_own(row.headline))

    @cached_property
    def picks(self) -> tuple[Pick, ...]:
        """The picks whose title or frozen headline is the customer's own."""
        rows = self.store.rows(Pick)
        return tuple(row for row in rows if any(map(self.is_own, _headlines(row))))

    @cached_property
    def questions(self) -> tuple[tuple[Question, str], ...]:
        """The questions of later rounds that quote them, each with its quote."""
        own = {line for words in self.wordings for line in _lines(words) if self.is_own(line)}
        return tuple(_quoting(self.store.rows(Question), own))

    @cached_property
    def same_person(self) -> tuple[int, ...]:
        """The numbers of customers whose words came from a file's row with the same person's id."""
        own_ids = {row.id for row in self.verbatims}
        own = {*_respondents(self.verbatims), *map(_respondent, self.aside)}
        asides = self.store.rows(ImportAside)
        brought = {row.brought_back for row in asides if _respondent(row) in own}
        rows = (row for row in self.store.rows(Verbatim) if row.id not in own_ids)
        twins = [row for row in rows if row.id in brought or own & set(_respondents([row]))]
        talks = (self.store.get(Conversation, row.conversation) for row in twins)
        return tuple(sorted({self.store.get(Customer, talk.customer).number for talk in talks}))

    @cached_property
    def _others(self) -> dict[CardId, list[Verbatim]]:
        """What others said on the cards with words or a headline of this customer."""
        own_ids = {row.id for row in self.verbatims}
        others: dict[CardId, list[Verbatim]] = {row.card: [] for row in self.verbatims if row.card}
        others |= {row.id: [] for row in self.store.rows(Card) if self.is_own(row.headline)}
        for row in self.store.rows(Verbatim):
            if row.card in others and row.id not in own_ids:
                others[row.card].append(row)
        return others

    @cached_property
    def _wordless(self) -> tuple[Card, ...]:
        found = []
        for card_id, others in self._others.items():
            card = self.store.get(Card, card_id)
            own = card.headline and not self.is_own(card.headline)
            if not own and not any(row.said for row in others):
                found.append(card)
        return tuple(found)

    @cached_property
    def _cards_without_others(self) -> tuple[Card, ...]:
        return tuple(card for card in self._wordless if not self._others[card.id])

    def _is_picked(self, card: Card) -> bool:
        return self.store.one(Pick, card=card.id) is not None


def customer_data(store: StoreReader, customer_id: CustomerId) -> CustomerData:
    """Gather everything that is one customer's; raises KeyError for an unknown one."""
    talks = store.rows(Conversation, customer=customer_id)
    said = [row for talk in talks for row in store.rows(Verbatim, conversation=talk.id)]
    ids = {row.id for row in said}
    return CustomerData(
        store=store,
        customer=store.get(Customer, customer_id),
        talks=tuple(talks),
        verbatims=tuple(said),
        frozen=tuple(row for row in store.rows(FrozenVerbatim) if row.verbatim in ids),
        quotes=tuple(row for row in store.rows(Quote) if row.verbatim in ids),
        aside=tuple(_aside(store, talks, said)),
    )


def _aside(
    store: StoreReader, talks: Iterable[Conversation], said: list[Verbatim]
) -> Iterator[ImportAside]:
    """Their answers that were set aside: since brought back, or from a row that is theirs."""
    ids, batches = {row.id for row in said}, {talk.import_batch for talk in talks}
    rows = store.rows(ImportAside)
    own = {_respondent(row) for row in rows if row.brought_back in ids}
    own |= set(_respondents(said))
    for row in rows:
        same = row.import_batch in batches and _respondent(row) in own
        if row.brought_back in ids or (same and row.brought_back is None):
            yield row


def _respondents(said: Iterable[Verbatim]) -> Iterator[str]:
    return (respondent_half(row.source_key) for row in said if row.source_key)


def _respondent(row: ImportAside) -> str:
    return respondent_half(row.source_key)


def quoting(words: str) -> re.Pattern[str]:
    """Finds these words between quotation marks, of whatever language our question was in."""
    return re.compile(rf"(?<=[{_OPEN}])(\s?){re.escape(words)}(?=\s?[{_CLOSED}])")


def _cut(wordings: Iterable[str]) -> Iterator[str]:
    return (fold(line) for words in wordings for line in _lines(words))


def _lines(words: str) -> set[str]:
    """The words as one line, whole and cut off, as in headlines and questions."""
    line = " ".join(words.split())
    cuts = [text[:most] for text in (words, line) for most in CUTS]
    return {line, *(" ".join(cut.split()) for cut in cuts)}


def _headlines(pick: Pick) -> tuple[str, str]:
    return pick.title, pick.frozen_headline


def _quoting(questions: Iterable[Question], quotes: set[str]) -> Iterator[tuple[Question, str]]:
    for question in questions:
        for quote in quotes:
            # A pattern takes milliseconds to compile, and few quotes stand anywhere.
            if quote in question.words and quoting(quote).search(question.words):
                yield question, quote
