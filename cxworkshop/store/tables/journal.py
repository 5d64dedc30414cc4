"""The open workshop: in memory, changed only inside a named edit, undone by its own journal.

For each row of an edit the journal holds the side that is *not* in the tables (nothing, for a row
that was new). Undo and redo swap the two, so no action has to know how to take itself back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from cxworkshop.compat import override
from cxworkshop.errors import NothingToRedo, NothingToUndo
from cxworkshop.model import Changes, EditState, HistoryLine, Row
from cxworkshop.store.tables.codec import Values, codec, from_json, to_json
from cxworkshop.store.tables.erasing import Erasing, rebuild
from cxworkshop.store.tables.ledger import Ledger, Writes
from cxworkshop.store.tables.migrations import database
from cxworkshop.store.tables.query import StoreReader

OURS_ALONE = ("head", "edit", "edit_row")  # no screen shows these rows
R = TypeVar("R", bound=Row)
Guard = Callable[[Row], None]
Listener = Callable[[Changes], None]


@dataclass(frozen=True)
class Commit:
    """One finished transaction, for the keeper: its `seq` and every row as it left it."""

    seq: int
    title: str
    writes: Writes


class Edit:
    """What an action may do to the tables: put rows, and take away those that don't last."""

    def __init__(self, ledger: Ledger, guard: Guard, headline: Values) -> None:
        self._ledger, self._guard, self._headline = ledger, guard, headline
        self.steps = 0

    def write(self, row: Row) -> None:
        """Write the row, new or changed. The same values again are no change at all."""
        self._write(row.table, row.id, codec(type(row)).encode(row))

    def remove(self, row: Row) -> None:
        """Take the row out of its table; raises NothingIsDestroyed for rows that last (R3)."""
        self._guard(row)
        self._write(row.table, row.id, None)

    def insert_all(self, rows: Iterable[Row]) -> None:
        """Write many new rows of one kind at once; raises sqlite3.IntegrityError for an old id."""
        many = list(rows)
        if not many:
            return
        kind = type(many[0])
        encode = codec(kind).encode
        self._ledger.insert_all(kind.table, [encode(row) for row in many])
        notes = [self._note(row.table, row.id, None) for row in many]
        self._ledger.insert_all("edit_row", notes)

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
        """Its part of the sums goes when its rows go."""
        return self._ledger.restored_on_error()

    def _note(self, table: str, row_id: str, other: str | None) -> Values:
        number = self._headline["id"]
        if not self.steps:
            self._ledger.insert("edit", self._headline)
        self.steps += 1
        note: Values = {"id": f"{number}.{self.steps:06}", "edit": number}
        return note | {"tbl": table, "row": row_id, "other": other}

    def _write(self, table: str, row_id: str, values: Values | None) -> None:
        was = self._ledger.stored(table, row_id)
        if (was and was.values) == values:
            return
        note = self._note(table, row_id, to_json(was.values) if was else None)
        self._ledger.insert("edit_row", note)
        self._ledger.change(table, row_id, was, values)


class Founding(Edit):
    """The first rows of a new workshop: what undo can never go behind."""

    @override
    def _note(self, table: str, row_id: str, other: str | None) -> Values:
        raise AssertionError(table, row_id, other)

    @override
    def _write(self, table: str, row_id: str, values: Values | None) -> None:
        self._ledger.write(table, row_id, values)


