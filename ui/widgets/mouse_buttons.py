"""What waits until the mouse is let go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

PRESSED = 20  # milliseconds between two looks whether a button is still pressed


def when_let_go(owner: QObject, act: Callable[[], object]) -> None:
    """Call `act` once no mouse button is pressed; never if the owner is gone by then.

    A button that moves, or loses the keyboard, while it is pressed is not clicked. A field writes
    what was typed as soon as something else is pressed.
    """
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        act()
    else:
        QTimer.singleShot(PRESSED, owner, partial(when_let_go, owner, act))
