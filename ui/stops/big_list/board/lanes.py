"""Where the cards of a column stand: in lanes, and only as far down as anybody has looked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.face import CardFace

GAP = 8  # between two cards
Measure = Callable[[CardFace, float], float]  # the height of a card at a width


def _no_height(_face: CardFace, _width: float) -> float:
    return 0.0


class Lanes:
    """Lanes of cards `wide` pixels wide, the first `left` pixels from the column's edge.

    Cards are placed in their order, each into the lane that ends first. To place one it is measured
    unless it was as wide before, so those that nobody has come to cost nothing.
    """

    def __init__(
        self, wide: float = 1.0, lanes: int = 1, left: float = 0.0, height: Measure = _no_height
    ) -> None:
        self._wide, self._left, self._height = wide, left, height
        self._ends = [0.0] * lanes
        self._tops: list[float] = []  # of the cards that are placed
        self._tallest = 0.0

    def length(self, cards: Sequence[CardItem]) -> float:
        """How far the longest lane reaches; what is not placed is taken to be as the others are."""
        there, left = len(self._tops), len(cards) - len(self._tops)
        usual = sum(self._ends) / there if there else 0.0
        return max(self._ends) + left * usual / len(self._ends)

    def placed(self, cards: Sequence[CardItem]) -> Sequence[CardItem]:
        """The cards that have a place."""
        return cards[: len(self._tops)]

    def fill(self, cards: Sequence[CardItem], least: float) -> None:
        """Place cards until every lane is so high."""
        while len(self._tops) < len(cards) and min(self._ends) < least:
            self._place(cards[len(self._tops)])

    def fill_to(self, cards: Sequence[CardItem], card: CardItem) -> None:
        """Place all cards up to this one."""
        while card.lanes is not self and len(self._tops) < len(cards):
            self._place(cards[len(self._tops)])

    def fill_with_lines(self, cards: Sequence[CardItem], high: float, step: float) -> None:
        """Place all cards as lines of one height, from left to right."""
        lanes = len(self._ends)
        for n, card in enumerate(cards):
            row, lane = divmod(n, lanes)
            card.width, card.height = self._wide, high
            self._set(card, lane, row * step)
        self._ends = [-(-len(cards) // lanes) * step] * lanes

    def between(self, cards: Sequence[CardItem], top: float, bottom: float) -> Iterator[CardItem]:
        """The cards that may reach between two heights; those in between are placed first."""
        self.fill(cards, bottom)
        for n in range(bisect_left(self._tops, top - self._tallest), len(self._tops)):
            if self._tops[n] > bottom:
                return
            yield cards[n]

    def nearest_to(self, x: float) -> int:
        """The lane whose middle is nearest to a place."""
        lane = (x - self._left - self._wide / 2) / (self._wide + GAP)
        return max(0, min(round(lane), len(self._ends) - 1))

    def _place(self, card: CardItem) -> None:
        if card.width != self._wide:
            card.width, card.height = self._wide, self._height(card.face, self._wide)
        top = min(self._ends)
        lane = self._ends.index(top)
        self._set(card, lane, top)
        self._ends[lane] = top + card.height + GAP

    def _set(self, card: CardItem, lane: int, top: float) -> None:
        card.lanes, card.lane, card.top = self, lane, top
        card.left = self._left + lane * (self._wide + GAP)
        self._tops.append(top)
        self._tallest = max(self._tallest, card.height)
