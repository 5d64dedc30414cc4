"""What an action may do to the tables inside a named edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from itertools import islice

from cxworkshop.model import Row
from cxworkshop.progress import go_on
from cxworkshop.store.tables.codec import Column, codec
from cxworkshop.store.tables.history import JournalEntry
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.store.tables.ledger import Ledger, Stored, differing
from cxworkshop.store.tables.value_rules import refuse_wrong, refuse_wrong_values

_AT_ONCE = 2_000  # rows of an import in memory
Guard = Callable[[Row], None]


class Edit:
    """What an action may do to the tables: write rows, and remove those that don't last."""

    def __init__(self, ledger: Ledger, guard: Guard, entry: JournalEntry | None) -> None:
        """Without an entry in the journal it can't be undone."""
        self._ledger, self._guard, self._entry = ledger, guard, entry

    def write(self, row: Row) -> None:
        """Write the row, new or changed. The same values again are no change at all.

        Raises BadWords for a value outside the noun's limits: opening would refuse the file.
        """
        row_codec = codec(type(row))
        table, record = row.table, row_codec.record(row)
        was = self._ledger.stored(table, row.id)
        if was is None:
            refuse_wrong_values(table, row_codec.columns, record, range(len(record)))
            self._note(table, row.id, None)
            self._ledger.insert(table, record)
        elif places := differing(record, was.record):
            refuse_wrong_values(table, row_codec.columns, record, places)
            self._note(table, row.id, was)
            self._ledger.update(table, record, was, places)

    def remove(self, row: Row) -> None:
        """Take the row out of its table; raises NothingIsDestroyed for rows that last (R3)."""
        self._guard(row)
        was = self._ledger.stored(row.table, row.id)
        if was is not None:
            self._note(row.table, row.id, was)
            self._ledger.delete(row.table, row.id, was)

    def insert_all(self, rows: Iterable[Row]) -> None:
        """Write many new rows of one kind at once.

        Raises sqlite3.IntegrityError for an old id, BadWords for a value outside the limits.
        """
        some = iter(rows)
        while many := list(islice(some, _AT_ONCE)):
            self._insert(type(many[0]), codec(type(many[0])).values_by_column(many))

    def insert_columns(self, kind: type[Row], given: Mapping[str, Column], **same: object) -> None:
        """Write many new rows as `insert_all` does, by columns: no noun is made for each.

        `same` are the values that all of them have; what is not named is the noun's default.
        """
        for start in range(0, len(given["id"]), _AT_ONCE):
            some = {name: column[start : start + _AT_ONCE] for name, column in given.items()}
            self._insert(kind, codec(kind).all_columns(some, same))

    def _insert(self, kind: type[Row], columns: Sequence[Column]) -> None:
        refuse_wrong(kind.table, codec(kind).columns, columns)
        if self._entry is not None:
            self._entry.add_new(kind.table, columns[0])
        self._ledger.insert_all(kind.table, columns)
        go_on(len(columns[0]))

    def take_numbers(self, counter: str, *, by: int = 1, above: int = 0) -> int:
        """The next free number of a counter, `by` of them; never one up to `above`.

        Counters are not in the journal: what stands on paper is not free again after an undo.
        """
        was = self._ledger.values("counter", counter)
        last = max(int((was or {}).get("last") or 0), above)
        if by:
            self._ledger.write("counter", counter, {"id": counter, "last": last + by})
        return last + 1

    def take_over(self, table: str, record: Record, stamp: tuple[int, str] | None) -> None:
        """Write a row of another copy of the workshop under the stamp that it has there.

        Without one the commit that this edit makes is stamped. The commit must be later than any
        stamp: see `Store.edit`. Raises BadWords as `write` does.
        """
        refuse_wrong_values(table, layout(table).columns, record, range(len(record)))
        was = self._ledger.stored(table, str(record[0]))
        self._note(table, str(record[0]), was)
        self._ledger.put(table, record, was, stamp)

    def keep_lost(self, table: str, record: Record) -> None:
        """Note a row that lost against one of these, as if it had stood here in between."""
        if self._entry is not None:
            self._entry.add(table, str(record[0]), record)

    def take_away(self, table: str, row_id: str) -> None:
        """Take away a row, even one that lasts, that another copy lacks or has under another id."""
        was = self._ledger.stored(table, row_id)
        if was is not None:
            self._note(table, row_id, was)
            self._ledger.delete(table, row_id, was)

    def restored_on_error(self) -> AbstractContextManager[None]:
        """For an edit that joins this one: its part of the digest goes when its rows go."""
        return self._ledger.restored_on_error()

    def _note(self, table: str, row_id: str, was: Stored | None) -> None:
        if self._entry is not None:
            self._entry.add(table, row_id, was.record if was else None)
