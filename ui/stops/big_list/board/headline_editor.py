"""A line to write a headline on, right where the headline stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxworkshop.compat import override
from ui.theme.theme import Theme


class HeadlineField(QLineEdit):
    """Enter or a click elsewhere keeps what was written, Esc leaves all as it was.

    What the core refuses stays open, so that nothing typed is lost.
    """

    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme, self._was = theme, ""
        self._keep: Callable[[str], bool] = lambda _text: True
        self.hide()

    def open(self, area: QRect, words: str, name: str, keep: Callable[[str], bool]) -> None:
        """Be there, over what is to be written anew."""
        self._was, self._keep = words, keep
        self.setText(words)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setGeometry(area.left(), area.top(), area.width(), self._theme.px(34))
        self.show()
        self.raise_()
        self.setFocus()
        self.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._hand_over()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere is no reason to lose words."""
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() == Qt.FocusReason.MouseFocusReason:
            self._hand_over()

    def _hand_over(self) -> None:
        text = self.text().strip()
        if text == self._was.strip() or self._keep(text):
            self._close()

    def _close(self) -> None:
        self.hide()
        self.left.emit()
