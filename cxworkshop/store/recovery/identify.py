"""Find out which table a carved record belongs to, and whether it is as it was written.

The seal covers the table's name: where it fits, both are certain. Where it does not, the table is
that of the other records on the page, which are all of one table; the row is then *doubtful*.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from cxworkshop.model import NOUNS, Row
from cxworkshop.store.recovery.carve import CarvedRecord, Field
from cxworkshop.store.tables.codec import Values, content, stamp, wrap
from cxworkshop.store.tables.migrations import VERSION, empty_database

Key = tuple[str, str]  # table and id
_MANY = 10  # rows of a session
_SEQS = range(2**48)  # no workshop has more commits; a larger number is a damaged or forged one


class ColumnInfo(NamedTuple):
    """A column as SQLite's table_info describes it."""

    name: str
    kind: str
    is_needed: bool


class ReferenceInfo(NamedTuple):
    """A column that holds another row's id."""

    column: str
    table: str
    is_needed: bool


@dataclass(frozen=True)
class TableInfo:
    """One of our tables; `noun` is None for the store's own."""

    name: str
    columns: tuple[ColumnInfo, ...]
    references: tuple[ReferenceInfo, ...]
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
        """Its table and id."""
        return self.table.name, str(self.values["id"])


@dataclass(frozen=True)
class Identified:
    """The best version of each row.

    `unidentified` counts the records whose table is unknown, `foreign` those of another workshop,
    whose bytes got into this file.
    """

    rows: dict[Key, IdentifiedRow]
    unidentified: int
    foreign: int


def identify(records: Iterable[CarvedRecord]) -> Identified:
    """Assign each record to its table."""
    certain: list[IdentifiedRow] = []
    unsealed: list[CarvedRecord] = []
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for record in records:
        if _is_schema_record(record.fields):
            continue
        row = _by_seal(record)
        if row is None:
            unsealed.append(record)
        else:
            votes[record.page][row.table.name] += 1
            certain.append(row)
    doubtful = [row for record in unsealed if (row := _by_page(record, votes[record.page]))]
    foreign_sessions = _foreign_sessions(certain)
    found: dict[Key, IdentifiedRow] = {}
    ours = [row for row in (*certain, *doubtful) if row.by not in foreign_sessions]
    for row in ours:
        _keep_best(found, row)
    foreign = len(certain) + len(doubtful) - len(ours)
    return Identified(found, len(unsealed) - len(doubtful), foreign)


def _foreign_sessions(certain: Collection[IdentifiedRow]) -> set[str]:
    """The sessions that wrote another workshop.

    In one workshop sessions follow one another, each with its own range of `seq`. Where two
    ranges overlap, the session later in the file is foreign, and so are all that begin after it.
    """
    spans: dict[str, tuple[int, int, int]] = {}  # first page, first and last seq
    for row in certain:
        page, first, last = spans.get(row.by, (row.page, row.seq, row.seq))
        spans[row.by] = min(page, row.page), min(first, row.seq), max(last, row.seq)
    rows = Counter(row.by for row in certain)
    strays = {by for by in spans if rows[by] == 1 and _is_within_many(spans, by, rows)}
    in_order = sorted(spans.keys() - strays, key=lambda by: (spans[by], by))
    ours: list[tuple[int, int]] = []
    for number, by in enumerate(in_order):
        _page, first, last = spans[by]
        place = bisect(ours, (first, last))
        if any(other[1] >= first for other in ours[max(place - 1, 0) : place]) or any(
            other[0] <= last for other in ours[place : place + 1]
        ):
            return strays.union(in_order[number:])
        ours.insert(place, (first, last))
    return strays


def _is_within_many(spans: Mapping[str, tuple[int, int, int]], by: str, rows: Counter[str]) -> bool:
    """Whether the only row of this session is in the range of another with many: one row with a
    forged stamp must not make all others foreign."""
    seq = spans[by][1]
    return any(
        first <= seq <= last and rows[other] >= _MANY
        for other, (_page, first, last) in spans.items()
        if other != by
    )


def _is_schema_record(fields: tuple[Field, ...]) -> bool:
    """Whether SQLite or sqlite-utils wrote it about the tables themselves."""
    is_schema = len(fields) == 5 and fields[0] in ("table", "index")
    return is_schema or (len(fields) == 4 and fields[1] == "cxworkshop")


def _keep_best(found: dict[Key, IdentifiedRow], row: IdentifiedRow) -> None:
    best = found.get(row.key)
    if best is None or (row.is_certain, row.seq) > (best.is_certain, best.seq):
        found[row.key] = row


def _by_seal(record: CarvedRecord) -> IdentifiedRow | None:
    return next((row for row in _candidates(record) if row.is_certain), None)


def _by_page(record: CarvedRecord, votes: Counter[str]) -> IdentifiedRow | None:
    """By the other records on its page; without any, when only one table could hold it."""
    rows = list(_candidates(record))
    if votes:
        likely = votes.most_common(1)[0][0]
        return next((row for row in rows if row.table.name == likely), None)
    return rows[0] if len(rows) == 1 else None


def _candidates(record: CarvedRecord) -> Iterator[IdentifiedRow]:
    """The record as a row of each table that could hold it."""
    for layout in _layouts():
        if not _fits(layout, record.fields):
            continue
        table = tables().get(layout.name, layout)
        named = zip(layout.columns, record.fields, strict=True)
        # A field may be bytes, but `_fits` has found only what such a column holds.
        values = {c.name: value for c, value in named if not isinstance(value, bytes | float)}
        seq, by, seal = int(values.pop("seq") or 0), str(values.pop("by")), values.pop("seal")
        right = wrap(content(table.name, values) + stamp(seq, by)) == seal
        yield IdentifiedRow(table, values, seq, by, right and seq in _SEQS, record.page)


def _fits(layout: TableInfo, fields: tuple[Field, ...]) -> bool:
    if len(fields) != len(layout.columns):
        return False
    return all(
        isinstance(value, str if column.kind == "TEXT" else int)
        or (value is None and not column.is_needed)
        for column, value in zip(layout.columns, fields, strict=True)
    )


@lru_cache(maxsize=1)
def _layouts() -> tuple[TableInfo, ...]:
    """The tables of today's format, then those of older formats with other columns or names."""
    today = tables()
    older = (table for number in range(1, VERSION) for table in tables_of(number).values())
    other = (t for t in older if t.name not in today or t.columns != today[t.name].columns)
    return (*today.values(), *{(table.name, table.columns): table for table in other}.values())


@lru_cache(maxsize=1)
def tables() -> dict[str, TableInfo]:
    """All tables of today's format, by name."""
    return tables_of(VERSION)


def tables_of(version: int) -> dict[str, TableInfo]:
    """All tables of a format that was released, by name."""
    nouns = {kind.table: kind for kind in NOUNS}
    with closing(empty_database(version)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {
            name: _table(connection, name, nouns.get(name))
            for (name,) in names
            if not name.startswith("_")
        }


def _table(connection: sqlite3.Connection, name: str, noun: type[Row] | None) -> TableInfo:
    described = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    columns = tuple(ColumnInfo(c[1], c[2], bool(c[3]) or c[1] == "id") for c in described)
    needed = {column.name for column in columns if column.is_needed}
    listed = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
    references = tuple(ReferenceInfo(row[3], row[2], row[3] in needed) for row in listed)
    return TableInfo(name, columns, references, noun)
