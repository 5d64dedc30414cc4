"""The facilitator's keys, and a presenter's clicker, on the Desk and on the Wall's window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from cxworkshop.compat import override

FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
TURNING = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
ON_WALL = {Qt.Key.Key_F5: "close", Qt.Key.Key_F6: "freeze"}  # on the Desk the window's shortcuts
KEYS = {Qt.Key.Key_Escape, *TURNING, *ON_WALL}
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
INPUT_METHOD = (QInputMethodEvent, QInputMethodQueryEvent)
LETTERS = {"b": "blank", ".": "blank", "s": "show"}


class WallKeys(QObject):
    """Listens to both windows while the Wall is on; `act` does what a key stands for.

    `keeps` says whether the Desk's page has a use for a letter of its own.
    Esc frees the screen from either, unless something on the Desk's page is cancelled by it.
    What nobody wants on the Wall's window goes to the Desk: what is typed there is not lost.
    """

    def __init__(
        self,
        desk: QWidget,
        wall: QWidget,
        act: Callable[[str], object],
        keeps: Callable[[str], bool],
    ) -> None:
        super().__init__(wall)
        self._desk, self._wall = desk, wall
        self._act, self._keeps = act, keeps
        self._app = QApplication.instance()
        assert self._app is not None
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more."""
        if self._app is not None:
            self._app.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Look at keys alone first: this is asked of each event of the program."""
        if isinstance(event, QKeyEvent):
            return isinstance(watched, QWidget) and self._hear(watched, event)
        if isinstance(event, INPUT_METHOD) and watched is self._wall:
            return self._hand_on_input(event)
        return False

    def _hear(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Do what a key stands for; False where it is nothing of the Wall's."""
        kind, window = event.type(), watched.window()
        if kind == QEvent.Type.KeyRelease or window not in (self._desk, self._wall):
            return False  # of a dialog or a menu too
        wanted = self._wanted(event, watched)
        if kind == QEvent.Type.ShortcutOverride:
            if wanted:
                event.accept()
            return bool(wanted)
        if wanted:
            self._act(wanted)
        elif window is self._wall:
            self._hand_on(event)
        return bool(wanted) or window is self._wall

    def _wanted(self, event: QKeyEvent, watched: QWidget) -> str:
        """What is to be done; "" where the key is none of the Wall's, as most that are typed."""
        key, letter = event.key(), event.text().lower()
        is_known = key in KEYS or letter in LETTERS
        if not is_known or event.modifiers() not in PLAIN or event.isAutoRepeat():
            return ""
        field, on_wall = self._field(), watched.window() is self._wall
        if key == Qt.Key.Key_Escape and watched in (self._wall, self._desk):
            return "close"  # the Desk's own window has it when nobody on the page used it
        if on_wall and key in ON_WALL:
            return ON_WALL[Qt.Key(key)]
        if key in TURNING and (on_wall or not isinstance(field, (QPlainTextEdit, QTextEdit))):
            return "turn back" if TURNING[Qt.Key(key)] < 0 else "turn"
        if letter not in LETTERS or not _is_free(field, letter) or self._keeps(letter):
            return ""  # somebody types, or the page has a use for it
        return LETTERS[letter]

    def _field(self) -> QWidget | None:
        """The field of the Desk in which somebody types, if there is one."""
        focused = self._desk.focusWidget()
        return focused if isinstance(focused, FIELDS) and not _is_fixed(focused) else None

    def _hand_on(self, event: QKeyEvent) -> None:
        """Do on the Desk what the key does there: a shortcut of its window, or a key of a field."""
        focused = self._desk.focusWidget()
        if focused is None or not _claims(focused, event):
            pressed = QKeySequence(event.keyCombination())
            for action in self._desk.actions():
                if action.isEnabled() and action.shortcut() == pressed:
                    action.trigger()
                    return
        if focused is not None:
            QApplication.sendEvent(focused, event.clone())

    def _hand_on_input(self, event: QEvent) -> bool:
        """Write on the Desk what an input method or a dead key writes, where somebody types."""
        field = self._field()
        if field is None:
            return False
        QApplication.sendEvent(field, event)
        return True


def _claims(field: QWidget, event: QKeyEvent) -> bool:
    """Whether a field wants a key before the window's shortcuts: Ctrl+Z of half-typed words."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.ignore()
    QApplication.sendEvent(field, asked)
    return asked.isAccepted()


def _is_free(field: QWidget | None, letter: str) -> bool:
    """Whether a letter is not typed: there is no field, or it is a full stop and a box is empty.

    No sentence begins with one, and the box of stop 2, which always has the keyboard, would leave
    many clickers no way to blank the Wall.
    """
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        return letter == "." and field.document().isEmpty()
    return field is None


def _is_fixed(field: QWidget) -> bool:
    """Whether nothing can be typed into it."""
    return isinstance(field, QComboBox) and not field.isEditable()
