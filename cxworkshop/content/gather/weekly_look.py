"""Gather the weekly look at a plan: what moved, what is in the way, who clears it by Friday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cxworkshop import days
from cxworkshop.content.gather.shared import person_name
from cxworkshop.content.values import InTheWay, WeeklyLook
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Blocker, FirstStep, PickId
from cxworkshop.queries.delays import days_lost
from cxworkshop.still_open import promised
from cxworkshop.store.tables.query import StoreReader

WEEK, FRIDAY = 7, 4


def weekly_look(store: StoreReader, pick: PickId, today: date) -> WeeklyLook:
    """The look at a pick's plan on this day.

    Only what is open of it is in the way: what was put down, or goes on in a later pick, is not.
    """
    still = {thing.id for thing in promised(store) if thing.pick == pick}
    in_the_way = (*_blockers(store, pick, today), *_late_steps(store, pick, today))
    return WeeklyLook(
        moved=tuple(_moved(store, pick, today - timedelta(days=WEEK), today)),
        in_the_way=tuple(thing for name, thing in in_the_way if name in still),
        friday=today + timedelta(days=(FRIDAY - today.weekday()) % WEEK),
    )


def lost(n: int) -> str:
    """ "5 days lost"; "" for none."""
    return ngettext("{n} day lost", "{n} days lost", n).format(n=n) if n else ""


def _moved(store: StoreReader, pick: PickId, after: date, today: date) -> Iterator[str]:
    for step in store.rows(FirstStep, pick=pick, set_aside_on=None):
        if step.done_on is not None and after < step.done_on <= today:
            yield _("Done: {words}").format(words=step.words)
    for blocker in store.rows(Blocker, pick=pick, set_aside_on=None):
        if blocker.removed_on is not None and after < blocker.removed_on <= today:
            yield _("Out of the way: {words}").format(words=blocker.words)


def _blockers(store: StoreReader, pick: PickId, today: date) -> Iterator[tuple[str, InTheWay]]:
    """Each with its name among what is promised."""
    for row in store.rows(Blocker, pick=pick, set_aside_on=None, removed_on=None):
        who = person_name(store, row.remover)
        thing = InTheWay(words=row.words, how_long=lost(days_lost(row, today)), who=who)
        yield f"{row.table}/{row.id}", thing


def _late_steps(store: StoreReader, pick: PickId, today: date) -> Iterator[tuple[str, InTheWay]]:
    for row in store.rows(FirstStep, pick=pick, set_aside_on=None, done_on=None):
        if row.by_when is not None and row.by_when < today:
            who = person_name(store, row.who)
            thing = InTheWay(words=row.words, how_long=days.due(row.by_when, today), who=who)
            yield f"{row.table}/{row.id}", thing
