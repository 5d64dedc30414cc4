"""Keys that a widget keeps for itself although the window has a use for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps_key(event: QEvent, key: Qt.Key) -> bool:
    """Answer Qt's question whether this key, pressed now, is the widget's and no shortcut.

    For `event` of a widget; where it is the widget's, a key press follows.
    """
    asks = event.type() == QEvent.Type.ShortcutOverride
    if asks and isinstance(event, QKeyEvent) and event.key() == key:
        event.accept()
        return True
    return False
