"""The second press of a double click, and what has come below the mouse meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from cxworkshop.compat import override
from ui.widgets.painted_button import PaintedButton
from ui.widgets.window_filter import WindowFilter


class SecondClick(WindowFilter):
    """Keeps it from a button that was not there at the first: an answered question folds, and
    whoever clicks Yes twice would press what has moved up. And from those that put a card away,
    or a pair: the second press would be about the next one.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pressed: QWidget | None = None
        self._keeps_release = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what is pressed before Qt hands it on."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._pressed = self._below(event)
        elif kind == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self._keeps_release = self._would_surprise(self._below(event))
            return self._keeps_release
        elif kind == QEvent.Type.MouseButtonRelease and self._keeps_release:
            self._keeps_release = False
            return True
        return False

    def _would_surprise(self, now: QWidget | None) -> bool:
        """Whether it is another button than at the first press, or one about the next card."""
        moved_up = isinstance(now, QAbstractButton) and now is not self._pressed
        return moved_up or isinstance(now, PaintedButton)

    def _below(self, event: QMouseEvent) -> QWidget | None:
        return self._window.childAt(event.position().toPoint())
