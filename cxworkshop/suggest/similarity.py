"""Words that are like other words: which card says nearly this, which way it is probably about.

Pieces of three letters, weighed by how rare they are, compared by their angle. On 480 answers that
people had sorted by hand, half of the five nearest stood under the same label, where chance gives
a sixth; it needs no list of words and works in any script. It only ever suggests.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from cxworkshop.textual import fold

PIECE = 3  # letters
LONGEST = 600  # letters of one text that are looked at
_NEARLY = 0.999  # so that rounding loses nothing

Key = TypeVar("Key", bound=Hashable)


class Match(NamedTuple, Generic[Key]):
    """Something that is like what was asked for; `how` is from 0 to 1."""

    key: Key
    how: float


class SimilarityIndex(Generic[Key]):
    """Texts by key. `put` keeps it up to date at the cost of what changed alone."""

    def __init__(self) -> None:
        self._texts: dict[Key, str] = {}
        self._pieces: dict[Key, Counter[str]] = {}
        self._places: dict[str, dict[Key, int]] = defaultdict(dict)
        self._lengths: dict[Key, float] = {}
        self._counted = 0  # texts that were there when the lengths were measured

    def add(self, texts: Mapping[Key, str]) -> None:
        """From now on these are all the texts there are."""
        for key in self._texts.keys() - texts.keys():
            self._take_out(key)
        for key, text in texts.items():
            if self._texts.get(key) != text:
                self._take_out(key)
                self._put_in(key, text)

    def matches(self, text: str, *, most: int, least: float) -> list[Match[Key]]:
        """At most so many that are at least so much like it, the likest first."""
        self._measure_if_much_changed()
        asked = _pieces(text)
        length = self._length(asked)
        dots = self._dots(asked, least * length)
        found = [Match(key, dot / (length * self._length_of(key))) for key, dot in dots.items()]
        near = [one for one in found if one.how >= least]
        return sorted(near, key=lambda one: -one.how)[:most]

    def _dots(self, asked: Counter[str], least: float) -> dict[Key, float]:
        """How much each text has in common, for all texts that can have enough.

        The commonest pieces, as long as they are shorter together than `least`, can't be enough by
        themselves: they count only for texts that share a rarer one, which are few.
        """
        dots: dict[Key, float] = defaultdict(float)
        rare, common = self._parted(asked, least)
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

    def _parted(self, asked: Counter[str], least: float) -> tuple[list[str], list[str]]:
        """The pieces by which a text must be found, and the common ones that can't do it alone."""
        often = sorted(asked, key=lambda piece: len(self._places.get(piece, ())), reverse=True)
        squares = accumulate((asked[piece] * self._rarity(piece)) ** 2 for piece in often)
        enough = sum(square < (least * _NEARLY) ** 2 for square in squares)
        return often[enough:], often[:enough]

    def _put_in(self, key: Key, text: str) -> None:
        self._texts[key] = text
        self._pieces[key] = _pieces(text)
        for piece, times in self._pieces[key].items():
            self._places[piece][key] = times

    def _take_out(self, key: Key) -> None:
        for piece in self._pieces.pop(key, ()):
            del self._places[piece][key]
        self._texts.pop(key, None)
        self._lengths.pop(key, None)

    def _rarity(self, piece: str) -> float:
        """A piece that stands everywhere says little."""
        return 1.0 + math.log((1 + len(self._texts)) / (1 + len(self._places.get(piece, ()))))

    def _length(self, pieces: Counter[str]) -> float:
        return math.sqrt(sum((n * self._rarity(piece)) ** 2 for piece, n in pieces.items())) or 1.0

    def _length_of(self, key: Key) -> float:
        if key not in self._lengths:
            self._lengths[key] = self._length(self._pieces[key])
        return self._lengths[key]

    def _measure_if_much_changed(self) -> None:
        """Rarities move a little with each text; lengths are measured anew when it matters."""
        if abs(len(self._texts) - self._counted) * 8 > self._counted:
            self._lengths, self._counted = {}, len(self._texts)


def _pieces(text: str) -> Counter[str]:
    """Pieces of three letters inside each word, its beginning and end marked by a blank."""
    found: Counter[str] = Counter()
    for word in fold(text[:LONGEST]).split():
        padded = f" {word} "
        found.update(padded[n : n + PIECE] for n in range(max(1, len(padded) - PIECE + 1)))
    return found
