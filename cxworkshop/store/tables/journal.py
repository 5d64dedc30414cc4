"""The open workshop: in memory, changed only inside a named edit, undone by its own journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from cxworkshop.errors import DoesNotFit, NothingToRedo, NothingToUndo
from cxworkshop.model import Changes, EditState, HistoryLine, Row
from cxworkshop.store.tables.codec import Values, codec
from cxworkshop.store.tables.erasing import Erasing, rebuild
from cxworkshop.store.tables.history import EditTitle, History, JournalEntry
from cxworkshop.store.tables.ledger import Ledger, Writes
from cxworkshop.store.tables.migrations import database
from cxworkshop.store.tables.model_rules import broken_rules
from cxworkshop.store.tables.query import RowReader, Wanted, forgotten_at
from cxworkshop.store.tables.value_rules import refuse_wrong

STORE_TABLES = ("head", "edit", "edit_row")  # no screen shows these rows
R = TypeVar("R", bound=Row)
T = TypeVar("T")
Guard = Callable[[Row], None]
Listener = Callable[[Changes], None]


@dataclass(frozen=True)
class Commit:
    """One finished transaction, for the keeper: its `seq` and every row as it left it."""

    seq: int
    title: str
    writes: Writes


class Edit:
    """What an action may do to the tables: write rows, and remove those that don't last."""

    def __init__(self, ledger: Ledger, guard: Guard, entry: JournalEntry | None) -> None:
        """Without an entry in the journal it can't be undone."""
        self._ledger, self._guard, self._entry = ledger, guard, entry

    def write(self, row: Row) -> None:
        """Write the row, new or changed. The same values again are no change at all.

        Raises BadWords for a value outside the noun's limits: opening would refuse the file.
        """
        values = codec(type(row)).encode(row)
        refuse_wrong(row.table, [values])
        self._write(row.table, row.id, values)

    def remove(self, row: Row) -> None:
        """Take the row out of its table; raises NothingIsDestroyed for rows that last (R3)."""
        self._guard(row)
        self._write(row.table, row.id, None)

    def insert_all(self, rows: Iterable[Row]) -> None:
        """Write many new rows of one kind at once.

        Raises sqlite3.IntegrityError for an old id, BadWords for a value outside the limits.
        """
        many = list(rows)
        if not many:
            return
        kind = type(many[0])
        encode = codec(kind).encode
        values = [encode(row) for row in many]
        refuse_wrong(kind.table, values)
        self._ledger.insert_all(kind.table, values)
        if self._entry is not None:
            self._entry.add_new(kind.table, [row.id for row in many])

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

    def _write(self, table: str, row_id: str, values: Values | None) -> None:
        was = self._ledger.stored(table, row_id)
        if (was and was.values) == values:
            return
        if self._entry is not None:
            self._entry.add(table, row_id, was.values if was else None)
        self._ledger.change(table, row_id, was, values)


