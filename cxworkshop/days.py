"""Format days for people, on screen and on paper, in the current language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from cxworkshop.i18n import _, n_, ngettext

_WEEKDAYS = (n_("Mon"), n_("Tue"), n_("Wed"), n_("Thu"), n_("Fri"), n_("Sat"), n_("Sun"))
_MONTHS = (
    n_("Jan"), n_("Feb"), n_("Mar"), n_("Apr"), n_("May"), n_("Jun"),
    n_("Jul"), n_("Aug"), n_("Sep"), n_("Oct"), n_("Nov"), n_("Dec"),
)  # fmt: skip
_LONG_MONTHS = (
    n_("January"), n_("February"), n_("March"), n_("April"), n_("May "), n_("June"), n_("July"),
    n_("August"), n_("September"), n_("October"), n_("November"), n_("December"),
)  # fmt: skip
_LONG_WEEKDAYS = (
    n_("Monday"), n_("Tuesday"), n_("Wednesday"), n_("Thursday"), n_("Friday"), n_("Saturday"),
    n_("Sunday"),
)  # fmt: skip
SATURDAY = 5
THIRTY = 30


def short(day: date | None) -> str:
    """ "Mon 23 Nov"; "" for None."""
    return _("{weekday} {day} {month}").format(**_names(day)) if day else ""


def full(day: date | None) -> str:
    """ "Mon 23 Nov 2026"; "" for None."""
    return _("{weekday} {day} {month} {year}").format(**_names(day)) if day else ""


def day_month(day: date | None) -> str:
    """ "23 Nov"; "" for None."""
    return _("{day} {month}").format(**_names(day)) if day else ""


def month(day: date) -> str:
    """ "Nov"."""
    return _(_MONTHS[day.month - 1])


def month_year(day: date) -> str:
    """ "November 2026"."""
    # "May " with its space is the long name, which other languages do not shorten to the same.
    long = _(_LONG_MONTHS[day.month - 1]).strip()
    return _("{month} {year}").format(month=long, year=day.year)


def weekday(day: date) -> str:
    """ "Mon"."""
    return _(_WEEKDAYS[day.weekday()])


def weekday_names() -> list[tuple[str, ...]]:
    """How people may write each weekday from Monday on: in our language and in English, short
    or long."""
    return _names_of(_WEEKDAYS, _LONG_WEEKDAYS)


def month_names() -> list[tuple[str, ...]]:
    """How people may write each month: in our language and in English, short or long."""
    return _names_of(_MONTHS, _LONG_MONTHS)


def due(day: date, today: date) -> str:
    """ "3 days late", "due today", "due in 4 days"."""
    left = (day - today).days
    if left < 0:
        return ngettext("{n} day late", "{n} days late", -left).format(n=-left)
    if left == 0:
        return _("due today")
    return ngettext("due in {n} day", "due in {n} days", left).format(n=left)


def customers_asked(day: date, today: date) -> str:
    """When customers are asked, while they have not been: "Customers are asked Wed 4 Feb", or,
    once that day is over, "Asking customers is 3 days late"."""
    if day < today:
        return _("Asking {customers} is {late}").format(late=due(day, today))
    return _("{Customers} are asked {day}").format(day=short(day))


def of_thirty(start: date, today: date) -> str:
    """Where a round's thirty days are: "Day 12 of 30", or that they begin, or are over."""
    day = (today - start).days
    if day < 0:
        return _("The thirty days begin {day}").format(day=short(start))
    if day == 0:
        return _("The thirty days begin today")
    if day > THIRTY:
        return _("The thirty days are over")
    return _("Day {n} of 30").format(n=day)


def working_day_from(day: date, is_working: Callable[[date], bool]) -> date:
    """This day, or the next one that is a working day."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= SATURDAY


def weekend_note(day: date) -> str:
    """A sentence for a Saturday or a Sunday; "" for another day."""
    if not is_weekend(day):
        return ""
    return _("That is a Saturday.") if day.weekday() == SATURDAY else _("That is a Sunday.")


def _names_of(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [
        tuple(name.strip() for name in (_(one), _(other), one, other))
        for one, other in zip(short, long, strict=True)
    ]


def _names(day: date) -> dict[str, str | int]:
    return {
        "weekday": _(_WEEKDAYS[day.weekday()]),
        "day": day.day,
        "month": month(day),
        "year": day.year,
    }
