"""Pairs of nearly equal texts, found a little at a time.

Two texts can only be that similar if they share one of their rarest pieces, so only those are
looked up (the prefix filter of Bayardo, Ma and Srikant, "Scaling up all pairs similarity search").
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from itertools import accumulate
from operator import or_

from cxworkshop.suggest.similarity import pieces_of

MOST_AT_ONCE = 300  # texts compared in one step
MOST_NEAR = 3  # texts kept for each text
_NEARLY = 1e-9  # keeps rounding from losing a match


class _Vector:
    """The weights of a text's pieces, of length 1; `bits` says which pieces they are."""

    def __init__(self, weights: dict[str, float], bits: int) -> None:
        self.weights, self._bits = weights, bits
        heaviest = sorted((weight * weight for weight in weights.values()), reverse=True)
        self._squares = [0.0, *accumulate(heaviest)]  # of so many pieces together, at most

    def within_reach(
        self, least: float, others: Iterable[str], vectors: Mapping[str, _Vector]
    ) -> list[str]:
        """Those with which enough pieces are shared for this score, however heavy they are."""
        bits, squares, enough = self._bits, self._squares, least * least - _NEARLY
        too_few = bisect_left(squares, enough)
        found = []
        for other in others:
            theirs = vectors[other]
            shared = (bits & theirs._bits).bit_count()
            if shared >= too_few and squares[shared] * theirs._squares[shared] >= enough:
                found.append(other)
        return found

    def dot(self, other: _Vector) -> float:
        """The cosine of the angle between the two."""
        one, two = self.weights, other.weights
        return sum(one[piece] * two[piece] for piece in one.keys() & two.keys())


class PairFinder:
    """Folded texts, each with those most similar to it; `least` is the score from which they are.

    An update costs only what has changed.
    """

    def __init__(self, least: float) -> None:
        self._least = least
        self._pieces: dict[str, Counter[str]] = {}
        self._often: Counter[str] = Counter()  # in how many texts a piece is
        self._weights: dict[str, float] = {}
        self._weighed = 0  # how many texts there were when the weights were computed
        self._forget_matches()

    def follow(self, texts: Iterable[str]) -> Iterator[None]:
        """Take these texts instead of those of before, in steps of well under a millisecond.

        Whoever stops after any step can begin again with other texts.
        """
        wanted = dict.fromkeys(texts)
        for text in [text for text in self._pieces if text not in wanted]:
            self._remove(text)
            yield
        for text in wanted:
            if text not in self._pieces:
                self._count(text)
                yield
        self._forget_weights_if_outdated()
        for text in wanted:
            if text not in self._vectors:
                yield from self._compare(text)

    def near(self, text: str) -> list[str]:
        """The texts most similar to one of those followed, the most similar first."""
        found = self._near.get(text, {})
        return sorted(found, key=lambda other: -found[other])

    def _count(self, text: str) -> None:
        self._pieces[text] = pieces_of(text)
        self._often.update(self._pieces[text].keys())

    def _remove(self, text: str) -> None:
        for piece in self._pieces.pop(text):
            self._often[piece] -= 1
            self._by_piece[piece].pop(text, None)
        self._vectors.pop(text, None)
        for other in self._near.pop(text, {}):
            self._near[other].pop(text, None)

    def _compare(self, text: str) -> Iterator[None]:
        """Find the most similar among the texts that were compared before."""
        vector = self._vector(text)
        rare = self._rarest(vector)
        others = set().union(*(self._by_piece[piece] for piece in rare))
        for n, other in enumerate(vector.within_reach(self._least, others, self._vectors)):
            if n % MOST_AT_ONCE == MOST_AT_ONCE - 1:
                yield
            score = vector.dot(self._vectors[other])
            if score >= self._least:
                self._keep(text, other, score)
        self._vectors[text] = vector
        for piece in rare:
            self._by_piece[piece][text] = None
        yield

    def _keep(self, text: str, other: str, score: float) -> None:
        """Keep a pair unless both sides have enough that are more similar."""
        if score > self._needed(text) or score > self._needed(other):
            self._near[text][other] = self._near[other][text] = score

    def _needed(self, text: str) -> float:
        """The score above which another text is among the most similar ones."""
        scores = sorted(self._near[text].values(), reverse=True)
        return scores[MOST_NEAR - 1] if len(scores) >= MOST_NEAR else 0.0

    def _vector(self, text: str) -> _Vector:
        """The weights of a text's pieces, of length 1, the rarest piece first."""
        weighed = {piece: n * self._weight(piece) for piece, n in self._pieces[text].items()}
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        rarest_first = sorted(weighed, key=lambda piece: (-self._weight(piece), piece))
        weights = {piece: weighed[piece] / length for piece in rarest_first}
        bits = (self._bits.setdefault(piece, 1 << len(self._bits)) for piece in weights)
        return _Vector(weights, reduce(or_, bits, 0))

    def _rarest(self, vector: _Vector) -> list[str]:
        """The pieces without which a vector would be too short to be similar to anything."""
        rest, found = 1.0, []
        for piece, weight in vector.weights.items():
            if rest < self._least**2 - _NEARLY:
                break
            rest -= weight * weight
            found.append(piece)
        return found

    def _weight(self, piece: str) -> float:
        """The inverse document frequency of a piece, kept until too many texts have changed."""
        if piece not in self._weights:
            often = (1 + len(self._pieces)) / (1 + self._often[piece])
            self._weights[piece] = 1.0 + math.log(often)
        return self._weights[piece]

    def _forget_weights_if_outdated(self) -> None:
        """Each text changes all weights a little; all is compared again when it matters."""
        if abs(len(self._pieces) - self._weighed) * 8 > self._weighed:
            self._weighed, self._weights = len(self._pieces), {}
            self._forget_matches()

    def _forget_matches(self) -> None:
        self._bits: dict[str, int] = {}  # one for each piece
        self._vectors: dict[str, _Vector] = {}
        self._by_piece: dict[str, dict[str, None]] = defaultdict(dict)
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
