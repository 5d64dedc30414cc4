"""Check a file: its schema against an allow-list, SQLite's own checks, seals and digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from cxworkshop.i18n import _, ngettext
from cxworkshop.store.tables.codec import OWN, content, stamp, wrap
from cxworkshop.store.tables.migrations import allowed_schema, schema_of

_NOT_SEALED = ("_sqlite_migrations",)


def problems(connection: sqlite3.Connection, version: int, data: bytes) -> Iterator[str]:
    """Say what is wrong, one problem at a time.

    The schema comes first: no table is read before it is known to be one of ours. SQLite's own
    messages are not passed on, for they quote customers' words.
    """
    try:
        yield from _structure_problems(connection, version, data)
        yield from _row_problems(connection)
    except (sqlite3.Error, UnicodeError, OverflowError, ValueError):
        yield _("part of it can’t be read")


def _structure_problems(connection: sqlite3.Connection, version: int, data: bytes) -> Iterator[str]:
    if data[18:20] != b"\1\1":
        yield _("another program has been writing into it")
        return
    if schema_of(connection) != allowed_schema(version):
        yield _("it holds tables that are not ours")
        raise ValueError
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        yield _("its pages don’t fit together")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        yield _("some rows point at nothing")


def _row_problems(connection: sqlite3.Connection) -> Iterator[str]:
    total, broken = 0, 0
    for table in tables(connection):
        part, wrong = _sum_table(connection, table)
        total, broken = total + part, broken + wrong
    if broken:
        yield ngettext(
            "{n} row is not as it was written", "{n} rows are not as they were written", broken
        ).format(n=broken)
    head = connection.execute('SELECT id, digest, seq, "by", seal FROM head').fetchall()
    if len(head) != 1:
        yield _("its summary is missing")
    elif not _is_head_sealed(*head[0]):
        yield _("its summary is not as it was written")
    elif wrap(total) != head[0][1]:
        yield _("rows are missing, or were added by another program")


def count_rows(connection: sqlite3.Connection) -> int:
    """The number of rows in our tables."""
    counts = (connection.execute(f'SELECT count(*) FROM "{t}"') for t in tables(connection))  # noqa: S608
    return sum(row[0] for cursor in counts for row in cursor)


def is_stamped(connection: sqlite3.Connection, table: str, seq: int, by: str) -> bool:
    """Whether the commit with this stamp wrote a row of this table."""
    sql = f'SELECT 1 FROM "{table}" WHERE seq = ? AND "by" = ?'  # noqa: S608 - our own tables
    return connection.execute(sql, (seq, by)).fetchone() is not None


def tables(connection: sqlite3.Connection) -> list[str]:
    """The names of our tables, without the head."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if name not in _NOT_SEALED and name != "head"]


def _sum_table(connection: sqlite3.Connection, table: str) -> tuple[int, int]:
    """The sum of all rows' contents, and how many rows have a wrong seal."""
    cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - from the allow-list
    names = [column[0] for column in cursor.description]
    own = [(place, name) for place, name in enumerate(names) if name not in OWN]
    seq, by, seal = (names.index(name) for name in OWN)
    total = broken = 0
    for record in cursor:
        row = content(table, {name: record[place] for place, name in own})
        total += row
        broken += wrap(row + stamp(record[seq], record[by])) != record[seal]
    return total, broken


def _is_head_sealed(row_id: str, digest: int, seq: int, by: str, seal: int) -> bool:
    own = content("head", {"id": row_id, "digest": digest})
    return wrap(own + stamp(seq, by)) == seal
