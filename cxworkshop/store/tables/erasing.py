"""Erase rows for good, on a person's request: the one exception to R3, to journal and undo."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from cxworkshop.model import Forgotten, Row
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.history import History
from cxworkshop.store.tables.ledger import Ledger

# Before "table/column/id" among the forgotten ids: an older version of this text was theirs.
REWRITTEN = "before/"

if TYPE_CHECKING:
    from cxworkshop.store.tables.query import StoreReader


_FREE_BYTES = 1024 * 1024  # less is not worth the rebuilding


class Erasing:
    """What forgetting a customer and a share copy may do to the tables, never to be undone."""

    def __init__(self, ledger: Ledger, store: StoreReader, history: History) -> None:
        self._ledger, self._store, self._history = ledger, store, history

    def erase(self, row: Row) -> None:
        """Take the row away, whatever its kind."""
        self._ledger.write(row.table, row.id, None)

    def forget(self, *ids: str) -> None:
        """Remember that these were erased: no import and no merge brings them back."""
        for row_id in ids:
            if self._store.find(Forgotten, row_id) is None:
                self._ledger.insert(Forgotten.table, {"id": row_id})

    def rewrite(self, row: Row) -> None:
        """Write a row that stays, without noting its old values in the journal.

        It is remembered which texts changed, so that a rescue does not bring an old one back.
        """
        values = codec(type(row)).encode(row)
        was = self._ledger.values(row.table, row.id) or {}
        if was == values:
            return
        self._ledger.write(row.table, row.id, values)
        for column, value in was.items():
            if isinstance(value, str) and values[column] != value:
                name = f"{REWRITTEN}{row.table}/{column}/{row.id}"
                self._ledger.write(Forgotten.table, name, {"id": name})

    def redact(self, row: Row) -> None:
        """Write a row in a copy that is given away, without making it a newer version."""
        values = codec(type(row)).encode(row)
        if self._ledger.values(row.table, row.id) != values:
            self._ledger.redact(row.table, row.id, values)

    def raise_counter(self, counter: str, least: int) -> None:
        """Give no number up to this one again."""
        if self._store.counted(counter) < least:
            self._ledger.write("counter", counter, {"id": counter, "last": least})

    def end_history(self) -> None:
        """Empty the journal: no edit can be undone any more."""
        self._history.erase(self._ledger)


def rebuild(connection: sqlite3.Connection) -> None:
    """Rebuild every page from the rows that are left.

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


def used_bytes(connection: sqlite3.Connection) -> int:
    """The bytes of all pages that are not free."""
    page, count, free = _pages(connection)
    return page * (count - free)


def compact(connection: sqlite3.Connection) -> None:
    """Rebuild a file of which a third is free, as it is after a large import was undone."""
    page, count, free = _pages(connection)
    if page * free > _FREE_BYTES and 3 * free > count:
        rebuild(connection)


def _pages(connection: sqlite3.Connection) -> list[int]:
    names = ("page_size", "page_count", "freelist_count")
    return [int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in names]
