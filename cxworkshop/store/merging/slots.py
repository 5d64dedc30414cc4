"""Merge the three slots of each round: all picks of both, and never more than three (R1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from cxworkshop.model import MAX_PICKS, Slot
from cxworkshop.store.merging.record import Part
from cxworkshop.store.merging.side import Side, StampedRow, Version
from cxworkshop.store.tables.codec import Values
from cxworkshop.store.tables.layout import layout

Order = Callable[[Version], tuple[str, int, str]]


class InSlot(NamedTuple):
    """A pick, the slot into which a commit put it, and that commit.

    A merge that finds the slot taken gives it another one, and remembers the number: with a third
    laptop's picks the slot may be free, in whichever order they are merged.
    """

    pick: str
    number: int
    version: Version


class MergedSlots(NamedTuple):
    """The rows of all slots after a merge, by id, and the picks for which there was no room.

    `moved` are the parts to remember of rows that stand in another slot than they were put in.
    """

    rows: Mapping[str, StampedRow]
    left_out: tuple[str, ...]
    moved: Mapping[str, tuple[Part, ...]]


class SlotMerge:
    """Fills slots. `is_locked` and `cards_of` are about a pick after the merge."""

    def __init__(
        self,
        ours: Side,
        theirs: Side,
        order: Order,
        is_locked: Callable[[str], bool],
        cards_of: Callable[[str], Collection[str]],
    ) -> None:
        self._ours, self._theirs, self._order = ours, theirs, order
        self._is_locked, self._cards_of = is_locked, cards_of

    def merged(self) -> MergedSlots:
        """All rounds' slots."""
        first = {**self._ours.original_slots, **self._theirs.original_slots}
        ours, theirs = _by_round(self._ours, first), _by_round(self._theirs, first)
        rows: dict[str, StampedRow] = {}
        moved: dict[str, tuple[Part, ...]] = {}
        left_out: list[str] = []
        for round_id in sorted(ours.keys() | theirs.keys()):
            picks = self._picks(ours.get(round_id, {}), theirs.get(round_id, {}))
            owner = self._who_ended(round_id)
            if owner is not None:  # what a round was when it ended is not changed any more
                own = (ours if owner is self._ours else theirs).get(round_id, {})
                picks = [pick for pick in picks if pick.pick in own]
            placed = dict(self._placed(picks))
            left_out += [pick.pick for pick in picks if pick.pick not in placed.values()]
            rows.update(_rows(round_id, placed, picks))
            moved.update(_moved(round_id, placed, picks))
        return MergedSlots(rows, tuple(left_out), moved)

    def _picks(self, ours: Mapping[str, InSlot], theirs: Mapping[str, InSlot]) -> list[InSlot]:
        """The picks that neither has taken out, those that stay first in front."""
        found = []
        for pick in ours.keys() | theirs.keys():
            a, b = ours.get(pick), theirs.get(pick)
            if a and b:
                found.append(self._moved(a, b))
            elif a and not _was_removed(a, self._theirs):
                found.append(a)
            elif b and not _was_removed(b, self._ours):
                found.append(b)
        return sorted(found, key=self._rank)

    def _moved(self, a: InSlot, b: InSlot) -> InSlot:
        """The place of a pick that both have."""
        if self._ours.knows(b.version) is not self._theirs.knows(a.version):
            return a if self._ours.knows(b.version) else b
        return max(a, b, key=lambda one: self._order(one.version))

    def _rank(self, one: InSlot) -> tuple[object, ...]:
        """What is promised stays, then what was picked first."""
        return not self._is_locked(one.pick), self._order(one.version), one.pick

    def _placed(self, picks: list[InSlot]) -> Iterator[tuple[int, str]]:
        free = set(range(1, MAX_PICKS + 1))
        # A lock decides who stays, not where: it may come with a later merge.
        for one in sorted(self._staying(picks), key=lambda one: (self._order(one.version), one)):
            number = one.number if one.number in free else min(free)
            free.remove(number)
            yield number, one.pick

    def _staying(self, picks: list[InSlot]) -> list[InSlot]:
        staying, used = list[InSlot](), set[str]()
        for one in picks:
            cards = set(self._cards_of(one.pick))
            if len(staying) < MAX_PICKS and not cards & used:
                staying.append(one)
                used |= cards  # a card inside a picked group is picked already
        return staying

    def _who_ended(self, round_id: str) -> Side | None:
        """The only one of the two that has ended this round."""
        ended = [side for side in (self._ours, self._theirs) if _has_ended(side, round_id)]
        return ended[0] if len(ended) == 1 else None


def _has_ended(side: Side, round_id: str) -> bool:
    row = side.rows("round").get(round_id)
    return row is not None and layout("round").value(row.record, "ended_on") is not None


def _was_removed(one: InSlot, by: Side) -> bool:
    return by.knows(one.version) and one.version not in by.undone


def _by_round(
    side: Side, original_slots: Mapping[tuple[str, Version], int]
) -> dict[str, dict[str, InSlot]]:
    names = layout(Slot.table).columns
    found: dict[str, dict[str, InSlot]] = {}
    for record, version in side.rows(Slot.table).values():
        values = dict(zip(names, record, strict=True))
        pick = str(values["pick"])
        number = original_slots.get((pick, version), int(values["number"] or 0))
        one = InSlot(pick, number, version)
        found.setdefault(str(values["round"]), {})[one.pick] = one
    return found


def _rows(
    round_id: str, placed: Mapping[int, str], picks: list[InSlot]
) -> Iterator[tuple[str, StampedRow]]:
    versions = {one.pick: one.version for one in picks}
    for number, pick in placed.items():
        name = f"{round_id}/{number}"
        values: Values = {"id": name, "round": round_id, "number": number, "pick": pick}
        yield name, StampedRow(layout(Slot.table).record(values), versions[pick])


def _moved(
    round_id: str, placed: Mapping[int, str], picks: list[InSlot]
) -> Iterator[tuple[str, tuple[Part, ...]]]:
    found = {one.pick: one for one in picks}
    for number, pick in placed.items():
        one = found[pick]
        if one.number != number:
            yield f"{round_id}/{number}", (((Slot.table, pick), str(one.number), one.version),)
