"""Check the journal: undo and redo write its rows back, so each must be a row of its table."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from cxworkshop.model import NOUNS
from cxworkshop.store.tables.codec import Value
from cxworkshop.store.tables.history import EDIT, PART
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.store.tables.migrations import references
from cxworkshop.store.tables.notes import MOST_UNFOLDED, Block, from_json, plain
from cxworkshop.store.tables.value_rules import rule_of

Ids = defaultdict[str, set[str]]  # by table
_NOUNS = {kind.table: kind for kind in NOUNS}
_NUMBER_OF_PART = re.compile(r"\.\d{6}")


class HistoryChecks:
    """Checks the notes of all edits in one file of today's format; `there` are the rows in it."""

    def __init__(self, connection: sqlite3.Connection, there: Ids) -> None:
        self._connection, self._there = connection, there
        self._unfolded = 0  # characters
        self._gone = Ids(set)  # rows that were there once, and may be again
        self._former: defaultdict[str, list[Record]] = defaultdict(list)

    def wrong(self) -> int:
        """How many notes name no row, or hold what its table could not."""
        found = self._lost_parts() + self._read()
        return (
            found
            + sum(self._wrong_in(table, rows) for table, rows in self._former.items())
            + sum(
                not rule_of(table, "id", "TEXT").are_right(ids) for table, ids in self._gone.items()
            )
        )

    def _lost_parts(self) -> int:
        edits = self._there[EDIT]
        return sum(
            row_id[:-7] not in edits or not _NUMBER_OF_PART.fullmatch(row_id[-7:])
            for row_id in self._there[PART]
        )

    def _read(self) -> int:
        wrong = 0
        for text in self._texts():
            try:
                unfolded = plain(text)
                self._unfolded += len(unfolded)
                if self._unfolded > MOST_UNFOLDED:
                    return wrong + 1  # no journal of a file of this size
                for block in from_json(unfolded):
                    wrong += self._take(block)
            except (ValueError, RecursionError):  # no JSON, too large a number, hostile nesting
                wrong += 1
        return wrong

    def _texts(self) -> Iterator[str]:
        for table in (EDIT, PART):
            sql = f"SELECT notes FROM {table} WHERE notes IS NOT NULL"  # noqa: S608
            yield from chain.from_iterable(self._connection.execute(sql))

    def _take(self, block: Block) -> int:
        if block.table not in _NOUNS:
            return 1
        always_there = _NOUNS[block.table].always_there
        if not self._there[block.table].issuperset(block.rows):
            self._gone[block.table] |= block.rows.keys() - self._there[block.table]
        self._former[block.table] += filter(None, block.rows.values())
        return int(always_there in block.rows and block.rows[always_there] is None)

    def _wrong_in(self, table: str, rows: Sequence[Record]) -> int:
        """How many of these rows, one at least, their table could not hold."""
        if not rows:
            return 0
        names = layout(table).columns
        targets = {one.column: one.target for one in references() if one.table == table}
        columns = zip(names, zip(*rows, strict=True), strict=True)
        suspects = [
            (n, name)
            for n, (name, column) in enumerate(columns)
            if not self._are_right(table, name, column, targets.get(name))
        ]
        return sum(
            not all(
                self._are_right(table, name, (row[n],), targets.get(name)) for n, name in suspects
            )
            for row in rows
        )

    def _are_right(
        self, table: str, name: str, column: Sequence[Value], target: str | None
    ) -> bool:
        """Whether the column may hold these values; what they refer to is there, or was once."""
        if not rule_of(table, name, "").are_right(column):
            return False
        return target is None or not (
            set(column) - self._there[target] - self._gone[target] - {None}
        )
