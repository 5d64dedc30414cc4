"""What a report says, as plain values: the page and the paper draw the same.

`None` is a figure that is not shown, for it is of too few customers or teams.
"""

from __future__ import annotations

from datetime import date, datetime

from cxworkshop.i18n import _
from cxworkshop.value_object import ValueObject

Number = int | None
_THOUSANDS = "\u202f"  # a narrow space, which every language reads


def told(n: Number) -> str:
    """A number as people read it; "not shown" for None."""
    return _("not shown") if n is None else grouped(n)


def grouped(n: int) -> str:
    """A number with a narrow space between thousands from 10,000 on."""
    return f"{n:,}".replace(",", _THOUSANDS) if n >= 10_000 else str(n)


class Bar(ValueObject):
    """One bar: what it is, and its number."""

    label: str
    value: Number


class BarChart(ValueObject):
    """Bars below one another, all on one scale."""

    title: str
    bars: tuple[Bar, ...]


class LineOfMonths(ValueObject):
    """One small line: a number for each month."""

    label: str
    values: tuple[Number, ...]


class MonthChart(ValueObject):
    """Small lines side by side over the same months, all on one scale."""

    title: str
    months: tuple[str, ...]
    lines: tuple[LineOfMonths, ...]


class DataTable(ValueObject):
    """The numbers behind a chart; the first cell of each row heads it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ReportSection(ValueObject):
    """A heading with sentences, a chart, and its numbers as a table."""

    key: str
    title: str
    sentences: tuple[str, ...]
    chart: BarChart | MonthChart | None
    table: DataTable | None


class OfficeReport(ValueObject):
    """A programme's year, or one site's; it names no team, and puts nothing in order of merit."""

    title: str
    about: str
    rules: tuple[str, ...]
    sections: tuple[ReportSection, ...]
    language: str
    day: date


class PublishedYear(ValueObject):
    """What the database has published of one programme, or one site, and one year."""

    programme: str
    site: str | None
    year: int
    as_of: datetime | None
    of_year: dict[tuple[str, str], int]  # by measure and part
    of_months: dict[tuple[date, str, str], int]
    promises: tuple[tuple[str | None, str], ...] = ()  # kept ones: the way and the words

    def parts(self, measure: str) -> dict[str, int]:
        """The parts of a measure with their numbers in the year, in the order of their keys."""
        found = {part: n for (name, part), n in self.of_year.items() if name == measure}
        return dict(sorted(found.items()))

    def month(self, month: int, measure: str, part: str) -> Number:
        """The number of one month; None where it is not shown."""
        return self.of_months.get((date(self.year, month, 1), measure, part))
