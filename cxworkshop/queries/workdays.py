"""Working days: Monday to Friday, less the team's own holidays."""

from __future__ import annotations

from datetime import date, timedelta

from cxworkshop import days
from cxworkshop.model import CHECK_AFTER_DAYS, Holiday
from cxworkshop.store.tables.query import StoreReader


def is_working_day(store: StoreReader, day: date) -> bool:
    return day.weekday() < 5 and not store.count(Holiday, day=day)


def working_day_from(store: StoreReader, day: date) -> date:
    """Return this day, or the next one on which the team works."""
    return days.working_day_from(day, lambda one: is_working_day(store, one))


def check_day(store: StoreReader, start: date) -> date:
    """Return start plus thirty days, moved to the next working day."""
    return working_day_from(store, start + timedelta(days=CHECK_AFTER_DAYS))