class Store:
    """The rows of one open workshop.

    `keep` is called with each finished transaction; `guard` refuses the removal of a row (R3);
    `today` is the day that the history names; `about_to_change_much` is called before an edit
    that is hard to look through, such as an import.
    """

    def __init__(
        self, connection: sqlite3.Connection, *, by: str, guard: Guard, today: Callable[[], date]
    ) -> None:
        self.connection = connection
        self._db = database(connection)
        self._reader, self._history = RowReader(connection), History(connection)
        self._by, self._guard, self._today = by, guard, today
        self._current: tuple[Edit, JournalEntry] | None = None
        self._may_redo = True  # False is certain: then nothing needs to be dropped
        self.listeners: list[Listener] = []
        self.keep: Callable[[Commit], None] = lambda _commit: None
        self.about_to_change_much: Callable[[], None] = lambda: None
        self.last_changes = Changes(self.seq, "")

    @property
    def seq(self) -> int:
        """The number of the last commit; rises with every one, undo included."""
        return int(self.connection.execute("SELECT seq FROM head").fetchone()[0])

    @property
    def digest(self) -> int:
        """The sum of all rows' contents, signed: the same contents, the same number."""
        return int(self.connection.execute("SELECT digest FROM head").fetchone()[0])

    @property
    def forgotten_at(self) -> int:
        """The `seq` of the last forgetting; 0 for never."""
        return forgotten_at(self.connection)

    @property
    def steps(self) -> int:
        """How many edits the history holds."""
        return self._history.steps

    def image(self) -> bytes:
        """The whole workshop as the bytes of a file."""
        return self.connection.serialize()

    def rows(self, kind: type[R], **where: Wanted) -> list[R]:
        return self._reader.rows(kind, **where)

    def one(self, kind: type[R], **where: Wanted) -> R | None:
        return self._reader.one(kind, **where)

    def find(self, kind: type[R], row_id: str | None) -> R | None:
        return self._reader.find(kind, row_id)

    def get(self, kind: type[R], row_id: str) -> R:
        return self._reader.get(kind, row_id)

    def count(self, kind: type[Row], **where: Wanted) -> int:
        return self._reader.count(kind, **where)

    def former(self, kind: type[R], row_id: str) -> list[R]:
        return self._reader.former(kind, row_id)

    def counted(self, counter: str) -> int:
        return self._reader.counted(counter)

    def cached(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        return self._reader.cached(key, make)

    @contextmanager
    def edit(self, title: str) -> Iterator[Edit]:
        """One action: one transaction, one undo step, one `Changes`. Inside another it joins it.

        Nothing is left of an edit in which an exception is raised, nor of one without a change.
        """
        if self._current is not None:
            with self._joined(*self._current) as joined:
                yield joined
            return
        with self._commit(title) as ledger:
            entry = JournalEntry(ledger, self._history_line(ledger.seq, title))
            edit = Edit(ledger, self._guard, entry)
            self._current = edit, entry
            try:
                yield edit
            finally:
                self._current = None
            if entry.steps and self._may_redo:
                self._history.drop_undone(ledger)
        self._may_redo = self._may_redo and not entry.steps

    @contextmanager
    def _joined(self, edit: Edit, entry: JournalEntry) -> Iterator[Edit]:
        steps = entry.steps
        try:
            with self._db.atomic(), edit.restored_on_error():
                yield edit
        except BaseException:
            entry.steps = steps
            raise

    @contextmanager
    def first_edit(self, title: str) -> Iterator[Edit]:
        """The first edit of a new workshop: it leaves no step behind that could be undone."""
        with self._commit(title) as ledger:
            yield Edit(ledger, self._guard, entry=None)

    @contextmanager
    def erasing(self, title: str) -> Iterator[Erasing]:
        """Erase rows for good, and with them the whole history (R3's only exception).

        The title stays as the history's only line; without one nothing stays. Afterwards all
        pages are rebuilt, so that none holds what was erased.
        """
        assert self._current is None, "erasing is no part of an edit"
        with self._commit(title, then=lambda: rebuild(self.connection)) as ledger:
            erasing = Erasing(ledger, self, self._history)
            yield erasing
            if ledger.keys:
                erasing.end_history()
            if ledger.keys and title:
                line = self._history_line(ledger.seq, title)
                ledger.insert("edit", {**line, "state": int(EditState.DROPPED)})
        self._may_redo = True

    def undo(self) -> Changes:
        """Take the last edit back; raises NothingToUndo, or DoesNotFit for a forged history."""
        edit = self._history.to_undo()
        if edit is None:
            raise NothingToUndo
        self._may_redo = True
        with self._swap(edit) as ledger:
            self._history.undo(ledger, edit)
        return self.last_changes

    def redo(self) -> Changes:
        """Bring back the edit that was undone last; raises NothingToRedo, or DoesNotFit."""
        edit = self._history.to_redo()
        if edit is None:
            raise NothingToRedo
        with self._swap(edit) as ledger:
            self._history.redo(ledger, edit)
        return self.last_changes

    @contextmanager
    def _swap(self, edit: EditTitle) -> Iterator[Ledger]:
        """Commit an undo or redo, unless the rows that come back don't fit the others."""
        try:
            with self._commit(edit.title) as ledger:
                yield ledger
                if next(broken_rules(self.connection, {key.table for key in ledger.keys}), None):
                    raise DoesNotFit
        except sqlite3.IntegrityError:
            raise DoesNotFit from None

    def undo_title(self) -> str | None:
        """What undo would take back, in words."""
        edit = self._history.to_undo()
        return edit and edit.title

    def redo_title(self) -> str | None:
        """What redo would bring back, in words."""
        edit = self._history.to_redo()
        return edit and edit.title

    def history(self) -> list[HistoryLine]:
        """All edits, the oldest first; what was overtaken keeps its title."""
        return self._history.lines()

    def _history_line(self, seq: int, title: str) -> Values:
        number, day = f"{seq:012}-{self._by}", self._today().isoformat()
        return {"id": number, "title": title, "day": day, "state": int(EditState.DONE)}

    @contextmanager
    def _commit(self, title: str, then: Callable[[], object] = lambda: None) -> Iterator[Ledger]:
        ledger = Ledger(self.connection, self._by, self._reader.invalidate)
        try:
            with self._db.atomic():
                yield ledger
                ledger.close()
        except BaseException:
            ledger.roll_back()
            raise
        if not ledger.keys:
            return
        try:
            then()
        finally:  # whatever `then` raises, the transaction stands, and the keeper must have it
            self._announce(Commit(ledger.seq, title, ledger.writes))

    def _announce(self, commit: Commit) -> None:
        rows = frozenset(key for key in commit.writes if key.table not in STORE_TABLES)
        self.last_changes = Changes(commit.seq, commit.title, rows)
        self.keep(commit)
        for listener in tuple(self.listeners):
            listener(self.last_changes)
