"""Scrolling while something dragged is held near an edge."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer

from ui.stops.big_list.board.layout import BoardLayout

EDGE, SCROLL, EVERY = 40, 24, 30  # pixels, pixels, milliseconds
HELD = 250  # milliseconds near an edge; a drag that only passes it scrolls nothing


class EdgeScroll(QObject):
    """Scrolls the column below a point near its edge, or the groups sideways at the view's.

    The timer runs at no other time.
    """

    def __init__(self, layout: BoardLayout, scrolled: Callable[[], object]) -> None:
        super().__init__(layout.view)
        self._layout, self._scrolled = layout, scrolled
        self._point = QPoint()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._scroll)

    def watch(self, point: QPoint) -> None:
        """Scroll from now on if this point of the viewport is near an edge, else stop."""
        self._point = point
        if self._step() == (0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(HELD)

    def stop(self) -> None:
        """Stop scrolling: the drag has ended."""
        self._timer.stop()

    def _step(self) -> tuple[int, int]:
        """How far to scroll to the right and down."""
        x, y, view = self._point.x(), self._point.y(), self._layout.view.viewport()
        column = None if self._layout.is_small else self._layout.column_at(self._point)
        top, bottom = 0, view.height()
        if column is not None:
            room = column.cards_area
            top, bottom = round(room.top()), round(room.bottom())
            if y < top:
                return _toward(x, 0, view.width()), 0  # over the headline nothing scrolls down
        return _toward(x, 0, view.width()), _toward(y, top, bottom)

    def _scroll(self) -> None:
        self._timer.setInterval(EVERY)
        if self._layout.scrolling.by(self._point, *self._step()):
            self._scrolled()


def _toward(place: int, low: int, high: int) -> int:
    """The nearer to the edge, the faster; beyond it as fast as it goes."""
    edge = max(1, min(EDGE, (high - low) // 4))
    before, behind = low + edge - place, place - (high - edge)
    deep = min(1.0, max(before, behind, 0) / edge)
    step = math.ceil(SCROLL * deep * deep)
    return -step if before > behind else step
