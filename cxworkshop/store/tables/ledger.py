"""The one place that writes rows: it stamps and seals each and adds it to the digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

from cxworkshop.model import Change
from cxworkshop.store.tables.codec import OWN, Values, content, stamp, statements, wrap

HEAD = "head"

Record = Values | None  # a row with the store's own three columns; None when it is gone
Writes = Mapping[Change, Record]

# Every open database has today's schema (opening migrates it), so a table is looked at once.
_table_columns: dict[str, tuple[str, ...]] = {}


class Stored(NamedTuple):
    """A row as it stands in its table, and what its content adds to the digest."""

    values: Values
    content: int


class Stamp(NamedTuple):
    """When a row was written, and by which session."""

    seq: int
    by: str


class Ledger:
    """The rows that one transaction writes, and what they do to the digest."""

    def __init__(
        self, connection: sqlite3.Connection, by: str, invalidate: Callable[[Change], None]
    ) -> None:
        self._connection, self._by, self._invalidate = connection, by, invalidate
        head = connection.execute("SELECT seq, digest FROM head").fetchone()
        self.seq: int = head[0] + 1
        self._digest: int = head[1]
        self.keys: list[Change] = []
        self._records: list[Record] = []

    @property
    def writes(self) -> Writes:
        """Every row that was written and how it stands now, None for one that is gone."""
        return dict(zip(self.keys, self._records, strict=True))

    def values(self, table: str, row_id: str) -> Values | None:
        """The row as it is now, without the store's own three columns."""
        stored = self.stored(table, row_id)
        return stored and stored.values

    def stored(self, table: str, row_id: str) -> Stored | None:
        """The row as it is now, and what it adds to the digest, taken from its seal.

        Seals were checked when the file was opened, so the content is not hashed again.
        """
        sql = f'SELECT * FROM "{table}" WHERE id = ?'  # noqa: S608 - table names are ours
        cursor = self._connection.execute(sql, (row_id,))
        found = cursor.fetchone()
        if found is None:
            return None
        names, seq, by, seal = _column_places(tuple([column[0] for column in cursor.description]))
        values = {name: found[place] for place, name in names}
        return Stored(values, found[seal] - stamp(found[seq], found[by]))

    def write(self, table: str, row_id: str, values: Values | None) -> None:
        """Insert, change or (None) remove one row."""
        self.change(table, row_id, self.stored(table, row_id), values)

    def change(self, table: str, row_id: str, was: Stored | None, values: Values | None) -> None:
        """Like `write`, for a caller who has just read what the row was."""
        if was is not None:
            self._digest -= was.content
        if values is None:
            self._connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))  # noqa: S608
            self._written(Change(table, row_id), None)
            return
        # What the journal leaves out is NULL, and has to become NULL again.
        whole = dict.fromkeys(self._columns(table)) | values
        record = self._sealed(table, whole)
        self._connection.execute(statements(table, tuple(whole))[1], record)
        self._written(Change(table, row_id), record)

    def redact(self, table: str, row_id: str, values: Values) -> None:
        """Write other values under the row's own `seq` and `by`: no newer version of it.

        A merge that meets it again sees that nobody has worked on it since.
        """
        was = self.stored(table, row_id)
        assert was is not None, "only a row that exists can be redacted"
        sql = f'SELECT seq, "by" FROM "{table}" WHERE id = ?'  # noqa: S608 - table names are ours
        stamped = Stamp(*self._connection.execute(sql, (row_id,)).fetchone())
        self._digest -= was.content
        record = self._sealed(table, values, stamped)
        self._connection.execute(statements(table, tuple(values))[1], record)
        self._written(Change(table, row_id), record)

    def insert(self, table: str, values: Values) -> None:
        """One row whose id is known to be new."""
        record = self._sealed(table, values)
        self._connection.execute(statements(table, tuple(values))[0], record)
        self._written(Change(table, str(values["id"])), record)

    def insert_all(self, table: str, rows: Sequence[Values]) -> None:
        """Many new rows with the same columns."""
        insert = statements(table, tuple(rows[0]))[0]
        records = [self._sealed(table, values) for values in rows]
        self._connection.executemany(insert, records)
        for record in records:
            self._written(Change(table, str(record["id"])), record)

    def close(self) -> None:
        """Write the head: the new `seq` and the new digest."""
        if self.keys:
            head = self._head()
            self._connection.execute(statements(HEAD, ("id", "digest"))[1], head)
            self._written(Change(HEAD, HEAD), head)

    def roll_back(self, written: int = 0) -> None:
        """Forget everything after the first `written` keys: SQLite has rolled it back."""
        for key in self.keys[written:]:
            self._invalidate(key)
        del self.keys[written:], self._records[written:]

    @contextmanager
    def restored_on_error(self) -> Iterator[None]:
        """For an edit inside an edit: its part of the digest goes when its rows go."""
        digest, written = self._digest, len(self.keys)
        try:
            yield
        except BaseException:
            self._digest = digest
            self.roll_back(written)
            raise

    def _columns(self, table: str) -> tuple[str, ...]:
        if table not in _table_columns:
            cursor = self._connection.execute(f'SELECT * FROM "{table}" LIMIT 0')  # noqa: S608
            names = (column[0] for column in cursor.description)
            _table_columns[table] = tuple(name for name in names if name not in OWN)
        return _table_columns[table]

    def _written(self, key: Change, record: Record) -> None:
        self.keys.append(key)
        self._records.append(record)
        self._invalidate(key)

    def _sealed(self, table: str, values: Values, stamped: Stamp | None = None) -> Values:
        mine = content(table, values)
        self._digest += mine
        seq, by = stamped or (self.seq, self._by)
        return {**values, "seq": seq, "by": by, "seal": wrap(mine + stamp(seq, by))}

    def _head(self) -> Values:
        values: Values = {"id": HEAD, "digest": wrap(self._digest)}
        seal = wrap(content(HEAD, values) + stamp(self.seq, self._by))
        return {**values, "seq": self.seq, "by": self._by, "seal": seal}


@lru_cache(maxsize=128)
def _column_places(columns: tuple[str, ...]) -> tuple[tuple[tuple[int, str], ...], int, int, int]:
    """Where the noun's own columns and `seq`, `by` and `seal` stand in a record."""
    mine = tuple((place, name) for place, name in enumerate(columns) if name not in OWN)
    seq, by, seal = (columns.index(name) for name in OWN)
    return mine, seq, by, seal
