"""The open workshop: in memory, changed only inside a named edit, undone by its own journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any, NamedTuple, TypeVar

from cxworkshop.errors import DoesNotFit, NothingToRedo, NothingToUndo
from cxworkshop.ids import go_on_behind
from cxworkshop.limits import STEPS_KEPT, TRIM_FROM
from cxworkshop.model import Changes, EditState, Row
from cxworkshop.store.tables.codec import codec
from cxworkshop.store.tables.edit import Edit, Guard
from cxworkshop.store.tables.erasing import Erasing
from cxworkshop.store.tables.history import (
    EDIT,
    PART,
    EditTitle,
    History,
    JournalEntry,
    write_line,
)
from cxworkshop.store.tables.ledger import HEAD, Ledger, Writes, read_head
from cxworkshop.store.tables.migrations import savepoints
from cxworkshop.store.tables.model_rules import fits, without_references
from cxworkshop.store.tables.pages import Pages, rebuild
from cxworkshop.store.tables.query import RowReader, Wanted, forgotten_at, newest_ids

STORE_TABLES = frozenset({HEAD, EDIT, PART})  # no screen shows these rows
R = TypeVar("R", bound=Row)
T = TypeVar("T")
Listener = Callable[[Changes], None]


class Commit(NamedTuple):
    """One finished transaction, for the keeper: its `seq` and every row as it left it.

    After a change of thousands of rows it has an image of the whole workshop in their place, which
    takes less memory and less time to write.
    """

    seq: int
    tables: frozenset[str]
    writes: Writes = ()
    image: bytes = b""


class Store:
    """The rows of one open workshop. `session` is the id of this opening: it stamps each row.

    `keep`, if there is one, is called with each finished transaction; `guard` refuses to remove a
    row (R3); `today` is the history's day; `about_to_change_much` comes before an import and such.
    """

    def __init__(
        self, connection: sqlite3.Connection, *, by: str, guard: Guard, today: Callable[[], date]
    ) -> None:
        self.connection, self._cursor = connection, connection.cursor()  # one for all edits
        self._part_of_edit, self._pages = savepoints(connection), Pages(connection)
        self._reader, self.past = RowReader(connection), History(connection)
        self.session, self.guard, self.today = by, guard, today
        self._current: tuple[Edit, JournalEntry] | None = None
        self._may_redo = True  # False is certain: then nothing needs to be dropped
        self._head = read_head(connection)  # nobody else writes into this database
        self.listeners: list[Listener] = []
        self.keep: Callable[[Commit], None] | None = None
        self.about_to_change_much: Callable[[], None] = lambda: None
        self.last_changes = Changes(self.seq, "")
        go_on_behind(newest_ids(connection))

    @property
    def seq(self) -> int:
        """The number of the last commit; rises with every one, undo included."""
        return self._head.seq

    @property
    def digest(self) -> int:
        """The sum of all rows' contents, signed: the same contents, the same number."""
        return self._head.digest

    @property
    def forgotten_at(self) -> int:
        """The `seq` of the last forgetting; 0 for never."""
        return forgotten_at(self.connection)

    @property
    def steps(self) -> int:
        return self.past.steps

    @property
    def size(self) -> int:
        """The bytes of the file, without pages that are free."""
        return self._pages.used

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

    def columns(self, kind: type[Row], *names: str) -> list[tuple[Any, ...]]:
        return self._reader.columns(kind, *names)

    def count(self, kind: type[Row], **where: Wanted) -> int:
        return self._reader.count(kind, **where)

    def former(self, kind: type[R], row_id: str) -> list[R]:
        return [codec(kind).decode(side) for side in self.past.former(kind.table, row_id)]

    def counted(self, counter: str) -> int:
        return self._reader.counted(counter)

    def cached(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        return self._reader.cached(key, make)

    def forget_kept(self) -> None:
        self._reader.clear()

    def edit(self, title: str, *, above: int = 0) -> AbstractContextManager[Edit]:
        """One action: one transaction, one undo step, one `Changes`. Inside another it joins it.

        Nothing is left of an edit in which an exception is raised, nor of one without a change.
        Its `seq` is greater than `above`, which is for a merge.
        """
        return self._joined(*self._current) if self._current else _OuterEdit(self, title, above)

    @contextmanager
    def _joined(self, edit: Edit, entry: JournalEntry) -> Iterator[Edit]:
        with self._part_of_edit(), edit.restored_on_error(), entry.restored_on_error():
            yield edit

    @contextmanager
    def first_edit(self, title: str) -> Iterator[Edit]:
        """The first edit of a new workshop: it leaves no step behind that could be undone."""
        with self._ledger() as ledger:
            yield Edit(ledger, self.guard, entry=None)
        self._committed(title, ledger)

    @contextmanager
    def erasing(self, title: str) -> Iterator[Erasing]:
        """Erase rows for good, and with them the whole history (R3's only exception).

        The title stays as the history's only line; without one nothing stays. Afterwards all
        pages are rebuilt, so that none holds what was erased.
        """
        assert self._current is None, "erasing is no part of an edit"
        with self._ledger() as ledger:
            erasing = Erasing(ledger, self, self.past)
            yield erasing
            if ledger.rows:
                erasing.end_history()
            if ledger.rows and title:
                write_line(ledger, title, self.today(), EditState.DROPPED)
        self._committed(title, ledger, then=lambda: rebuild(self.connection))
        self._may_redo = True

    def undo(self) -> Changes:
        """Take the last edit back; raises NothingToUndo, or DoesNotFit for a forged history."""
        edit = self.past.to_undo()
        if edit is None:
            raise NothingToUndo
        self._may_redo = True
        return self._swap(edit, self.past.undo)

    def redo(self) -> Changes:
        """Bring back the edit that was undone last; raises NothingToRedo, or DoesNotFit."""
        edit = self.past.to_redo()
        if edit is None:
            raise NothingToRedo
        return self._swap(edit, self.past.redo)

    def _swap(self, edit: EditTitle, swap: Callable[[Ledger, EditTitle], object]) -> Changes:
        """Commit an undo or redo, unless the rows that come back don't fit the others."""
        try:
            with without_references(self.connection), self._ledger() as ledger:
                swap(ledger, edit)
                if not fits(self.connection, ledger.writes):
                    raise DoesNotFit
        except sqlite3.IntegrityError:
            raise DoesNotFit from None
        self._committed(edit.title, ledger)
        return self.last_changes

    def trim_history(self) -> None:
        """Make the oldest steps past, once the file is large: they can't be undone any more."""
        if self.size > TRIM_FROM and self.steps > STEPS_KEPT:
            with self._ledger() as ledger:
                self.past.trim(ledger, STEPS_KEPT)
            self._committed("", ledger)

    def _finish(self, ledger: Ledger, entry: JournalEntry) -> None:
        """Write an edit into the journal, unless it is refused."""
        entry.close()
        if self._may_redo and not entry.is_empty:
            self.past.drop_undone(ledger)  # first: it makes room
        self._pages.refuse_growth(ledger.rows)

    def _ledger(self, above: int = 0) -> Ledger:
        """The next transaction, which `with` begins."""
        before = self._head._replace(seq=max(self._head.seq, above))
        ledger = Ledger(self._cursor, self.session, before, self._reader.invalidate)
        ledger.keeps_rows = self.keep is not None
        return ledger

    def _committed(
        self, title: str, ledger: Ledger, then: Callable[[], object] | None = None
    ) -> None:
        """Go on from a transaction that has ended."""
        if not ledger.rows:
            return
        self._head = ledger.head
        try:
            if then is not None:
                then()
            self._pages.tidy(ledger.rows)
        finally:  # whatever `then` raises, the transaction stands, and the keeper must have it
            tables = frozenset([batch.layout.table for batch in ledger.writes])
            changes = Changes(ledger.seq, title, tables - STORE_TABLES)
            self._announce(changes, Commit(ledger.seq, tables, ledger.writes))

    def take_over(self, copy: Store, made: Sequence[Changes], image: bytes) -> None:
        """Go on with a copy's database, in which these were made; its image goes to the keeper."""
        self.forget_kept()
        self.connection.close()
        self.connection, self._head, self.past = copy.connection, copy._head, copy.past
        self._cursor, self._part_of_edit = copy._cursor, copy._part_of_edit
        self._reader, self._pages, self._may_redo = copy._reader, copy._pages, True
        tables = frozenset[str]().union(*(changes.tables for changes in made))
        self._announce(made[-1]._replace(tables=tables), Commit(self.seq, tables, image=image))

    def _announce(self, changes: Changes, commit: Commit) -> None:
        self.last_changes = changes
        if self.keep is not None:
            self.keep(commit)
        for listener in tuple(self.listeners):
            listener(changes)


class _OuterEdit:
    """An edit that is in no other, from `with` to its end. By `contextmanager` it takes longer."""

    def __init__(self, store: Store, title: str, above: int) -> None:
        self._store, self._title, self._above = store, title, above

    def __enter__(self) -> Edit:
        store = self._store
        self._ledger = ledger = store._ledger(self._above)
        self._entry = entry = JournalEntry(ledger, self._title, store.today())
        edit = Edit(ledger, store.guard, entry)
        ledger.begin()
        store._current = edit, entry
        return edit

    def __exit__(self, raised: object, _error: object, _trace: object) -> None:
        store, ledger = self._store, self._ledger
        store._current = None
        if raised:
            ledger.roll_back()
            return
        try:
            store._finish(ledger, self._entry)
        except BaseException:
            ledger.roll_back()
            raise
        ledger.commit()
        store._committed(self._title, ledger)
        store._may_redo = store._may_redo and self._entry.is_empty
