"""Base classes of the stops and their parts, and the limits on what people type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import (
    Answer,
    Card,
    CardId,
    GroupId,
    Round,
    RoundCard,
    RoundGroup,
    RoundId,
    Row,
)
from cxworkshop.queries.places import (
    StandingGroup,
    group_state_name,
    groups_in,
    latest_group,
    place_name,
    place_of,
)
from cxworkshop.queries.progress import put_down_of
from cxworkshop.queries.rounds import current_round, round_id_of
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store
from cxworkshop.textual import MAX_HEADLINE, MAX_VERBATIM, clean


class StopPart:
    """Something that reads and writes the current round: a stop, or a named part of one."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store, self._today = store, today

    @property
    def _round(self) -> Round:
        return current_round(self._store)

    def _take_up_again(self, edit: Edit, row: Row) -> None:
        """Open what was put down again: somebody goes on with it, and promises the next (R13)."""
        put_down = put_down_of(self._store, row)
        if put_down is not None:
            edit.remove(put_down)

    def _write_and_take_up(self, row: Row, title: str) -> None:
        """Write it as one edit; if it was put down, it is open again (R13)."""
        with self._store.edit(title) as edit:
            edit.write(row)
            self._take_up_again(edit, row)

    def _write_place(self, edit: Edit, place: RoundCard) -> None:
        """Write where a card stands from this round on."""
        round_id = self._round.id
        edit.write(replace(place, id=place_name(round_id, place.card), round=round_id))

    def _put_on_list(self, edit: Edit, card: CardId) -> None:
        """Put a card on this round's list.

        It comes from the drawer too, and back from where it had left, for it was raised again.
        """
        row = place_of(self._store, self._round.id, card)
        if row is None:
            position = self._store.count(Card) - 1  # behind all others
            name = place_name(self._round.id, card)
            edit.write(RoundCard(id=name, round=self._round.id, card=card, position=position))
        elif row.set_aside_on is not None or row.left is not None:
            group = self._group_again(edit, row.card_group) if row.card_group else None
            back = replace(row, card_group=group, set_aside_on=None, left=None)
            self._write_place(edit, back)
            for answer in self._store.rows(Answer, card=card, raised_again_on=None):
                edit.write(replace(answer, raised_again_on=self._today()))

    def _group_again(self, edit: Edit, group_id: GroupId) -> GroupId | None:
        """The group that a card comes back to, with its letter; None if another has that by now.

        A group that was set aside because all its cards were gone comes back with the first.
        """
        there = groups_in(self._store, self._round.id)
        group = latest_group(self._store, group_id)
        if any(one.letter == group.letter and one.id != group.id for one in there):
            return None
        if group.set_aside_on is not None:
            self._write_group(edit, replace(group, set_aside_on=None))
        return group.id

    def _write_group(self, edit: Edit, group: StandingGroup) -> None:
        """Write how a group is from this round on."""
        round_id = self._round.id
        edit.write(
            RoundGroup(
                id=group_state_name(round_id, group.id),
                round=round_id,
                card_group=group.id,
                headline=group.headline,
                position=group.position,
                set_aside_on=group.set_aside_on,
            )
        )


class Stop(StopPart):
    """One of the eight stops of a round. Stops know the store and the rules, never each other."""

    def _round_id(self, number: int | None) -> RoundId:
        return round_id_of(self._store, number)


def needed(text: str, most: int = MAX_VERBATIM) -> str:
    """Return the cleaned text; raises BadWords when it is empty or longer than `most`."""
    words = clean(text)
    if not words:
        raise BadWords(_("There are no words in it. Type what it should say."))
    return fitting(words, most)


def fitting(text: str, most: int = MAX_VERBATIM) -> str:
    """Return the cleaned text, possibly empty; raises BadWords when it is longer than `most`."""
    words = clean(text)
    if len(words) > most:
        raise BadWords(
            _(
                "That is {length} characters, {over} too many: {most} is the most. "
                "Shorten it or split it into two; nothing was taken off."
            ).format(length=len(words), over=len(words) - most, most=most)
        )
    return words


def headline(text: str) -> str:
    """Return the text on one line; raises BadWords above 500 characters."""
    return fitting(" ".join(text.split()), MAX_HEADLINE)
