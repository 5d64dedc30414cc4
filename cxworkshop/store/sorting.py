"""Which table a carved record belongs to, and whether it is as it was written.

A seal holds the table's name: where it fits, both are certain. Where it does not, a page's rows
are all of one table, so its neighbours say which; what the row holds is then *doubtful*.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cxworkshop.model import NOUNS, Row
from cxworkshop.store.carve import Field, Record
from cxworkshop.store.file import empty
from cxworkshop.store.rows import Values, content, stamp, wrap

Key = tuple[str, str]  # table and id
_SEQS = range(2**48)  # no workshop has more commits; a larger number is a damaged or forged one


class Column(NamedTuple):
    """As SQLite's table_info has it."""

    name: str
    kind: str
    is_needed: bool


class Reference(NamedTuple):
    """A column that holds another row's id."""

    column: str
    table: str
    is_needed: bool


@dataclass(frozen=True)
class Table:
    """One of our tables; `noun` is None for the store's own."""

    name: str
    columns: tuple[Column, ...]
    references: tuple[Reference, ...]
    noun: type[Row] | None


@dataclass(frozen=True)
class Found:
    """A row with its stamp; certain when its seal fits."""

    table: Table
    values: Values
    seq: int
    by: str
    is_certain: bool

    @property
    def key(self) -> Key:
        """What references call it."""
        return self.table.name, str(self.values["id"])


def sort(records: Iterable[Record]) -> tuple[dict[Key, Found], int]:
    """The best of each row, and how many records could not be told what they are."""
    found: dict[Key, Found] = {}
    unclear: dict[int, list[Record]] = defaultdict(list)
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for record in records:
        if _is_of_the_schema(record.fields):
            continue
        row = _certain(record.fields)
        if row is None:
            unclear[record.page].append(record)
        else:
            votes[record.page][row.table.name] += 1
            _keep(found, row)
    lost = 0
    for page, some in unclear.items():
        for record in some:
            row = _doubtful(record.fields, votes[page])
            lost += row is None
            if row is not None:
                _keep(found, row)
    return found, lost


def _is_of_the_schema(fields: tuple[Field, ...]) -> bool:
    """What SQLite and sqlite-utils note about the tables themselves: nothing of anybody's."""
    described = len(fields) == 5 and fields[0] in ("table", "index")
    return described or (len(fields) == 4 and fields[1] == "cxworkshop")


def _keep(found: dict[Key, Found], row: Found) -> None:
    there = found.get(row.key)
    if there is None or (row.is_certain, row.seq) > (there.is_certain, there.seq):
        found[row.key] = row


def _certain(fields: tuple[Field, ...]) -> Found | None:
    return next((row for row in _readings(fields) if row.is_certain), None)


def _doubtful(fields: tuple[Field, ...], votes: Counter[str]) -> Found | None:
    """By its neighbours; alone on its page only when one table alone would take it."""
    rows = list(_readings(fields))
    if votes:
        likely = votes.most_common(1)[0][0]
        return next((row for row in rows if row.table.name == likely), None)
    return rows[0] if len(rows) == 1 else None


def _readings(fields: tuple[Field, ...]) -> Iterator[Found]:
    """The tables that would take such a row."""
    for table in tables().values():
        if not _fits(table, fields):
            continue
        all_ = {column.name: value for column, value in zip(table.columns, fields, strict=True)}
        values: Values = all_  # type: ignore[assignment]  # `_fits` let nothing else through
        seq, by, seal = int(values.pop("seq") or 0), str(values.pop("by")), values.pop("seal")
        right = wrap(content(table.name, values) + stamp(seq, by)) == seal
        yield Found(table, values, seq, by, right and seq in _SEQS)


def _fits(table: Table, fields: tuple[Field, ...]) -> bool:
    if len(fields) != len(table.columns):
        return False
    return all(
        isinstance(value, str if column.kind == "TEXT" else int)
        or (value is None and not column.is_needed)
        for column, value in zip(table.columns, fields, strict=True)
    )


@lru_cache(maxsize=1)
def tables() -> dict[str, Table]:
    """All tables of today's format, by name."""
    connection = empty("")
    nouns = {kind.table: kind for kind in NOUNS}
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    found = {
        name: _table(connection, name, nouns.get(name))
        for (name,) in names
        if not name.startswith("_")
    }
    connection.close()
    return found


def _table(connection: sqlite3.Connection, name: str, noun: type[Row] | None) -> Table:
    described = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    columns = tuple(Column(c[1], c[2], bool(c[3]) or c[1] == "id") for c in described)
    needed = {column.name for column in columns if column.is_needed}
    listed = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
    references = tuple(Reference(row[3], row[2], row[3] in needed) for row in listed)
    return Table(name, columns, references, noun)
