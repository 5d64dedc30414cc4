"""How far sorting has come: a tick a card, each fifth of them longer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.mirror import painter_of
from ui.theme.theme import Theme

HIGH = 20
RING = 7  # radius of the places at both ends of what is done
CLOSEST = 5  # pixels between two ticks; where they would be closer, only the long ones are drawn


class ProgressLine(QWidget):
    """A line that is filled up to the card whose turn it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._done, self._total = theme, 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_progress(self, number: int, total: int) -> None:
        """Fill the line up to this card of so many."""
        self._done, self._total = number, max(total, 1)
        self.setAccessibleName(_("{n} of {all}").format(n=number, all=total))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(HIGH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, y, px = self._theme.tokens, self.height() / 2, self._theme.px
        here = self._x(self._done)
        self._paint_ticks(painter, y)
        painter.setPen(QPen(QColor(tokens.ghost), 3))
        painter.drawLine(QPointF(here, y), QPointF(self._x(self._total), y))
        painter.setPen(QPen(QColor(tokens.accent), 4))
        painter.drawLine(QPointF(self._x(0), y), QPointF(here, y))
        painter.setPen(QPen(QColor(tokens.edge), 2))
        painter.setBrush(QColor(tokens.panel))
        painter.drawEllipse(QPointF(self._x(self._total), y), px(RING) - 1, px(RING) - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(QPointF(here, y), px(RING), px(RING))

    def _paint_ticks(self, painter: QPainter, y: float) -> None:
        """Draw a tick for each card where there is room, and a longer one for each fifth."""
        tokens, apart = self._theme.tokens, self._x(1) - self._x(0)
        step = 1 if apart >= CLOSEST else 5 if apart * 5 >= CLOSEST else self._total
        for n in range(0, self._total, step):
            half = self._theme.px(7 if n % 5 == 0 else 4)
            colour = tokens.accent if n <= self._done else tokens.ghost
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawLine(QPointF(self._x(n), y - half), QPointF(self._x(n), y + half))

    def _x(self, n: int) -> float:
        side = self._theme.px(RING) + 1
        return side + (self.width() - 2 * side) * n / self._total
