"""One piece of work with a disk, in a thread of its own: a disk may take for ever to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from cxworkshop import log
from cxworkshop.compat import override
from cxworkshop.errors import Refusal

if TYPE_CHECKING:
    from ui.widgets.message_panel import Way

T = TypeVar("T")


class DiskTask(Thread, Generic[T]):
    """Begins at once. A thread that a disk never lets go ends with the program."""

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(name="disk", daemon=True)
        self._work = work
        self._done, self._lock = Event(), Lock()
        self._made: list[T] = []
        self._error: BaseException | None = None
        self._undo: Callable[[T], object] | None = None
        self.start()

    @override
    def run(self) -> None:
        """Work, and keep what came of it."""
        try:
            self._made.append(self._work())
        except BaseException as error:  # raised again by `result`
            self._error = error
        with self._lock:
            self._done.set()
            undo = self._undo
        if undo is not None:
            self._take_back(undo)

    @property
    def is_done(self) -> bool:
        """Whether there is a result."""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait so long at most; whether there is a result."""
        return self._done.wait(seconds)

    def result(self) -> T:
        """What the work made; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._made[0]

    def give_up(self, undo: Callable[[T], object]) -> None:
        """Nobody waits any more: what is made all the same is taken back, in this thread."""
        with self._lock:
            self._undo, is_done = undo, self.is_done
        if is_done:
            self._take_back(undo)

    def _take_back(self, undo: Callable[[T], object]) -> None:
        if self._error is not None and not isinstance(self._error, Refusal):
            log.failure("disk task", self._error)
        for made in self._made:
            with log.logged("taking a disk task back"):
                undo(made)


@dataclass(frozen=True)
class DiskRequest(Generic[T]):
    """Work for another thread; then, in the window's, `then` with what it made, or `refused`.

    `then` says whether all is done. `waits_for` is the sentence for a disk that does not answer,
    `ways` are offered with it. `undo` takes back what nobody waits for any more.
    """

    work: Callable[[], T]
    then: Callable[[T], bool]
    refused: Callable[[Refusal], object]
    waits_for: str
    ways: tuple[Way, ...] = ()
    undo: Callable[[T], object] = lambda _made: None

    def finish(self, task: DiskTask[T]) -> bool:
        """Go on with what came of it, in the window's thread; whether all is done."""
        try:
            made = task.result()
        except Refusal as refusal:
            self.refused(refusal)
            return False
        return self.then(made)
