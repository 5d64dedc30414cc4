"""Erasing for good, on a person's request: the one way past R3, past the journal, past undo."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from cxworkshop.model import Forgotten, Row
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.ledger import Ledger

if TYPE_CHECKING:
    from cxworkshop.store.tables.query import StoreReader


class Erasing:
    """What a forgetting and a share copy may do to the tables. Nothing of it can be undone."""

    def __init__(self, ledger: Ledger, store: StoreReader) -> None:
        self._ledger, self._store = ledger, store

    def erase(self, row: Row) -> None:
        """Take the row away, whatever its kind."""
        self._ledger.write(row.table, row.id, None)

    def forget(self, *ids: str) -> None:
        """Remember that these were erased: no import and no merge brings them back."""
        for row_id in ids:
            if self._store.find(Forgotten, row_id) is None:
                self._ledger.insert(Forgotten.table, {"id": row_id})

    def rewrite(self, row: Row) -> None:
        """Write a row that stays, without its old values going into the journal."""
        values = codec(type(row)).encode(row)
        if self._ledger.values(row.table, row.id) != values:
            self._ledger.write(row.table, row.id, values)

    def redact(self, row: Row) -> None:
        """The same in a copy that leaves the house: no newer version of the row."""
        values = codec(type(row)).encode(row)
        if self._ledger.values(row.table, row.id) != values:
            self._ledger.cover(row.table, row.id, values)

    def raise_counter(self, counter: str, least: int) -> None:
        """Numbers up to this one are not given again."""
        if self._store.counted(counter) < least:
            self._ledger.write("counter", counter, {"id": counter, "last": least})

    def end_history(self) -> None:
        """Empty the journal: every side of every edit, and the edits' lines."""
        for table in ("edit_row", "edit"):
            ids = self._store.connection.execute(f"SELECT id FROM {table}").fetchall()  # noqa: S608
            for (row_id,) in ids:
                self._ledger.write(table, row_id, None)


def rebuild(connection: sqlite3.Connection) -> None:
    """Build every page anew from the rows that are left.

    secure_delete is not enough: where rows move between pages, pieces of deleted ones stay in the
    gaps (in 50 of 60 random runs with SQLite 3.40.1). VACUUM leaves none. It needs one ATTACH of
    its own, which is allowed for that moment only, and it must not use a temporary file.
    """
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    try:
        connection.execute("VACUUM")
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
