"""Read days as people type them, in the language of the screen: "4 Dec", "4.12.", "tomorrow"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from cxworkshop import days
from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _

FIRST_YEAR, LAST_YEAR = 1990, 2199
_WEEK = 7
_LEAST_LETTERS = 2  # of a name that is typed in part
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[.]\s?(\d{1,2})[.]?(?:\s?(\d{4}|\d{2}))?")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_DASHES = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")
_NUMBER = re.compile(r"(\d{1,4})(?:[.]|st|nd|rd|th|er|º|ª)?")


def read_day(text: str, today: date) -> date:
    """Read a day; raises BadWords with a sentence that says how to type one.

    Without a year it is the one that is nearest to today; a weekday is the next one after today.
    """
    typed = " ".join(re.sub("[,،]", " ", text).split()).casefold()
    day = _said(typed, today) or _in_numbers(typed, today) or _with_month(typed, today)
    if day is None:
        example = days.day_month(today + timedelta(days=_WEEK))
        sentence = _("“{text}” is no day we can read. Try {day}, {iso} or “{word}”.")
        iso = (today + timedelta(days=_WEEK)).isoformat()
        raise BadWords(sentence.format(text=quoted(text), day=example, iso=iso, word=_("tomorrow")))
    return day


def next_monday(today: date) -> date:
    """The first Monday after today."""
    return today + timedelta(days=_WEEK - today.weekday())


def _said(typed: str, today: date) -> date | None:
    near = {
        **dict.fromkeys(("today", _("today").casefold()), 0),
        **dict.fromkeys(("tomorrow", _("tomorrow").casefold()), 1),
        **dict.fromkeys(("yesterday", _("yesterday").casefold()), -1),
    }
    if typed in near:
        return today + timedelta(days=near[typed])
    weekday = _place(typed, days.weekday_names())
    if weekday is None:
        return None
    return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)


def _in_numbers(typed: str, today: date) -> date | None:
    if found := _YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, found.groups())
        return _day(day, month, year, today)
    if found := _DAY_FIRST.fullmatch(typed) or _DASHES.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), _year(found[3]), today)
    if found := _SLASHES.fullmatch(typed):
        one, other = int(found[1]), int(found[2])
        if one == other or max(one, other) > len(days.month_names()):
            day, month = (one, other) if one >= other else (other, one)
            return _day(day, month, _year(found[3]), today)
        sentence = _("“{text}” can be read in two ways. Write the month as a word: {day}.")
        example = days.day_month(date(2000, other, one))
        raise BadWords(sentence.format(text=quoted(typed), day=example))
    return None


def _with_month(typed: str, today: date) -> date | None:
    """ "Fri 4 Dec 2026", "Dec 4", "4th of December": a weekday before it says nothing new."""
    words = [word for word in typed.split() if word not in ("of", "de")]
    if words and _place(words[0], days.weekday_names()) is not None:
        words = words[1:] if len(words) > _LEAST_LETTERS else words
    if len(words) == 2 and (found := _DAY_FIRST.fullmatch(words[1])):
        return _day(int(found[1]), int(found[2]), _year(found[3]), today)
    months = [place for word in words if (place := _place(word, days.month_names())) is not None]
    numbers = [found[1] for word in words if (found := _NUMBER.fullmatch(word))]
    if len(months) != 1 or not 1 <= len(numbers) == len(words) - 1 <= 2:
        return None
    year = numbers[1] if len(numbers) > 1 else None
    return _day(int(numbers[0]), months[0] + 1, _year(year), today)


def _place(word: str, names: list[tuple[str, ...]]) -> int | None:
    """Which of the names it is, or which single one it begins."""
    word = word.rstrip(".")
    folded = [tuple(name.casefold() for name in same) for same in names]
    exact = [place for place, same in enumerate(folded) if word in same]
    if exact or len(word) < _LEAST_LETTERS:
        return exact[0] if exact else None
    begun = [n for n, same in enumerate(folded) if any(name.startswith(word) for name in same)]
    return begun[0] if len(begun) == 1 else None


def _year(typed: str | None) -> int | None:
    if typed is None:
        return None
    year = int(typed)
    return year + 2000 if len(typed) <= 2 else year


def _day(day: int, month: int, year: int | None, today: date) -> date:
    years = (today.year - 1, today.year, today.year + 1) if year is None else (year,)
    found = []
    for one in years:
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    if not found:
        raise BadWords(_("There is no such day in the calendar."))
    nearest = min(found, key=lambda there: abs((there - today).days))
    if not FIRST_YEAR <= nearest.year <= LAST_YEAR:
        text = _("The year has to be between {first} and {last}.")
        raise BadWords(text.format(first=FIRST_YEAR, last=LAST_YEAR))
    return nearest
