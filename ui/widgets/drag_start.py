"""When a press of the mouse becomes a drag."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

DRAG_AFTER = 8  # pixels


class DragStart:
    """Tells a drag from a click by how far the mouse has gone since it was pressed."""

    def __init__(self) -> None:
        self._pressed: QPoint | None = None
        self._is_drag = False

    @property
    def is_pressed(self) -> bool:
        """Whether the mouse was pressed here and not yet released."""
        return self._pressed is not None

    def press(self, here: QPoint | None) -> None:
        """Begin at this point; None where nothing can be dragged."""
        self._pressed, self._is_drag = here, False

    def move(self, here: QPoint) -> bool:
        """Return whether it is a drag by now; it stays one when the mouse comes back."""
        if self._pressed is None:
            return False
        self._is_drag = self._is_drag or (here - self._pressed).manhattanLength() >= DRAG_AFTER
        return self._is_drag

    def is_lost(self, event: QMouseEvent) -> bool:
        """End it when the mouse moves with no button down; return whether it was a drag.

        A release is lost when the system takes the mouse away: a laptop sleeps with its lid
        closed, or another screen has taken the window.
        """
        return not event.buttons() & Qt.MouseButton.LeftButton and self.end()

    def end(self) -> bool:
        """End it, and return whether it was a drag."""
        was_drag, self._pressed, self._is_drag = self._is_drag, None, False
        return was_drag
