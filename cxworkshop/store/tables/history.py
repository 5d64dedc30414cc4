"""The history in the journal's tables: what can be undone and redone, and how that is done.

For each row of an edit the journal holds the side that is *not* in the tables (nothing, for a row
that was new). Undo and redo swap the two, so no action has to know how to take itself back. The
notes stand in the edit's own line; of an edit of many rows, all but the last are parts beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from cxworkshop.model import EditState, HistoryLine
from cxworkshop.progress import go_on
from cxworkshop.store.tables.codec import Values
from cxworkshop.store.tables.layout import Record
from cxworkshop.store.tables.ledger import Ledger
from cxworkshop.store.tables.notes import Block, from_text, plain, to_text

EDIT, PART = "edit", "edit_part"
_ROWS_OF_A_PART = 5_000  # so that undoing an import of any size takes the same memory
_OF_EDIT = f"FROM {PART} WHERE id > ? || '.' AND id < ? || '/'"
_PARTS_OF = f"SELECT id, notes {_OF_EDIT} ORDER BY id"


class EditTitle(NamedTuple):
    """One edit in the journal."""

    id: str
    title: str


class _Part(NamedTuple):
    """Some of an edit's notes: its own line, or a part beside it."""

    table: str
    id: str
    notes: str


class JournalEntry:
    """One edit's line in the journal, with a note for each row that it changes."""

    def __init__(self, ledger: Ledger, title: str, day: date) -> None:
        """The line is written at the end; an edit without a change leaves none."""
        self._ledger, self._title, self._day = ledger, title, day
        self._blocks: list[Block] = []
        self._rows = self._parts = 0
        self._joining = False  # then the last block belongs to an outer edit

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been changed."""
        return not (self._blocks or self._parts)

    def add(self, table: str, row_id: str, other: Record | None) -> None:
        """Note that a row changes, and what it was; None for a new row."""
        last = self._blocks[-1] if self._blocks and not self._joining else None
        if last is None or last.table != table or row_id in last.rows:
            self._blocks.append(Block(table, {row_id: other}))
            self._joining = False
        else:
            last.rows[row_id] = other
        self._rows += 1
        if self._rows >= _ROWS_OF_A_PART:
            self._write_part()

    def add_new(self, table: str, row_ids: Sequence[str]) -> None:
        """Note that these rows are new."""
        while row_ids:
            room = _ROWS_OF_A_PART - self._rows
            noted, row_ids = row_ids[:room], row_ids[room:]
            self._blocks.append(Block(table, dict.fromkeys(noted)))
            self._joining = False
            self._rows += len(noted)
            if self._rows >= _ROWS_OF_A_PART:
                self._write_part()

    @contextmanager
    def restored_on_error(self) -> Iterator[None]:
        """For an edit inside an edit: its notes go when its rows go."""
        before = list(self._blocks), self._rows, self._parts
        self._joining = True
        try:
            yield
        except BaseException:
            self._blocks, self._rows, self._parts = before
            raise
        finally:
            self._joining = True

    def close(self) -> None:
        """Write the edit's line, if it has changed anything."""
        if not self.is_empty:
            notes = to_text(self._blocks)
            write_line(self._ledger, self._title, self._day, EditState.DONE, notes)

    def _write_part(self) -> None:
        notes = to_text(self._blocks)
        self._ledger.note(PART, (f"{_number(self._ledger)}.{self._parts:06}", notes))
        self._blocks, self._rows = [], 0
        self._parts += 1


def write_line(
    ledger: Ledger, title: str, day: date, state: EditState, notes: str | None = None
) -> None:
    """An edit's own line, in the order of the table's columns."""
    ledger.note(EDIT, (_number(ledger), title, day.isoformat(), int(state), notes))


