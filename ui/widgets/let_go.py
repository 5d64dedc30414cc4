"""What waits until no mouse button is pressed: it would move what was aimed at."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

PRESSED = 20  # milliseconds between two looks at whether a button is still pressed


def when_let_go(owner: QObject, act: Callable[[], object]) -> None:
    """Do something once no button is pressed; never if the owner is gone by then.

    A field writes what was typed as soon as something else is pressed. A button that loses the
    keyboard then, or moves away below the mouse, is not clicked.
    """
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        act()
    else:
        QTimer.singleShot(PRESSED, owner, partial(when_let_go, owner, act))
