"""A workshop file's bytes: recognised before SQLite sees them, checked before they are used.

SQLite never opens the user's file, nor a journal beside it: the bytes are read and deserialised
into memory.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from cxworkshop.i18n import _
from cxworkshop.limits import MB, OPENS_BYTES
from cxworkshop.memory import seldom_collected
from cxworkshop.store import refusals
from cxworkshop.store.tables.checks import count_rows, problems
from cxworkshop.store.tables.codec import content, stamp, wrap
from cxworkshop.store.tables.migrations import (
    APPLICATION_ID,
    VERSION,
    allowed_schema,
    create_tables,
    schema_of,
)
from cxworkshop.value_object import ValueObject

MAGIC = b"SQLite format 3\0"
MAX_VALUE = 20 * 1024 * 1024  # bytes in one value: a file of 15 MB may be one answer
DEADLINE_SECONDS = 60
_LARGE = 64 * MB  # no workshop of today's program is much larger
_BEGINNING = MB


def read(path: Path) -> bytes:
    """Read a workshop's bytes; raises a FileRefusal that says why it can't.

    Of a large file the beginning is looked at first: only what is ours is read into memory.
    """
    return read_bytes(path, OPENS_BYTES, _refuse_foreign)


def read_bytes(
    path: Path, most: int = OPENS_BYTES, look: Callable[[bytes, str], None] = lambda *_: None
) -> bytes:
    """Read any file up to a size; `look` may refuse a large one by its first megabyte.

    Raises a FileRefusal.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refusals.CannotRead(path.name)  # a pipe blocks, a device never ends
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > most:
                raise refusals.TooLarge(path.name, size, most)
            if size > _LARGE:
                look(file.read(_BEGINNING), path.name)
                file.seek(0)
            return file.read()
    except FileNotFoundError:
        raise refusals.NoSuchFile(path.name) from None
    except OSError:
        raise refusals.CannotRead(path.name) from None


def _refuse_foreign(beginning: bytes, name: str) -> None:
    """Refuse what is no workshop, or has other tables than one; ours all begin in here."""
    version = _recognise_header(beginning, name)
    pages = len(beginning) // _page_size(beginning)
    cut = beginning[:28] + pages.to_bytes(4, "big") + beginning[32:]  # as if there were no more
    with closing(hardened_connection()) as connection:
        try:
            connection.deserialize(cut)
            is_ours = schema_of(connection) == allowed_schema(version)
        except (sqlite3.Error, UnicodeError, OverflowError):
            is_ours = False
    if not is_ours:
        raise refusals.DamagedFile(name, _("it holds tables that are not ours"))


def recognise(data: bytes, name: str) -> int:
    """Read the format's number from the 100 bytes of the header; raises a FileRefusal."""
    if not data:
        raise refusals.EmptyFile(name)
    if not data.startswith(MAGIC[: len(data)]):
        raise refusals.NotAWorkshop(name)
    if len(data) < 100:
        raise refusals.CutShort(name)
    version = _recognise_header(data, name)
    if len(data) < _page_size(data) * _number(data, 28):
        raise refusals.CutShort(name)
    return version


def _recognise_header(data: bytes, name: str) -> int:
    if not data.startswith(MAGIC):
        raise refusals.NotAWorkshop(name)
    version, application = _number(data, 60), _number(data, 68)
    if application != APPLICATION_ID or version < 1:
        raise refusals.NotAWorkshop(name)
    if version > VERSION:
        raise refusals.NewerFile(name)
    return version


def _page_size(data: bytes) -> int:
    return 65536 if data[16:18] == b"\0\1" else max(int.from_bytes(data[16:18], "big"), 1)


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def load(data: bytes, name: str) -> sqlite3.Connection:
    """Load a workshop's bytes into a database in memory, and check it; raises a FileRefusal."""
    version = recognise(data, name)
    connection = hardened_connection()
    with closed_on_error(connection), seldom_collected():
        connection.deserialize(data)
        _refuse_damaged(next(iter(problems(connection, version, data)), None), name)
        if version < VERSION:
            connection = _upgraded(connection, name)
        _make_ready(connection)
    return connection


def copy_of(image: bytes) -> sqlite3.Connection:
    """A database with the rows of one that is open: its image needs no check."""
    connection = hardened_connection()
    with closed_on_error(connection):
        connection.deserialize(image)
        _make_ready(connection)
    return connection


def _refuse_damaged(wrong: str | None, name: str) -> None:
    if wrong:
        raise refusals.DamagedFile(name, wrong)


def _make_ready(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.set_progress_handler(None, 0)


@contextmanager
def closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close the connection when the block fails: its caller never gets it."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _upgraded(old: sqlite3.Connection, name: str) -> sqlite3.Connection:
    """A database of today's format with all of an older one, which is closed.

    The file is rewritten with the first edit.
    """
    from cxworkshop.store.tables.upgrade import upgrade

    connection = hardened_connection()
    with closed_on_error(connection):
        try:
            upgrade(old, connection)
        except sqlite3.Error:
            raise refusals.CannotUpgrade(name) from None
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            raise refusals.DamagedFile(name, _("part of it can’t be read")) from None
        image = connection.serialize()
        _refuse_damaged(next(iter(problems(connection, VERSION, image)), None), name)
    old.close()
    return connection


class FileReport(ValueObject):
    """What an undamaged file holds."""

    rows: int
    seq: int
    digest: int


def examine(path: Path) -> FileReport:
    """Check a file from end to end; raises a FileRefusal that names all that is wrong with it."""
    data = read(path)
    version = recognise(data, path.name)
    with closing(hardened_connection()) as connection:
        connection.deserialize(data)
        _refuse_damaged("; ".join(problems(connection, version, data)), path.name)
        if version < VERSION:
            load(data, path.name).close()  # what is seen only when it is brought up to date
        seq, digest = connection.execute("SELECT seq, digest FROM head").fetchone()
        return FileReport(count_rows(connection), seq, digest & (2**64 - 1))


def hardened_connection() -> sqlite3.Connection:
    """A connection to memory, with limits on what a hostile file can do."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.set_progress_handler(_deadline(), 100_000)
    return connection


def _deadline() -> Callable[[], int]:
    last = time.monotonic() + DEADLINE_SECONDS
    return lambda: int(time.monotonic() > last)


def new_database(by: str) -> sqlite3.Connection:
    """A new workshop's database: today's tables and a head, nothing else."""
    connection = hardened_connection()
    with closed_on_error(connection):
        create_tables(connection)
        seal = wrap(content("head", {"id": "head", "digest": 0}) + stamp(0, by))
        connection.execute("INSERT INTO head VALUES ('head', 0, 0, ?, ?)", (by, seal))
        _make_ready(connection)
    return connection
