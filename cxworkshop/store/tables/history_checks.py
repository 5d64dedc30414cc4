"""Check the journal: undo and redo write its rows back, so each must be a row of its table."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from cxworkshop.model import NOUNS
from cxworkshop.store.tables.codec import OWN, Value, Values, from_json
from cxworkshop.store.tables.value_rules import rule_of

_NOUNS = {kind.table: kind for kind in NOUNS}


class _Column(NamedTuple):
    """A column of a table in the file."""

    name: str
    kind: str
    is_needed: bool
    refers_to: str | None


class HistoryChecks:
    """Checks the notes of all edits in the tables of one file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._notes: dict[str, list[str]] = defaultdict(list)  # the rows noted, by table
        self._former: dict[str, list[Values]] = defaultdict(list)

    def wrong(self) -> int:
        """How many notes name no row, or hold what its table could not."""
        found = self._read()
        return found + sum(self._wrong_in(table, rows) for table, rows in self._former.items())

    def _read(self) -> int:
        wrong = 0
        for table, row_id, other in self._connection.execute(
            'SELECT tbl, "row", other FROM edit_row'
        ):
            kind = _NOUNS.get(table)
            if kind is None or not row_id or (other is None and row_id == kind.always_there):
                wrong += 1
                continue
            self._notes[table].append(row_id)
            if other is not None:
                values = _row_in(other, row_id)
                wrong += values is None
                self._former[table] += [values] if values else []
        return wrong

    def _wrong_in(self, table: str, rows: Sequence[Values]) -> int:
        columns = self._columns(table)
        names = {column.name for column in columns}
        strange = sum(not row.keys() <= names for row in rows)
        suspects = [column for column in columns if not self._are_right(table, column, rows)]
        if not suspects:
            return strange
        return strange + sum(
            not all(self._are_right(table, column, [row]) for column in suspects) for row in rows
        )

    def _are_right(self, table: str, column: _Column, rows: Sequence[Values]) -> bool:
        values = [row.get(column.name) for row in rows]
        if column.is_needed and None in values:
            return False
        if not rule_of(table, column.name, column.kind).are_right(values):
            return False
        return column.refers_to is None or self._are_known(column.refers_to, values)

    def _are_known(self, table: str, ids: Sequence[Value]) -> bool:
        """Whether these rows are there, or were once."""
        known = {row_id for (row_id,) in self._connection.execute(f'SELECT id FROM "{table}"')}  # noqa: S608
        return {one for one in ids if one is not None} <= known.union(self._notes[table])

    def _columns(self, table: str) -> list[_Column]:
        described = self._connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        listed = self._connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        targets = {row[3]: row[2] for row in listed}
        return [
            _Column(name, kind, bool(is_needed), targets.get(name))
            for _n, name, kind, is_needed, *_rest in described
            if name not in OWN
        ]


def _row_in(text: str, row_id: str) -> Values | None:
    """The row in a note; None where there is none, or another one."""
    try:
        values: object = from_json(text)
    except (ValueError, RecursionError):  # no JSON, too large a number, or hostile nesting
        return None
    if not isinstance(values, dict) or values.get("id") != row_id:
        return None
    return values
