"""Collect garbage in the window's thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 500  # milliseconds


class GarbageCollector(QObject):
    """Takes the place of Python's automatic collection, which runs in any thread.

    A widget that is freed in another thread, while Qt walks through its widgets, ends the
    program. Collecting between two events in the window's thread can't do that.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(INTERVAL)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as automatic collection would."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [n for n, (count, threshold) in enumerate(due) if count > threshold > 0]
        if generations:
            gc.collect(generations[-1])
