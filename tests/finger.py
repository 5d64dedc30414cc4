"""A finger on a touch screen, for tests: what Qt hears from a real one."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.gestures import HOLD

LONG = HOLD + 150  # milliseconds


class FingerTip:
    """A finger on a widget; points are of the widget."""

    def __init__(self, device, widget: QWidget) -> None:
        self._device, self._widget = device, widget

    def _event(self):
        return QTest.touchEvent(self._widget, self._device)

    def down(self, at: QPoint, *, rests: bool = True) -> None:
        self._event().press(0, at, self._widget).commit(rests)

    def to(self, at: QPoint, *, rests: bool = True) -> None:
        self._event().move(0, at, self._widget).commit(rests)

    def up(self, at: QPoint) -> None:
        self._event().release(0, at, self._widget).commit()
        QApplication.processEvents()

    def tap(self, at: QPoint | None = None) -> None:
        at = at or self._widget.rect().center()
        self.down(at)
        self.up(at)

    def drag(self, start: QPoint, end: QPoint, *, hold: bool) -> None:
        """Without `hold` it moves at once: on a busy machine too, no timer may take it for one."""
        self.down(start, rests=hold)
        if hold:
            QTest.qWait(LONG)
        for step in range(1, 6):
            self.to(start + (end - start) * step / 5, rests=hold)
        self.up(end)


def write(words: str, window: QWidget) -> None:
    """What the system's keyboard on the screen sends to the window's field that has it."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    field = window.focusWidget()
    assert field is not None
    QApplication.sendEvent(field, event)
    QApplication.processEvents()
