"""What paper needs of days beyond their words: its own language, and no weekends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from cxworkshop import i18n
from cxworkshop.days import is_weekend


def out_of_weekend(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=7 - day.weekday()) if is_weekend(day) else day


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Speak the language of the paper, and afterwards that of the screen again."""
    before = i18n.language()
    i18n.set_language(language or before)
    try:
        yield
    finally:
        i18n.set_language(before)
