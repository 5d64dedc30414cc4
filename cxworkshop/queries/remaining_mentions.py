"""Find a customer's name, and longer pieces of their words, in rows that forgetting leaves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.model import (
    Card,
    Customer,
    FrozenVerbatim,
    ImportAside,
    Person,
    Pick,
    Quote,
    RoundGroup,
    Row,
    Verbatim,
)
from cxworkshop.queries.customer_data import CustomerData
from cxworkshop.queries.texts import Text, texts, where
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.suggest.names import COVER, holding
from cxworkshop.textual import fold

PIECE_WORDS, PIECE_LENGTH = 3, 15  # anybody may have said less
NAME_PART = 2  # letters: an initial is no name
_SENTENCE = re.compile(r"[.!?;\n]+")
_HEADS = (Card, RoundGroup, Pick)
_SAID = (Verbatim, FrozenVerbatim, Quote, ImportAside)


@dataclass(frozen=True)
class Mention:
    """A text that mentions them; the same words in several rows are one mention.

    `covered` is how it would read. `sure`: it has the whole name or a whole sentence of theirs,
    and not only a first name that others may have too.
    """

    label: str
    words: str
    covered: str
    sure: bool
    texts: tuple[Text, ...]


def remaining_mentions(store: StoreReader, data: CustomerData) -> list[Mention]:
    """Every mention in the rows that stay."""
    finder = _Finder(data)
    found: dict[tuple[str, str], list[Text]] = {}
    for text in texts(store):
        if not finder.goes(text) and finder.covered(text) != text.words:
            found.setdefault((_place(text), text.words), []).append(text)
    return [
        Mention(
            where(store, same[0].row),
            words,
            finder.covered(same[0]),
            finder.sure(same),
            tuple(same),
        )
        for (_place_of_all, words), same in found.items()
    ]


def _place(text: Text) -> str:
    """Words that were said, and the same words frozen in a plan, are one place."""
    return "said" if isinstance(text.row, _SAID) else text.row.table


class _Finder:
    """Knows which texts go anyway, and finds the name and the words in the others."""

    def __init__(self, data: CustomerData) -> None:
        self._data = data
        self._wordings = [f" {fold(words)} " for words in data.wordings]

    def goes(self, text: Text) -> bool:
        """Whether forgetting erases this text anyway."""
        is_headline = isinstance(text.row, _HEADS) and self._data.is_own(text.words)
        return is_headline or (text.row.table, text.row.id) in self._going

    @cached_property
    def _going(self) -> frozenset[tuple[str, str]]:
        data = self._data
        quoting: list[Row] = [question for question, _quote in data.questions]
        said = (*data.verbatims, *data.frozen, *data.quotes, *data.aside)
        rows = [data.customer, *said, *data.cards, *quoting]
        return frozenset((row.table, row.id) for row in rows)

    @cached_property
    def _name(self) -> re.Pattern[str] | None:
        parts = [part for name in self._data.names for part in re.split(r"[\s,.]+", name)]
        return holding([*self._data.names, *(part for part in parts if len(part) > NAME_PART)])

    @cached_property
    def _whole_name(self) -> re.Pattern[str] | None:
        return holding(self._data.names)

    @cached_property
    def _sentence(self) -> re.Pattern[str] | None:
        wordings = self._data.wordings
        pieces = [part.strip() for words in wordings for part in (words, *_SENTENCE.split(words))]
        return holding(piece for piece in pieces if _is_long(fold(piece)))

    def covered(self, text: Text) -> str:
        """The text without the name, and in our own words without their sentences."""
        words = _without(text.words, self._name)
        if isinstance(text.row, (*_SAID, Person, Customer)):
            return words
        return COVER if self._is_piece(text.words) else _without(words, self._sentence)

    def sure(self, same: list[Text]) -> bool:
        """Whether a person would nearly always want it covered."""
        words = same[0].words
        if any(isinstance(text.row, Person) for text in same):
            return False
        named = _without(words, self._whole_name) != words
        return named or self._is_piece(words) or _without(words, self._sentence) != words

    def _is_piece(self, words: str) -> bool:
        piece = fold(words)
        return _is_long(piece) and any(f" {piece} " in wording for wording in self._wordings)


def _is_long(folded: str) -> bool:
    return len(folded) >= PIECE_LENGTH and len(folded.split()) >= PIECE_WORDS


def _without(words: str, rule: re.Pattern[str] | None) -> str:
    return rule.sub(COVER, words) if rule else words
