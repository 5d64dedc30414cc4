"""Erase rows for good, on a person's request: the one exception to R3, to journal and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.model import Forgotten, Row
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.history import History
from cxworkshop.store.tables.ledger import Ledger

# Before "table/column/id" among the forgotten ids: an older version of this text was theirs.
REWRITTEN = "before/"

if TYPE_CHECKING:
    from cxworkshop.store.tables.query import StoreReader


class Erasing:
    """What forgetting a customer and a share copy may do to the tables, never to be undone."""

    def __init__(self, ledger: Ledger, store: StoreReader, history: History) -> None:
        self._ledger, self._store, self._history = ledger, store, history

    def erase(self, row: Row) -> None:
        """Take the row away, whatever its kind."""
        self._ledger.write(row.table, row.id, None)

    def forget(self, *ids: str) -> None:
        """Remember that these were erased: no import and no merge brings them back."""
        for row_id in ids:
            if self._store.find(Forgotten, row_id) is None:
                self._ledger.insert(Forgotten.table, (row_id,))

    def rewrite(self, row: Row) -> None:
        """Write a row that stays, without noting its old values in the journal.

        It is remembered which texts changed, so that a rescue does not bring an old one back.
        """
        values = codec(type(row)).encode(row)
        was = self._ledger.values(row.table, row.id) or {}
        if was == values:
            return
        self._ledger.write(row.table, row.id, values)
        for column, value in was.items():
            if isinstance(value, str) and values[column] != value:
                name = f"{REWRITTEN}{row.table}/{column}/{row.id}"
                self._ledger.write(Forgotten.table, name, {"id": name})

    def redact(self, row: Row) -> None:
        """Write a row in a copy that is given away, without making it a newer version."""
        values = codec(type(row)).encode(row)
        if self._ledger.values(row.table, row.id) != values:
            self._ledger.redact(row.table, row.id, values)

    def raise_counter(self, counter: str, least: int) -> None:
        """Give no number up to this one again."""
        if self._store.counted(counter) < least:
            self._ledger.write("counter", counter, {"id": counter, "last": least})

    def end_history(self) -> None:
        """Empty the journal: no edit can be undone any more."""
        self._history.erase(self._ledger)
