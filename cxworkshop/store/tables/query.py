"""Ask the open workshop: nouns in, nouns out, and no SQL beyond this folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from cxworkshop.model import Row
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.kept_rows import KeptRows
from cxworkshop.store.tables.lookup import Asked, Lookup

R = TypeVar("R", bound=Row)
T = TypeVar("T")
Wanted = str | int | date | None
_IN_TURN = ("person", "told", "conversation", "verbatim", "import_batch", "override", "fix")
MOST_ASKED = 256  # questions to one table whose answers are kept


def forgotten_at(connection: sqlite3.Connection) -> int:
    """The `seq` of the last forgetting, 0 for never: copies with a lower one have to go."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM forgotten").fetchone()[0])


def newest_ids(connection: sqlite3.Connection) -> list[str]:
    """The last id of each table whose rows are read in the order in which they were made.

    Those of formats 1 and 2 and fixed names are others.
    """
    asked = (f"SELECT max(id) FROM {table} WHERE id < '1'" for table in _IN_TURN)  # noqa: S608
    return [made for (made,) in connection.execute(" UNION ALL ".join(asked)) if made]


class StoreReader(Protocol):
    """What rules and queries may ask of a store; they never write. `Store` answers."""

    @property
    def today(self) -> Callable[[], date]:
        """The clock: the day that the workshop believes in."""

    @property
    def seq(self) -> int:
        """The number of the last commit."""

    @property
    def steps(self) -> int:
        """How many edits the history holds."""

    @property
    def size(self) -> int:
        """The bytes of the file, without pages that are free."""

    def rows(self, kind: type[R], **where: Wanted) -> list[R]:
        """The nouns whose fields equal these."""

    def one(self, kind: type[R], **where: Wanted) -> R | None:
        """The first of `rows`, if there is any."""

    def find(self, kind: type[R], row_id: str | None) -> R | None:
        """The noun with this id, if there is one."""

    def get(self, kind: type[R], row_id: str) -> R:
        """The noun with this id; raises KeyError."""

    def columns(self, kind: type[Row], *names: str) -> list[tuple[Any, ...]]:
        """Columns of text of all rows; what is empty is None."""

    def count(self, kind: type[Row], **where: Wanted) -> int:
        """How many nouns `rows` would return."""

    def former(self, kind: type[R], row_id: str) -> list[R]:
        """What the row is in the edits of the history."""

    def counted(self, counter: str) -> int:
        """How far a counter has come."""

    def cached(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """The result of `make`, kept until a table is written of which it read any row."""


class RowReader:
    """Reads rows as nouns. A noun is decoded once and kept until its row is written; an answer is
    kept, and of what was written since only those rows are read again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._decoded: dict[str, dict[str, Any]] = {}
        self._asked: dict[str, dict[tuple[tuple[str, Wanted], ...], KeptRows[Any]]] = {}
        self._cached: dict[tuple[str, ...], tuple[set[str], Any]] = {}
        self._reading: list[set[str]] = []  # the tables read so far, for each `make` that runs
        self._lookup = Lookup(connection)

    def clear(self) -> None:
        """Keep no answer: whoever still holds this reader holds no rows by it."""
        for kept in (self._decoded, self._asked, self._cached):
            kept.clear()
        self._lookup = Lookup(self._connection)

    def rows(self, kind: type[R], **where: Wanted) -> list[R]:
        """The nouns whose fields equal these, in their own order; None asks for "not said"."""
        self._note_reading(kind.table)
        asked = self._asked.setdefault(kind.table, {})
        key = tuple(where.items())
        kept = asked.get(key)
        if kept is None:
            if len(asked) >= MOST_ASKED:
                asked.clear()
            kept = asked[key] = KeptRows(kind, self._select(kind, where))
        elif kept.stale:
            kept.renew(self._select(kind, where, kept.stale))
        return list(kept.rows)

    def _select(
        self, kind: type[R], where: Mapping[str, Wanted], among: Collection[str] = ()
    ) -> list[R]:
        """What the file says, of all rows or among those with these ids."""
        condition, values = self._condition(kind, where)
        if among:
            condition += f" AND id IN ({', '.join('?' * len(among))})"
        sql = f"{codec(kind).select} WHERE {condition} ORDER BY {kind.order}"
        return self._nouns(kind, self._connection.execute(sql, [*values, *among]))

    def cached(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """The result of `make`, kept until a table is written of which it read any row.

        Only for values that nobody changes: every caller gets the same object. What `make` needs
        it finds out by this reader, before it returns; what it is given stands in the key.
        """
        known = self._cached.get(key)
        if known is None:
            self._reading.append(set())
            try:
                value = make()
            finally:
                tables = self._reading.pop()
            known = self._cached[key] = tables, value
        self._note_reading(*known[0])
        found: T = known[1]
        return found

    def _note_reading(self, *tables: str) -> None:
        if self._reading:
            self._reading[-1].update(tables)

    def one(self, kind: type[R], **where: Wanted) -> R | None:
        """The first of `rows`, if there is any."""
        return next(iter(self.rows(kind, **where)), None)

    def find(self, kind: type[R], row_id: str | None) -> R | None:
        """The noun with this id, if there is one."""
        self._note_reading(kind.table)
        known: R | None = self._decoded.get(kind.table, {}).get(str(row_id))
        if known is not None:
            return known
        sql = f"{codec(kind).select} WHERE id = ?"
        return next(iter(self._nouns(kind, self._connection.execute(sql, (row_id,)))), None)

    def get(self, kind: type[R], row_id: str) -> R:
        """The noun with this id; raises KeyError when a caller row_codec the id up."""
        found = self.find(kind, row_id)
        if found is None:
            raise KeyError(row_id)
        return found

    def columns(self, kind: type[Row], *names: str) -> list[tuple[Any, ...]]:
        """Columns of text of all rows, not decoded; what is empty is None.

        To decode fifty thousand nouns for it would keep the window waiting.
        """
        self._note_reading(kind.table)
        listed = ", ".join(f'"{name}"' for name in names)
        sql = f'SELECT {listed} FROM "{kind.table}"'  # noqa: S608 - our own names
        return self._connection.execute(sql).fetchall()

    def count(self, kind: type[Row], **where: Wanted) -> int:
        """How many nouns `rows` would return."""
        self._note_reading(kind.table)
        condition, values = self._condition(kind, where)
        sql = f'SELECT count(*) FROM "{kind.table}" WHERE {condition}'  # noqa: S608 - our own names
        return int(self._connection.execute(sql, values).fetchone()[0])

    def counted(self, counter: str) -> int:
        """How far a counter has come; 0 for one that was never used."""
        self._note_reading("counter")
        sql = "SELECT last FROM counter WHERE id = ?"
        found = self._connection.execute(sql, (counter,)).fetchone()
        return int(found[0]) if found else 0

    def invalidate(self, table: str, row_ids: Sequence[str]) -> None:
        """Forget what was read of these rows, for they have been written."""
        decoded = self._decoded.get(table)
        if decoded:
            for row_id in row_ids:
                decoded.pop(row_id, None)
        self._lookup.written(table, row_ids)
        asked = self._asked.get(table, {})
        for question in [one for one, kept in asked.items() if not kept.written(row_ids)]:
            del asked[question]
        if self._cached:
            for key in [key for key, (read, _value) in self._cached.items() if table in read]:
                del self._cached[key]

    def _condition(self, kind: type[Row], where: Mapping[str, Wanted]) -> tuple[str, list[Asked]]:
        asked = {name: _plain(value) for name, value in where.items()}
        narrowed, ids = self._lookup.narrowed(kind.table, asked)
        parts = [narrowed] if narrowed else []
        parts += [f'"{name}" IS ?' for name in asked]
        return " AND ".join(parts) or "1", [*ids, *asked.values()]

    def _nouns(self, kind: type[R], records: Iterable[tuple[Any, ...]]) -> list[R]:
        known: dict[str, R] = self._decoded.setdefault(kind.table, {})
        decode = codec(kind).decode
        found = []
        for record in records:
            noun = known.get(record[0])
            if noun is None:
                noun = known[record[0]] = decode(record)
            found.append(noun)
        return found


def _plain(value: Wanted) -> str | int | None:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value
