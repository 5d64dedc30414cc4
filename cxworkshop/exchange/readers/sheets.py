"""Sheets of any spreadsheet: which holds the answers, and its cells as a table."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cxworkshop.exchange.choosing import GUESSED, choose
from cxworkshop.exchange.line_numbers import listed_lines
from cxworkshop.exchange.own_table import is_own_table
from cxworkshop.exchange.readers.as_table import grid_table
from cxworkshop.exchange.readers.limits import MAX_CELLS, TakenRecords
from cxworkshop.exchange.readers.summaries import is_summary
from cxworkshop.exchange.refusals import ImportRefusal, NothingInIt, OnlyASummary
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.i18n import ngettext

_LETTER = re.compile(r"[^\W\d_]")
_EXACT = 1e15  # greater numbers are not whole for certain
_VALUE = 40  # characters of a value that holds for all rows of its merged cell; words are said once


class Span(NamedTuple):
    """A merged cell's rows, by their numbers in the sheet, and its column from 0."""

    first: int
    last: int
    column: int


@dataclass(frozen=True)
class SheetContent:
    """One sheet as it was read. A record's line is its row's number in the sheet."""

    name: str
    taken: TakenRecords
    is_hidden: bool = False
    spans: Sequence[Span] = ()
    hidden_rows: Sequence[int] = ()


@dataclass(frozen=True)
class _Candidate:
    table: Table
    answers: int
    is_hidden: bool

    @property
    def is_own(self) -> bool:
        """Whether it is the list that we export, beside which we write what is made of it."""
        return is_own_table(self.table.titles)

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        return (
            self.is_own,
            self.answers > 0 and not self.is_hidden,
            self.answers,
            len(self.table.body),
        )


def number_text(value: float) -> str:
    """A number as a person writes it: 3 for 3.0."""
    is_whole = abs(value) < _EXACT and value == int(value)
    return str(int(value)) if is_whole else repr(value)


def fullest(sheets: Iterable[SheetContent], *, several: bool) -> Table:
    """The table of the sheet with the most answers; the others with answers are named in it.

    A hidden sheet is taken only where no other has answers.
    """
    best: _Candidate | None = None
    with_answers: list[str] = []
    summary = None
    for sheet in sheets:
        try:
            table = sheet_table(sheet)
        except NothingInIt:
            continue
        except OnlyASummary as refusal:
            summary = refusal
            continue
        answers = _answers_in(table) if several else 1
        found = _Candidate(table, answers, sheet.is_hidden)
        if answers > 1 and not sheet.is_hidden:  # a single one is a title, or a remark
            with_answers.append(sheet.name)
        if best is None or found.rank > best.rank:
            best = found
    if best is None or (summary is not None and not best.answers):
        raise summary or NothingInIt
    others = (name for name in with_answers if name != best.table.sheet)
    return replace(best.table, other_sheets=() if best.is_own else tuple(others))


def sheet_table(sheet: SheetContent) -> Table:
    """The sheet's cells as a table; raises an ImportRefusal."""
    records = sheet.taken.all()
    if not records:
        raise NothingInIt
    if is_summary(records):
        raise OnlyASummary
    records, left = _trimmed(records)
    table = grid_table(records, _hidden(sheet.hidden_rows, records))
    spans = [Span(first, last, column - left) for first, last, column in sheet.spans]
    return replace(_filled(table, spans), sheet=sheet.name)


def _answers_in(table: Table) -> int:
    try:
        chosen = choose(table, GUESSED)
    except ImportRefusal:
        return 0
    return sum(bool(_LETTER.search(cell)) for n in chosen.answers for cell in table.column(n))


def _trimmed(records: tuple[TableRecord, ...]) -> tuple[tuple[TableRecord, ...], int]:
    """The records without empty columns at both sides, and how many were at the left."""
    filled = [[n for n, cell in enumerate(cells) if cell.strip()] for _line, cells in records]
    left, right = min(row[0] for row in filled), max(row[-1] for row in filled) + 1
    if not left and all(len(record.cells) == right for record in records):
        return records, 0
    width = right - left
    return tuple(
        TableRecord(line, (*cells[left:right], *[""] * (width - len(cells[left:right]))))
        for line, cells in records
    ), left


def _hidden(rows: Sequence[int], records: Sequence[TableRecord]) -> list[str]:
    there = {record.line for record in records}.intersection(rows)
    if not there:
        return []
    text = ngettext(
        "A row that is hidden in the sheet is read too: row {rows}.",
        "Rows that are hidden in the sheet are read too: rows {rows}.",
        len(there),
    )
    return [text.format(rows=listed_lines(there))]


def _filled(table: Table, spans: Sequence[Span]) -> Table:
    """The table with a merged cell's value in each of its rows, below the header.

    A customer's number, kind or day holds for all rows beside it; words were said once.
    """
    lines = [record.line for record in table.body]
    first, cells = len(table.records) - len(lines), 0
    changed: dict[int, list[str]] = {}
    for span in spans:
        begin, end = bisect_left(lines, span.first), bisect_right(lines, span.last)
        cells += end - begin
        if begin == len(lines) or lines[begin] != span.first or cells > MAX_CELLS:
            continue
        cells_there = table.records[first + begin].cells
        value = cells_there[span.column] if 0 <= span.column < len(cells_there) else ""
        if not value or len(value) > _VALUE:
            continue
        for number in range(first + begin + 1, first + end):
            row = changed.setdefault(number, list(table.records[number].cells))
            row[span.column] = row[span.column] or value
    if not changed:
        return table
    records = tuple(
        TableRecord(record.line, tuple(changed[n])) if n in changed else record
        for n, record in enumerate(table.records)
    )
    return replace(table, records=records)
