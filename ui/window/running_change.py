"""A change of many rows on its way: made in a thread, taken over in the window's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.errors import Refusal
from cxworkshop.progress import WorkCancelled, checked_by
from cxworkshop.services.files import LongChange
from ui.window.disk_task import DiskTask

CHECK = 50  # milliseconds between two looks at it


class RunningChange(QObject):
    """`rows` of it are to be written, `done` are; `went_on` says that more are.

    `written` says that the copy has all of it: what it was made of is in memory twice from then
    on. `ended` says whether it was done; until then the workshop has nothing of it, and it may
    still be given up or refused.
    """

    went_on = Signal()
    written = Signal()
    ended = Signal(bool)

    def __init__(
        self,
        change: LongChange[object],
        sentence: str,
        rows: int,
        refused: Callable[[Refusal], object],
        parent: QObject,
        is_written: Event | None = None,
    ) -> None:
        super().__init__(parent)
        self.sentence, self.rows, self.done = sentence, rows, 0
        self._change, self._refused = change, refused
        self._is_written = is_written or Event()
        self._has_ended = self._is_cancelled = self._has_said_so = False
        self._task: DiskTask[object] = DiskTask(self._work)
        self._clock = QTimer(self)
        self._clock.setInterval(CHECK)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; return whether it has ended."""
        if not self._has_ended and self._task.wait(seconds):
            self._finish()
        return self._has_ended

    def cancel(self) -> None:
        """Leave everything as it was."""
        if not self._has_ended:
            self._is_cancelled = True
            self._task.give_up(lambda _result: self._change.drop())
            self._end(is_done=False)

    def _look(self) -> None:
        self._say_once_it_is_written()
        if self._task.is_done:
            self._finish()
        else:
            self.went_on.emit()

    def _finish(self) -> None:
        is_done = False
        try:
            self._task.result()
            self._say_once_it_is_written()
            self._change.finish()
            is_done = True
        except Refusal as refusal:
            self._refused(refusal)
        finally:
            self._end(is_done=is_done)

    def _say_once_it_is_written(self) -> None:
        if self._is_written.is_set() and not self._has_said_so:
            self._has_said_so = True
            self.written.emit()

    def _end(self, *, is_done: bool) -> None:
        self._has_ended = True
        self._clock.stop()
        self.ended.emit(is_done)
        self.deleteLater()

    def _work(self) -> object:
        with suppress(WorkCancelled), checked_by(self._count):
            return self._change.work()
        return None

    def _count(self, rows: int) -> None:
        self.done += rows
        if self._is_cancelled:
            raise WorkCancelled
