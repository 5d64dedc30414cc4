"""Gathering cards of the big list: by words, by a code, and by what the cards are filtered for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from cxworkshop.model import CardId, EncounterStep, PrintedCode, Way
from cxworkshop.queries.board import Board, BoardCard
from cxworkshop.queries.feedback import Customers, kinds_by_talk
from cxworkshop.queries.search import Search
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.value_object import ValueObject


class Filter(StrEnum):
    """What cards can be filtered by, besides words."""

    KIND = "kind"
    WAY = "way"
    STEP = "step"
    ROUND = "round"


class Choice(ValueObject):
    """A value of a filter: its words, and how many of the cards found have it."""

    value: str
    words: str
    cards: int


class Wanted(ValueObject):
    """What is looked for: words, and by filter the values of which a card has one at least."""

    words: str = ""
    only: frozenset[tuple[Filter, str]] = frozenset()

    @property
    def is_anything(self) -> bool:
        """Whether something is looked for at all."""
        return bool(self.words.strip() or self.only)

    def values(self, filter_: Filter) -> frozenset[str]:
        """The values that a filter lets pass; none where it lets all pass."""
        return frozenset(value for of, value in self.only if of is filter_)

    def with_only(self, filter_: Filter, values: Iterable[str]) -> Wanted:
        """The same with other values for one filter."""
        others = {one for one in self.only if one[0] is not filter_}
        return replace(self, only=frozenset(others | {(filter_, value) for value in values}))


class Gathered(ValueObject):
    """The cards that were found: those in no group first, then group by group."""

    wanted: Wanted
    cards: tuple[BoardCard, ...] = ()
    on_list: int = 0  # how many cards there are to search
    letters: dict[CardId, str] = field(default_factory=dict)  # the group's, by card

    @property
    def customers(self) -> Customers:
        """Everybody who said something on one of them, each once."""
        return frozenset().union(*(card.customers for card in self.cards))

    @property
    def loose(self) -> int:
        """How many of them are in no group."""
        return sum(card.group is None for card in self.cards)


class Gathering:
    """Finds cards on a board; folded words are kept until the next edit."""

    def __init__(self, store: StoreReader, _today: Callable[[], date]) -> None:
        self._store, self.search = store, Search(store)

    def gather(self, board: Board, wanted: Wanted) -> Gathered:
        """The cards with all these words, or with this code, that every filter lets pass."""
        if not wanted.is_anything:
            return Gathered(wanted)
        cards = self._with_words(board, wanted.words.strip())
        for filter_ in Filter:
            if values := wanted.values(filter_):
                values_of = self._values_of(filter_)
                cards = [card for card in cards if not values.isdisjoint(values_of(card))]
        letters = {card.id: group.letter for group in board.groups for card in group.cards}
        return Gathered(wanted, tuple(cards), len(board.cards), letters)

    def choices(self, board: Board, wanted: Wanted, filter_: Filter) -> list[Choice]:
        """The values of one filter among the cards that the words and the others let pass."""
        others = wanted.with_only(filter_, ())
        cards = self.gather(board, others).cards if others.is_anything else board.cards
        values_of = self._values_of(filter_)
        counts = Counter(value for card in cards for value in set(values_of(card)))
        known = self._words_of(filter_, counts)
        chosen = wanted.values(filter_)
        return [
            Choice(value, words, counts[value])
            for value, words in known
            if counts[value] or value in chosen
        ]

    def _with_words(self, board: Board, words: str) -> list[BoardCard]:
        cards = [*board.loose, *(card for group in board.groups for card in group.cards)]
        if not words:
            return cards
        found = self._with_code(cards, words.removeprefix("#")) or self.search.cards(words)
        wanted = set(found)
        return [card for card in cards if card.id in wanted]

    def _with_code(self, cards: list[BoardCard], code: str) -> list[CardId]:
        """The card with this code, or the one on which the words of that card are by now."""
        if not (code.isdecimal() and code.isascii()):
            return []
        own = [card.id for card in cards if str(card.code) == code]
        return own or [row.card for row in self._store.rows(PrintedCode, code=int(code[:9]))]

    def _values_of(self, filter_: Filter) -> Callable[[BoardCard], Iterable[str]]:
        if filter_ is Filter.KIND:
            kinds = kinds_by_talk(self._store)
            return lambda card: (kinds[said.conversation] for said in card.verbatims)
        return {
            Filter.WAY: _ways,
            Filter.STEP: lambda card: (card.step or "",),
            Filter.ROUND: lambda card: (str(card.since),),
        }[filter_]

    def _words_of(self, filter_: Filter, counts: Counter[str]) -> Iterator[tuple[str, str]]:
        """Each value with its words, in the order in which people expect them; "" for none."""
        if filter_ is Filter.WAY:
            yield from ((way.id, way.name) for way in self._store.rows(Way))
        elif filter_ is Filter.STEP:
            steps = self._store.rows(EncounterStep)
            yield from ((step.id, step.words) for step in steps)
        elif filter_ is Filter.ROUND:
            yield from ((value, value) for value in sorted(counts, key=int))
        else:
            yield from ((kind, kind) for kind in sorted(counts, key=str.casefold) if kind)
        if filter_ is not Filter.ROUND:
            yield "", ""


def _ways(card: BoardCard) -> Iterator[str]:
    ways = {said.way for said in card.verbatims if said.way}
    yield from ways or {""}
