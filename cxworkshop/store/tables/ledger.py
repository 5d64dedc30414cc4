"""The one place that writes rows: it stamps and seals each and adds it to the digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import compress
from operator import ne
from typing import Any, NamedTuple, Self

from cxworkshop.store.tables.codec import Column, Value, Values, seals, stamp, wrap
from cxworkshop.store.tables.layout import Layout, Record, layout

HEAD = "head"
_ASKED_AT_ONCE = 500  # ids in one SELECT

Invalidate = Callable[[str, Sequence[Any]], None]


class Stored(NamedTuple):
    """A row as it stands in its table, and what its content adds to the digest."""

    record: Record
    content: int


class Head(NamedTuple):
    """What the head's row says of the whole workshop: its last commit, and its digest."""

    seq: int
    digest: int


def read_head(connection: sqlite3.Connection) -> Head:
    """The head of an open database."""
    return Head(*connection.execute("SELECT seq, digest FROM head").fetchone())


class Batch(NamedTuple):
    """Rows of one table that were written one after another.

    `rows` are whole rows, or the ids of deleted ones, each alone in its tuple; none where nobody
    keeps them.
    """

    layout: Layout
    ids: Sequence[Any]
    rows: Sequence[tuple[Value, ...]]
    deleted: bool = False

    @property
    def statement(self) -> str:
        """The statement that does the same to another copy of the table."""
        return self.layout.delete if self.deleted else self.layout.upsert


Writes = Sequence[Batch]


