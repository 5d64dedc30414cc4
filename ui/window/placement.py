"""Where the window stands on the screen: as it was left, or as large as this screen lets it be."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize, Qt
from PySide6.QtWidgets import QMainWindow

SIZE, LEAST_SIZE = QSize(1366, 768), QSize(1024, 640)  # pixels
FRAME = QSize(8, 40)  # pixels that a window manager takes for borders and the title bar
GEOMETRY = "geometry"


def place(window: QMainWindow) -> None:
    """Place the window before it is first shown: as it was left, else fitting its screen.

    On a screen with no room for the usual size and a frame around it, it starts maximised.
    """
    screen = window.screen().availableGeometry()
    window.setMinimumSize(LEAST_SIZE.boundedTo(screen.size()))
    saved = QSettings().value(GEOMETRY)
    if isinstance(saved, QByteArray) and window.restoreGeometry(saved):
        _keep_inside(window)
        return
    room = screen.size() - FRAME
    window.resize(SIZE.boundedTo(room))
    if room.width() < SIZE.width() or room.height() < SIZE.height():
        window.setWindowState(Qt.WindowState.WindowMaximized)
    else:
        middle = QRect(screen.topLeft(), screen.size()).center()
        window.move(middle - window.rect().center())


def remember_place(window: QMainWindow) -> None:
    """Keep where the window is, and whether it is maximised, for the next start."""
    QSettings().setValue(GEOMETRY, window.saveGeometry())


def _keep_inside(window: QMainWindow) -> None:
    """Shrink a window that was left on a larger screen; maximised it fits by itself."""
    if not window.isMaximized():
        window.resize(window.size().boundedTo(window.screen().availableGeometry().size() - FRAME))
