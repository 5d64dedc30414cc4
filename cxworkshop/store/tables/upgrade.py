"""What an upgrade does to the rows of an older format, beyond the statements of its script."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from cxworkshop.ids import identity_from
from cxworkshop.store.tables.codec import (
    Values,
    content,
    from_json,
    stamp,
    statements,
    to_json,
    wrap,
)

RunScript = Callable[[], None]


def to_format_3(connection: sqlite3.Connection, run_script: RunScript) -> None:
    """Give the workshop an identity, also in the edits that can be undone."""
    identity = identity_from(_first_session(connection))
    workshops = _rows(connection, "SELECT * FROM workshop")
    added = 0
    run_script()
    for row in workshops:
        added += _write(connection, "workshop", row, {**row, "identity": identity})
    for row in _rows(connection, "SELECT * FROM edit_row WHERE tbl = 'workshop'"):
        if row["other"] is not None:
            other = {**from_json(str(row["other"])), "identity": identity}
            added += _write(connection, "edit_row", row, {**row, "other": to_json(other)})
    for head in _rows(connection, "SELECT * FROM head"):
        _write(connection, "head", head, {**head, "digest": wrap(int(head["digest"] or 0) + added)})


def _first_session(connection: sqlite3.Connection) -> str:
    """The session that made the workshop: rows of its first edit are always left."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%seal INTEGER%'")
    oldest = (
        connection.execute(f'SELECT seq, "by" FROM "{name}" ORDER BY seq LIMIT 1').fetchone()  # noqa: S608
        for (name,) in tables.fetchall()
        if name != "head"
    )
    return str(min((stamp for stamp in oldest if stamp), default=(0, ""))[1])


def _rows(connection: sqlite3.Connection, sql: str) -> list[Values]:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, record, strict=True)) for record in cursor]


def _write(connection: sqlite3.Connection, table: str, was: Values, row: Values) -> int:
    """Write a row under its own stamp; returns what that adds to the digest."""
    own = {name: value for name, value in row.items() if name not in ("seq", "by", "seal")}
    before = {name: was[name] for name in own if name in was}
    hashed = content(table, own)
    seal = wrap(hashed + stamp(int(row["seq"] or 0), str(row["by"])))
    connection.execute(statements(table, tuple(own))[1], {**row, "seal": seal})
    return hashed - content(table, before)