class Ledger:
    """The rows that one transaction writes, and what they do to the digest.

    `with` begins the transaction and commits it, or rolls it back when anything is raised.
    """

    def __init__(
        self, cursor: sqlite3.Cursor, by: str, before: Head, invalidate: Invalidate
    ) -> None:
        self._connection, self.by, self._invalidate = cursor.connection, by, invalidate
        self._execute = cursor.execute
        self.seq = before.seq + 1
        self._stamp, self._digest = stamp(self.seq, by), before.digest
        self.head = before  # what the head says once this is committed
        self.rows = 0  # so many were written
        self._batches: list[Batch] = []
        self.keeps_rows = True  # else the `writes` have ids alone: an import has many rows

    def __enter__(self) -> Self:
        self.begin()
        return self

    def __exit__(self, raised: object, _error: object, _trace: object) -> None:
        if raised:
            self.roll_back()
        else:
            self.commit()

    def begin(self) -> None:
        """Begin the transaction."""
        self._execute("BEGIN")

    def commit(self) -> None:
        """End the transaction with the new head; what fails is rolled back."""
        try:
            self.close()
            self._execute("COMMIT")
        except BaseException:
            self.roll_back()
            raise

    def roll_back(self) -> None:
        """End the transaction with nothing written."""
        self._connection.rollback()  # does nothing where the error has ended the transaction
        self._forget(0)

    @property
    def writes(self) -> Writes:
        """Everything that was written, in this order."""
        return tuple(self._batches)

    def stored(self, table: str, row_id: str) -> Stored | None:
        """The row as it is now, and what it adds to the digest, taken from its seal.

        Seals were checked when the file was opened, so the content is not hashed again.
        """
        found = self._execute(layout(table).find, (row_id,)).fetchone()
        return None if found is None else _stored(found)

    def stored_by_id(self, table: str, row_ids: Sequence[str]) -> Mapping[str, Stored]:
        """Those of the rows that are there."""
        found: dict[str, Stored] = {}
        for start in range(0, len(row_ids), _ASKED_AT_ONCE):
            ids = row_ids[start : start + _ASKED_AT_ONCE]
            sql = layout(table).select.format(", ".join("?" * len(ids)))
            found |= {row[0]: _stored(row) for row in self._connection.execute(sql, ids)}
        return found

    def values(self, table: str, row_id: str) -> Values | None:
        """The row as it is now, without the store's own three columns."""
        stored = self.stored(table, row_id)
        return stored and dict(zip(layout(table).columns, stored.record, strict=True))

    def write(self, table: str, row_id: str, values: Values | None) -> None:
        """Insert, change or (None) remove one row."""
        was = self.stored(table, row_id)
        if values is None:
            self.delete(table, row_id, was)
        elif was is None:
            self.insert(table, layout(table).record(values))
        else:
            record = layout(table).record(values)
            self.update(table, record, was, differing(record, was.record))

    def insert(self, table: str, record: Record) -> None:
        """One row whose id is known to be new."""
        self.note(table, record)
        self._invalidate(table, (record[0],))

    def note(self, table: str, record: Record) -> None:
        """Like `insert`, in a table that no reader keeps rows of: one of the journal."""
        where = layout(table)
        row = self._sealed(where, record)
        self._execute(where.insert, row)
        self._batches.append(Batch(where, (row[0],), (row,)))
        self.rows += 1

    def update(self, table: str, record: Record, was: Stored, places: tuple[int, ...]) -> None:
        """A row that is different at these places from what it was."""
        self._digest -= was.content
        row = self._sealed(where := layout(table), record)
        changed = *map(row.__getitem__, places), *row[-3:], (row_id := row[0])
        self._execute(where.update(places), changed)
        self._batches.append(Batch(where, (row_id,), (row,)))
        self.rows += 1
        self._invalidate(table, (row_id,))

    def delete(self, table: str, row_id: str, was: Stored | None) -> None:
        """The row with this id, which was that, or is not there."""
        self._digest -= was.content if was else 0
        where = layout(table)
        self._execute(where.delete, (row_id,))
        self._written(where, ((row_id,),), deleted=True)

    def change_all(
        self, table: str, rows: Mapping[str, Record | None], now: Mapping[str, Stored]
    ) -> None:
        """Like `write` for many rows, `now` being what they are."""
        self._digest -= sum(stored.content for stored in now.values())
        where = layout(table)
        gone = [(row_id,) for row_id, record in rows.items() if record is None]
        if gone:
            self._connection.executemany(where.delete, gone)
            self._written(where, gone, deleted=True)
        there = [record for record in rows.values() if record is not None]
        if there:
            self._put_all(where, where.upsert, list(zip(*there, strict=True)))

    def redact(self, table: str, row_id: str, values: Values) -> None:
        """Write other values under the row's own `seq` and `by`: no newer version of it.

        A merge that meets it again sees that nobody has worked on it since.
        """
        where = layout(table)
        found = self._execute(where.find, (row_id,)).fetchone()
        self.put(table, where.record(values), _stored(found), found[-3:-1])

    def put(
        self, table: str, record: Record, was: Stored | None, stamped: tuple[int, str] | None
    ) -> None:
        """Insert or change a row under a stamp of another copy of the workshop, or our own."""
        where, own = layout(table), stamped or (self.seq, self.by)
        content = where.content(record)
        self._digest += content - (was.content if was else 0)
        row = (*record, *own, wrap(content + stamp(*own)))
        self._execute(where.upsert, row)
        self._written(where, (row,), deleted=False)

    def insert_all(self, table: str, columns: Sequence[Column]) -> None:
        """Many new rows, by columns; raises sqlite3.IntegrityError for an id that is there."""
        self._put_all(layout(table), layout(table).insert, columns)

    def close(self) -> None:
        """The new `seq` and the new digest, if anything was written; it adds nothing to that."""
        if not self._batches:
            return
        where, digest = layout(HEAD), wrap(self._digest)
        self.head = Head(self.seq, digest)
        seal = wrap(where.content((HEAD, digest)) + self._stamp)
        row = (HEAD, digest, self.seq, self.by, seal)
        self._execute(where.update((1,)), (*row[1:], HEAD))
        self._batches.append(Batch(where, (HEAD,), (row,)))

    def _forget(self, batches: int) -> None:
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
            self._forget(batches)
            raise

    def _sealed(self, where: Layout, record: Record) -> tuple[Value, ...]:
        """The whole row for a record, whose content is added to the digest."""
        content = where.content(record)
        self._digest += content
        return (*record, self.seq, self.by, wrap(content + self._stamp))

    def _put_all(self, where: Layout, statement: str, columns: Sequence[Column]) -> None:
        contents = where.contents(columns)
        self._digest += sum(contents)
        count, sealed = len(contents), seals(contents, self._stamp)
        own = [self.seq] * count, [self.by] * count, sealed
        self._connection.executemany(statement, rows := list(zip(*columns, *own, strict=True)))
        self._written(where, rows, deleted=False)

    def _written(self, where: Layout, rows: Sequence[tuple[Value, ...]], *, deleted: bool) -> None:
        ids = [row[0] for row in rows]
        self._batches.append(Batch(where, ids, rows if self.keeps_rows else (), deleted))
        self.rows += len(rows)
        self._invalidate(where.table, ids)


def differing(record: Record, was: Record) -> tuple[int, ...]:
    """The places at which the two are different."""
    return tuple(compress(range(len(record)), map(ne, record, was)))


def _stored(row: tuple[Any, ...]) -> Stored:
    seq, by, seal = row[-3:]
    return Stored(row[:-3], seal - stamp(seq, by))
