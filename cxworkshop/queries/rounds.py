"""The current round, and ids that are made from the rules."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from cxworkshop.customer_word import DEFAULT, CustomerWord, plural_of
from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId, PickId, Round, RoundId, Slot, Team
from cxworkshop.store.tables.query import StoreReader


def team(store: StoreReader) -> Team:
    """Return the workshop's own row."""
    return store.get(Team, "workshop")


def customer_word_of(store: StoreReader) -> CustomerWord:
    """Return what the team calls its customers."""
    row = team(store)
    one = row.customer or DEFAULT.one
    return CustomerWord(one, row.customers or plural_of(one))


def current_round(store: StoreReader) -> Round:
    """Return the newest round."""
    return store.rows(Round)[-1]


def round_name(number: int) -> RoundId:
    """Make a round's id from its number, so that two laptops make the same one."""
    return RoundId(f"round-{number}")


@lru_cache(maxsize=512)  # lists ask for it of each card
def number_of(round_id: RoundId) -> int:
    """Return the number that a round's id holds."""
    return int(round_id[len("round-") :])


def round_id_of(store: StoreReader, number: int | None = None) -> RoundId:
    """Return the id of the round with this number, or of the current one; raises NotFound."""
    if number is None:
        return current_round(store).id
    if store.find(Round, round_name(number)) is None:
        raise NotFound(_("There is no round {number} yet.").format(number=number))
    return round_name(number)


def slot_name(round_id: RoundId, number: int) -> str:
    """Make a slot's id from its number, so that there are never more than three (R1)."""
    return f"{round_id}/{number}"


def pick_name(round_id: RoundId, subject: CardId | GroupId) -> PickId:
    """Make a pick's id from its subject, which is picked at most once in a round."""
    return PickId(f"{round_id}/{subject}")


def slots(store: StoreReader, round_id: RoundId) -> dict[int, PickId]:
    """Return the picks in the round's slots, by number."""
    return {slot.number: slot.pick for slot in store.rows(Slot, round=round_id)}


def day_of(started: date, today: date) -> int:
    """Return the day of the round; the day on which it started is day 0."""
    return (today - started).days
