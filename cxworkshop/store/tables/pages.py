"""The pages of a database: how large it is, and how it is made smaller."""

from __future__ import annotations

import sqlite3

from cxworkshop.limits import MB, MOST_BYTES_BY_HAND, WorkshopFull

_MANY = 100  # rows of a commit
_FEW = 16  # rows: from half of the limit they don't reach it, were each of 3 MB
_FREE_PAGES = 256  # a megabyte: less is not worth the rebuilding


class Pages:
    """The pages of one open database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._page = self._ask("page_size")
        self._largest = max(self.used, MOST_BYTES_BY_HAND)  # that an edit may make it
        self._rows_until_asked = 0

    @property
    def used(self) -> int:
        """The bytes of all pages that are not free."""
        return self._page * (self._ask("page_count") - self._ask("freelist_count"))

    def refuse_growth(self, rows: int) -> None:
        """Refuse an edit of so many rows that made the file larger than it may be.

        Undo and redo may always. Raises WorkshopFull.
        """
        self._rows_until_asked -= rows
        if self._rows_until_asked >= 0:
            return
        size = self._page * self._ask("page_count")
        if size > self._largest and (size := self.used) > self._largest:
            raise WorkshopFull(size / MB, MOST_BYTES_BY_HAND / MB)
        self._rows_until_asked = _FEW if 2 * size < self._largest else 0

    def tidy(self, rows: int) -> None:
        """Give free pages back after a commit of so many rows; few leave too few to look."""
        if rows > _MANY:
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
