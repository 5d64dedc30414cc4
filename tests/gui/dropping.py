"""A file dropped on a window by real events."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

COPY = Qt.DropAction.CopyAction
HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def url_of(path: Path) -> QUrl:
    """As file managers write it: each byte of a name, which may be no UTF-8."""
    return QUrl.fromEncoded(f"file://{quote(os.fsencode(path))}".encode())


def drop(window, path: Path) -> None:
    """Hold it over the middle of the window, as the system says it, and let go."""
    data = QMimeData()
    data.setUrls([url_of(path)])
    hold(window, data)
    place = QPointF(window.rect().center())
    QApplication.sendEvent(window.windowHandle(), QDropEvent(place, COPY, data, *HELD))
    QApplication.processEvents()


def hold(window, data: QMimeData) -> bool:
    """Hold something over the middle of the window; whether it could be let go there."""
    event = QDragEnterEvent(window.rect().center(), COPY, data, *HELD)
    QApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()
