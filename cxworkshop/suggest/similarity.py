"""Similarity of short texts: cosine of their trigrams, weighted by inverse document frequency.

On 480 answers that people had sorted by hand, half of the five nearest had the same label, where
chance gives a sixth. It needs no word list, works in any script, and only ever suggests.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, chain
from typing import Generic, NamedTuple, TypeVar

from cxworkshop.textual import fold

PIECE = 3  # characters
LONGEST = 600  # characters of one text that count
_NEARLY = 0.999  # keeps rounding from losing a match

Key = TypeVar("Key", bound=Hashable)


class Match(NamedTuple, Generic[Key]):
    """A similar text; `score` is from 0 to 1."""

    key: Key
    score: float


class SimilarityIndex(Generic[Key]):
    """Texts by key. An update costs only what has changed."""

    def __init__(self) -> None:
        self._texts: dict[Key, str] = {}
        self._pieces: dict[Key, Counter[str]] = {}
        self._places: dict[str, dict[Key, int]] = defaultdict(dict)
        self._lengths: dict[Key, float] = {}
        self._rarities: dict[str, float] = {}
        self._counted = 0  # how many texts there were when lengths and rarities were computed

    def set_texts(self, texts: Mapping[Key, str]) -> None:
        """Replace all texts by these."""
        for _step in self.catch_up(texts):
            pass

    def catch_up(self, texts: Mapping[Key, str]) -> Iterator[None]:
        """Like `set_texts`, one step for each text that changes, then for each text's length."""
        for key in self._texts.keys() - texts.keys():
            self._remove(key)
            yield
        for key, text in texts.items():
            if self._texts.get(key) != text:
                self._remove(key)
                self._add(key, text)
                yield
        self._forget_lengths_if_outdated()
        for key in tuple(self._pieces):
            self._length_of(key)
            yield

    def differences(self, texts: Mapping[Key, str]) -> int:
        """How many texts would be taken in or out to have just these."""
        changed = sum(self._texts.get(key) != text for key, text in texts.items())
        return changed + len(self._texts.keys() - texts.keys())

    def matches(self, text: str, *, most: int, least: float) -> list[Match[Key]]:
        """At most `most` texts with a score of at least `least`, the best first."""
        self._forget_lengths_if_outdated()
        asked = pieces_of(text)
        length = self._length(asked)
        dots = self._dots(asked, least * length)
        found = [Match(key, dot / (length * self._length_of(key))) for key, dot in dots.items()]
        near = [one for one in found if one.score >= least]
        return sorted(near, key=lambda one: -one.score)[:most]

    def _dots(self, asked: Counter[str], least: float) -> dict[Key, float]:
        """The dot product with each text that can reach `least`.

        The commonest pieces, as long as their vector is shorter than `least`, can't reach it on
        their own: they count only for the few texts that share a rarer piece.
        """
        dots: dict[Key, float] = defaultdict(float)
        rare, common = self._split_by_rarity(asked, least)
        for piece in rare:
            weight = asked[piece] * self._rarity(piece) ** 2
            for key, times in self._places.get(piece, {}).items():
                dots[key] += weight * times
        for piece in common:
            weight, places = asked[piece] * self._rarity(piece) ** 2, self._places.get(piece, {})
            for key in dots:
                if key in places:
                    dots[key] += weight * places[key]
        return dots

    def _split_by_rarity(self, asked: Counter[str], least: float) -> tuple[list[str], list[str]]:
        """The pieces of which a match has at least one, and the common ones that don't suffice."""
        often = sorted(asked, key=lambda piece: len(self._places.get(piece, ())), reverse=True)
        squares = accumulate((asked[piece] * self._rarity(piece)) ** 2 for piece in often)
        enough = sum(square < (least * _NEARLY) ** 2 for square in squares)
        return often[enough:], often[:enough]

    def _add(self, key: Key, text: str) -> None:
        self._texts[key] = text
        self._pieces[key] = pieces_of(text)
        for piece, times in self._pieces[key].items():
            self._places[piece][key] = times

    def _remove(self, key: Key) -> None:
        for piece in self._pieces.pop(key, ()):
            del self._places[piece][key]
        self._texts.pop(key, None)
        self._lengths.pop(key, None)

    def _rarity(self, piece: str) -> float:
        """The inverse document frequency of a piece."""
        known = self._rarities.get(piece)
        if known is None:
            texts, with_it = len(self._texts), len(self._places.get(piece, ()))
            known = self._rarities[piece] = 1.0 + math.log((1 + texts) / (1 + with_it))
        return known

    def _length(self, pieces: Counter[str]) -> float:
        return math.sqrt(sum((n * self._rarity(piece)) ** 2 for piece, n in pieces.items())) or 1.0

    def _length_of(self, key: Key) -> float:
        if key not in self._lengths:
            self._lengths[key] = self._length(self._pieces[key])
        return self._lengths[key]

    def _forget_lengths_if_outdated(self) -> None:
        """Each text changes all rarities a little; they are computed again when it matters."""
        if abs(len(self._texts) - self._counted) * 8 > self._counted:
            self._lengths, self._rarities, self._counted = {}, {}, len(self._texts)


def pieces_of(text: str) -> Counter[str]:
    """Count the trigrams inside each word, its beginning and end marked by a space."""
    return Counter(chain.from_iterable(map(_pieces_of_word, fold(text[:LONGEST]).split())))


@lru_cache(maxsize=50_000)
def _pieces_of_word(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[n : n + PIECE] for n in range(max(1, len(padded) - PIECE + 1)))
