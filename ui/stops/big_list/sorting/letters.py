"""Letters that are typed for groups: one key, or several within a moment for "AA"."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

WAIT = 600  # milliseconds for another letter, only where one could follow


class TypedLetters(QObject):
    """`chosen` carries a group's letter, `unknown` what stands for none."""

    chosen = Signal(str)
    unknown = Signal(str)

    def __init__(self, parent: QObject, letters: Callable[[], list[str]]) -> None:
        super().__init__(parent)
        self._letters, self._typed = letters, ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT)
        self._wait.timeout.connect(self._decide)

    def press(self, letter: str) -> None:
        """Take another letter."""
        self._typed += letter
        could_be = [one for one in self._letters() if one.startswith(self._typed)]
        if len(could_be) > 1:
            self._wait.start()
        else:
            self._decide()

    def forget(self) -> None:
        """Forget what was typed."""
        self._wait.stop()
        self._typed = ""

    def _decide(self) -> None:
        typed = self._typed
        self.forget()
        (self.chosen if typed in self._letters() else self.unknown).emit(typed)
