"""Read dates as other programs write them; a whole column decides the order of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxworkshop.model.limits import FIRST_DAY, LAST_DAY

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_PARTS = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T, ].*)?$")
_NAMED = re.compile(r"^(\d{1,2})\.?[ -]([^\W\d]{3,10})\.?,?[ -](\d{4})\b|"
                    r"^([^\W\d]{3,10})\.? (\d{1,2}),? (\d{4})\b")  # fmt: skip
_MONTHS = (
    "jan janv ene gen", "feb févr fév", "mar mär maa", "apr avr abr", "may mai mei maj",
    "jun juin", "jul juil", "aug août aoû ago", "sep set", "oct okt ott", "nov", "dec dez déc dic",
)  # fmt: skip
_MONTH = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split()}


@dataclass(frozen=True)
class Days:
    """A column as days, None where a cell is no date; unsure: day and month may be swapped."""

    days: tuple[date | None, ...]
    unsure: bool


def is_date(text: str) -> bool:
    """Whether it has the form of a date, whatever its order."""
    return bool(_ISO.match(text) or _PARTS.match(text) or _named(text))


def days(column: Sequence[str]) -> Days:
    """Read a column: the day comes first, unless some value shows that the month does."""
    values = [text.strip() for text in column]
    found = [match for text in values if (match := _PARTS.match(text))]
    slashed = [match for match in found if match[2] != "."]
    day_first = len(slashed) < len(found) or any(int(match[1]) > 12 for match in slashed)
    month_first = not day_first and any(int(match[3]) > 12 for match in slashed)
    swapped = any(match[1] != match[3] for match in slashed)
    order = (3, 1) if month_first else (1, 3)
    unsure = swapped and not (day_first or month_first)
    return Days(tuple(_day(text, order) for text in values), unsure)


def _day(text: str, order: tuple[int, int]) -> date | None:
    """The day; `order` says which part of three numbers is the day, which the month.

    A year that no workshop can hold is a typing error, and then there is no day.
    """
    day = _any_day(text, order)
    return day if day is not None and FIRST_DAY <= day <= LAST_DAY else None


def _any_day(text: str, order: tuple[int, int]) -> date | None:
    iso, parts = _ISO.match(text), _PARTS.match(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if not parts:
            return _named(text)
        year = int(parts[4]) + (2000 if len(parts[4]) == 2 else 0)
        return date(year, int(parts[order[1]]), int(parts[order[0]]))
    except ValueError:
        return None


def _named(text: str) -> date | None:
    """With the month as a word: 3 November 2026, Nov 3, 2026."""
    match = _NAMED.match(text)
    if not match:
        return None
    day, word, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    month = next((_MONTH[word[:n].casefold()] for n in (4, 3) if word[:n].casefold() in _MONTH), 0)
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
