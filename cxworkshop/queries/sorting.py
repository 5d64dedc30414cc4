"""Sorting the list one card at a time: which card is next, and what was done with those before."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property

from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import Board, BoardCard
from cxworkshop.value_object import ValueObject


class SortKind(StrEnum):
    """What was done with a card."""

    PUT = "put"
    STAYED = "stayed"  # in the group where it was
    SKIPPED = "skipped"


class SortStep(ValueObject):
    """One thing that was done, which `back` takes back; `skipped` are those of before."""

    kind: SortKind
    card: CardId
    skipped: tuple[CardId, ...] = ()


class SortQueue(ValueObject):
    """The cards to sort in their order, the groups that they were in, and what was done.

    It is kept in memory alone: whether a card is sorted follows from the list itself, so that undo
    brings a card back here too.
    """

    cards: tuple[CardId, ...]
    groups: tuple[GroupId | None, ...]
    skipped: tuple[CardId, ...] = ()
    steps: tuple[SortStep, ...] = ()


class SortProgress:
    """How far a queue has come on a board."""

    def __init__(self, queue: SortQueue, board: Board) -> None:
        self._queue = queue
        self._on_list = {card.id: card for card in board.cards}
        self._groups = dict(zip(queue.cards, queue.groups, strict=True))

    @property
    def total(self) -> int:
        """How many cards there are to sort."""
        return len(self._queue.cards)

    @cached_property
    def waiting(self) -> tuple[BoardCard, ...]:
        """The cards to come, those that were skipped last."""
        skipped = [card for card in self._queue.skipped if not self.is_sorted(card)]
        first = [
            card
            for card in self._queue.cards
            if card not in self._queue.skipped and not self.is_sorted(card)
        ]
        return tuple(self._on_list[card] for card in (*first, *skipped))

    @property
    def current(self) -> BoardCard | None:
        """The card whose turn it is; None when all are sorted."""
        return next(iter(self.waiting), None)

    @property
    def sorted(self) -> int:
        """How many cards are sorted."""
        return self.total - len(self.waiting)

    @property
    def skipped(self) -> int:
        """How many of those that wait were skipped."""
        return sum(card.id in self._queue.skipped for card in self.waiting)

    @property
    def number(self) -> int:
        """The place of the current card among all, from 1."""
        current = self.current
        if current is None:
            return self.total
        ahead = self.skipped if current.id not in self._queue.skipped else 0
        return self.sorted + ahead + 1

    @property
    def last_put(self) -> BoardCard | None:
        """The card that was put into a group last."""
        put = (step.card for step in reversed(self._queue.steps) if step.kind is SortKind.PUT)
        there = (card for card in put if card in self._on_list and self.is_sorted(card))
        return next((self._on_list[card] for card in there), None)

    def is_sorted(self, card: CardId) -> bool:
        """Whether a card has another place than at the beginning, or was left where it was."""
        now = self._on_list.get(card)
        return now is None or now.group != self._groups[card] or card in self._stayed

    @cached_property
    def _stayed(self) -> set[CardId]:
        return {step.card for step in self._queue.steps if step.kind is SortKind.STAYED}
