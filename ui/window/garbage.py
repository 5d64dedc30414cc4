"""Collect garbage in the window's thread alone."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

INTERVAL = 500  # milliseconds
SHARE = 0.01  # of the time, at most, for looking through all objects
OLDEST = 2  # the generation of those that have been there for long


class GarbageCollector(QObject):
    """Takes the place of Python's automatic collection, which runs in any thread.

    A widget that is freed in another thread, while Qt walks through its widgets, ends the
    program. Collecting between two events in the window's thread can't do that.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._next_whole = 0.0  # when all objects may be looked through again
        timer = QTimer(self)
        timer.setInterval(INTERVAL)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as automatic collection would.

        The whole of a large workshop takes longer than a frame, so it has to wait for its turn.
        """
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [n for n, (count, threshold) in enumerate(due) if count > threshold > 0]
        if not generations:
            return
        began = time.monotonic()
        oldest = generations[-1] if began >= self._next_whole else min(generations[-1], OLDEST - 1)
        gc.collect(oldest)
        if oldest == OLDEST:
            ended = time.monotonic()
            self._next_whole = ended + (ended - began) / SHARE
