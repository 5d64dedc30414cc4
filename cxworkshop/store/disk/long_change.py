"""A change of many rows, made on a copy in another thread while the workshop is being looked at."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Generic, TypeVar

from cxworkshop.errors import ChangedMeanwhile
from cxworkshop.store.disk.file import copy_of
from cxworkshop.store.tables.journal import Commit, Store

T = TypeVar("T")


class LongChange(Generic[T]):
    """The workshop has nothing of it until `finish`, and then all of it.

    `action` gets a store of the copy. What it raises, `work` raises, and there is nothing to take
    back.
    """

    def __init__(self, store: Store, action: Callable[[Store], T]) -> None:
        self._store, self._action = store, action
        self._image, self._seq = store.image(), store.seq
        self._commits: list[Commit] = []
        self._copy: Store | None = None
        self._is_much = False

    def work(self) -> T:
        """Make the change on the copy, in any thread."""
        with closing(copy_of(self._image)) as connection:
            store = self._store
            copy = Store(connection, by=store.session, guard=store.guard, today=store.today)
            copy.keep = self._commits.append
            copy.about_to_change_much = self._note_that_it_is_much
            result = self._action(copy)
            self._image, self._copy = copy.image(), copy
        return result

    def finish(self) -> None:
        """Take it over, in the thread that uses the workshop.

        Raises ChangedMeanwhile when the workshop is not as it was when this began.
        """
        if self._store.seq != self._seq:
            raise ChangedMeanwhile
        if self._is_much:
            self._store.about_to_change_much()
        if self._copy is not None and self._commits:
            self._store.take_over(self._copy, self._image, self._commits)

    def _note_that_it_is_much(self) -> None:
        self._is_much = True
