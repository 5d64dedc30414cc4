"""Fields that leave the mouse wheel to the page: it scrolls, and never changes what they say."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit

from cxworkshop.compat import override


class ChoiceBox(QComboBox):
    """A list that drops down; it is chosen from by click and key."""

    @override
    def setAccessibleName(self, name: str, /) -> None:
        """Name the field too in which something else can be typed; make it editable first."""
        super().setAccessibleName(name)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(name)

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
