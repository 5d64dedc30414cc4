"""A change of many rows, made on a copy in another thread while the workshop is being looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.memory import give_large_blocks_back
from cxworkshop.model import Changes
from cxworkshop.store.disk.file import closed_on_error, copy_of
from cxworkshop.store.tables.journal import Store

T = TypeVar("T")


class ChangedMeanwhile(Refusal):
    """The workshop is not as it was when the change was begun."""

    def __init__(self) -> None:
        super().__init__(
            _("Something else was changed meanwhile, so this was not done. Do it once more.")
        )


class LongChange(Generic[T]):
    """The workshop has nothing of it until `finish`, and then all of it.

    `action` gets a store of the copy. What it raises, `work` raises, and there is nothing to take
    back.
    """

    def __init__(self, store: Store, action: Callable[[Store], T]) -> None:
        self._store, self._action = store, action
        give_large_blocks_back()
        store.forget_kept()  # the copy reads all of it, and that would be in memory twice
        self._image, self._seq = store.image(), store.seq
        self._copy: Store | None = None
        self._made: list[Changes] = []
        self._is_much = False

    def work(self) -> T:
        """Make the change on the copy, in any thread."""
        connection, self._image = copy_of(self._image), b""
        with closed_on_error(connection):
            store = self._store
            copy = Store(connection, by=store.session, guard=store.guard, today=store.today)
            copy.listeners.append(self._made.append)
            copy.about_to_change_much = self._note_that_it_is_much
            result = self._action(copy)
            copy.listeners.clear()
            if self._made and store.keep is not None:
                self._image = copy.image()
        self._copy = copy
        return result

    @property
    def can_finish(self) -> bool:
        """Whether the changed copy is ready, and the workshop has not changed since."""
        return self._copy is not None and self._store.seq == self._seq

    def finish(self) -> None:
        """Take it over, in the thread that uses the workshop.

        Raises ChangedMeanwhile.
        """
        copy = self._copy
        assert copy is not None, "it is worked on first"
        if self._store.seq != self._seq:
            self.drop()
            raise ChangedMeanwhile
        if not self._made:
            self.drop()
            return
        if self._is_much:
            self._store.about_to_change_much()
        image, self._image, self._copy = self._image, b"", None
        self._store.take_over(copy, self._made, image)

    def drop(self) -> None:
        """Let go of the copy, in place of `finish`."""
        if self._copy is not None:
            self._copy.connection.close()

    def _note_that_it_is_much(self) -> None:
        self._is_much = True
