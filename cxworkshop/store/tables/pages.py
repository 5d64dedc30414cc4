"""The pages of a database: how large it is, and how it is made smaller."""

from __future__ import annotations

import sqlite3

from cxworkshop.limits import MB, MOST_BYTES_BY_HAND, WorkshopFull
from cxworkshop.store.tables.ledger import Writes

_MANY = 100  # rows of a commit
_FREE_PAGES = 256  # a megabyte: less is not worth the rebuilding


class Pages:
    """The pages of one open database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._page = self._ask("page_size")
        self._largest = max(self.used, MOST_BYTES_BY_HAND)  # that an edit may make it

    @property
    def used(self) -> int:
        """The bytes of all pages that are not free."""
        return self._page * (self._ask("page_count") - self._ask("freelist_count"))

    def refuse_growth(self) -> None:
        """Refuse an edit that made the file larger than it may be; raises WorkshopFull.

        Undo and redo may always.
        """
        if self._page * self._ask("page_count") <= self._largest:
            return  # as is nearly always known from this alone
        size = self.used
        if size > self._largest:
            raise WorkshopFull(size / MB, MOST_BYTES_BY_HAND / MB)

    def tidy(self, writes: Writes) -> None:
        """Give free pages back after a commit; a small one leaves too few to look for them."""
        if sum(len(batch.rows) for batch in writes) > _MANY:
            self.compact()
        if self._largest > MOST_BYTES_BY_HAND:
            self._largest = max(self.used, MOST_BYTES_BY_HAND)

    def compact(self) -> None:
        """Rebuild a file of which a third is free, as it is after a large import was undone."""
        free = self._ask("freelist_count")
        if free > _FREE_PAGES and 3 * free > self._ask("page_count"):
            rebuild(self._connection)

    def _ask(self, pragma: str) -> int:
        return int(self._connection.execute(f"PRAGMA {pragma}").fetchone()[0])


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
