"""Fields that leave the mouse wheel to the page: it scrolls, and never changes what they say."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit

from cxworkshop.compat import override


class ChoiceBox(QComboBox):
    """A list that drops down; it is chosen from by click and key."""

    _widest = 0  # pixels, where it is as wide as what is chosen

    @override
    def setAccessibleName(self, name: str, /) -> None:
        """Name the field too in which something else can be typed; make it editable first."""
        super().setAccessibleName(name)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(name)

    def be_as_wide_as_chosen(self, widest: int) -> None:
        """Take the width of what is chosen, not of the longest on the list; in pixels."""
        self._widest = widest
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(lambda _text: self.updateGeometry())

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._widest:
            hint.setWidth(min(hint.width() - self._spare, self._widest))
        return hint

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._widest else super().minimumSizeHint()

    @override
    def showPopup(self) -> None:
        """Drop the list down as wide as its longest line."""
        if self._widest:
            self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()

    @property
    def _spare(self) -> int:
        """By how many pixels the longest on the list is wider than what is chosen."""
        wide = self.fontMetrics().horizontalAdvance
        longest = max((wide(self.itemText(n)) for n in range(self.count())), default=0)
        return max(0, longest - wide(self.currentText()))

    def take_other_words(self, name: str, hint: str) -> QLineEdit:
        """Let something be typed that is not on the list; return the field for it."""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        field = self.lineEdit()
        assert field is not None  # it is editable
        field.setPlaceholderText(hint)
        return field

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DecimalField(QDoubleSpinBox):
    """A number that is typed, or stepped by the arrow keys."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TextBox(QPlainTextEdit):
    """Several lines of text. The wheel scrolls them only while there is a scroll bar."""

    def type_again(self, words: str) -> None:
        """Put words into it as if they were typed: the next key adds to them."""
        self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()
