"""Spreadsheets of Excel: the sheet that holds the answers becomes a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from cxworkshop.exchange.readers.limits import take
from cxworkshop.exchange.readers.sheets import SheetContent, Span, fullest, number_text
from cxworkshop.exchange.readers.xlsx import PlainWorkbook, SheetPart, plain_xlsx
from cxworkshop.exchange.refusals import BrokenFile, LockedFile
from cxworkshop.exchange.table import Table, TableRecord

Cell = str | float | bool | date | datetime | time | timedelta

_MOST_SPANS = 50_000


def read_xlsx(data: bytes, sheet: str = "") -> Table:
    """The sheet of an .xlsx or .xlsm file that is wanted, else the one with the most answers."""
    return workbook_table(plain_xlsx(data, sheet))


def workbook_table(plain: PlainWorkbook) -> Table:
    """The table of a workbook that was looked at; raises an ImportRefusal."""
    try:
        with CalamineWorkbook.from_filelike(plain.file) as book:
            sheets = map(partial(_sheet, book), plain.sheets)
            return fullest(sheets, several=len(plain.sheets) > 1)
    except PasswordError:
        raise LockedFile from None
    except CalamineError:
        raise BrokenFile from None


def _sheet(book: CalamineWorkbook, part: SheetPart) -> SheetContent:
    found = book.get_sheet_by_index(part.number)
    taken = take(_records(found.iter_rows()))
    return SheetContent(part.name, taken, part.is_hidden, _spans(found), part.hidden_rows)


def _records(rows: Iterable[Sequence[Cell]]) -> Iterator[TableRecord]:
    for number, row in enumerate(rows, start=1):
        yield TableRecord(number, tuple(map(_text, row)))


def _spans(sheet: CalamineSheet) -> list[Span]:
    """The merged cells of several rows; columns are counted from the first that is filled."""
    if sheet.start is None:
        return []
    left = sheet.start[1]
    merged = (sheet.merged_cell_ranges or [])[:_MOST_SPANS]
    return [
        Span(first + 1, last + 1, column - left)
        for (first, column), (last, _column) in merged
        if last > first and column >= left
    ]


def _text(value: Cell) -> str:
    """What a person reads in the cell, or writes: 3 for 3.0, a day as 2026-11-03."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return number_text(value)
    return _duration(value) if isinstance(value, timedelta) else _moment(value)


def _moment(value: date | time) -> str:
    """A day, a time, or both."""
    if isinstance(value, datetime):
        value += timedelta(milliseconds=500)  # a fraction of a day hardly ever is a whole second
        if value.time().replace(microsecond=0) == time():
            return value.date().isoformat()
        return value.isoformat(" ", "seconds").removesuffix(":00")
    if isinstance(value, time):
        return value.isoformat("seconds").removesuffix(":00")
    return value.isoformat()


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
