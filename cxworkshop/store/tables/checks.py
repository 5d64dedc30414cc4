"""Check a file: its schema against an allow-list, SQLite's own checks, seals and digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any

from cxworkshop import log
from cxworkshop.i18n import _, ngettext
from cxworkshop.store.tables.codec import OWN, Kinds, contents, kinds_of, wrap, wrong_seals
from cxworkshop.store.tables.history_checks import HistoryChecks, Ids
from cxworkshop.store.tables.migrations import (
    VERSION,
    Reference,
    allowed_schema,
    references,
    schema_of,
)
from cxworkshop.store.tables.model_rules import broken_rules
from cxworkshop.store.tables.value_rules import rule_of
from cxworkshop.value_object import ValueObject

Record = tuple[Any, ...]  # nothing in a damaged file is of a certain type
AT_ONCE = 2_000  # rows; so many fit into the processor's cache
_NOT_SEALED = ("_sqlite_migrations",)


def problems(connection: sqlite3.Connection, version: int, data: bytes) -> Iterator[str]:
    """Say what is wrong, one problem at a time.

    The schema comes first: no table is read before it is known to be one of ours. SQLite's own
    messages are not passed on, for they quote customers' words. What the model declares about rows
    together is looked at in today's format alone: an older one is upgraded first.
    """
    try:
        yield from _structure_problems(connection, version, data)
        there = Ids(set)
        yield from _row_problems(connection, references(version), there)
        if version == VERSION:
            yield from _model_problems(connection, there)
    except (sqlite3.Error, UnicodeError, OverflowError, ValueError):
        yield _("part of it can’t be read")
    except Exception as error:  # a damage that nobody foresaw is one all the same
        log.failure("checking a file", error)
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


def _row_problems(
    connection: sqlite3.Connection, known: Sequence[Reference], there: Ids
) -> Iterator[str]:
    """What is wrong with the rows; `there` gets the ids of all."""
    total = broken = wrong = newest = 0
    referred = Ids(set)
    collected = {table: {"id": there[table]} for table in tables(connection)}
    for one in known:
        if one.table in collected:
            collected[one.table][one.column] = referred[one.target]
    for table, columns in collected.items():
        found = check_table(connection, table, columns)
        total, broken, wrong = total + found.total, broken + found.broken, wrong + found.wrong
        newest = max(newest, found.newest)
    if any(ids - there[target] - {None} for target, ids in referred.items()):
        yield _("some rows point at nothing")
    if broken:
        yield ngettext(
            "{n} row is not as it was written", "{n} rows are not as they were written", broken
        ).format(n=broken)
    if wrong:
        yield _wrong_rows(wrong)
    yield from _head_problems(connection, total, newest)


def _head_problems(connection: sqlite3.Connection, total: int, newest: int) -> Iterator[str]:
    head = connection.execute("SELECT digest, seq FROM head").fetchall()
    if len(head) != 1:
        yield _("its summary is missing")
        return
    digest, seq = head[0]
    found = check_table(connection, "head")
    if found.broken or found.wrong or seq < newest:
        yield _("its summary is not as it was written")
    elif wrap(total) != digest:
        yield _("rows are missing, or were added by another program")


def _model_problems(connection: sqlite3.Connection, there: Ids) -> Iterator[str]:
    wrong = HistoryChecks(connection, there).wrong()
    if wrong:
        yield _wrong_rows(wrong)
    if next(broken_rules(connection, tables(connection)), None):
        yield _("some of its rows don’t fit together")


def _wrong_rows(number: int) -> str:
    text = ngettext(
        "{n} row holds what can’t be right", "{n} rows hold what can’t be right", number
    )
    return text.format(n=number)


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


class TableFindings(ValueObject):
    """The sum of all rows' contents, how many rows have a wrong seal, how many a wrong value.

    `newest` is the highest `seq`.
    """

    total: int
    broken: int
    wrong: int
    newest: int


_NOTHING = TableFindings(total=0, broken=0, wrong=0, newest=0)


def check_table(
    connection: sqlite3.Connection,
    table: str,
    collected: Mapping[str, set[str]] = MappingProxyType({}),
) -> TableFindings:
    """Check all rows of a table: their seals, and each value by its rule.

    `collected` gets the values of its columns: SQLite takes as long to look each up.
    """
    cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - in the allow-list
    first = cursor.fetchmany(AT_ONCE)
    if not first:  # as most tables are: what their columns are need not be known
        return _NOTHING
    parts = chain([first], iter(lambda: cursor.fetchmany(AT_ONCE), []))
    return _TableCheck(connection, table, collected).run(parts)


class _TableCheck:
    """Checks rows of one table, so many at a time."""

    def __init__(
        self, connection: sqlite3.Connection, table: str, collected: Mapping[str, set[str]]
    ) -> None:
        described = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        self._table, self._names = table, [column[1] for column in described]
        self._rules = {
            n: rule_of(table, name, kind)
            for n, name, kind, *_rest in described
            if name == "id" or name not in (*collected, "seal")  # which are compared
        }
        self._own = [self._names.index(name) for name in OWN]
        self._collected = [(self._names.index(name), values) for name, values in collected.items()]

    def run(self, parts: Iterable[Sequence[Record]]) -> TableFindings:
        """Look at every row of every part."""
        total = broken = wrong = newest = 0
        for records in parts:
            columns = list(zip(*records, strict=True))
            for place, values in self._collected:
                values.update(columns[place])
            kinds = kinds_of(columns)
            wrong += self._wrong_values(records, columns, kinds)
            if not self._are_stamped(kinds):
                sound = [one for one in records if self._are_stamped(kinds_of(zip(one)))]
                broken += len(records) - len(sound)
                columns = list(zip(*sound, strict=True))
                kinds = kinds_of(columns)
            if columns:
                own = contents(self._table, self._names, columns, kinds)
                total += sum(own)
                broken += wrong_seals(own, *(columns[place] for place in self._own))
                newest = max(newest, *columns[self._own[0]])
        return TableFindings(total, broken, wrong, newest)

    def _wrong_values(
        self, records: Sequence[Record], columns: Sequence[Record], kinds: Sequence[Kinds]
    ) -> int:
        suspects = [
            (n, rule) for n, rule in self._rules.items() if not rule.are_right(columns[n], kinds[n])
        ]
        if not suspects:
            return 0
        return sum(not all(rule.is_right(row[n]) for n, rule in suspects) for row in records)

    def _are_stamped(self, kinds: Sequence[Kinds]) -> bool:
        """Whether each has a number, a text and a number: in a damaged page it may be anything."""
        return [kinds[place] for place in self._own] == [{int}, {str}, {int}]
