"""What an action may do to the tables inside a named edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from itertools import islice

from cxworkshop.model import Row
from cxworkshop.progress import go_on
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.history import JournalEntry
from cxworkshop.store.tables.layout import Record
from cxworkshop.store.tables.ledger import Ledger
from cxworkshop.store.tables.value_rules import refuse_wrong

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
        record = row_codec.record(row)
        refuse_wrong(row.table, row_codec.columns, [record])
        self._write(row.table, row.id, record)

    def remove(self, row: Row) -> None:
        """Take the row out of its table; raises NothingIsDestroyed for rows that last (R3)."""
        self._guard(row)
        self._write(row.table, row.id, None)

    def insert_all(self, rows: Iterable[Row]) -> None:
        """Write many new rows of one kind at once.

        Raises sqlite3.IntegrityError for an old id, BadWords for a value outside the limits.
        """
        some = iter(rows)
        while many := list(islice(some, _AT_ONCE)):
            row_codec, table = codec(type(many[0])), many[0].table
            records = list(map(row_codec.record, many))
            refuse_wrong(table, row_codec.columns, records)
            if self._entry is not None:
                for row in many:
                    self._entry.add(table, row.id, None)
            self._ledger.insert_all(table, records)
            go_on(len(many))

    def take_numbers(self, counter: str, *, by: int = 1, above: int = 0) -> int:
        """The next free number of a counter, `by` of them; never one up to `above`.

        Counters are not in the journal: what stands on paper is not free again after an undo.
        """
        was = self._ledger.values("counter", counter)
        last = max(int((was or {}).get("last") or 0), above)
        if by:
            self._ledger.write("counter", counter, {"id": counter, "last": last + by})
        return last + 1

    def restored_on_error(self) -> AbstractContextManager[None]:
        """For an edit that joins this one: its part of the digest goes when its rows go."""
        return self._ledger.restored_on_error()

    def _write(self, table: str, row_id: str, record: Record | None) -> None:
        was = self._ledger.stored(table, row_id)
        if (was and was.record) == record:
            return
        if self._entry is not None:
            self._entry.add(table, row_id, was.record if was else None)
        self._ledger.change(table, row_id, was, record)
