"""Read dates as other programs write them; a whole column decides the order of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxworkshop.model.limits import FIRST_DAY, LAST_DAY

_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_PARTS = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T, ].*)?$")
_JAPANESE = re.compile(r"^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NAMED = re.compile(
    r"^(?:[^\W\d]{2,12}\.?,? )?(?:"
    r"(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[ /-]{1,2}(?:de |of )?([^\W\d]{3,12})\.?,?(?: de)?[ /-]"
    r"(\d{4}|(?<=[/-])\d{2})\b|([^\W\d]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b)"
)
_LED = re.compile(r"^[^\d.!?]{3,50}\b(?:on|am|vom|le|el|op|il|em|den|de) (?=\d)|^\w{4,20}: (?=\d)")
_BEHIND = 16  # characters, in which there is a number if words come before the date
_MONTHS = (
    "jan janv ene gen sty oca янв",
    "feb févr fév fev lut şub фев",
    "mar mär maa mars мар",
    "apr avr abr kwi nis апр",
    "may mai mei maj mag май мая",
    "jun juin giu cze haz июн",
    "jul juil lug lip tem июл",
    "aug août aoû ago sie ağu авг",
    "sep set wrz eyl сен",
    "oct okt ott out paź eki окт",
    "nov lis kas ноя",
    "dec dez déc dic gru ara дек",
)
_MONTH = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split()}


@dataclass(frozen=True)
class Days:
    """A column as days, None where a cell is no date; unsure: day and month may be swapped."""

    days: tuple[date | None, ...]
    unsure: bool


def is_date(text: str) -> bool:
    """Whether it has the form of a date, whatever its order."""
    if not text[:1].isdecimal():
        if not any(map(str.isdecimal, text[-_BEHIND:])):
            return False  # as soon as possible: most texts are none
        text = _unled(text)
    return bool(_ISO.match(text) or _PARTS.match(text) or _named(text))


def days(column: Sequence[str]) -> Days:
    """Read a column: the day comes first, unless some value shows that the month does."""
    values = [_unled(text.strip()) for text in column]
    found = [match for text in values if (match := _PARTS.match(text))]
    slashed = [match for match in found if match[2] != "."]
    day_first = len(slashed) < len(found) or any(int(match[1]) > 12 for match in slashed)
    month_first = not day_first and any(int(match[3]) > 12 for match in slashed)
    swapped = any(match[1] != match[3] for match in slashed)
    order = (3, 1) if month_first else (1, 3)
    unsure = swapped and not (day_first or month_first)
    known = {text: _day(text, order) for text in set(values)}
    return Days(tuple(map(known.__getitem__, values)), unsure)


def _unled(text: str) -> str:
    """The date alone: "Reviewed in France on 3 March 2026"."""
    return text if text[:1].isdecimal() else _LED.sub("", text, count=1)


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
    """With the month as a word, or as Japanese writes it: 3 November 2026, Nov 3, 2026."""
    if match := _JAPANESE.match(text):
        year, month, number = map(int, match.groups())
        return _valid(year, month, number)
    match = _NAMED.match(text)
    if not match:
        return None
    day, word, year_ = match.group(1, 2, 3) if match[1] else match.group(5, 4, 6)
    month = next((_MONTH[word[:n].casefold()] for n in (4, 3) if word[:n].casefold() in _MONTH), 0)
    return _valid(int(year_) + (2000 if len(year_) == 2 else 0), month, int(day))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
