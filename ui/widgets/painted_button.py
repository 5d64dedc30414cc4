"""A button that paints itself: what all of them share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from cxworkshop.compat import override


class PaintedButton(QAbstractButton):
    """Enter presses it, as Space does; Qt does that in dialogs only.

    It is painted again when the mouse comes or goes. With `leaves_keys` all other keys are the
    page's; otherwise Qt moves the focus by arrows.
    """

    def __init__(self, *, leaves_keys: bool = False) -> None:
        super().__init__()
        self._leaves_keys = leaves_keys
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self._leaves_keys and event.key() != Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)
