"""Show everything as it is on a new day: after midnight, or after a night with the lid closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

LOOK = 20_000  # milliseconds between two looks at the calendar


class NewDay(QObject):
    """Calls `show` when `day` answers another one than before, as long as its parent lives.

    It waits until no mouse button is pressed: somebody may be dragging a card.
    """

    def __init__(
        self, parent: QObject, day: Callable[[], date], show: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._day, self._show = day, show
        self._shown = day()
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        today = self._day()
        if today != self._shown and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._shown = today
            self._show()
