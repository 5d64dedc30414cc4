"""The exact schema of each format, and how a database gets that of today's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x43585753  # "CXWS"
VERSION = 5

Schema = frozenset[tuple[str, str, str | None]]


class Reference(NamedTuple):
    """A column that holds the id of a row of another table."""

    table: str
    column: str
    target: str


# Formats 1 and 2 had a table of sqlite-utils, and format 2 was a change of format 1. From format 3
# on each is whole, and an upgrade copies the rows (see `upgrade`).
_SCRIPTS = {1: ("0", "1"), 2: ("0", "1", "2"), 3: ("3",), 4: ("4",), 5: ("5",)}


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run a script's statements one by one: executescript would commit what came before it."""
    for statement in script.split(";"):
        if statement.strip():
            connection.execute(statement)


def savepoints(connection: sqlite3.Connection) -> Callable[[], AbstractContextManager[object]]:
    """What begins a part of a transaction that can be rolled back without the rest.

    sqlite-utils is imported with the first.
    """

    @cache
    def database() -> Database:
        from sqlite_utils import Database

        return Database(connection, execute_plugins=False, recursive_triggers=False)

    return lambda: database().atomic()


def create_tables(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Give an empty database the tables of a format; raises KeyError for an unknown one."""
    connection.execute("BEGIN")
    for name in _SCRIPTS[version]:
        script = Path(__file__).parent / f"schema_{name}.sql"
        _run(connection, script.read_text(encoding="utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("COMMIT")


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Everything in the schema, word for word."""
    return frozenset(connection.execute("SELECT type, name, sql FROM sqlite_schema"))


def allowed_schema(version: int) -> Schema:
    """The exact schema of a format that was released; raises KeyError for any other number."""
    return _described(version)[0]


def references(version: int = VERSION) -> tuple[Reference, ...]:
    """All references of a format that was released."""
    return _described(version)[1]


@lru_cache(maxsize=4)
def _described(version: int) -> tuple[Schema, tuple[Reference, ...]]:
    """Both at once: to make the tables takes longer than to ask for what they are."""
    with closing(empty_database(version)) as connection:
        schema = schema_of(connection)
        found = tuple(
            Reference(name, row[3], row[2])
            for kind, name, _sql in schema
            if kind == "table"
            for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')
        )
    return schema, found


def empty_database(version: int) -> sqlite3.Connection:
    """A database with the tables of this format alone; raises KeyError for an unknown one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        create_tables(connection, version)
    except BaseException:
        connection.close()
        raise
    return connection
