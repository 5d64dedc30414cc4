"""Something is read beside the window: a panel says how far it is, and Esc ends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import Theme
from ui.widgets.message_panel import MessagePanel, message_panel
from ui.window.disk_work import CHECK

PATIENCE = 0.1  # seconds that the window waits before it shows how far it is


class ReadingWait(QObject):
    """Looks after the reading again and again from `begin` to `end`.

    `check` is called each time, and `cancel` by Esc. `name` tells its panel from others.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        name: str,
        check: Callable[[], None],
        cancel: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._theme, self._name = window, theme, name
        self._clock = QTimer(self)
        self._clock.setInterval(CHECK)
        self._clock.timeout.connect(check)
        # Of the whole window: the keyboard may be in a field or on the board, which know Esc too.
        self._escape = QShortcut(Qt.Key.Key_Escape, window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(cancel)

    @property
    def panel(self) -> MessagePanel | None:
        return message_panel(self._window, self._theme, self._name)

    def begin(self) -> None:
        """Look after it from now on."""
        self._escape.setEnabled(True)
        self._clock.start()

    def end(self) -> None:
        """Nothing is read any more."""
        self._escape.setEnabled(False)
        self._clock.stop()
        panel = self.panel
        if panel is not None:
            panel.hide()


def is_busy() -> bool:
    """Whether a person is in the middle of something that a dialog would break into."""
    is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    in_front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return is_pressed or in_front is not None
