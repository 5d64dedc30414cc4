"""Days as paper writes them, in the language of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from cxworkshop import i18n
from cxworkshop.i18n import _, n_

_WEEKDAYS = (n_("Mon"), n_("Tue"), n_("Wed"), n_("Thu"), n_("Fri"), n_("Sat"), n_("Sun"))
_MONTHS = (
    n_("Jan"), n_("Feb"), n_("Mar"), n_("Apr"), n_("May"), n_("Jun"),
    n_("Jul"), n_("Aug"), n_("Sep"), n_("Oct"), n_("Nov"), n_("Dec"),
)  # fmt: skip
_SATURDAY = 5


def short(day: date | None) -> str:
    """ "Mon 23 Nov"; nothing for no day."""
    return _("{weekday} {day} {month}").format(**_names(day)) if day else ""


def full(day: date | None) -> str:
    """ "Mon 23 Nov 2026"; nothing for no day."""
    return _("{weekday} {day} {month} {year}").format(**_names(day)) if day else ""


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= _SATURDAY


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


def _names(day: date) -> dict[str, str | int]:
    weekday, month = _(_WEEKDAYS[day.weekday()]), _(_MONTHS[day.month - 1])
    return {"weekday": weekday, "day": day.day, "month": month, "year": day.year}
