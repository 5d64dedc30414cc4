"""A table of customers' words, and which of its records name the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from cxworkshop.exchange.headers import titles

MAX_HEADER_ROWS = 3


class TableRecord(NamedTuple):  # a file has tens of thousands: a dataclass takes thrice the time
    """One record, and the line of the file in which it begins (from 1)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A file's records. The first `header_rows` of them name the columns, after `skipped` ones.

    `encoding` is that of a text, else "".
    """

    records: tuple[TableRecord, ...]
    encoding: str
    delimiter: str  # "" for a list of lines
    skipped: int
    header_rows: int
    titles: tuple[str, ...]
    notes: tuple[str, ...]
    unsettled: frozenset[int] = frozenset()  # lines of records whose cells do not fit the columns
    question: int | None = None  # the column of what was asked, where that is known
    respondent: int | None = None  # the column of who speaks, where that is known
    sheet: str = ""  # of a workbook, the sheet that was read
    other_sheets: tuple[str, ...] = ()  # in which answers stand too

    @property
    def body(self) -> tuple[TableRecord, ...]:
        """The records with answers in them."""
        return self.records[self.skipped + self.header_rows :]

    def column(self, number: int, steps: int = 1) -> list[str]:
        """One column of the body, or one of so many cells; a short record has nothing there."""
        found = self.body[::steps]
        return [r.cells[number] if number < len(r.cells) else "" for r in found]

    def column_begins(self, number: int, rows: int) -> list[str]:
        """The first cells of a column of the body."""
        first = self.skipped + self.header_rows
        found = islice(self.records, first, first + rows)
        return [r.cells[number] if number < len(r.cells) else "" for r in found]

    def starting_with(self, first: int) -> Table:
        """The same table when a person says which record is the first with answers in it.

        The records above it name the columns, three at most; a title of the whole table does not.
        """
        first = max(0, min(first, len(self.records) - 1))
        begins = self.skipped if self.header_rows and self.skipped < first else 0
        while begins < first and _is_title(self.records[begins], len(self.titles)):
            begins += 1
        rows = min(MAX_HEADER_ROWS, first - begins)
        return self.headed(first - rows, rows)

    def headed(self, skipped: int, rows: int) -> Table:
        """The same table when a person says where its header is, and so where answers begin.

        `rows` is 0 to 3; both numbers are kept within the table.
        """
        skipped = max(0, min(skipped, len(self.records)))
        rows = max(0, min(rows, MAX_HEADER_ROWS, len(self.records) - skipped))
        names = titles_of(self.records, skipped, rows)
        return replace(self, skipped=skipped, header_rows=rows, titles=names)


def titles_of(records: Sequence[TableRecord], skipped: int, rows: int) -> tuple[str, ...]:
    """The columns' titles, from `rows` header rows behind `skipped` records."""
    width = max(len(record.cells) for record in records)
    return titles([record.cells for record in records[skipped : skipped + rows]], width)


def _is_title(record: TableRecord, width: int) -> bool:
    """Whether a record is one line above a table of several columns."""
    return width > 1 and sum(map(bool, map(str.strip, record.cells))) < 2
