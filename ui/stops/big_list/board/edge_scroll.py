"""The board comes to a hand that rests near an edge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QGraphicsView

EDGE, SCROLL, EVERY = 40, 24, 30  # pixels, pixels, milliseconds


class EdgeScroll(QObject):
    """Scrolls while the hand is near an edge; its clock runs then and at no other time."""

    def __init__(self, view: QGraphicsView, scrolled: Callable[[], object]) -> None:
        super().__init__(view)
        self._view, self._scrolled = view, scrolled
        self._place = QPoint()
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY)
        self._clock.timeout.connect(self._scroll)

    def watch(self, place: QPoint) -> None:
        """The hand is at this point of the viewport."""
        self._place = place
        x, y, area = place.x(), place.y(), self._view.viewport()
        inside = EDGE <= x <= area.width() - EDGE and EDGE <= y <= area.height() - EDGE
        if inside:
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()

    def stop(self) -> None:
        """The hand is empty."""
        self._clock.stop()

    def _scroll(self) -> None:
        area, here = self._view.viewport().rect(), self._place
        moved = False
        for bar, place, size in (
            (self._view.horizontalScrollBar(), here.x(), area.width()),
            (self._view.verticalScrollBar(), here.y(), area.height()),
        ):
            step = -SCROLL if place < EDGE else SCROLL if place > size - EDGE else 0
            was = bar.value()
            bar.setValue(was + step)
            moved = moved or bar.value() != was
        if moved:
            self._scrolled()
