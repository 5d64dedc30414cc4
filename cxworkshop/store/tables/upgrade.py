"""Write the rows of an older format into a new database of today's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from cxworkshop.ids import identity_from
from cxworkshop.model import EditState
from cxworkshop.store.tables.codec import Values, content, stamp, wrap
from cxworkshop.store.tables.history import EDIT
from cxworkshop.store.tables.layout import layout
from cxworkshop.store.tables.ledger import HEAD
from cxworkshop.store.tables.migrations import create_tables
from cxworkshop.store.tables.upgrade_rounds import upgrade_rounds

_WORKSHOP, _NOTES = "workshop", "edit_row"  # `edit_row` had one row for each note of an edit


def upgrade(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Fill an empty database with what a file of an older format holds; `old` is only read.

    Edits of formats 1 and 2 keep their titles in the history, and can't be undone any more: their
    rows have another form now. What format 3 lacks may be empty, so its edits can be undone still.
    Raises sqlite3.Error, ValueError, KeyError and TypeError.
    """
    create_tables(new)
    new.execute("BEGIN")
    tables = {name: list(_rows(old, name)) for name in _sealed_tables(old)}
    if _NOTES in tables:
        upgrade_rounds(tables)
        tables[EDIT] = [_past(line) for line in tables[EDIT]]
        for team in tables[_WORKSHOP]:
            team["identity"] = identity_of_older(old)
        del tables[_NOTES]
    _write(new, tables)
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


def _past(line: Values) -> Values:
    """An edit of which only the title is left."""
    was_done = line["state"] == EditState.DONE
    state = EditState.PAST if was_done else EditState.DROPPED
    return {**line, "state": int(state), "notes": None}


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[Values]:
    cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - of a known schema
    names = [column[0] for column in cursor.description]
    return (dict(zip(names, record, strict=True)) for record in cursor)


def _write(new: sqlite3.Connection, tables: dict[str, list[Values]]) -> None:
    """Write all rows under their own stamps, sealed anew; the head with their digest comes last."""
    heads, digest = tables.pop(HEAD), 0
    for table, rows in tables.items():
        where, defaults = layout(table), _defaults(new, table)
        sealed = []
        for row in rows:
            values = {**defaults, **row}
            own = {name: values[name] for name in where.columns}
            hashed = content(table, own)
            digest += hashed
            seq, by = int(row["seq"] or 0), str(row["by"])
            sealed.append((*where.record(own), seq, by, wrap(hashed + stamp(seq, by))))
        new.executemany(where.insert, sealed)
    for head in heads:
        own = {"id": head["id"], "digest": wrap(digest)}
        seq, by = int(head["seq"] or 0), str(head["by"])
        where = layout(HEAD)
        seal = wrap(content(HEAD, own) + stamp(seq, by))
        new.execute(where.insert, (*where.record(own), seq, by, seal))


def _defaults(connection: sqlite3.Connection, table: str) -> Values:
    """What columns hold that an older format lacks: NULL, else an empty text or 0."""
    empty: Values = {"TEXT": "", "INTEGER": 0}
    columns = connection.execute(f'PRAGMA table_info("{table}")')
    return {name: empty[kind] if not_null else None for _n, name, kind, not_null, *_ in columns}
