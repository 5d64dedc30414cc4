"""What is in the hand: it follows the mouse, casts a shadow, and says what letting go would do."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme.flow import runs_left
from ui.theme.icons import paint_icon
from ui.theme.look import Look

SHADOW = 16
PAD = 12
BEHIND = ((14, 12), (7, 6))  # how far the sheets of several cards stick out
_WRAP = int(Qt.TextFlag.TextWordWrap)


class Hand:
    """Lines or cards over a page, with a label below them. The mouse goes through both.

    They are two small widgets and not one: in each frame of a drag only what they cover is painted.
    """

    def __init__(self, page: QWidget, look: Look) -> None:
        self._page, self._look = page, look
        self._size = QSizeF()
        self._sheets, self._label = _Picture(page), _Picture(page)
        self._answer = ("", "")

    @property
    def sentence(self) -> str:
        """What stands below it."""
        return self._answer[1]

    def isVisible(self) -> bool:  # noqa: N802 - as of a widget
        """Whether something is in it."""
        return self._sheets.isVisible()

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
            right = int(Qt.AlignmentFlag.AlignRight) if runs_left(words) else 0
            painter.drawText(card.adjusted(PAD, PAD, -PAD, -PAD), _WRAP | right, words)

        self.pick_up_cards(face, QSizeF(wide, high), 1)

    def pick_up_cards(self, face: Callable[[QPainter], None], size: QSizeF, count: int) -> None:
        """Take something that paints itself, and so many sheets of it."""
        self._size, self._answer = size, ("", "")
        more = SHADOW if count > 1 else 0  # the sheets behind and the count stick out
        needed = size + QSizeF(2 * SHADOW + more, 2 * SHADOW + more)
        self._sheets.show_picture(needed, lambda painter: self._paint(painter, face, count))

    def carry(self, place: QPoint, says: str, sentence: str) -> None:
        """Be at this point of the page: "yes" or "no" with its sentence, or "" over nothing."""
        corner = place - QPoint(self._look.px(60), self._look.px(22))
        rightmost = self._page.width() - round(self._size.width()) - 8
        corner.setX(min(corner.x(), rightmost))
        self._sheets.move(corner - QPoint(SHADOW, SHADOW))
        if (says, sentence) != self._answer:
            self._answer = (says, sentence)
            self._show_label()
        below = corner + QPoint(6, round(self._size.height()) + SHADOW)
        if below.y() + self._label.height() > self._page.height():
            below.setY(corner.y() - self._label.height() - SHADOW // 2)
        self._label.move(min(below.x(), self._page.width() - self._label.width() - 8), below.y())
        for part, shown in ((self._sheets, True), (self._label, bool(sentence))):
            if part.isVisible() != shown:
                part.setVisible(shown)
                part.raise_()

    def let_go(self) -> None:
        """The hand is empty."""
        self._sheets.hide()
        self._label.hide()

    def _show_label(self) -> None:
        says, sentence = self._answer
        wide = float(self._look.px(262))
        metrics = QFontMetricsF(self._look.font("control"))
        room = QRectF(0, 0, wide - 46, 1000)
        high = metrics.boundingRect(room, _WRAP, sentence).height() + 20
        box = QRectF(0, 0, wide, high)
        self._label.show_picture(
            box.size(), lambda painter: paint_label(painter, box, says, sentence, self._look)
        )

    def _paint(self, painter: QPainter, face: Callable[[QPainter], None], count: int) -> None:
        """A soft shadow, the sheets behind, the face of the first, and the count."""
        tokens, card = self._look.tokens, QRectF(QPointF(SHADOW, SHADOW), self._size)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW, 0, -2):
            painter.setBrush(QColor(15, 30, 35, 6))
            grown = card.translated(0, SHADOW / 3).adjusted(
                -step / 2, -step / 2, step / 2, step / 2
            )
            painter.drawRoundedRect(grown, 8 + step / 2, 8 + step / 2)
        for right, down in BEHIND[-(count - 1) :] if count > 1 else ():
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(card.translated(right, down), 8, 8)
        painter.save()
        painter.translate(card.topLeft())
        face(painter)
        painter.restore()
        if count > 1:
            self._paint_count(painter, card.topRight(), count)

    def _paint_count(self, painter: QPainter, middle: QPointF, count: int) -> None:
        radius = self._look.px(15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.tokens.ink))
        painter.drawEllipse(middle, radius, radius)
        font = QFont(self._look.font("count"))
        font.setPixelSize(self._look.px(15))
        painter.setFont(font)
        painter.setPen(QColor(self._look.tokens.canvas))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))


class _Picture(QWidget):
    """Something painted once for all the way that it is carried."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_picture(self, size: QSizeF, paint: Callable[[QPainter], None]) -> None:
        """Paint it, and be as large as it is."""
        whole = QSize(math.ceil(size.width()), math.ceil(size.height()))
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(whole * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        self.setFixedSize(whole)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        QPainter(self).drawPixmap(0, 0, self._picture)


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
