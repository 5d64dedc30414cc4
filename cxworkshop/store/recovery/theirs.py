"""Somebody's name and words, found again in other texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from cxworkshop.store.tables.codec import Values
from cxworkshop.suggest.names import COVER, holding
from cxworkshop.textual import fold

_WORDS = ("said", "first_said", "words")  # of a verbatim, a frozen one, a piece set aside
_LONG = 15  # letters: anybody may have said less
_PART_OF_NAME = 3  # letters: an initial is no name
_SENTENCE = re.compile(r"[.!?;\n]+")


class TheirWords:
    """What the rows of a customer hold: the name, and what they said and nobody else."""

    def __init__(self, rows: Iterable[Values], others: Iterable[Values]) -> None:
        found = list(rows)
        self._names = {str(row["name"]) for row in found if row.get("name")}
        self._said = _said(found)
        self._others = {fold(words) for words in _said(others)}

    def are(self, words: str) -> bool:
        """Whether these words are theirs alone: whole, or the beginning or a long piece of them."""
        piece = fold(words)
        if piece in self._others:
            return False
        return piece in self._folded or self._has_piece(piece)

    def without_name(self, words: str, *, parts: bool) -> str:
        """The text without their name; with `parts` without the first name alone either."""
        return _without(words, self._part_of_name if parts else self._name)

    def without_words(self, words: str) -> str:
        """The text without their sentences."""
        return COVER if self._has_piece(fold(words)) else _without(words, self._sentence)

    def _has_piece(self, piece: str) -> bool:
        is_long = len(piece) >= _LONG and piece not in self._others
        return is_long and any(piece in said for said in self._folded)

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(fold(words) for words in self._said)

    @cached_property
    def _name(self) -> re.Pattern[str] | None:
        return holding(self._names)

    @cached_property
    def _part_of_name(self) -> re.Pattern[str] | None:
        parts = [part for name in self._names for part in re.split(r"[\s,.]+", name)]
        return holding([*self._names, *(part for part in parts if len(part) >= _PART_OF_NAME)])

    @cached_property
    def _sentence(self) -> re.Pattern[str] | None:
        pieces = [part for words in self._said for part in (words, *_SENTENCE.split(words))]
        return holding(
            part for part in pieces if len(fold(part)) >= _LONG and fold(part) not in self._others
        )


def _said(rows: Iterable[Values]) -> set[str]:
    return {str(row[name]) for row in rows for name in _WORDS if row.get(name)}


def _without(words: str, pattern: re.Pattern[str] | None) -> str:
    return pattern.sub(COVER, words) if pattern else words
