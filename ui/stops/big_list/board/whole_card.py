"""A card of the small list, shown whole over the board."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.layout import BoardLayout
from ui.theme.mirror import painter_of

WIDE, RIM, HOVER = 260, 8, 400  # pixels at 100 %, pixels, milliseconds


class WholeCard(QWidget):
    """Opens beside a line, so that the line itself stays in sight; the mouse goes through it."""

    def __init__(self, layout: BoardLayout) -> None:
        super().__init__(layout.view.viewport())
        self._layout = layout
        self._item: CardItem | None = None
        self._waiting: CardItem | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOVER)
        self._timer.timeout.connect(self._open_waiting)
        self.hide()

    def open(self, item: CardItem) -> None:
        """Show this card."""
        self._item, line = item, item.area
        wide = float(self._layout.theme.px(WIDE))
        high = self._layout.card_painter.height(item.face, wide)
        room = self._layout.view.viewport().rect()
        left = line.right() + RIM
        if left + wide + RIM > room.width():
            left = line.left() - wide - 3 * RIM
        top = max(0.0, min(line.top() - RIM, room.height() - high - 2 * RIM))
        area = QRectF(max(0.0, left), top, wide + 2 * RIM, high + 2 * RIM)
        self.setGeometry(self._layout.reckoned_area(area.toAlignedRect()))
        self.show()
        self.raise_()
        self.update()

    def wait_for(self, item: CardItem | None) -> None:
        """Show a card once the mouse has rested on its line; None: it rests on none."""
        if item is self._waiting:
            return
        self._waiting = item
        self.hide()
        if item is None or not self._layout.is_small:
            self._timer.stop()
        else:
            self._timer.start()

    def _open_waiting(self) -> None:
        if self._waiting is not None and not self._layout.is_moving:
            self.open(self._waiting)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._item is None:
            return
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(self._layout.theme.tokens.canvas))
        painter.setPen(QPen(QColor(self._layout.theme.tokens.accent), 2))
        painter.drawRoundedRect(ground, 10, 10)
        painter.translate(QPointF(RIM, RIM))
        wide = float(self.width() - 2 * RIM)
        self._layout.card_painter.paint(painter, self._item.face, wide, selected=False, raised=True)
