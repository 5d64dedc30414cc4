"""A change of many rows on its way: made in a thread, taken over in the window's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.errors import Refusal
from cxworkshop.progress import WorkCancelled, checked_by
from cxworkshop.services.files import LongChange
from ui.window.disk_task import DiskTask

CHECK = 50  # milliseconds between two looks at it


class RunningChange(QObject):
    """`rows` of it are to be written, `done` are; `went_on` says that more are.

    `made` says that it is about to be taken over and won't be refused: nobody needs to keep what
    it was made of. `ended` says whether it was done; until then the workshop has nothing of it.
    """

    went_on = Signal()
    made = Signal()
    ended = Signal(bool)

    def __init__(
        self,
        change: LongChange[object],
        sentence: str,
        rows: int,
        refused: Callable[[Refusal], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.sentence, self.rows, self.done = sentence, rows, 0
        self._change, self._refused = change, refused
        self._has_ended = self._is_cancelled = False
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
        if self._task.is_done:
            self._finish()
        else:
            self.went_on.emit()

    def _finish(self) -> None:
        is_done = False
        try:
            self._task.result()
            if self._change.can_finish:
                self.made.emit()
            self._change.finish()
            is_done = True
        except Refusal as refusal:
            self._refused(refusal)
        finally:
            self._end(is_done=is_done)

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
