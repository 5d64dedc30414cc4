"""Which table a carved record belongs to, and whether it is as it was written.

A seal holds the table's name: where it fits, both are certain. Where it does not, a page's rows
are all of one table, so its neighbours say which; what the row holds is then *doubtful*.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cxworkshop.model import NOUNS, Row
from cxworkshop.store.disk.file import new_database
from cxworkshop.store.recovery.carve import CarvedRecord, Field
from cxworkshop.store.tables.codec import Values, content, stamp, wrap

Key = tuple[str, str]  # table and id
_SEQS = range(2**48)  # no workshop has more commits; a larger number is a damaged or forged one


class ColumnInfo(NamedTuple):
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
class TableInfo:
    """One of our tables; `noun` is None for the store's own."""

    name: str
    columns: tuple[ColumnInfo, ...]
    references: tuple[Reference, ...]
    noun: type[Row] | None


@dataclass(frozen=True)
class IdentifiedRow:
    """A row with its stamp; certain when its seal fits."""

    table: TableInfo
    values: Values
    seq: int
    by: str
    is_certain: bool
    page: int

    @property
    def key(self) -> Key:
        """What references call it."""
        return self.table.name, str(self.values["id"])


@dataclass(frozen=True)
class Identified:
    """The best of each row; how many records could not be told what they are, and how many are
    of another workshop, whose bytes got into this file."""

    rows: dict[Key, IdentifiedRow]
    untold: int
    foreign: int


def identify(records: Iterable[CarvedRecord]) -> Identified:
    """Each record to its table."""
    certain: list[IdentifiedRow] = []
    unclear: list[CarvedRecord] = []
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for record in records:
        if _is_of_the_schema(record.fields):
            continue
        row = _certain(record)
        if row is None:
            unclear.append(record)
        else:
            votes[record.page][row.table.name] += 1
            certain.append(row)
    doubtful = [row for record in unclear if (row := _doubtful(record, votes[record.page]))]
    theirs = _other_sessions(certain)
    found: dict[Key, IdentifiedRow] = {}
    ours = [row for row in (*certain, *doubtful) if row.by not in theirs]
    for row in ours:
        _keep(found, row)
    foreign = len(certain) + len(doubtful) - len(ours)
    return Identified(found, len(unclear) - len(doubtful), foreign)


def _other_sessions(certain: Iterable[IdentifiedRow]) -> set[str]:
    """Who wrote another workshop.

    In one workshop sessions follow one another: each has its own stretch of `seq`. Where two
    overlap, the one further on in the file is not ours, nor is whatever begins after it.
    """
    spans: dict[str, tuple[int, int, int]] = {}  # first page, first and last seq
    for row in certain:
        page, first, last = spans.get(row.by, (row.page, row.seq, row.seq))
        spans[row.by] = min(page, row.page), min(first, row.seq), max(last, row.seq)
    in_order = sorted(spans, key=lambda by: (spans[by], by))
    ours: list[tuple[int, int]] = []
    for number, by in enumerate(in_order):
        _page, first, last = spans[by]
        place = bisect(ours, (first, last))
        if any(there[1] >= first for there in ours[max(place - 1, 0) : place]) or any(
            there[0] <= last for there in ours[place : place + 1]
        ):
            return set(in_order[number:])
        ours.insert(place, (first, last))
    return set()


def _is_of_the_schema(fields: tuple[Field, ...]) -> bool:
    """What SQLite and sqlite-utils note about the tables themselves: nothing of anybody's."""
    described = len(fields) == 5 and fields[0] in ("table", "index")
    return described or (len(fields) == 4 and fields[1] == "cxworkshop")


def _keep(found: dict[Key, IdentifiedRow], row: IdentifiedRow) -> None:
    there = found.get(row.key)
    if there is None or (row.is_certain, row.seq) > (there.is_certain, there.seq):
        found[row.key] = row


def _certain(record: CarvedRecord) -> IdentifiedRow | None:
    return next((row for row in _readings(record) if row.is_certain), None)


def _doubtful(record: CarvedRecord, votes: Counter[str]) -> IdentifiedRow | None:
    """By its neighbours; alone on its page only when one table alone would take it."""
    rows = list(_readings(record))
    if votes:
        likely = votes.most_common(1)[0][0]
        return next((row for row in rows if row.table.name == likely), None)
    return rows[0] if len(rows) == 1 else None


def _readings(record: CarvedRecord) -> Iterator[IdentifiedRow]:
    """The tables that would take such a row."""
    for table in tables().values():
        if not _fits(table, record.fields):
            continue
        named = zip(table.columns, record.fields, strict=True)
        all_ = {column.name: value for column, value in named}
        values: Values = all_  # type: ignore[assignment]  # `_fits` let nothing else through
        seq, by, seal = int(values.pop("seq") or 0), str(values.pop("by")), values.pop("seal")
        right = wrap(content(table.name, values) + stamp(seq, by)) == seal
        yield IdentifiedRow(table, values, seq, by, right and seq in _SEQS, record.page)


def _fits(table: TableInfo, fields: tuple[Field, ...]) -> bool:
    if len(fields) != len(table.columns):
        return False
    return all(
        isinstance(value, str if column.kind == "TEXT" else int)
        or (value is None and not column.is_needed)
        for column, value in zip(table.columns, fields, strict=True)
    )


@lru_cache(maxsize=1)
def tables() -> dict[str, TableInfo]:
    """All tables of today's format, by name."""
    connection = new_database("")
    nouns = {kind.table: kind for kind in NOUNS}
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    found = {
        name: _table(connection, name, nouns.get(name))
        for (name,) in names
        if not name.startswith("_")
    }
    connection.close()
    return found


def _table(connection: sqlite3.Connection, name: str, noun: type[Row] | None) -> TableInfo:
    described = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    columns = tuple(ColumnInfo(c[1], c[2], bool(c[3]) or c[1] == "id") for c in described)
    needed = {column.name for column in columns if column.is_needed}
    listed = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
    references = tuple(Reference(row[3], row[2], row[3] in needed) for row in listed)
    return TableInfo(name, columns, references, noun)
