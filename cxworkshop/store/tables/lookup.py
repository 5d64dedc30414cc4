"""Find rows by a reference, in memory: an index in the file would cost every answer 130 bytes."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

Asked = str | int | None
_INDEXED = {
    "verbatim": ("card", "conversation"),
    "round_card": ("card", "card_group"),
    "round_group": ("card_group",),
    "conversation": ("day_30_check", "look_again"),
    "answer": ("card",),
}
_NAMED_BY_ROUND = ("round_card",)  # the ids begin with the round's: "round-2/…"
_MOST_STALE = 200  # rows that are read again one by one; with more the index is made anew
MOST_NAMED = 500  # ids in one question to SQLite


class ColumnLookup:
    """Which rows of a table have which value in one column."""

    def __init__(self, connection: sqlite3.Connection, table: str, column: str) -> None:
        self._connection = connection
        self._all = f'SELECT id, "{column}" FROM "{table}"'  # noqa: S608 - names from above
        self._ids: defaultdict[Asked, set[str]] = defaultdict(set)
        self._values: dict[str, Asked] = {}
        self._stale: set[str] | None = None  # None for everything

    def ids(self, value: Asked) -> Collection[str]:
        """The ids of the rows with this value."""
        self._refresh()
        return self._ids.get(value, ())

    def written(self, row_ids: Sequence[str]) -> None:
        """Hear that these rows were written or deleted."""
        if self._stale is None or len(self._stale) + len(row_ids) > _MOST_STALE:
            self._stale = None
        else:
            self._stale.update(row_ids)

    def _refresh(self) -> None:
        if self._stale is None:
            self._ids.clear()
            self._values = dict(self._connection.execute(self._all))
            for row_id, value in self._values.items():
                self._ids[value].add(row_id)
        else:
            for row_id in self._stale:
                self._read_again(row_id)
        self._stale = set()

    def _read_again(self, row_id: str) -> None:
        if row_id in self._values:
            self._ids[self._values.pop(row_id)].discard(row_id)
        found = self._connection.execute(f"{self._all} WHERE id = ?", (row_id,)).fetchone()
        if found is not None:
            self._values[row_id] = found[1]
            self._ids[found[1]].add(row_id)


class Lookup:
    """The indexes of one open workshop, each made when it is first asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns: dict[str, dict[str, ColumnLookup]] = {}

    def narrowed(self, table: str, where: Mapping[str, Asked]) -> tuple[str, list[Asked]]:
        """A condition on ids which all rows of this question meet, and its values."""
        if table in _NAMED_BY_ROUND and isinstance(where.get("round"), str):
            return "id > ? || '/' AND id < ? || '0'", [where["round"], where["round"]]
        for column in _INDEXED.get(table, ()):
            if where.get(column) is not None:
                ids = self._column(table, column).ids(where[column])
                if len(ids) <= MOST_NAMED:
                    return f"id IN ({', '.join('?' * len(ids))})", [*ids]
        return "", []

    def written(self, table: str, row_ids: Sequence[str]) -> None:
        """Hear that these rows were written or deleted."""
        for index in self._columns.get(table, {}).values():
            index.written(row_ids)

    def _column(self, table: str, column: str) -> ColumnLookup:
        known = self._columns.setdefault(table, {})
        if column not in known:
            known[column] = ColumnLookup(self._connection, table, column)
        return known[column]
