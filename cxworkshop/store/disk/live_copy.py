"""The live copy: every finished edit is here before the window says that it is safe.

It is an SQLite file of our own in the local folder of the program, so its journal can be trusted:
no cloud client copies it, no stick is pulled from under it. Used by one thread at a time.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from cxworkshop.store.disk.file import closed_on_error
from cxworkshop.store.disk.publish import make_folder, sync_folder, write_whole
from cxworkshop.store.tables.codec import OWN, statements
from cxworkshop.store.tables.erasing import rebuild
from cxworkshop.store.tables.ledger import Record, Writes

# DELETE with EXTRA lost nothing in 4,528 power cuts; FULL, SQLite's own choice, lost the last
# commit in one of four. secure_delete: what is forgotten leaves no bytes behind.
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "journal_size_limit = 0",  # in exclusive mode it is emptied, not deleted: no old words in it
    "synchronous = EXTRA",
    "secure_delete = ON",
    "foreign_keys = OFF",  # they were checked in memory before the edit was finished
)


class LiveCopy:
    """The open live copy. Everything may raise sqlite3.Error or OSError."""

    def __init__(self, path: Path) -> None:
        """Open one that is there; SQLite rolls back what a kill left half done."""
        uri = f"{path.absolute().as_uri()}?mode=rw"
        self.path = path
        self._connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False
        )
        with closed_on_error(self._connection):
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
            for pragma in (*_PRAGMAS, *(["fullfsync = ON"] if sys.platform == "darwin" else [])):
                self._connection.execute(f"PRAGMA {pragma}").fetchall()

    @classmethod
    def made_of(cls, image: bytes, path: Path) -> LiveCopy:
        """A new one from a workshop's image, in place of any that was there."""
        make_folder(path.parent)
        remove(path)
        write_whole(path, image)
        return cls(path)

    @property
    def seq(self) -> int:
        """The last edit that it holds."""
        return int(self._connection.execute("SELECT seq FROM head").fetchone()[0])

    def write(self, edits: Iterable[Writes]) -> None:
        """Finished edits, in one transaction: on the disk when this comes back."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for key, record in {key: edit[key] for edit in edits for key in edit}.items():
                self._put(key.table, key.id, record)
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def image(self) -> bytes:
        """The workshop as the bytes of a file."""
        return self._connection.serialize()

    def rebuild(self) -> None:
        """After a forgetting: no gap between rows may hold what was erased."""
        rebuild(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _put(self, table: str, row_id: str, record: Record) -> None:
        if record is None:
            self._connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))  # noqa: S608
            return
        columns = tuple(name for name in record if name not in OWN)
        self._connection.execute(statements(table, columns)[1], record)


def remove(path: Path) -> None:
    """Take a live copy away, its journal first: a journal alone would be rolled into the next.

    Raises OSError.
    """
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    if path.parent.is_dir():
        sync_folder(path.parent)
