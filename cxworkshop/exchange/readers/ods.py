"""OpenDocument spreadsheets (.ods), read cell by cell.

A cell may say that it stands there a million times. Only what is filled is laid out, and it is
counted while it is read, which the reader of Excel's files can't do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from cxworkshop.exchange.readers.limits import MAX_CELL, MAX_CELLS, MAX_COLUMNS, take
from cxworkshop.exchange.readers.office_xml import Attributes, walk
from cxworkshop.exchange.readers.packed import Package
from cxworkshop.exchange.readers.sheet_bounds import MAX_TEXT
from cxworkshop.exchange.readers.sheets import SheetContent, Span, fullest, number_text
from cxworkshop.exchange.readers.xlsx import MAX_SHEETS, is_named
from cxworkshop.exchange.refusals import (
    LockedFile,
    NoSuchSheet,
    TooLongCell,
    TooManyCells,
    TooManyColumns,
    TooManyParts,
    TooMuchInside,
)
from cxworkshop.exchange.table import Table, TableRecord

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_MOST_SPACES = 100
_LAST_ROW = 2_000_000  # further ones have the same number
_SKIPPED = frozenset(("annotation", "tracked-changes", "shapes", "forms", "ruby-text"))
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_MIDNIGHT = re.compile(r"T00:00(?::00(?:\.0*)?)?$")
_SECONDS = re.compile(r":00(?:[.,]0*)?$|[.,]\d+$")


def read_ods(data: bytes, sheet: str = "") -> Table:
    """The sheet that is wanted, else the one with the most answers; raises an ImportRefusal."""
    package = Package(data)
    if _MANIFEST in package.names and b"encryption-data" in package.part(_MANIFEST):
        raise LockedFile
    reader = _Sheets()
    walk(package.xml(_CONTENT), reader)
    found = [one for one in reader.found if not sheet or is_named(one.name, sheet)]
    if sheet and not found:
        raise NoSuchSheet(sheet, [one.name for one in reader.found])
    return fullest((one.content() for one in found), several=len(found) > 1)


@dataclass
class _OpenSheet:
    name: str
    is_hidden: bool = False
    records: list[TableRecord] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)

    def content(self) -> SheetContent:
        """What was read, within the limits of every table."""
        taken = take(self.records)
        return SheetContent(self.name, taken, self.is_hidden, self.spans, self.hidden_rows)


@dataclass
class _OpenCell:
    attributes: Attributes
    lines: list[list[str]] = field(default_factory=list)
    size: int = 0

    @property
    def text(self) -> str:
        """What a person reads in the cell, or writes: 3 for 3.0, a day as 2026-11-03."""
        kind = self.attributes.get("value-type", "")
        value = self.attributes.get("value", "")
        if kind == "error":
            return ""
        if kind == "date":
            return _moment(self.attributes.get("date-value", ""))
        if kind == "time":
            return _duration(self.attributes.get("time-value", ""))
        if kind == "boolean":
            return self.attributes.get("boolean-value", "").upper()
        if kind in ("float", "percentage", "currency") and value:
            return _number(value)
        return "\n".join("".join(line) for line in self.lines)


class _Sheets:
    """Hears of the elements of a spreadsheet and collects its sheets."""

    def __init__(self) -> None:
        self.found: list[_OpenSheet] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._row = 0
        self._row_attributes: Attributes = {}
        self._cells: list[tuple[str, int]] = []  # of a row, with how often each stands there
        self._cell: _OpenCell | None = None
        self._skipped = self._in_line = self._laid_out = self._size = 0
        self._is_open = False

    def begin(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._skipped or name in _SKIPPED or (name == "table" and self._is_open):
            self._skipped += 1
        elif (handler := self._BEGINS.get(name)) is not None:
            handler(self, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
        elif (handler := self._ENDS.get(name)) is not None:
            handler(self)

    def text(self, text: str) -> None:
        """Words stand here."""
        if self._in_line and not self._skipped and self._cell is not None:
            self._cell.lines[-1].append(text)
            self._cell.size += len(text)
            if self._cell.size > MAX_CELL:
                raise TooLongCell(self._row + 1, MAX_CELL)

    def _begin_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("name", "")

    def _show(self, attributes: Attributes) -> None:
        if attributes.get("display") == "false":
            self._hidden_styles.add(self._style)

    def _begin_sheet(self, attributes: Attributes) -> None:
        is_hidden = attributes.get("style-name") in self._hidden_styles
        self.found.append(_OpenSheet(attributes.get("name", ""), is_hidden))
        if len(self.found) > MAX_SHEETS:
            raise TooManyParts(MAX_SHEETS)
        self._row, self._is_open = 0, True

    def _end_sheet(self) -> None:
        self._is_open = False

    def _begin_row(self, attributes: Attributes) -> None:
        self._row_attributes, self._cells = attributes, []

    def _end_row(self) -> None:
        if not self.found:
            return
        times = _count(self._row_attributes, "number-rows-repeated")
        while self._cells and not self._cells[-1][0]:
            self._cells.pop()
        if self._cells:
            self._lay_out(times)
        self._row = min(self._row + times, _LAST_ROW)

    def _lay_out(self, times: int) -> None:
        width = sum(often for _text, often in self._cells)
        if width > MAX_COLUMNS:
            raise TooManyColumns(width, MAX_COLUMNS)
        self._laid_out += width * times
        self._size += times * sum(len(text) * often for text, often in self._cells)
        if self._laid_out > MAX_CELLS:
            raise TooManyCells(MAX_CELLS)
        if self._size > MAX_TEXT:
            raise TooMuchInside(MAX_TEXT // 1_000_000)
        cells = tuple(text for text, often in self._cells for _time in range(often))
        rows = range(self._row + 1, self._row + times + 1)
        self.found[-1].records += [TableRecord(row, cells) for row in rows]
        if self._row_attributes.get("visibility", "visible") != "visible":
            self.found[-1].hidden_rows += rows

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell = _OpenCell(attributes)

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        rows = _count(cell.attributes, "number-rows-spanned")
        if rows > 1 and self.found:
            column = sum(often for _text, often in self._cells)
            span = Span(self._row + 1, self._row + rows, column)
            self.found[-1].spans.append(span)
        self._cells.append((cell.text, _count(cell.attributes, "number-columns-repeated")))

    def _begin_covered(self, attributes: Attributes) -> None:
        """A merged cell lies over it, and what it holds is not seen."""
        self._cells.append(("", _count(attributes, "number-columns-repeated")))

    def _begin_line(self, _attributes: Attributes) -> None:
        self._in_line += 1
        if self._cell is not None and self._in_line == 1:
            self._cell.lines.append([])

    def _end_line(self) -> None:
        self._in_line -= 1

    def _space(self, attributes: Attributes) -> None:
        self.text(" " * min(_count(attributes, "c"), _MOST_SPACES))

    def _break(self, _attributes: Attributes) -> None:
        self.text("\n")

    def _tab(self, _attributes: Attributes) -> None:
        self.text(" ")

    _BEGINS: ClassVar[Mapping[str, Callable[[_Sheets, Attributes], None]]] = {
        "style": _begin_style,
        "table-properties": _show,
        "table": _begin_sheet,
        "table-row": _begin_row,
        "table-cell": _begin_cell,
        "covered-table-cell": _begin_covered,
        "p": _begin_line,
        "s": _space,
        "line-break": _break,
        "tab": _tab,
    }
    _ENDS: ClassVar[Mapping[str, Callable[[_Sheets], None]]] = {
        "table": _end_sheet,
        "table-row": _end_row,
        "table-cell": _end_cell,
        "p": _end_line,
    }


def _count(attributes: Attributes, name: str) -> int:
    """How often something stands there; at least once."""
    value = attributes.get(name, "1")
    return max(1, int(value)) if value.isascii() and value.isdecimal() and len(value) < 10 else 1


def _number(value: str) -> str:
    try:
        return number_text(float(value))
    except ValueError:
        return value


def _moment(value: str) -> str:
    return _SECONDS.sub("", _MIDNIGHT.sub("", value).replace("T", " "))


def _duration(value: str) -> str:
    found = _DURATION.fullmatch(value)
    if not found:
        return value
    hours, minutes, seconds = map(int, found.groups())
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
