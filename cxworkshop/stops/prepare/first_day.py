"""Day 1 of a round: on which days it can't be, once plans are locked or rounds came before."""

from __future__ import annotations

from datetime import date, timedelta

from cxworkshop import days
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import Pick, Round
from cxworkshop.queries.rounds import number_of, round_name, slots
from cxworkshop.store.tables.query import StoreReader

A_YEAR = timedelta(days=366)


def refuse_day_1(store: StoreReader, round_: Round, day: date) -> None:
    """A round begins before its locked plans do, and after the round before; raises BadWords.

    More than a year before the first plan is taken for a typing error.
    """
    number = number_of(round_.id)
    before = store.find(Round, round_name(number - 1))
    if before is not None and day < before.started_on:
        text = _("Round {before} began on {begun}, so round {n} can’t begin on {day}.")
        begun = days.full(before.started_on)
        raise BadWords(text.format(before=number - 1, begun=begun, n=number, day=days.full(day)))
    start = _first_start(store, round_)
    if start is None or start - A_YEAR <= day <= start:
        return
    text = _(
        "Day 1 can’t be {day}: a plan of this round is locked and starts on {start}. "
        "Choose a day before that, or unlock the plan at stop 5 first."
    )
    if day < start:
        text = _(
            "{day} is more than a year before {start}, when the first plan of this round starts. "
            "Is the year right?"
        )
    raise BadWords(text.format(day=days.full(day), start=days.full(start)))


def _first_start(store: StoreReader, round_: Round) -> date | None:
    """When the first locked plan of the round starts; None while no plan is locked."""
    picks = (store.get(Pick, pick) for pick in slots(store, round_.id).values())
    starts = (pick.start_on for pick in picks if pick.locked_on is not None)
    return min((start for start in starts if start is not None), default=None)
