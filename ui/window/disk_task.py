"""One piece of work with a disk, in its own thread: a disk may never answer."""

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
    """Starts at once. A thread that waits for its disk for ever ends with the program."""

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(name="disk", daemon=True)
        self._work = work
        self._done, self._lock = Event(), Lock()
        self._results: list[T] = []
        self._error: BaseException | None = None
        self._undo: Callable[[T], object] | None = None
        self.start()

    @override
    def run(self) -> None:
        try:
            self._results.append(self._work())
        except BaseException as error:  # raised again by `result`
            self._error = error
        del self._work  # often of the one who holds this task: the two would hold a large result
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
        """Wait at most so long; return whether there is a result."""
        return self._done.wait(seconds)

    def result(self) -> T:
        """What the work returned; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._results[0]

    def give_up(self, undo: Callable[[T], object]) -> None:
        """Wait no longer; `undo` takes back what the work returns later, in this thread."""
        with self._lock:
            self._undo, is_done = undo, self.is_done
        if is_done:
            self._take_back(undo)

    def _take_back(self, undo: Callable[[T], object]) -> None:
        if self._error is not None and not isinstance(self._error, Refusal):
            log.failure("disk task", self._error)
        for result in self._results:
            with log.logged("taking a disk task back"):
                undo(result)


@dataclass(frozen=True)
class DiskRequest(Generic[T]):
    """Work for another thread; then the window's thread calls `then` with its result, or `refused`.

    `then` returns whether all is done. `waits_for` is the sentence for a disk that does not answer,
    `ways` are the buttons beside it. `undo` takes back a result that nobody waits for any more.
    """

    work: Callable[[], T]
    then: Callable[[T], bool]
    refused: Callable[[Refusal], object]
    waits_for: str
    ways: tuple[Way, ...] = ()
    undo: Callable[[T], object] = lambda _result: None

    def finish(self, task: DiskTask[T]) -> bool:
        """Hand over the result, in the window's thread; return whether all is done."""
        try:
            result = task.result()
        except Refusal as refusal:
            self.refused(refusal)
            return False
        return self.then(result)
