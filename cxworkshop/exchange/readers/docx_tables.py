"""Tables of a Word document while they are read; one in a cell of another becomes words there."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, field

from cxworkshop.exchange.readers.blocks import DocumentTable
from cxworkshop.exchange.readers.limits import MAX_CELLS, MAX_COLUMNS
from cxworkshop.exchange.readers.office_xml import Attributes
from cxworkshop.exchange.refusals import TooManyCells, TooManyColumns
from cxworkshop.exchange.table import TableRecord

TABLE_ELEMENTS = frozenset(("tbl", "tr", "tc", "gridSpan"))


@dataclass
class _Cell:
    texts: list[str] = field(default_factory=list)
    columns: int = 1


@dataclass
class _Table:
    line: int
    rows: list[TableRecord] = field(default_factory=list)
    cells: list[_Cell] = field(default_factory=list)


class TableStack:
    """The tables that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._cells = 0

    @property
    def is_in_cell(self) -> bool:
        """Whether words belong into a cell now."""
        return bool(self._open and self._open[-1].cells)

    def add(self, text: str) -> None:
        """Add a paragraph to the cell."""
        self._open[-1].cells[-1].texts.append(text)

    def begin(self, name: str, attributes: Attributes, line: int) -> None:
        """One of the TABLE_ELEMENTS begins, in front of the paragraph with this number."""
        if name == "tbl":
            self._open.append(_Table(line))
        elif not self._open:
            return
        elif name == "tr":
            self._open[-1].line, self._open[-1].cells = line, []
        elif name == "tc":
            self._open[-1].cells.append(_Cell())
            _refuse_wide(self._open[-1].cells)
        elif self.is_in_cell and (value := attributes.get("val", "")).isdecimal():
            self._open[-1].cells[-1].columns = min(int(value[:6]), MAX_COLUMNS + 1)

    def end(self, name: str) -> DocumentTable | None:
        """One of them ends; returns a table that is whole."""
        if name == "tr" and self._open:
            self._end_row(self._open[-1])
        return self._end_table() if name == "tbl" else None

    def _end_row(self, table: _Table) -> None:
        cells: list[str] = []
        for cell in table.cells:
            cells += ["\n".join(cell.texts), *[""] * (cell.columns - 1)]
            _refuse_wide(cells)
        self._cells += len(cells)
        if self._cells > MAX_CELLS:
            raise TooManyCells(MAX_CELLS)
        table.rows.append(TableRecord(table.line, tuple(cells)))
        table.cells = []

    def _end_table(self) -> DocumentTable | None:
        table = self._open.pop()
        if not self.is_in_cell:
            return DocumentTable(tuple(table.rows))
        for row in table.rows:
            for cell in filter(None, row.cells):
                self.add(cell)
        return None


def _refuse_wide(cells: Sized) -> None:
    if len(cells) > MAX_COLUMNS:
        raise TooManyColumns(len(cells), MAX_COLUMNS)
