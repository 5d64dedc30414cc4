"""Where cards stand in a round, and which groups there are.

A round stores what changed in it. What stands in a round is what was written last, in it or before
it; so nothing is copied each month, and an earlier round can be shown as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from cxworkshop.ids import letter_number, letters
from cxworkshop.model import CardGroup, CardId, GroupId, Left, RoundCard, RoundGroup, RoundId
from cxworkshop.queries.rounds import number_of
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.value_object import ValueObject


class _OfRound(Protocol):
    @property
    def round(self) -> RoundId:
        """From which on it stands."""


T = TypeVar("T", bound=_OfRound)


class StandingGroup(ValueObject):
    """A group as it is in a round; an empty one is set aside, and keeps its letter in it."""

    id: GroupId
    letter: str
    headline: str
    position: int
    set_aside_on: date | None


def place_name(round_id: RoundId, card: CardId) -> str:
    """The id of what a round says of a card's place."""
    return f"{round_id}/{card}"


def group_state_name(round_id: RoundId, group: GroupId) -> str:
    """The id of what a round says of a group."""
    return f"{round_id}/{group}"


def place_of(store: StoreReader, round_id: RoundId, card: CardId) -> RoundCard | None:
    """The card's place in a round; None before the round in which it came up."""
    return _standing(store.rows(RoundCard, card=card), round_id)


def places(store: StoreReader, round_id: RoundId) -> dict[CardId, RoundCard]:
    """Every card's place in a round, in the order of the list, made once until it is written."""
    return store.cached(("places", round_id), lambda: _places(store, round_id))


def left_as(store: StoreReader, round_id: RoundId, left: Left) -> frozenset[CardId]:
    """The cards that have left a round's list in this way, and have not come back.

    Which row of a card is the latest is seen by the ids: a list of 10,000 is not read for it.
    """
    key = "left", round_id, left.value
    return store.cached(key, lambda: _left_as(store, round_id, left))


def cards_in(store: StoreReader, round_id: RoundId, group: GroupId) -> tuple[CardId, ...]:
    """The cards on a round's list that stand in a group, in their order."""
    return store.cached(("cards in", round_id, group), lambda: _cards_in(store, round_id, group))


def _cards_in(store: StoreReader, round_id: RoundId, group: GroupId) -> tuple[CardId, ...]:
    return tuple(
        row.card
        for row in store.rows(RoundCard, card_group=group)
        if row.set_aside_on is None
        and row.left is None
        and place_of(store, round_id, row.card) is row
    )


def group_in(store: StoreReader, round_id: RoundId, group: GroupId) -> StandingGroup | None:
    """A group as it is in a round; None before its first, and after its last."""
    state = _standing(store.rows(RoundGroup, card_group=group), round_id)
    if state is None or not _is_there(state, round_id):
        return None
    return _with_letter(store.get(CardGroup, group), state)


def groups_in(store: StoreReader, round_id: RoundId) -> list[StandingGroup]:
    """The groups of a round in their order, also those that were set aside in it."""
    states: dict[GroupId, RoundGroup] = {}
    last = number_of(round_id)
    for row in store.rows(RoundGroup):
        number = number_of(row.round)
        known = states.get(row.card_group)
        if number <= last and (known is None or number > number_of(known.round)):
            states[row.card_group] = row
    letters = {group.id: group for group in store.rows(CardGroup)}
    found = (
        _with_letter(letters[group], state)
        for group, state in states.items()
        if _is_there(state, round_id)
    )
    return sorted(found, key=attrgetter("position", "id"))


def last_letter(store: StoreReader, round_id: RoundId) -> int:
    """The number of the last letter that a group of this round has, or one that may come back.

    Those are groups whose cards have left the list with an answer.
    """
    gone = (row for left in Left for row in store.rows(RoundCard, left=left))
    waiting = {row.card_group for row in gone if row.card_group is not None}
    there = {row.letter for row in groups_in(store, round_id)}
    there |= {store.get(CardGroup, group).letter for group in waiting}
    return max(map(letter_number, there), default=0)


def letter_counter(round_id: RoundId) -> str:
    """The counter of a round's letters; it goes back for nobody, not even by undo."""
    return f"group/{round_id}"


def next_letters(store: StoreReader, round_id: RoundId, count: int) -> list[str]:
    """The letters that the next groups of this round will have."""
    used = max(store.counted(letter_counter(round_id)), last_letter(store, round_id))
    return [letters(used + n) for n in range(1, count + 1)]


def latest_state(store: StoreReader, group: GroupId) -> RoundGroup:
    """What was written of a group last; without a headline where that is lost."""
    states = store.rows(RoundGroup, card_group=group)
    if states:
        return max(states, key=lambda row: number_of(row.round))
    first = store.get(CardGroup, group).first_round
    return RoundGroup(id=group_state_name(first, group), round=first, card_group=group, headline="")


def latest_group(store: StoreReader, group: GroupId) -> StandingGroup:
    """A group as it was last, in whatever round that was."""
    return _with_letter(store.get(CardGroup, group), latest_state(store, group))


def _standing(rows: Iterable[T], round_id: RoundId) -> T | None:
    """The row of this round, or else of the latest before it."""
    last = number_of(round_id)
    before = (row for row in rows if number_of(row.round) <= last)
    return max(before, key=lambda row: number_of(row.round), default=None)


def _places(store: StoreReader, round_id: RoundId) -> dict[CardId, RoundCard]:
    last = number_of(round_id)
    standing: dict[CardId, RoundCard] = {}
    for row in store.rows(RoundCard):
        number = number_of(row.round)
        if number <= last:
            known = standing.get(row.card)
            if known is None or number > number_of(known.round):
                standing[row.card] = row
    in_order = sorted(standing.values(), key=lambda row: (row.position, row.card))
    return {row.card: row for row in in_order}


def _left_as(store: StoreReader, round_id: RoundId, left: Left) -> frozenset[CardId]:
    last, latest = number_of(round_id), dict[str, int]()
    for (name,) in store.columns(RoundCard, "id"):
        where, _slash, card = name.partition("/")
        number = number_of(RoundId(where))
        if latest.get(card, 0) < number <= last:
            latest[card] = number
    rows = store.rows(RoundCard, left=left)
    return frozenset(row.card for row in rows if number_of(row.round) == latest.get(row.card))


def _is_there(state: RoundGroup, round_id: RoundId) -> bool:
    return state.set_aside_on is None or state.round == round_id


def _with_letter(group: CardGroup, state: RoundGroup) -> StandingGroup:
    return StandingGroup(group.id, group.letter, state.headline, state.position, state.set_aside_on)
