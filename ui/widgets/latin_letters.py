"""Keys that stand for one letter, on keyboards that write other letters: known by their place.

Under X11 and Wayland a key's place is its scan code, and Windows has codes of its own for the
places; on macOS such a key goes on as what it writes.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

from cxworkshop.compat import override
from ui.widgets.window_filter import WindowFilter

PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
PRESSES = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
ROWS = {24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}  # X11's code of each row's first key
PLACES = {first + n: letter for first, row in ROWS.items() for n, letter in enumerate(row)}


class LatinLetters(WindowFilter):
    """Makes an Arabic ل, where it is typed into nothing, the G that is printed on the same key."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Send the other letter instead."""
        if event.type() not in PRESSES or not isinstance(event, QKeyEvent):
            return False
        letter = latin_letter(event)
        if not letter or isinstance(QApplication.focusWidget(), TYPED_INTO):
            return False
        other = QKeyEvent(
            event.type(),
            ord(letter),
            event.modifiers(),
            letter if event.modifiers() else letter.lower(),
            event.isAutoRepeat(),
        )
        QCoreApplication.sendEvent(watched, other)
        event.setAccepted(other.isAccepted())
        return True


def latin_letter(event: QKeyEvent) -> str:
    """The letter at this place of a Latin keyboard; "" for a key that writes Latin itself."""
    text = event.text()
    if event.modifiers() not in PLAIN or not text.isalpha() or text.isascii():
        return ""
    if "\u00c0" <= text <= "\u024f":  # ą, ß and the like are Latin, too
        return ""
    if sys.platform == "win32":
        code = event.nativeVirtualKey()
        return chr(code) if ord("A") <= code <= ord("Z") else ""
    return "" if sys.platform == "darwin" else PLACES.get(event.nativeScanCode(), "")
