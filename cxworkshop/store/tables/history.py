"""The history in the journal's tables: what can be undone and redone, and how that is done.

For each row of an edit the journal holds the side that is *not* in the tables (nothing, for a row
that was new). Undo and redo swap the two, so no action has to know how to take itself back.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from cxworkshop.model import EditState, HistoryLine
from cxworkshop.store.tables.codec import Values, from_json, to_json
from cxworkshop.store.tables.ledger import Ledger


class EditTitle(NamedTuple):
    """One edit in the journal."""

    id: str
    title: str


class _Note(NamedTuple):
    """A row of an edit: `other` is the side that is not in its table, as JSON."""

    id: str
    table: str
    row: str
    other: str | None


class JournalEntry:
    """One edit's line in the journal, and a note for each row that it changes."""

    def __init__(self, ledger: Ledger, line: Values) -> None:
        """`line` is written with the first note: an edit without a change leaves none."""
        self._ledger, self._line = ledger, line
        self.steps = 0

    def add(self, table: str, row_id: str, other: Values | None) -> None:
        """Note that a row changes, and what it was; None for a new row."""
        self._ledger.insert(
            "edit_row", self._note(table, row_id, to_json(other) if other else None)
        )

    def add_new(self, table: str, row_ids: list[str]) -> None:
        """Note many new rows of one table at once."""
        self._ledger.insert_all("edit_row", [self._note(table, row_id, None) for row_id in row_ids])

    def _note(self, table: str, row_id: str, other: str | None) -> Values:
        number = self._line["id"]
        if not self.steps:
            self._ledger.insert("edit", self._line)
        self.steps += 1
        note: Values = {"id": f"{number}.{self.steps:06}", "edit": number}
        return note | {"tbl": table, "row": row_id, "other": other}


class History:
    """The edits of a workshop, as they stand in the journal."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def steps(self) -> int:
        """How many edits it holds."""
        return int(self._connection.execute("SELECT count(*) FROM edit").fetchone()[0])

    def lines(self) -> list[HistoryLine]:
        """All edits, the oldest first; what was overtaken keeps its title."""
        lines = self._connection.execute("SELECT title, day, state FROM edit ORDER BY id")
        return [HistoryLine(t, date.fromisoformat(d), EditState(s)) for t, d, s in lines]

    def to_undo(self) -> EditTitle | None:
        """The edit that undo would take back."""
        return self._first(EditState.DONE, "DESC")

    def to_redo(self) -> EditTitle | None:
        """The edit that redo would bring back."""
        return self._first(EditState.UNDONE, "ASC")

    def undo(self, ledger: Ledger, edit: EditTitle) -> None:
        """Swap the sides of all its rows, the last one first."""
        self._swap(ledger, edit, "DESC", EditState.UNDONE)

    def redo(self, ledger: Ledger, edit: EditTitle) -> None:
        """Swap the sides of all its rows, the first one first."""
        self._swap(ledger, edit, "ASC", EditState.DONE)

    def drop_undone(self, ledger: Ledger) -> None:
        """Drop what could be redone: a new edit overtakes it. Its notes go, its title stays."""
        sql = "SELECT id FROM edit WHERE state = ?"
        for (number,) in self._connection.execute(sql, (int(EditState.UNDONE),)).fetchall():
            for note in self._notes(number, "ASC"):
                ledger.write("edit_row", note.id, None)
            _set_state(ledger, number, EditState.DROPPED)

    def erase(self, ledger: Ledger) -> None:
        """Empty the journal: every edit and all its notes."""
        for table in ("edit_row", "edit"):
            ids = self._connection.execute(f"SELECT id FROM {table}").fetchall()  # noqa: S608
            for (row_id,) in ids:
                ledger.write(table, row_id, None)

    def _first(self, state: EditState, order: str) -> EditTitle | None:
        sql = f"SELECT id, title FROM edit WHERE state = ? ORDER BY id {order} LIMIT 1"  # noqa: S608
        found = self._connection.execute(sql, (int(state),)).fetchone()
        return EditTitle(*found) if found else None

    def _swap(self, ledger: Ledger, edit: EditTitle, order: str, state: EditState) -> None:
        for note in self._notes(edit.id, order):
            _swap_sides(ledger, note)
        _set_state(ledger, edit.id, state)

    def _notes(self, number: str, order: str) -> list[_Note]:
        sql = f'SELECT id, tbl, "row", other FROM edit_row WHERE edit = ? ORDER BY id {order}'  # noqa: S608
        return [_Note(*found) for found in self._connection.execute(sql, (number,))]


def _set_state(ledger: Ledger, number: str, state: EditState) -> None:
    was = ledger.values("edit", number) or {}
    ledger.write("edit", number, {**was, "state": int(state)})


def _swap_sides(ledger: Ledger, note: _Note) -> None:
    now = ledger.values(note.table, note.row)
    ledger.write(note.table, note.row, from_json(note.other) if note.other else None)
    was = ledger.values("edit_row", note.id) or {}
    ledger.write("edit_row", note.id, {**was, "other": to_json(now) if now else None})
