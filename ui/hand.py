"""What is in the hand: it follows the mouse, casts a shadow, and says what letting go would do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme.icons import paint_icon
from ui.theme.look import Look

SHADOW = 24
PAD = 12


class Hand(QWidget):
    """One line or card over the page, with a label below it. The mouse goes through it."""

    def __init__(self, page: QWidget, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._look, self._words, self._says, self._sentence = look, "", "", ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def pick_up(self, words: str) -> None:
        """Take something; it is shown at the next `carry`."""
        self._words, self._says, self._sentence = words, "", ""

    def carry(self, place: QPoint, says: str, sentence: str) -> None:
        """Be at this point of the page: "yes" or "no" with its sentence, or "" over nothing."""
        self._says, self._sentence = says, sentence
        self.setFixedSize(self._size())
        corner = place - QPoint(self._look.px(60), self._look.px(22) + SHADOW)
        rightmost = self._page.width() - self.width() + SHADOW - 8
        self.move(min(corner.x(), rightmost), corner.y())
        self.show()
        self.raise_()
        self.update()

    def let_go(self) -> None:
        """The hand is empty."""
        self.hide()

    def _card(self) -> QRectF:
        wide = self._look.px(260)
        room = QRectF(0, 0, wide - 2 * PAD, 1000)
        metrics = QFontMetricsF(self._look.font("strong"))
        high = metrics.boundingRect(room, _WRAP, self._words).height()
        return QRectF(SHADOW, SHADOW, wide, high + 2 * PAD)

    def _label(self) -> QRectF:
        if not self._sentence:
            return QRectF()
        card = self._card()
        room = QRectF(0, 0, self._look.px(262) - 44, 1000)
        metrics = QFontMetricsF(self._look.font("control"))
        high = metrics.boundingRect(room, _WRAP, self._sentence).height()
        return QRectF(card.left() + 6, card.bottom() + 10, self._look.px(262), high + 20)

    def _size(self) -> QSize:
        card, label = self._card(), self._label()
        low = max(card.bottom(), label.bottom())
        return QSize(round(card.right()) + SHADOW + 12, round(low) + SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """A soft shadow, the raised sheet, and the label."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, card = self._look.tokens, self._card()
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW, 0, -3):
            painter.setBrush(QColor(15, 30, 35, 5))
            grown = card.translated(0, 8).adjusted(-step / 2, -step / 2, step / 2, step / 2)
            painter.drawRoundedRect(grown, 8 + step / 2, 8 + step / 2)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(card, 8, 8)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._look.font("strong"))
        painter.drawText(card.adjusted(PAD, PAD, -PAD, -PAD), _WRAP, self._words)
        paint_label(painter, self._label(), self._says, self._sentence, self._look)


_WRAP = int(Qt.TextFlag.TextWordWrap)


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
