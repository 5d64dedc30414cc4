"""The live copy: it has every finished edit before the window says that it is safe.

It is an SQLite file in the program's own local folder, so its journal can be trusted: no cloud
client copies it, and it is on no stick that could be pulled out. Used by one thread at a time.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from cxworkshop import private_files
from cxworkshop.filenames import is_folder
from cxworkshop.store.disk.file import closed_on_error
from cxworkshop.store.disk.publish import make_folder, sync_folder, write_atomically
from cxworkshop.store.tables.ledger import Writes
from cxworkshop.store.tables.pages import Pages, rebuild

# DELETE with EXTRA lost nothing in 4,528 power cuts; FULL, SQLite's own choice, lost the last
# commit in one of four. secure_delete: what is forgotten leaves no bytes behind.
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "journal_size_limit = 0",  # exclusive mode keeps the journal: truncate it, words and all
    "synchronous = EXTRA",
    "secure_delete = ON",
    "foreign_keys = OFF",  # they were checked in memory before the edit was finished
)


_Identity = tuple[int, int] | None  # device and inode; None where nothing is


class LiveCopy:
    """An open live copy. Every method may raise sqlite3.Error or OSError."""

    def __init__(self, path: Path) -> None:
        """Open an existing one; SQLite rolls back what a kill interrupted."""
        if not private_files.is_regular(path):
            raise FileNotFoundError(path.name)
        uri = f"{path.absolute().as_uri()}?mode=rw"
        self.path = path
        self._file = _identity(path)
        self._connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False
        )
        with closed_on_error(self._connection):
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
            for pragma in (*_PRAGMAS, *(["fullfsync = ON"] if sys.platform == "darwin" else [])):
                self._connection.execute(f"PRAGMA {pragma}").fetchall()
        self._file = self._file if _identity(path) == self._file else None
        self._journal: _Identity = None  # exclusive mode keeps the one that the first write made
        self._has_written = False

    @classmethod
    def create(cls, image: bytes, path: Path) -> LiveCopy:
        """Make a new one from a workshop's image, replacing any file of this name."""
        make_folder(path.parent)
        remove_live_copy(path)
        write_atomically(path, image)
        return cls(path)

    @property
    def seq(self) -> int:
        """The number of the last commit that it holds."""
        return int(self._connection.execute("SELECT seq FROM head").fetchone()[0])

    def write(self, edits: Iterable[Writes]) -> None:
        """Write finished edits in one transaction: they are on the disk when this returns."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for batch in chain.from_iterable(edits):
                self._connection.executemany(batch.statement, batch.rows)
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        Pages(self._connection).compact()
        self._has_written = True

    @property
    def is_at_its_path(self) -> bool:
        """Whether the file at its path is still this one; also after it was closed."""
        return self._file is not None and _identity(self.path) == self._file

    @property
    def is_in_place(self) -> bool:
        """Whether the files at the paths of it and its journal are still these.

        SQLite goes on writing into a file that was deleted, and what is in there is lost.
        """
        if not self._has_written:
            return self.is_at_its_path
        journal = _identity(self.path.with_name(f"{self.path.name}-journal"))
        self._journal = self._journal or journal
        return self.is_at_its_path and journal is not None and journal == self._journal

    def image(self) -> bytes:
        """The workshop as the bytes of a file."""
        return self._connection.serialize()

    def rebuild(self) -> None:
        """Rebuild all pages after erasing: no gap between rows may hold what was erased."""
        rebuild(self._connection)

    def close(self) -> None:
        self._connection.close()


def _identity(path: Path) -> _Identity:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def remove_live_copy(path: Path) -> None:
    """Delete a live copy, its journal first: left alone, it would be rolled into the next copy.

    Raises OSError.
    """
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    if is_folder(path.parent):
        sync_folder(path.parent)
