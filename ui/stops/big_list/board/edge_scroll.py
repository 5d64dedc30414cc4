"""Scrolling while dragged cards are held near an edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QGraphicsView

EDGE, SCROLL, EVERY = 40, 24, 30  # pixels, pixels, milliseconds


class EdgeScroll(QObject):
    """Scrolls a view while a point is near its edge; the timer runs at no other time."""

    def __init__(self, view: QGraphicsView, scrolled: Callable[[], object]) -> None:
        super().__init__(view)
        self._view, self._scrolled = view, scrolled
        self._point = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._scroll)

    def watch(self, point: QPoint) -> None:
        """Scroll from now on if this point of the viewport is near an edge, else stop."""
        self._point = point
        x, y, area = point.x(), point.y(), self._view.viewport()
        is_inside = EDGE <= x <= area.width() - EDGE and EDGE <= y <= area.height() - EDGE
        if is_inside:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Stop scrolling: the drag has ended."""
        self._timer.stop()

    def _scroll(self) -> None:
        area, point = self._view.viewport().rect(), self._point
        has_moved = False
        for bar, place, size in (
            (self._view.horizontalScrollBar(), point.x(), area.width()),
            (self._view.verticalScrollBar(), point.y(), area.height()),
        ):
            step = -SCROLL if place < EDGE else SCROLL if place > size - EDGE else 0
            before = bar.value()
            bar.setValue(before + step)
            has_moved = has_moved or bar.value() != before
        if has_moved:
            self._scrolled()
