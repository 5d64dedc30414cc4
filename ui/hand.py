"""What is in the hand: it follows the mouse, casts a shadow, and says what letting go would do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.look import Look

SHADOW = 24
PAD = 12
BEHIND = ((14, 12), (7, 6))  # how far the sheets of several cards stick out
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Hand(QWidget):
    """Lines or cards over the page, with a label below them. The mouse goes through it."""

    def __init__(self, page: QWidget, look: Look) -> None:
        super().__init__(page)
        self._page, self._look = page, look
        self._face: Callable[[QPainter], None] = lambda _painter: None
        self._size, self._count, self._says, self._sentence = QSizeF(), 1, "", ""
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def pick_up(self, words: str) -> None:
        """Take a line of words; it is shown at the next `carry`."""
        wide = float(self._look.px(260))
        room = QRectF(0, 0, wide - 2 * PAD, 1000)
        metrics = QFontMetricsF(self._look.font("strong"))
        high = metrics.boundingRect(room, _WRAP, words).height() + 2 * PAD

        def face(painter: QPainter) -> None:
            card = QRectF(0, 0, wide, high)
            painter.setPen(QPen(QColor(self._look.tokens.accent), 2))
            painter.setBrush(QColor(self._look.tokens.raised))
            painter.drawRoundedRect(card, 8, 8)
            painter.setPen(QColor(self._look.tokens.ink))
            painter.setFont(self._look.font("strong"))
            painter.drawText(card.adjusted(PAD, PAD, -PAD, -PAD), _WRAP, words)

        self.pick_up_cards(face, QSizeF(wide, high), 1)

    def pick_up_cards(self, face: Callable[[QPainter], None], size: QSizeF, count: int) -> None:
        """Take something that paints itself, and so many sheets of it."""
        self._face, self._size, self._count = face, size, count
        self._says, self._sentence = "", ""

    def carry(self, place: QPoint, says: str, sentence: str) -> None:
        """Be at this point of the page: "yes" or "no" with its sentence, or "" over nothing."""
        same = (says, sentence) == (self._says, self._sentence) and self.isVisible()
        self._says, self._sentence = says, sentence
        corner = place - QPoint(self._look.px(60), self._look.px(22)) - QPoint(SHADOW, SHADOW)
        rightmost = self._page.width() - SHADOW - round(self._card().width()) - 8
        self.move(min(corner.x(), rightmost), corner.y())
        if not same:
            self.setFixedSize(self._needed())
            self._picture = self._painted()
            self.show()
            self.raise_()
            self.update()

    def let_go(self) -> None:
        """The hand is empty."""
        self.hide()

    def _card(self) -> QRectF:
        return QRectF(QPointF(SHADOW, SHADOW), self._size)

    def _label(self) -> QRectF:
        if not self._sentence:
            return QRectF()
        card, wide = self._card(), float(self._look.px(262))
        metrics = QFontMetricsF(self._look.font("control"))
        room = QRectF(0, 0, wide - 46, 1000)
        high = metrics.boundingRect(room, _WRAP, self._sentence).height()
        return QRectF(card.left() + 6, card.bottom() + 16, wide, high + 20)

    def _needed(self) -> QSize:
        card, label = self._card(), self._label()
        low = max(card.bottom(), label.bottom())
        wide = max(card.right(), label.right())
        return QSize(round(wide) + SHADOW, round(low) + SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Painted once for all the way that it is carried."""
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _painted(self) -> QPixmap:
        """A soft shadow, the sheets behind, the face of the first, the count, and the label."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()
        return picture

    def _paint(self, painter: QPainter) -> None:
        tokens, card = self._look.tokens, self._card()
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW, 0, -3):
            painter.setBrush(QColor(15, 30, 35, 5))
            grown = card.translated(0, 8).adjusted(-step / 2, -step / 2, step / 2, step / 2)
            painter.drawRoundedRect(grown, 8 + step / 2, 8 + step / 2)
        for right, down in BEHIND[-(self._count - 1) :] if self._count > 1 else ():
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(card.translated(right, down), 8, 8)
        painter.save()
        painter.translate(card.topLeft())
        self._face(painter)
        painter.restore()
        if self._count > 1:
            self._paint_count(painter, card.topRight())
        paint_label(painter, self._label(), self._says, self._sentence, self._look)

    def _paint_count(self, painter: QPainter, middle: QPointF) -> None:
        radius = self._look.px(15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.ink))
        painter.drawEllipse(middle, radius, radius)
        font = QFont(self._look.font("count"))
        font.setPixelSize(self._look.px(15))
        painter.setFont(font)
        painter.setPen(QColor(self._look.tokens.canvas))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._count))


def paint_label(painter: QPainter, box: QRectF, says: str, sentence: str, look: Look) -> None:
    """What letting go would do: filled with accent for a yes, with ink for a why not."""
    if not sentence:
        return
    tokens = look.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent if says == "yes" else tokens.ink))
    painter.drawRoundedRect(box, 8, 8)
    ink = QColor(tokens.on_accent if says == "yes" else tokens.canvas)
    icon = QRectF(QPointF(box.left() + 12, box.center().y() - 9), QSize(18, 18).toSizeF())
    paint_icon(painter, "check" if says == "yes" else "swap", icon, ink)
    painter.setPen(ink)
    painter.setFont(look.font("control"))
    words = box.adjusted(38, 6, -8, -6)
    painter.drawText(words, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), sentence)
