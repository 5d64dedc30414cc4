"""Something is read beside the window: a panel says how far it is, and Esc ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import Theme
from ui.widgets.message_panel import MessagePanel, message_panel
from ui.window.disk_task import DiskTask
from ui.window.disk_work import CHECK

PATIENCE = 0.1  # seconds that the window waits before it shows how far it is


class Reading(Protocol):
    """What goes on in a thread: `task` tells when it is done."""

    @property
    def task(self) -> DiskTask[Any]: ...

    def cancel(self) -> None:
        """End it soon."""


Kind = TypeVar("Kind", bound=Reading)


class ReadingWait(QObject, Generic[Kind]):
    """Looks after one reading at a time: a newer one ends the older, and so does Esc.

    `say` is called again and again while it goes on, and `finish` when it is done and nobody is in
    the middle of something. `name` tells the panel from others.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        name: str,
        say: Callable[[Kind], None],
        finish: Callable[[Kind], None],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._name = window, theme, name
        self._say, self._finish = say, finish
        self._reading: Kind | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(CHECK)
        self._clock.timeout.connect(self._check)
        # Of the whole window: the keyboard may be in a field or on the board, which know Esc too.
        self._escape = QShortcut(Qt.Key.Key_Escape, window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.cancel)

    @property
    def panel(self) -> MessagePanel | None:
        return message_panel(self._window, self._theme, self._name)

    def begin(self, reading: Kind, patience: float = PATIENCE) -> None:
        """Look after it; for so many seconds the window waits before it says anything."""
        self._reading = reading
        if reading.task.wait(patience):
            self._end()
            self._finish(reading)
        else:
            self._escape.setEnabled(True)
            self._clock.start()
            self._say(reading)

    def cancel(self) -> None:
        """Forget about what is being read, if anything is."""
        if self._reading is not None:
            self._reading.cancel()
            self._end()

    def _end(self) -> None:
        self._reading = None
        self._escape.setEnabled(False)
        self._clock.stop()
        panel = self.panel
        if panel is not None:
            panel.hide()

    def _check(self) -> None:
        reading = self._reading
        if reading is None:
            return
        if reading.task.is_done and not is_busy():
            self._end()
            self._finish(reading)
        else:
            self._say(reading)


def is_busy() -> bool:
    """Whether a person is in the middle of something that a dialog would break into."""
    is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    in_front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return is_pressed or in_front is not None
