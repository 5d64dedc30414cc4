"""Sorting: one card after another is put into a group, skipped, or taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from cxworkshop.errors import BadWords, NotFound
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.board import board
from cxworkshop.queries.sorting import SortKind, SortProgress, SortQueue, SortStep
from cxworkshop.stops.stop import StopPart
from cxworkshop.store.tables.journal import Store


class AddsCards(Protocol):
    """Puts cards into a group that is there."""

    def __call__(self, cards: Sequence[CardId], group: GroupId) -> None: ...


class GroupsCards(Protocol):
    """Puts cards into a new group."""

    def __call__(self, cards: Sequence[CardId], words: str) -> GroupId: ...


class Sorting(StopPart):
    """Goes through the cards; what is put into a group is an edit like any other.

    `queue` is None while nobody sorts. Desk and Wall read it through `content.big_list.sorting`.
    """

    def __init__(
        self, store: Store, today: Callable[[], date], add: AddsCards, group: GroupsCards
    ) -> None:
        super().__init__(store, today)
        self._add, self._group = add, group
        self.queue: SortQueue | None = None

    def begin(self, cards: Sequence[CardId] = ()) -> None:
        """Begin with these cards, or with all that are in no group.

        Raises BadWords when there is none.
        """
        on_list = board(self._store, self._round)
        wanted = set(cards)
        chosen = [card for card in on_list.cards if card.id in wanted] or on_list.loose
        if not chosen:
            raise BadWords(_("Every card is in a group. To sort some again, choose them first."))
        self.queue = SortQueue(
            tuple(card.id for card in chosen), tuple(card.group for card in chosen)
        )

    def end(self) -> None:
        """Stop; what was sorted stays."""
        self.queue = None

    def put(self, letter: str) -> None:
        """Put the current card into the group with this letter, and go on.

        Raises NotFound for a letter that no group has, and what the rules refuse.
        """
        queue, card = self._queue_and_card()
        on_list = board(self._store, self._round)
        group = next((row for row in on_list.groups if row.letter == letter), None)
        if group is None:
            raise NotFound(_("There is no group {letter}.").format(letter=letter))
        if card in (row.id for row in group.cards):
            self._note(queue, SortStep(SortKind.STAYED, card))
        else:
            self._add([card], group.id)
            self._note(queue, SortStep(SortKind.PUT, card))

    def put_in_new_group(self, words: str = "") -> None:
        """Put the current card into a new group, named by the customer's words unless by ours."""
        queue, card = self._queue_and_card()
        self._group([card], words)
        self._note(queue, SortStep(SortKind.PUT, card))

    def skip(self) -> None:
        """Let the current card wait until all others had their turn."""
        queue, card = self._queue_and_card()
        step = SortStep(SortKind.SKIPPED, card, queue.skipped)
        others = (one for one in queue.skipped if one != card)
        self._note(replace(queue, skipped=(*others, card)), step)

    def back(self) -> None:
        """Take back what was done last here; raises BadWords at the first card."""
        queue = self._standing(self._begun())
        if not queue.steps:
            raise BadWords(_("This is where you began: there is nothing to take back."))
        last = queue.steps[-1]
        if last.kind is SortKind.PUT:
            self._store.undo()
        skipped = last.skipped if last.kind is SortKind.SKIPPED else queue.skipped
        self.queue = replace(queue, steps=queue.steps[:-1], skipped=skipped)

    def _standing(self, queue: SortQueue) -> SortQueue:
        """The queue without the last steps that an undo has taken back already."""
        progress = SortProgress(queue, board(self._store, self._round))
        steps = list(queue.steps)
        while steps and steps[-1].kind is SortKind.PUT and not progress.is_sorted(steps[-1].card):
            steps.pop()
        return replace(queue, steps=tuple(steps))

    def _begun(self) -> SortQueue:
        if self.queue is None:
            raise BadWords(_("Nobody is sorting now. Begin with F8."))
        return self.queue

    def _queue_and_card(self) -> tuple[SortQueue, CardId]:
        queue = self._begun()
        current = SortProgress(queue, board(self._store, self._round)).current
        if current is None:
            raise BadWords(_("All of these cards are sorted."))
        return queue, current.id

    def _note(self, queue: SortQueue, step: SortStep) -> None:
        self.queue = replace(queue, steps=(*queue.steps, step))
