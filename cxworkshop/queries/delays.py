"""How long blockers have delayed the work, and how soon it was begun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxworkshop.model import Blocker, FirstStep, Pick
from cxworkshop.store.tables.query import StoreReader


def days_lost(blocker: Blocker, today: date) -> int:
    """Calendar days from the day on which it came up until it was removed, or until today.

    What was typed, where an older format did not say when it came up.
    """
    if blocker.came_up_on is None:
        return blocker.days_lost
    return max(0, ((blocker.removed_on or today) - blocker.came_up_on).days)


def days_lost_in(store: StoreReader, picks: Sequence[Pick], today: date) -> int:
    """Days that the blockers of a story cost together."""
    return sum(days_lost_by(store, picks, pick, today) for pick in picks)


def days_lost_by(store: StoreReader, picks: Sequence[Pick], pick: Pick, today: date) -> int:
    """Days that the blockers of one pick of a story cost.

    One that was still in the way when a later pick took the plan over is counted there.
    """
    rows = store.rows(Blocker, pick=pick.id, set_aside_on=None)
    is_last = pick.id == picks[-1].id
    return sum(days_lost(row, today) for row in rows if row.removed_on is not None or is_last)


def days_to_first_step(store: StoreReader, picks: Sequence[Pick]) -> int | None:
    """Calendar days from the day of the pick to the first step done; None while not known."""
    steps = [s for pick in picks for s in store.rows(FirstStep, pick=pick.id, set_aside_on=None)]
    done = min((step.done_on for step in steps if step.done_on), default=None)
    picked = picks[0].picked_on
    return max(0, (done - picked).days) if done and picked else None
