"""Long work without a thread: in short slices, while the program is idle."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

SLICE, PAUSE = 0.003, 10  # seconds of work, and milliseconds between two slices
_END = object()


class Slices(QObject):
    """Takes the steps of one piece of work; `worked` tells of each slice, `ended` of the last.

    `do` is asked for each slice, and may not do it: a bridge does nothing once it is closed.
    """

    worked = Signal()
    ended = Signal()

    def __init__(self, do: Callable[[Callable[[], None]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(lambda: do(partial(self._go_on, SLICE)))

    def start(self, steps: Iterator[object]) -> None:
        """Begin this work, in place of any other."""
        self._steps = steps
        self._timer.start()

    def pause(self) -> None:
        """Stop until `resume`."""
        self._timer.stop()

    def resume(self) -> None:
        """Go on where it was."""
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once: a picture that is drawn off screen does not wait."""
        if self._timer.isActive():
            self._timer.stop()
            self._do(partial(self._go_on, math.inf))

    def _go_on(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        has_ended = False
        while not has_ended and time.monotonic() < until:
            has_ended = next(self._steps, _END) is _END
        if not has_ended:
            self._timer.start()
        self.worked.emit()
        if has_ended:
            self.ended.emit()
