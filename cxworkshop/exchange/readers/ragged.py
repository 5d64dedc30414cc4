"""Rows that have more or fewer cells than the others: one reading that fits all, or none.

A comma or a line break that stands among the words without quotation marks tears a row. Where
exactly one way of putting it together fits what the other rows have in each column, it is taken
and said. Else the row waits for a person; half an answer is never taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cxworkshop.exchange.dates import is_date
from cxworkshop.exchange.table import TableRecord
from cxworkshop.exchange.titles import is_label

Cells = tuple[str, ...]

_LOOK_AT = 500  # regular rows that show what a column holds
_LONG = 200  # characters of a cell that show what it is
_LONGEST = 20_000  # characters of a cell that was put together
_MOSTLY = 0.8
_MOST_TORN = 0.1  # of the rows stay torn when the others have been put together
_MOST_UNSETTLED = 0.3  # of the rows; with more the table is of another kind
_NUMBER = re.compile(r"[-+]?[.,]?\d[\d.,:/ ]*%?")
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Mended:
    """The records put together; lines that were, and lines that nobody but a person can settle."""

    records: tuple[TableRecord, ...]
    joined: tuple[int, ...] = ()
    rejoined_lines: tuple[int, ...] = ()
    unsettled: tuple[int, ...] = ()
    is_given_up: bool = False  # too many rows fit nowhere: it is a table of another kind, or none


class ColumnShape:
    """What the regular rows have in one column, and whether a cell fits it."""

    def __init__(self, cells: Sequence[str]) -> None:
        self._cells = [cell[:_LONG].strip() for cell in cells]
        self._values = [cell for cell in self._cells if cell]

    def fits(self, cell: str) -> bool:
        """Whether the cell could stand here."""
        cell = cell[:_LONG].strip()
        if not cell:
            return not self.is_always_filled
        if self._is_number:
            return bool(_NUMBER.fullmatch(cell))
        if self._is_day:
            return is_date(cell)
        if self._form:
            return _form(cell) == self._form
        return cell in self._choices if self._choices else True

    @cached_property
    def is_always_filled(self) -> bool:
        """Whether a row without it would be the first."""
        return len(self._values) >= max(3, 0.95 * len(self._cells))

    @cached_property
    def is_typed(self) -> bool:
        """Whether not every text fits."""
        return bool(self._is_number or self._is_day or self._form or self._choices)

    @cached_property
    def _is_number(self) -> bool:
        return self._share(lambda value: bool(_NUMBER.fullmatch(value))) >= _MOSTLY

    @cached_property
    def _is_day(self) -> bool:
        return self._share(is_date) >= _MOSTLY

    @cached_property
    def _form(self) -> str:
        """The form that all share, where it has a digit: "a-9" of "K-17"."""
        forms = Counter(map(_form, self._values))
        form, count = forms.most_common(1)[0] if forms else ("", 0)
        is_common = count >= _MOSTLY * len(self._values) and count > 2
        return form if is_common and "9" in form and " " not in form else ""

    @cached_property
    def _choices(self) -> frozenset[str]:
        found = frozenset(self._values)
        is_list = len(self._values) >= 8 and 1 < len(found) <= len(self._values) / 4
        return found if is_list else frozenset()

    def _share(self, test: object) -> float:
        assert callable(test)
        return sum(map(bool, map(test, self._values))) / max(1, len(self._values))


class RowShape:
    """What a row of a table looks like, by its regular records."""

    def __init__(self, records: Sequence[TableRecord], width: int, delimiter: str) -> None:
        self.width, self._delimiter = width, delimiter
        regular = [r.cells for r in records if len(r.cells) == width][: _LOOK_AT + 1]
        body = regular[1:] if len(regular) > 2 else regular  # the first may name the columns
        columns = zip(*body, strict=True) if body else [()] * width
        self.columns = [ColumnShape(cells) for cells in columns]
        behind = [cell for cells in body for cell in cells[1:] if cell]
        self._is_spaced = sum(cell.startswith(" ") for cell in behind) * 10 > len(behind)

    def fits(self, cells: Cells) -> bool:
        """Whether cells could be a row, those that are missing being empty."""
        row = (*cells, *[""] * (self.width - len(cells)))
        pairs = zip(self.columns, row, strict=False)
        return len(row) == self.width and all(c.fits(cell) for c, cell in pairs)

    def begins_row(self, cells: Cells) -> bool:
        """Whether cells are surely the begin of a row, whose last cells were left out."""
        first = self.columns[0]
        if not (first.is_typed and cells[0].strip() and first.fits(cells[0])):
            return False
        return all(c.fits(cell) for c, cell in zip(self.columns, cells, strict=False))

    def looks_like_row(self, line: str) -> bool:
        """Whether a line within an answer seems to be a row that was swallowed."""
        cells = tuple(line.split(self._delimiter))
        if len(cells) < self.width:
            return False
        if self.columns[0].is_typed:
            return bool(cells[0].strip()) and self.columns[0].fits(cells[0])
        typed = any(column.is_typed for column in self.columns)
        spaced = any(cell.startswith(" ") for cell in cells[1:])
        return len(cells) == self.width and self.fits(cells) and (typed or not spaced)

    def without_surplus(self, cells: Cells) -> Cells | None:
        """The one row that too many cells can be put together to; None for no or several."""
        if (spaced := self._without_spaced(cells)) is not None:
            return spaced
        more = len(cells) - self.width
        found = {}
        for n, column in enumerate(self.columns):
            joined = self._delimiter.join(cells[n : n + more + 1])
            row = (*cells[:n], joined, *cells[n + more + 1 :])
            if not column.is_typed and self.fits(row):
                found[n] = row
        return next(iter(found.values())) if len(found) == 1 else None

    def _without_spaced(self, cells: Cells) -> Cells | None:
        """The row, if words run on behind each separator with a space, and behind no other."""
        row: list[str] = []
        for cell in cells:
            if cell.startswith(" ") and row and not self._is_spaced:
                row[-1] += self._delimiter + cell
            else:
                row.append(cell)
        return tuple(row) if len(row) == self.width and self.fits(tuple(row)) else None


def mended(records: Sequence[TableRecord], delimiter: str) -> Mended:
    """Put torn rows together where one reading fits."""
    width = Counter(len(record.cells) for record in records).most_common(1)[0][0]
    if width < 2 or all(len(record.cells) == width for record in records):
        return Mended(tuple(records))
    first = next(n for n, record in enumerate(records) if len(record.cells) == width)
    mender = _Mender(RowShape(records, width, delimiter))
    for record in records[first:]:
        mender.take(record)
    found = mender.found(records[:first])
    is_other = len(found.unsettled) > _MOST_UNSETTLED * len(records)
    return Mended(tuple(records), is_given_up=True) if is_other else found


class _Mender:
    """Takes record after record; a piece of a row waits for its other pieces."""

    def __init__(self, shape: RowShape) -> None:
        self._shape = shape
        self._rows: list[TableRecord] = []
        self._piece: TableRecord | None = None
        self._surplus: list[int] = []
        self._broken: list[int] = []
        self._unsettled: set[int] = set()

    def found(self, before: Sequence[TableRecord]) -> Mended:
        """All of it, behind the records that stand before the table."""
        self._let_go()
        return Mended(
            (*before, *self._rows),
            tuple(self._surplus),
            tuple(self._broken),
            tuple(sorted(self._unsettled)),
        )

    def take(self, record: TableRecord) -> None:
        width = len(record.cells)
        if width == self._shape.width:
            self._let_go()
            self._rows.append(record)
        elif width > self._shape.width:
            self._let_go()
            self._take_wide(record)
        else:
            self._take_short(record)

    def _take_wide(self, record: TableRecord) -> None:
        if not "".join(record.cells[self._shape.width :]).strip():
            self._rows.append(record)
            return
        row = self._shape.without_surplus(record.cells)
        if row is None:
            self._unsettled.add(record.line)
        else:
            self._surplus.append(record.line)
        self._rows.append(record if row is None else TableRecord(record.line, row))

    def _take_short(self, record: TableRecord) -> None:
        before = self._piece or (self._rows[-1] if len(self._rows) > 1 else None)
        is_row = self._shape.begins_row(record.cells)
        joined = None if before is None or is_row else self._joined(before, record)
        if joined is None:
            self._let_go()
            self._piece = record
        elif len(joined) < self._shape.width:
            assert before is not None
            self._piece = TableRecord(before.line, joined)
        else:
            self._put_together(before, record, joined)

    def _put_together(self, before: TableRecord | None, record: TableRecord, joined: Cells) -> None:
        assert before is not None
        if self._piece is None:
            self._rows.pop()
        self._piece = None
        self._rows.append(TableRecord(before.line, joined))
        if self._shape.fits(record.cells):  # it could be a row of its own as well
            self._unsettled.add(before.line)
        elif before.line not in self._broken:
            self._broken.append(before.line)

    def _joined(self, before: TableRecord, record: TableRecord) -> Cells | None:
        """The two as one row or as a longer piece of one, if that can be."""
        middle = f"{before.cells[-1]}\n{record.cells[0]}"
        if len(middle) > _LONGEST:
            return None
        cells = (*before.cells[:-1], middle, *record.cells[1:])
        if len(cells) < self._shape.width:
            return cells if not self._shape.columns[len(before.cells) - 1].is_typed else None
        if len(cells) > self._shape.width:
            row = self._shape.without_surplus(cells)
            return row if row is not None and any("\n" in cell for cell in row) else None
        torn = self._shape.columns[len(before.cells) - 1]
        return cells if not torn.is_typed and self._shape.fits(cells) else None

    def _let_go(self) -> None:
        """Nothing more comes to the piece that waits."""
        if self._piece is not None:
            self._rows.append(self._piece)
            shape, cells = self._shape, self._piece.cells
            if not (shape.begins_row(cells) or shape.fits(cells)):
                self._unsettled.add(self._piece.line)
            self._piece = None


def is_torn_table(records: Sequence[TableRecord], delimiter: str) -> bool:
    """Whether records of several widths become a table when they are put together."""
    found = mended(records, delimiter)
    width = Counter(len(record.cells) for record in found.records).most_common(1)[0][0]
    if found.is_given_up:
        return False
    shape = RowShape(found.records, width, delimiter)
    labels = sum(map(is_label, records[0].cells))
    is_formed = any(column.is_typed for column in shape.columns) or labels >= 2
    return is_formed and len(found.unsettled) <= _MOST_TORN * len(records)


def _form(value: str) -> str:
    return _LETTERS.sub("a", _DIGITS.sub("9", value))
