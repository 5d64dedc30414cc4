"""A workshop's rows as an earlier round sees them: later rounds are not there yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from cxworkshop.model import Round, Row
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store
from cxworkshop.store.tables.query import Wanted

R = TypeVar("R", bound=Row)
T = TypeVar("T")


class GuardedEdit:
    """In place of an Edit: asks its guard before each row."""

    def __init__(self, edit: Edit, guard: Callable[[Row], None]) -> None:
        self._edit, self._guard = edit, guard

    def __getattr__(self, name: str) -> Any:
        return getattr(self._edit, name)

    def write(self, row: Row) -> None:
        """As the edit's `write`."""
        self._guard(row)
        self._edit.write(row)

    def remove(self, row: Row) -> None:
        """As the edit's `remove`."""
        self._guard(row)
        self._edit.remove(row)

    def insert_all(self, rows: Iterable[Row]) -> None:
        """As the edit's `insert_all`."""
        for row in rows:
            self.write(row)


class RoundView:
    """In place of a Store: everything but the rounds, and what is made of them, is the store's.

    Whatever is written through it goes into the store; `guard` is asked for each row first, and
    refuses what would rewrite a round that is over.
    """

    def __init__(self, store: Store, number: int, guard: Callable[[Row], None]) -> None:
        self._store, self._number, self._guard = store, number, guard

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def rows(self, kind: type[R], **where: Wanted) -> list[R]:
        """As the store's `rows`, without later rounds."""
        found = self._store.rows(kind, **where)
        return [row for row in found if not self._is_later(row)] if kind is Round else found

    def one(self, kind: type[R], **where: Wanted) -> R | None:
        """As the store's `one`, without later rounds."""
        return next(iter(self.rows(kind, **where)), None)

    def count(self, kind: type[Row], **where: Wanted) -> int:
        """As the store's `count`, without later rounds."""
        is_round = kind is Round
        return len(self.rows(kind, **where)) if is_round else self._store.count(kind, **where)

    def cached(self, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """As the store's `cached`, apart from what other rounds make."""
        return self._store.cached((f"as of round {self._number}", *key), make)

    @contextmanager
    def edit(self, title: str) -> Iterator[GuardedEdit]:
        """As the store's `edit`, for what can still be finished."""
        with self._store.edit(title) as edit:
            yield GuardedEdit(edit, self._guard)

    def _is_later(self, row: Row) -> bool:
        return isinstance(row, Round) and row.number > self._number
