"""The one place that writes rows: it stamps and seals each and adds it to the digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

from cxworkshop.model import Change
from cxworkshop.store.tables.codec import Value, Values, stamp, wrap
from cxworkshop.store.tables.layout import Layout, Record, layout

HEAD = "head"
_ASKED_AT_ONCE = 500  # ids in one SELECT

Invalidate = Callable[[str, Sequence[str]], None]


class Stored(NamedTuple):
    """A row as it stands in its table, and what its content adds to the digest."""

    record: Record
    content: int


class Stamp(NamedTuple):
    """When a row was written, and by which session."""

    seq: int
    by: str


@dataclass(frozen=True)
class Batch:
    """Rows of one table that were written one after another: whole rows, or the ids of deleted
    ones, each alone in its tuple."""

    layout: Layout
    deleted: bool
    rows: Sequence[tuple[Value, ...]]

    @property
    def ids(self) -> list[str]:
        """The ids of its rows."""
        return [str(row[0]) for row in self.rows]

    @property
    def statement(self) -> str:
        """The statement that does the same to another copy of the table."""
        return self.layout.delete if self.deleted else self.layout.upsert


Writes = Sequence[Batch]


class Ledger:
    """The rows that one transaction writes, and what they do to the digest."""

    def __init__(self, connection: sqlite3.Connection, by: str, invalidate: Invalidate) -> None:
        self._connection, self.by, self._invalidate = connection, by, invalidate
        head = connection.execute("SELECT seq, digest FROM head").fetchone()
        self.seq: int = head[0] + 1
        self._digest: int = head[1]
        self._batches: list[Batch] = []

    @property
    def has_written(self) -> bool:
        """Whether any row was written or deleted."""
        return bool(self._batches)

    @property
    def writes(self) -> Writes:
        """Everything that was written, in this order."""
        return tuple(self._batches)

    def layout(self, table: str) -> Layout:
        """The layout of a table."""
        return layout(self._connection, table)

    def stored(self, table: str, row_id: str) -> Stored | None:
        """The row as it is now, and what it adds to the digest, taken from its seal.

        Seals were checked when the file was opened, so the content is not hashed again.
        """
        found = self._connection.execute(self.layout(table).find, (row_id,)).fetchone()
        return None if found is None else _stored(found)

    def stored_by_id(self, table: str, row_ids: Sequence[str]) -> Mapping[str, Stored]:
        """Those of the rows that are there."""
        found: dict[str, Stored] = {}
        for start in range(0, len(row_ids), _ASKED_AT_ONCE):
            ids = row_ids[start : start + _ASKED_AT_ONCE]
            sql = self.layout(table).select.format(", ".join("?" * len(ids)))
            found.update((row[0], _stored(row)) for row in self._connection.execute(sql, ids))
        return found

    def values(self, table: str, row_id: str) -> Values | None:
        """The row as it is now, without the store's own three columns."""
        stored = self.stored(table, row_id)
        return stored and dict(zip(self.layout(table).columns, stored.record, strict=True))

    def write(self, table: str, row_id: str, values: Values | None) -> None:
        """Insert, change or (None) remove one row."""
        record = None if values is None else self.layout(table).record(values)
        self.change(table, row_id, self.stored(table, row_id), record)

    def change(self, table: str, row_id: str, was: Stored | None, record: Record | None) -> None:
        """Like `write`, for a caller who has just read what the row was."""
        if was is not None:
            self._digest -= was.content
        where = self.layout(table)
        if record is None:
            self._connection.execute(where.delete, (row_id,))
            self._written(where, [(row_id,)], deleted=True)
        else:
            self._put(where, record, Stamp(self.seq, self.by))

    def change_all(
        self, table: str, rows: Mapping[str, Record | None], now: Mapping[str, Stored]
    ) -> None:
        """Like `change` for many rows, `now` being what they are."""
        self._digest -= sum(stored.content for stored in now.values())
        where = self.layout(table)
        gone = [(row_id,) for row_id, record in rows.items() if record is None]
        if gone:
            self._connection.executemany(where.delete, gone)
            self._written(where, gone, deleted=True)
        self._put_all(where, where.upsert, (row for row in rows.values() if row is not None))

    def redact(self, table: str, row_id: str, values: Values) -> None:
        """Write other values under the row's own `seq` and `by`: no newer version of it.

        A merge that meets it again sees that nobody has worked on it since.
        """
        where = self.layout(table)
        *_record, seq, by, _seal = self._connection.execute(where.find, (row_id,)).fetchone()
        was = self.stored(table, row_id)
        assert was is not None, "only a row that exists can be redacted"
        self._digest -= was.content
        self._put(where, where.record(values), Stamp(seq, by))

    def insert(self, table: str, values: Values) -> None:
        """One row whose id is known to be new."""
        where = self.layout(table)
        self._put_all(where, where.insert, [where.record(values)])

    def insert_all(self, table: str, records: Iterable[Record]) -> None:
        """Many new rows; raises sqlite3.IntegrityError for an id that is there."""
        where = self.layout(table)
        self._put_all(where, where.insert, records)

    def close(self) -> None:
        """Write the head: the new `seq` and the new digest."""
        if not self._batches:
            return
        where, record = self.layout(HEAD), (HEAD, wrap(self._digest))
        seal = wrap(where.content(record) + stamp(self.seq, self.by))
        head = (*record, self.seq, self.by, seal)
        self._connection.execute(where.upsert, head)
        self._written(where, [head], deleted=False)

    def roll_back(self, batches: int = 0) -> None:
        """Forget everything behind the first `batches`: SQLite has rolled it back."""
        for batch in self._batches[batches:]:
            self._invalidate(batch.layout.table, batch.ids)
        del self._batches[batches:]

    @contextmanager
    def restored_on_error(self) -> Iterator[None]:
        """For an edit inside an edit: its part of the digest goes when its rows go."""
        digest, batches = self._digest, len(self._batches)
        try:
            yield
        except BaseException:
            self._digest = digest
            self.roll_back(batches)
            raise

    def _put(self, where: Layout, record: Record, stamped: Stamp) -> None:
        row = self._sealed(where, record, *stamped)
        self._connection.execute(where.upsert, row)
        self._written(where, [row], deleted=False)

    def _put_all(self, where: Layout, statement: str, records: Iterable[Record]) -> None:
        seq, by = self.seq, self.by
        rows = [self._sealed(where, record, seq, by) for record in records]
        if len(rows) == 1:
            self._connection.execute(statement, rows[0])  # which costs a third
        elif rows:
            self._connection.executemany(statement, rows)
        if rows:
            self._written(where, rows, deleted=False)

    def _sealed(self, where: Layout, record: Record, seq: int, by: str) -> tuple[Value, ...]:
        own = where.content(record)
        self._digest += own
        return (*record, seq, by, wrap(own + stamp(seq, by)))

    def _written(self, where: Layout, rows: Sequence[tuple[Value, ...]], *, deleted: bool) -> None:
        batch = Batch(where, deleted, rows)
        self._batches.append(batch)
        self._invalidate(where.table, batch.ids)


def _stored(row: tuple[Value, ...]) -> Stored:
    *record, seq, by, seal = row
    return Stored(tuple(record), int(seal or 0) - stamp(int(seq or 0), str(by)))


def changes(writes: Writes) -> Iterator[Change]:
    """Every row that was written or deleted."""
    return named((batch.layout.table, batch.ids) for batch in writes)


def named(rows: Iterable[tuple[str, Iterable[str]]]) -> Iterator[Change]:
    """The rows of these ids, each group in its table."""
    for table, ids in rows:
        yield from map(Change, repeat(table), ids)
