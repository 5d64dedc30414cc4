"""Check what the nouns declare about their rows together: ids, numbers, what is always there."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import cache

from cxworkshop.model import NOUNS, Row
from cxworkshop.store.tables.ledger import Writes
from cxworkshop.store.tables.references import point_at_nothing

# A query that finds something where a rule is broken.
_Query = tuple[str, tuple[str, ...]]


def broken_rules(connection: sqlite3.Connection, tables: Collection[str]) -> Iterator[str]:
    """The names of those of these tables in which a rule of the model is broken.

    A rule on a column that an older format lacks is kept by the upgrade.
    """
    for kind in NOUNS:
        if kind.table in tables and any(
            _finds(connection, query) for query in _queries()[kind.table]
        ):
            yield kind.table


def fits(connection: sqlite3.Connection, writes: Writes) -> bool:
    """Whether what these writes left keeps all rules, and refers to nothing that is not there."""
    tables = {batch.layout.table for batch in writes}
    return next(broken_rules(connection, tables), None) is None and not point_at_nothing(
        connection, writes
    )


@contextmanager
def without_references(connection: sqlite3.Connection) -> Iterator[None]:
    """Don't let SQLite check references: it would look through all rows that could refer to one
    that goes, for each that goes. `fits` looks once.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _finds(connection: sqlite3.Connection, query: _Query) -> bool:
    return connection.execute(*query).fetchone() is not None


@cache
def _queries() -> dict[str, tuple[_Query, ...]]:
    return {kind.table: tuple(_make_queries(kind)) for kind in NOUNS}


def _make_queries(kind: type[Row]) -> Iterator[_Query]:
    table = f'"{kind.table}"'  # the names in all of these are ours
    if kind.always_there:
        there = f"SELECT 1 FROM {table} WHERE id = ?"  # noqa: S608
        yield f"SELECT 1 WHERE NOT EXISTS ({there})", (kind.always_there,)
    if kind.id_form:
        yield f"SELECT 1 FROM {table} WHERE id IS NOT ({_made(kind.id_form)}) LIMIT 1", ()  # noqa: S608
    for columns in kind.one_of:
        said = " + ".join(f'("{name}" IS NOT NULL)' for name in columns)
        yield f"SELECT 1 FROM {table} WHERE {said} <> 1 LIMIT 1", ()  # noqa: S608
    if kind.unique:
        names = ", ".join(f'"{name}"' for name in kind.unique)
        yield f"SELECT 1 FROM {table} GROUP BY {names} HAVING count(*) > 1 LIMIT 1", ()  # noqa: S608
    if kind.counts_on:
        name = f'"{kind.counts_on}"'
        ends = f"count(*) AS n, count(DISTINCT {name}) AS d, min({name}) AS f, max({name}) AS l"
        wrong = "n = 0 OR d <> n OR f <> 1 OR l <> n"
        yield f"SELECT 1 FROM (SELECT {ends} FROM {table}) WHERE {wrong}", ()  # noqa: S608
    if kind.counted_by:
        given = f'SELECT max("{kind.unique[0]}") FROM {table}'  # noqa: S608
        last = "SELECT coalesce(max(last), 0) FROM counter WHERE id = ?"
        yield f"SELECT 1 WHERE ({given}) > ({last})", (kind.counted_by,)


def _made(form: str) -> str:
    """The SQL that makes an id of other columns: "{round}/{number}"."""
    parts = []
    for text, columns in re.findall(r"([^{]+)|\{([^}]+)\}", form):
        names = [f'"{name}"' for name in columns.split("|")]
        alternatives = f"coalesce({', '.join(names)})" if len(names) > 1 else names[0]
        parts.append(alternatives if columns else f"'{text}'")
    return " || ".join(parts)
