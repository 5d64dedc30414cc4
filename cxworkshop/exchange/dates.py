"""Dates as other programs write them; an order that is not sure is left alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_PARTS = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T, ].*)?$")


def is_date(text: str) -> bool:
    """Whether it has the form of a date, whatever its order."""
    return bool(_ISO.match(text) or _PARTS.match(text))


def days(column: Sequence[str]) -> list[date | None]:
    """The column as days. Day or month first is decided by the whole column; unsure means None."""
    month_first = _month_first(column)
    return [_day(text.strip(), month_first) for text in column]


def _month_first(column: Sequence[str]) -> bool | None:
    """True or False where some value leaves no doubt; None where none does."""
    found = [match for text in column if (match := _PARTS.match(text.strip()))]
    if any(match[2] == "." or int(match[1]) > 12 for match in found):
        return False
    return True if any(int(match[3]) > 12 for match in found) else None


def _day(text: str, month_first: bool | None) -> date | None:  # noqa: FBT001 - three answers
    iso, parts = _ISO.match(text), _PARTS.match(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if not parts or month_first is None:
            return None
        year = int(parts[4]) + (2000 if len(parts[4]) == 2 else 0)
        day, month = (3, 1) if month_first else (1, 3)
        return date(year, int(parts[month]), int(parts[day]))
    except ValueError:
        return None
