"""The timer as a thread: on the Desk and on the Wall."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from cxworkshop.timer import MINUTE, Timer, TimerPhase
from ui.theme.tokens import Tokens
from ui.timer.phases import phase_ink

MOST_TICKS = 120  # more would be a bar
RING, THICK, THIN = 18, 12, 4
SHORT, LONG = 8, 16  # halves of ticks


def paint_thread(
    painter: QPainter,
    box: QRectF | QRect,
    timer: Timer,
    now: float,
    tokens: Tokens,
    scale: float = 1.0,
) -> None:
    """Paint a tick each minute, longer each fifth; red grows past the ring when it is over.

    `scale` is 1 in the Wall's units.
    """
    face = _Face(painter, QRectF(box), timer, now, tokens, scale)
    face.paint()


class _Face:
    """One painting of it."""

    def __init__(
        self,
        painter: QPainter,
        box: QRectF,
        timer: Timer,
        now: float,
        tokens: Tokens,
        scale: float,
    ) -> None:
        self._painter, self._tokens, self._scale = painter, tokens, scale
        self._seconds, self._share = timer.seconds, max(0.0, timer.share(now))
        phase = timer.phase(now)  # when it is over, only what is more than the time is red
        self._ink = "accent" if phase is TimerPhase.OVER else phase_ink(phase, "accent")
        self._y = box.center().y()
        self._first = box.left() + (RING + 4) * scale
        self._last = box.right() - (RING + 4) * scale

    def paint(self) -> None:
        end = self._x(1.0)
        now = self._x(self._share)
        self._line(self._first, end, "edge", THIN)
        self._line(self._first, min(now, end), self._ink, THICK)
        if self._share > 1:
            self._line(end, now, "red", THICK)
        self._ticks()
        self._ring(self._first, is_full=True)
        self._ring(end, is_full=self._share >= 1)

    def _x(self, share: float) -> float:
        """Where this part of the time is; the whole becomes shorter when it is over."""
        return self._first + (self._last - self._first) * share / max(1.0, self._share)

    def _ticks(self) -> None:
        minutes = max(self._seconds, round(self._seconds * self._share)) // MINUTE
        step = 1 if minutes <= MOST_TICKS else 5
        for n in range(step, minutes + 1, step):
            share = n * MINUTE / self._seconds
            half = LONG if n % (5 * step) == 0 else SHORT
            ink = "red" if share > 1 else self._ink if share <= self._share else "edge"
            if share != 1:
                x = self._x(share)
                up = QPointF(0, half * self._scale)
                self._pen(ink, THIN)
                self._painter.drawLine(QPointF(x, self._y) - up, QPointF(x, self._y) + up)

    def _line(self, first: float, last: float, ink: str, thick: float) -> None:
        if last > first:
            self._pen(ink, thick)
            self._painter.drawLine(QPointF(first, self._y), QPointF(last, self._y))

    def _ring(self, x: float, *, is_full: bool) -> None:
        self._pen(self._ink, 5)
        self._painter.setBrush(QColor(getattr(self._tokens, self._ink if is_full else "panel")))
        radius = RING * self._scale
        self._painter.drawEllipse(QPointF(x, self._y), radius, radius)

    def _pen(self, ink: str, thick: float) -> None:
        self._painter.setPen(QPen(QColor(getattr(self._tokens, ink)), thick * self._scale))
