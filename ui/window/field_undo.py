"""Undo everywhere: a field takes Ctrl+Z for itself only while it holds half-typed words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from cxworkshop.compat import override

KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FieldUndo(QObject):
    """Watches the field in focus: Qt's own fields would take Ctrl+Z even when they are empty."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, was: QWidget | None, now: QWidget | None) -> None:
        if was is not None:
            was.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the key to the window when there is no typing to take back."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not any(event.matches(key) for key in KEYS) or _holds_words(watched):
            return False
        event.ignore()
        return True


def _holds_words(field: QObject) -> bool:
    # Imported at the first Ctrl+Z: the start page has no field, and is painted without them.
    from ui.widgets.fields import TextArea
    from ui.window.unsaved_input import is_half_typed

    if isinstance(field, QLineEdit | TextArea):
        return is_half_typed(field)
    return isinstance(field, QPlainTextEdit) and bool(field.toPlainText())
