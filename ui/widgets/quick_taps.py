"""Two quick taps on a button are two presses, no double click."""

from __future__ import annotations

from types import FunctionType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from cxworkshop.compat import override


class QuickTaps(QObject):
    """Makes presses of double taps on buttons: what scrolls by swipes lets no double click through.

    It watches every window that had the keyboard. The program needs one.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusWindowChanged.connect(self._watch)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send a press in place of a double click that Qt has made of a touch."""
        if event.type() != QEvent.Type.MouseButtonDblClick or not isinstance(event, QMouseEvent):
            return False
        by_finger = event.source() == Qt.MouseEventSource.MouseEventSynthesizedByQt
        if not by_finger or not isinstance(watched, QWindow) or not _is_pressed(watched, event):
            return False
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            event.position(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        QApplication.sendEvent(watched, press)
        return True


def _is_pressed(window: QWindow, event: QMouseEvent) -> bool:
    """Whether there is a button that has no use of its own for a double click."""
    top = QWidget.find(window.winId())
    widget = top.childAt(event.position().toPoint()) if top is not None else None
    own = isinstance(getattr(type(widget), "mouseDoubleClickEvent", None), FunctionType)
    return isinstance(widget, QAbstractButton) and not own
