"""A page in the place of another, which Esc leads back to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override


class LeftByEsc(QWidget):
    """`left` goes out at Esc, unless a part of the page has a use for it."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
