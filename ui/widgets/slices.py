"""Long work without a thread: in short slices, while the program is idle."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

SLICE, PAUSE = 0.006, 20  # seconds of work, and milliseconds between two slices
_END = object()


class Slices(QObject):
    """Takes the steps of one piece of work; `worked` tells of each slice, `ended` of the last.

    `do` is asked for each slice, and may not do it: a bridge does nothing once it is closed.
    """

    worked = Signal()
    ended = Signal()

    def __init__(self, do: Callable[[Callable[[], None]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(lambda: do(self._go_on))

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

    def _go_on(self) -> None:
        until = time.monotonic() + SLICE
        has_ended = False
        while not has_ended and time.monotonic() < until:
            has_ended = next(self._steps, _END) is _END
        if not has_ended:
            self._timer.start()
        self.worked.emit()
        if has_ended:
            self.ended.emit()
