"""Write tables as one workbook for Excel and LibreOffice (.xlsx)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cxworkshop.exchange.xml_text import xml_text
from cxworkshop.progress import go_on

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

CELL_UNITS = 32_767  # UTF-16 code units that a cell holds
_TITLE_UNITS = 31
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = "history"  # Excel keeps this title for itself
# Text stays text: no formula, no link, no number is made of what somebody wrote.
_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_HEAD = {"bold": True, "bg_color": "#EEF3F3", "bottom": 1, "text_wrap": True, "valign": "top"}

CellValue = str | int | date | None


@dataclass(frozen=True)
class WorkbookColumn:
    """A column's title, and its width in characters."""

    title: str
    width: float


@dataclass(frozen=True)
class WorkbookTable:
    """One sheet of the workbook. Its title is made to fit where Excel would refuse it."""

    title: str
    columns: Sequence[WorkbookColumn]
    rows: Iterable[Sequence[CellValue]]


def workbook(
    tables: Sequence[WorkbookTable], title: str, made_on: date, *, to_the_left: bool
) -> bytes:
    """A sheet for each table: its header stays in sight, dates are dates, all else is text.

    What is longer than a cell goes on in the row below. `to_the_left` lets columns begin at the
    right, as Arabic and Hebrew want it. The same tables give the same bytes.
    """
    from xlsxwriter.workbook import Workbook

    data = BytesIO()
    with Workbook(data, {"in_memory": True, **_AS_TEXT}) as book:
        book.set_properties({"title": xml_text(title), "created": _midnight(made_on)})
        formats = {
            "head": book.add_format(_HEAD),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
        }
        titles: list[str] = []
        for table in tables:
            titles.append(_free_title(table.title, titles))
            _write(_sheet(book, titles[-1], to_the_left=to_the_left), table, formats)
    return data.getvalue()


def _sheet(book: Workbook, title: str, *, to_the_left: bool) -> Worksheet:
    sheet = book.add_worksheet(title)
    if to_the_left:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet


def _write(sheet: Worksheet, table: WorkbookTable, formats: dict[str, Any]) -> None:
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, xml_text(column.title), formats["head"])
    line = 0
    for row in table.rows:
        for cells in _lines(row):
            line += 1
            go_on(1)
            for number, cell in enumerate(cells):
                _write_cell(sheet, line, number, cell, formats)
    sheet.autofilter(0, 0, line, len(table.columns) - 1)


def _write_cell(
    sheet: Worksheet, line: int, number: int, cell: CellValue, formats: dict[str, Any]
) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(line, number, _midnight(cell), formats["date"])
    elif isinstance(cell, int):
        sheet.write_number(line, number, cell, formats["text"])
    elif cell:
        sheet.write_string(line, number, cell, formats["text"])


def _lines(row: Sequence[CellValue]) -> Iterator[Sequence[CellValue]]:
    """The row, and below it what did not fit into its cells."""
    rest: list[CellValue] = list(row)
    while any(cell is not None and cell != "" for cell in rest):
        pairs = [_cut(cell) if isinstance(cell, str) else (cell, None) for cell in rest]
        yield [now for now, _later in pairs]
        rest = [later for _now, later in pairs]


def _cut(text: str) -> tuple[str, str]:
    """As much as a cell holds, and what is left."""
    text = xml_text(text)
    fits = _that_fit(text, CELL_UNITS)
    return text[:fits], text[fits:]


def _that_fit(text: str, units: int) -> int:
    """How many characters from the start take so many UTF-16 code units at the most."""
    if len(text) * 2 <= units:
        return len(text)
    within = text.encode("utf-16-le")[: units * 2]
    return len(within.decode("utf-16-le", "ignore"))


def _free_title(wanted: str, taken: Sequence[str]) -> str:
    """A title that Excel takes: 31 units, none of `[]:*?/\\`, no apostrophe around it, and new."""
    plain = " ".join(xml_text(_NOT_IN_TITLES.sub(" ", wanted)).split()).strip("' ") or "-"
    used = {_RESERVED, *map(str.casefold, taken)}
    number, end = 1, ""
    while True:
        title = plain[: _that_fit(plain, _TITLE_UNITS - len(end))].rstrip(" '") + end
        if title.casefold() not in used:
            return title
        number += 1
        end = f" {number}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())  # Excel knows no time zones