def _number(ledger: Ledger) -> str:
    """The id of the edit that this ledger writes: they sort by time."""
    return f"{ledger.seq:012}-{ledger.by}"


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

    def rows_within(self, steps: int) -> int:
        """About how many rows so many steps back (below 0) or forward change; a few count as 0."""
        state, order = (EditState.DONE, "DESC") if steps < 0 else (EditState.UNDONE, "ASC")
        sql = f"SELECT id FROM edit WHERE state = ? ORDER BY id {order} LIMIT ?"  # noqa: S608
        ids = self._connection.execute(sql, (int(state), abs(steps))).fetchall()
        count = f"SELECT count(*) {_OF_EDIT}"
        parts = sum(self._connection.execute(count, one * 2).fetchone()[0] for one in ids)
        return int(parts) * _ROWS_OF_A_PART

    def undo_title(self) -> str | None:
        """What undo would take back, in words."""
        edit = self.to_undo()
        return edit and edit.title

    def redo_title(self) -> str | None:
        """What redo would bring back, in words."""
        edit = self.to_redo()
        return edit and edit.title

    def undo(self, ledger: Ledger, edit: EditTitle) -> None:
        """Swap the sides of all its rows, the last one first."""
        for part in reversed(self._parts(edit.id)):
            blocks = from_text(part.notes)
            swapped = [_swap(ledger, block) for block in reversed(blocks)]
            _write_part(ledger, part, swapped[::-1], EditState.UNDONE)
            go_on(_rows_of(blocks))

    def redo(self, ledger: Ledger, edit: EditTitle) -> None:
        """Swap the sides of all its rows, the first one first."""
        for part in self._parts(edit.id):
            blocks = from_text(part.notes)
            _write_part(ledger, part, [_swap(ledger, block) for block in blocks], EditState.DONE)
            go_on(_rows_of(blocks))

    def drop_undone(self, ledger: Ledger) -> None:
        """Drop what could be redone: a new edit overtakes it. Its notes go, its title stays."""
        sql = "SELECT id FROM edit WHERE state = ?"
        for (number,) in self._connection.execute(sql, (int(EditState.UNDONE),)).fetchall():
            for part in self._parts(number):
                if part.table == PART:
                    ledger.write(PART, part.id, None)
            was = ledger.values(EDIT, number) or {}
            ledger.write(EDIT, number, {**was, "state": int(EditState.DROPPED), "notes": None})

    def trim(self, ledger: Ledger, keep: int) -> None:
        """Leave only the titles of what was done before the newest `keep` edits."""
        sql = "SELECT id FROM edit WHERE state = ? ORDER BY id DESC LIMIT -1 OFFSET ?"
        old = self._connection.execute(sql, (int(EditState.DONE), keep)).fetchall()
        for (number,) in old:
            for part in self._parts(number):
                if part.table == PART:
                    ledger.write(PART, part.id, None)
            was = ledger.values(EDIT, number) or {}
            ledger.write(EDIT, number, {**was, "state": int(EditState.PAST), "notes": None})

    def erase(self, ledger: Ledger) -> None:
        """Empty the journal: every edit and all its notes."""
        for table in (PART, EDIT):
            ids = self._connection.execute(f"SELECT id FROM {table}").fetchall()  # noqa: S608
            for (row_id,) in ids:
                ledger.write(table, row_id, None)

    def former(self, table: str, row_id: str) -> list[Record]:
        """What a row was, or was to be again, in the edits that can be undone and redone."""
        sql = "SELECT notes FROM edit WHERE notes IS NOT NULL UNION ALL SELECT notes FROM edit_part"
        found: list[Record] = []
        for (notes,) in self._connection.execute(sql):
            if row_id not in (text := plain(notes)):
                continue
            for block in from_text(text):
                record = block.rows.get(row_id) if block.table == table else None
                found += [] if record is None else [record]
        return found

    def _first(self, state: EditState, order: str) -> EditTitle | None:
        sql = f"SELECT id, title FROM edit WHERE state = ? ORDER BY id {order} LIMIT 1"  # noqa: S608
        found = self._connection.execute(sql, (int(state),)).fetchone()
        return EditTitle(*found) if found else None

    def _parts(self, number: str) -> list[_Part]:
        """The parts of an edit in the order in which they were written, its line last."""
        parts = self._connection.execute(_PARTS_OF, (number, number)).fetchall()
        line = self._connection.execute("SELECT id, notes FROM edit WHERE id = ?", (number,))
        return [*(_Part(PART, *row) for row in parts), *(_Part(EDIT, *row) for row in line)]


def _rows_of(blocks: Iterable[Block]) -> int:
    return sum(len(block.rows) for block in blocks)


def _swap(ledger: Ledger, block: Block) -> Block:
    """Put the noted sides into the table; returns those that were there."""
    now = ledger.stored_by_id(block.table, list(block.rows))
    ledger.change_all(block.table, block.rows, now)
    sides = {row_id: now[row_id].record if row_id in now else None for row_id in block.rows}
    return Block(block.table, sides)


def _write_part(ledger: Ledger, part: _Part, blocks: list[Block], state: EditState) -> None:
    """Write the notes, and the edit's new state into its own line."""
    notes: Values = {"notes": to_text(blocks)}
    if part.table == EDIT:
        notes["state"] = int(state)
    ledger.write(part.table, part.id, {**(ledger.values(part.table, part.id) or {}), **notes})
