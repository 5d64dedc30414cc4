"""Which round it is, and what the rules made unique is called."""

from __future__ import annotations

from datetime import date

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId, PickId, Round, RoundId, Slot, Team
from cxworkshop.store.tables.query import StoreReader


def team(store: StoreReader) -> Team:
    """The workshop's one row."""
    return store.get(Team, "workshop")


def current_round(store: StoreReader) -> Round:
    """The round that the team is in: the newest."""
    return store.rows(Round)[-1]


def round_name(number: int) -> RoundId:
    """A round's id, made from its number so that two laptops make the same one."""
    return RoundId(f"round-{number}")


def round_id_of(store: StoreReader, number: int | None = None) -> RoundId:
    """The id of the round with this number, or of the current round; raises NotFound."""
    if number is None:
        return current_round(store).id
    if store.find(Round, round_name(number)) is None:
        raise NotFound(_("There is no round {number} yet.").format(number=number))
    return round_name(number)


def slot_name(round_id: RoundId, number: int) -> str:
    """A slot's id: made from the rule that there are three of them (R1)."""
    return f"{round_id}/{number}"


def pick_name(round_id: RoundId, subject: CardId | GroupId) -> PickId:
    """A pick's id: a card or group is picked once a round."""
    return PickId(f"{round_id}/{subject}")


def slots(store: StoreReader, round_id: RoundId) -> dict[int, PickId]:
    """What is in the round's slots, by number."""
    return {slot.number: slot.pick for slot in store.rows(Slot, round=round_id)}


def day_of(started: date, today: date) -> int:
    """ "Day 12 of 30": the day of the start is day 0."""
    return (today - started).days
