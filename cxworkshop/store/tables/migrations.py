"""Upgrade files of older formats, and know the exact schema of each format."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from sqlite_utils import Database, Migrations

from cxworkshop.store.tables.upgrade import to_format_3

APPLICATION_ID = 0x43585753  # "CXWS"
VERSION = 3  # schema_1.sql to schema_3.sql, one after the other

Schema = frozenset[tuple[str, str, str | None]]

# sqlite-utils would make this table itself, but its wording may differ from release to release,
# and the allow-list compares word for word.
_MIGRATIONS_TABLE = """
CREATE TABLE _sqlite_migrations (
    id INTEGER PRIMARY KEY,
    migration_set TEXT,
    name TEXT,
    applied_at TEXT
);
CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name
    ON _sqlite_migrations (migration_set, name);
"""

migrations = Migrations("cxworkshop")

# Where a script alone can't do it, since rows are sealed.
_ROWS = {3: to_format_3}


def _run(db: Database, script: str) -> None:
    """Run a script's statements one by one: executescript would commit the migration halfway."""
    for statement in script.split(";"):
        if statement.strip():
            db.conn.execute(statement)


def _migration_to(version: int) -> Callable[[Database], None]:
    script = Path(__file__).parent / f"schema_{version}.sql"

    def migration(db: Database) -> None:
        rows = _ROWS.get(version, lambda _connection, run_script: run_script())
        rows(db.conn, lambda: _run(db, script.read_text(encoding="utf-8")))

    return migration


for _version in range(1, VERSION + 1):
    migrations(name=str(_version))(_migration_to(_version))


def database(connection: sqlite3.Connection) -> Database:
    """A sqlite-utils database on our own connection, without plugins."""
    return Database(connection, execute_plugins=False, recursive_triggers=False)


def migrate(connection: sqlite3.Connection) -> None:
    """Upgrade the database to VERSION, in one transaction; an empty one gets all tables.

    Raises sqlite3.Error, and then it is as it was.
    """
    connection.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    db = database(connection)
    with db.atomic():
        if not db["_sqlite_migrations"].exists():
            _run(db, _MIGRATIONS_TABLE)
        migrations.apply(db)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    if schema_of(connection) != allowed_schema(VERSION):
        raise sqlite3.DatabaseError


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Everything in the schema, word for word."""
    return frozenset(connection.execute("SELECT type, name, sql FROM sqlite_schema"))


@lru_cache(maxsize=4)
def allowed_schema(version: int) -> Schema:
    """The exact schema of a format that was released; raises KeyError for any other number."""
    with closing(empty_database(version)) as connection:
        return schema_of(connection)


def empty_database(version: int) -> sqlite3.Connection:
    """A database with the tables of this format alone; raises KeyError for an unknown one."""
    names = [str(number) for number in range(1, VERSION + 1)]
    if str(version) not in names:
        raise KeyError(version)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    db = database(connection)
    _run(db, _MIGRATIONS_TABLE)
    migrations.apply(db, stop_before=names[version:])
    return connection