class Store(StoreReader):
    """The rows of one open workshop.

    `keep` is told of each finished transaction; `guard` refuses the removal of a row (R3);
    `today` says which day the history shall name; `about_to_change_much` is called before an
    edit that is hard to look through, such as an import.
    """

    def __init__(
        self, connection: sqlite3.Connection, *, by: str, guard: Guard, today: Callable[[], date]
    ) -> None:
        super().__init__(connection)
        self._db = database(connection)
        self._by, self._guard, self._today = by, guard, today
        self._edit: Edit | None = None
        self._may_redo = True  # until a look, or an edit that overtook it, says otherwise
        self.listeners: list[Listener] = []
        self.keep: Callable[[Commit], None] = lambda _commit: None
        self.about_to_change_much: Callable[[], None] = lambda: None

    @contextmanager
    def edit(self, title: str) -> Iterator[Edit]:
        """One action: one transaction, one undo step, one `Changes`. Inside another it joins it.

        Nothing is left of an edit in which an exception is raised, nor of one without a change.
        """
        if self._edit is not None:
            with self._joined(self._edit) as joined:
                yield joined
            return
        with self._commit(title) as ledger:
            edit = self._edit = Edit(ledger, self._guard, self._headline(ledger.seq, title))
            try:
                yield edit
            finally:
                self._edit = None
            if edit.steps and self._may_redo:
                self._drop_undone(ledger)
        self._may_redo = self._may_redo and not edit.steps

    @contextmanager
    def _joined(self, edit: Edit) -> Iterator[Edit]:
        steps = edit.steps
        try:
            with self._db.atomic(), edit.restored_on_error():
                yield edit
        except BaseException:
            edit.steps = steps
            raise

    @contextmanager
    def founding(self, title: str) -> Iterator[Edit]:
        """The first edit of a new workshop: it leaves no step behind that could be undone."""
        with self._commit(title) as ledger:
            yield Founding(ledger, self._guard, {})

    @contextmanager
    def erasing(self, title: str) -> Iterator[Erasing]:
        """R3's one door: rows go for good, and with them the whole history. Not for an action.

        The title stays as the history's only line; without one nothing stays. Afterwards the image
        is built anew, so that no page holds what was erased.
        """
        assert self._edit is None, "erasing is no part of an edit"
        with self._commit(title, then=self._rebuild) as ledger:
            erasing = Erasing(ledger, self)
            yield erasing
            if ledger.keys:
                erasing.end_history()
            if ledger.keys and title:
                line = self._headline(ledger.seq, title)
                ledger.insert("edit", {**line, "state": int(EditState.DROPPED)})
        self._may_redo = True  # until a look says otherwise

    def _rebuild(self) -> None:
        rebuild(self.connection)

    def undo(self) -> Changes:
        """Take the last edit back; raises NothingToUndo."""
        return self._swap(EditState.DONE, EditState.UNDONE, self.undo_title(), NothingToUndo)

    def redo(self) -> Changes:
        """Bring back the edit that was undone last; raises NothingToRedo."""
        return self._swap(EditState.UNDONE, EditState.DONE, self.redo_title(), NothingToRedo)

    def undo_title(self) -> str | None:
        """What undo would take back, in words."""
        return self._next(EditState.DONE, "DESC")[1]

    def redo_title(self) -> str | None:
        """What redo would bring back, in words."""
        return self._next(EditState.UNDONE, "ASC")[1]

    def history(self) -> list[HistoryLine]:
        """All edits, the oldest first; what was overtaken keeps its title."""
        lines = self.connection.execute("SELECT title, day, state FROM edit ORDER BY id")
        return [HistoryLine(t, date.fromisoformat(d), EditState(s)) for t, d, s in lines]

    def _headline(self, seq: int, title: str) -> Values:
        number, day = f"{seq:012}-{self._by}", self._today().isoformat()
        return {"id": number, "title": title, "day": day, "state": int(EditState.DONE)}

    def _next(self, state: EditState, order: str) -> tuple[str | None, str | None]:
        sql = f"SELECT id, title FROM edit WHERE state = ? ORDER BY id {order} LIMIT 1"  # noqa: S608
        found: tuple[str, str] | None = self.connection.execute(sql, (int(state),)).fetchone()
        return found or (None, None)

    def _swap(
        self, now: EditState, then: EditState, title: str | None, nothing: type[Exception]
    ) -> Changes:
        order = "DESC" if now is EditState.DONE else "ASC"
        number = self._next(now, order)[0]
        if number is None:
            raise nothing
        self._may_redo = True
        with self._commit(title or "") as ledger:
            for note in self._notes(number, order):
                _swap_sides(ledger, note)
            was = ledger.values("edit", number)
            ledger.write("edit", number, {**(was or {}), "state": int(then)})
        return self.last_changes

    def _notes(self, number: str, order: str) -> list[tuple[str, str, str, str | None]]:
        sql = f'SELECT id, tbl, "row", other FROM edit_row WHERE edit = ? ORDER BY id {order}'  # noqa: S608
        return self.connection.execute(sql, (number,)).fetchall()

    def _drop_undone(self, ledger: Ledger) -> None:
        """A new edit overtakes what could be redone: its rows go, its title stays."""
        sql = "SELECT id FROM edit WHERE state = ?"
        for (number,) in self.connection.execute(sql, (int(EditState.UNDONE),)).fetchall():
            for note in self._notes(number, "ASC"):
                ledger.write("edit_row", note[0], None)
            was = ledger.values("edit", number)
            ledger.write("edit", number, {**(was or {}), "state": int(EditState.DROPPED)})

    @contextmanager
    def _commit(self, title: str, then: Callable[[], object] = lambda: None) -> Iterator[Ledger]:
        ledger = Ledger(self.connection, self._by, self._read_again)
        try:
            with self._db.atomic():
                yield ledger
                ledger.close()
        except BaseException:
            ledger.gone()
            raise
        if not ledger.keys:
            return
        try:
            then()
        finally:  # it is written, whatever comes then: the keeper has to hear of it
            self._tell(Commit(ledger.seq, title, ledger.writes))

    def _tell(self, commit: Commit) -> None:
        rows = frozenset(key for key in commit.writes if key.table not in OURS_ALONE)
        self.last_changes = Changes(commit.seq, commit.title, rows)
        self.keep(commit)
        for hear in tuple(self.listeners):
            hear(self.last_changes)


def _swap_sides(ledger: Ledger, note: tuple[str, str, str, str | None]) -> None:
    note_id, table, row_id, other = note
    now = ledger.values(table, row_id)
    ledger.write(table, row_id, from_json(other) if other else None)
    kept = ledger.values("edit_row", note_id) or {}
    ledger.write("edit_row", note_id, {**kept, "other": to_json(now) if now else None})
