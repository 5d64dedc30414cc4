"""Copy the rows of an older format into a new database of today's, with their undo history."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from cxworkshop.ids import identity_from
from cxworkshop.store.tables.codec import OWN, Values, content, stamp, wrap
from cxworkshop.store.tables.history import EDIT, PART
from cxworkshop.store.tables.layout import layout
from cxworkshop.store.tables.ledger import HEAD
from cxworkshop.store.tables.migrations import create_tables
from cxworkshop.store.tables.notes import Block, to_text

_ROWS_OF_A_PART = 5_000
_WORKSHOP, _NOTES = "workshop", "edit_row"  # `edit_row` had one row for each note of an edit


def upgrade(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Fill an empty database with what a file of format 1 or 2 holds; `old` is only read.

    Rows keep their seals, since their contents are the same. Raises sqlite3.Error and ValueError.
    """
    create_tables(new)
    new.execute("BEGIN")
    copying = _Copying(old, new)
    copying.copy()
    if new.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError
    new.execute("COMMIT")


def identity_of_older(connection: sqlite3.Connection) -> str:
    """The identity of a workshop in format 1 or 2: made from the session that wrote it first.

    Rows of its first edit are always left.
    """
    oldest = (
        connection.execute(f'SELECT seq, "by" FROM "{name}" ORDER BY seq LIMIT 1').fetchone()  # noqa: S608
        for name in _sealed_tables(connection)
        if name != HEAD
    )
    return identity_from(str(min((stamp for stamp in oldest if stamp), default=(0, ""))[1]))


def _sealed_tables(connection: sqlite3.Connection) -> list[str]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%seal INTEGER%'")
    return [name for (name,) in names]


class _Copying:
    """One upgrade. `_added` is what it adds to the digest."""

    def __init__(self, old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        self._old, self._new = old, new
        self._tables = _sealed_tables(old)
        self._identity = identity_of_older(old)
        self._added = 0

    def copy(self) -> None:
        """Copy everything; the head comes last."""
        for table in self._tables:
            if table not in (_WORKSHOP, EDIT, _NOTES, HEAD):
                self._copy_table(table)
        for row in self._rows("SELECT * FROM workshop"):
            self._replace(_WORKSHOP, row, {**row, "identity": self._identity})
        for line in self._rows("SELECT * FROM edit ORDER BY id"):
            self._copy_edit(line)
        for head in self._rows("SELECT * FROM head"):
            digest = wrap(int(head["digest"] or 0) + self._added)
            self._insert(HEAD, {**head, "digest": digest}, head)

    def _copy_table(self, table: str) -> None:
        names = ", ".join(f'"{name}"' for name in (*layout(self._new, table).columns, *OWN))
        rows = self._old.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608
        self._new.executemany(layout(self._new, table).insert, rows)

    def _copy_edit(self, line: Values) -> None:
        """An edit's line, with its notes in it, and parts beside it where they are many."""
        sql = "SELECT * FROM edit_row WHERE edit = ? ORDER BY id"
        blocks: list[Block] = []
        taken = parts = 0
        for note in self._rows(sql, str(line["id"])):
            self._added -= content(_NOTES, _own(note))
            self._add(blocks, note)
            taken += 1
            if taken == _ROWS_OF_A_PART:
                part: Values = {"id": f"{line['id']}.{parts:06}", "notes": self._text(blocks)}
                self._replace(PART, {}, {**part, "seq": line["seq"], "by": line["by"]})
                blocks, taken, parts = [], 0, parts + 1
        notes = self._text(blocks) if blocks or parts else None
        self._replace(EDIT, line, {**line, "notes": notes})

    def _add(self, blocks: list[Block], note: Values) -> None:
        """Add a note to the last block, or to a new one if that has another version of the row."""
        table, row_id = str(note["tbl"]), str(note["row"])
        if not blocks or blocks[-1].table != table or row_id in blocks[-1].rows:
            blocks.append(Block(table))
        record = None
        if note["other"] is not None:
            values: Values = json.loads(str(note["other"]))
            if table == _WORKSHOP:
                values["identity"] = self._identity
            record = layout(self._new, table).record(values)
        blocks[-1].rows[row_id] = record

    def _text(self, blocks: list[Block]) -> str:
        return to_text(blocks, lambda table: layout(self._new, table))

    def _rows(self, sql: str, *values: str) -> Iterator[Values]:
        cursor = self._old.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, record, strict=True)) for record in cursor)

    def _replace(self, table: str, was: Values, row: Values) -> None:
        """Write a row with other contents under its own stamp; `was` is empty for a new one."""
        self._added += content(table, _own(row)) - (content(table, _own(was)) if was else 0)
        self._insert(table, row, row)

    def _insert(self, table: str, row: Values, stamped: Values) -> None:
        seq, by = int(stamped["seq"] or 0), str(stamped["by"])
        where = layout(self._new, table)
        seal = wrap(content(table, _own(row)) + stamp(seq, by))
        self._new.execute(where.insert, (*where.record(row), seq, by, seal))


def _own(row: Values) -> Values:
    return {name: value for name, value in row.items() if name not in OWN}
