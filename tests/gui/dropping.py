"""A file dropped on a window by real events."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication


def url_of(path: Path) -> QUrl:
    """As file managers write it: each byte of a name, which may be no UTF-8."""
    return QUrl.fromEncoded(f"file://{quote(os.fsencode(path))}".encode())


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([url_of(path)])
    place, copy = QPoint(200, 200), Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(place, copy, data, *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), copy, data, *held))
    QApplication.processEvents()
