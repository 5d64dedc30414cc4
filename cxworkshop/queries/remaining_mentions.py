"""Where a customer's name, or longer pieces of their words, may stand after they are forgotten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.model import (
    Card,
    CardGroup,
    Customer,
    FrozenVerbatim,
    ImportAside,
    Person,
    Pick,
    Row,
    Verbatim,
)
from cxworkshop.queries.customer_data import CustomerData
from cxworkshop.queries.texts import Text, texts, where
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.suggest.names import COVER, holding
from cxworkshop.textual import fold

PIECE_WORDS, PIECE_LENGTH = 3, 15  # fewer words are anybody's
NAME_PART = 2  # letters: an initial is no name
_SENTENCE = re.compile(r"[.!?;\n]+")
_HEADS = (Card, CardGroup, Pick)
_SAID = (Verbatim, FrozenVerbatim, ImportAside)


@dataclass(frozen=True)
class Mention:
    """One text that may still tell of them; the same words in several rows are one place.

    `covered` is how it would read. `sure` says that the whole name stands there, or a whole
    sentence of theirs, and not only a first name that others may have too.
    """

    label: str
    words: str
    covered: str
    sure: bool
    texts: tuple[Text, ...]


def remaining_mentions(store: StoreReader, theirs: CustomerData) -> list[Mention]:
    """Every such place among the rows that stay."""
    find = _Finder(theirs)
    found: dict[tuple[str, str], list[Text]] = {}
    for text in texts(store):
        if not find.goes(text) and find.covered(text) != text.words:
            found.setdefault((_room(text), text.words), []).append(text)
    return [
        Mention(
            where(store, same[0].row), words, find.covered(same[0]), find.sure(same), tuple(same)
        )
        for (_room_of_all, words), same in found.items()
    ]


def _room(text: Text) -> str:
    """Words that were said and the same words frozen in a plan are one place."""
    return "said" if isinstance(text.row, _SAID) else text.row.table


class _Finder:
    """Knows what goes anyhow, and finds the name and the words in what stays."""

    def __init__(self, theirs: CustomerData) -> None:
        self._theirs = theirs
        self._sayings = [f" {fold(words)} " for words in theirs.sayings]

    def goes(self, text: Text) -> bool:
        """Whether forgetting takes this text away by itself."""
        head = isinstance(text.row, _HEADS) and self._theirs.is_theirs(text.words)
        return head or (text.row.table, text.row.id) in self._going

    @cached_property
    def _going(self) -> frozenset[tuple[str, str]]:
        gone = self._theirs
        quoting: list[Row] = [question for question, _quote in gone.questions]
        rows = [gone.customer, *gone.verbatims, *gone.frozen, *gone.aside, *gone.cards, *quoting]
        return frozenset((row.table, row.id) for row in rows)

    @cached_property
    def _name(self) -> re.Pattern[str] | None:
        parts = [part for name in self._theirs.names for part in re.split(r"[\s,.]+", name)]
        return holding([*self._theirs.names, *(part for part in parts if len(part) > NAME_PART)])

    @cached_property
    def _whole_name(self) -> re.Pattern[str] | None:
        return holding(self._theirs.names)

    @cached_property
    def _sentence(self) -> re.Pattern[str] | None:
        sayings = self._theirs.sayings
        pieces = [part.strip() for words in sayings for part in (words, *_SENTENCE.split(words))]
        return holding(piece for piece in pieces if _is_long(fold(piece)))

    def covered(self, text: Text) -> str:
        """The text without the name, and, where it is ours, without their sentences."""
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
        return _is_long(piece) and any(f" {piece} " in saying for saying in self._sayings)


def _is_long(folded: str) -> bool:
    return len(folded) >= PIECE_LENGTH and len(folded.split()) >= PIECE_WORDS


def _without(words: str, rule: re.Pattern[str] | None) -> str:
    return rule.sub(COVER, words) if rule else words
