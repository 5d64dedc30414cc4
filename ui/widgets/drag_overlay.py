"""What is being dragged: it follows the mouse, casts a shadow, and says what a drop would do."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, is_mirrored, mirror, runs_against
from ui.theme.theme import Theme

SHADOW = 16
PAD = 12
BEHIND = ((14, 12), (7, 6))  # how far the sheets of several cards stick out
_WRAP = int(Qt.TextFlag.TextWordWrap)


Snapshot = tuple[QPixmap, QPoint] | None  # a picture, and where on the page it is


class OverlayPicture(Protocol):
    """A picture over a page: a small widget, or something that is moved and shown like one."""

    def isVisible(self) -> bool:  # noqa: N802
        """Whether it is shown."""

    def setVisible(self, visible: bool, /) -> None:  # noqa: N802
        """Show or hide it."""

    def hide(self) -> None:
        """Hide it."""

    def raise_(self) -> None:
        """Raise it above its siblings."""

    def width(self) -> int:
        """Its width in pixels of the page."""

    def height(self) -> int:
        """Its height in pixels of the page."""

    def move_to(self, left: int, top: int) -> None:
        """Move its top left corner to this point of the page."""

    def snapshot(self) -> tuple[QPixmap, QPoint]:
        """The picture, and its top left corner on the page."""

    def show_picture(self, size: QSizeF, paint: Callable[[QPainter], None]) -> None:
        """Paint a new picture and take its size."""


class DragOverlay:
    """Lines or cards over a page, with a label below them; mouse events go through both.

    They are two small pictures and not one large one: each frame of a drag then paints only what
    they cover. Who draws them differently passes two of its own: the cards, then the label.
    """

    def __init__(
        self,
        page: QWidget,
        theme: Theme,
        pictures: tuple[OverlayPicture, OverlayPicture] | None = None,
    ) -> None:
        self._page, self._theme = page, theme
        self._size, self._whole, self._held = QSizeF(), (0, 0), (0, 0)
        self._sheets, self._label = pictures or (PictureWidget(page), PictureWidget(page))
        self._answer = ("", "")

    @property
    def sentence(self) -> str:
        """What the label says."""
        return self._answer[1]

    def isVisible(self) -> bool:  # noqa: N802
        """Whether something is being dragged."""
        return self._sheets.isVisible()

    def pick_up(self, words: str) -> None:
        """Prepare a line of words; the next `carry` shows it."""
        wide = float(self._theme.px(260))
        room = QRectF(0, 0, wide - 2 * PAD, 1000)
        metrics = QFontMetricsF(self._theme.font("strong"))
        high = metrics.boundingRect(room, _WRAP, words).height() + 2 * PAD

        def face(painter: QPainter) -> None:
            card = QRectF(0, 0, wide, high)
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
            painter.setBrush(QColor(self._theme.tokens.raised))
            painter.drawRoundedRect(card, 8, 8)
            painter.setPen(QColor(self._theme.tokens.ink))
            painter.setFont(self._theme.font("strong"))
            right = int(Qt.AlignmentFlag.AlignRight) if runs_against(words) else 0
            draw_text(painter, card.adjusted(PAD, PAD, -PAD, -PAD), _WRAP | right, words)

        self.pick_up_cards(face, QSizeF(wide, high), 1)

    def pick_up_cards(self, face: Callable[[QPainter], None], size: QSizeF, count: int) -> None:
        """Prepare `count` sheets, of which `face` paints the first at `size`."""
        self._size, self._answer = size, ("", "")
        self._held = self._theme.px(60), self._theme.px(22)
        self._whole = round(size.width()), round(size.height())
        more = SHADOW if count > 1 else 0  # the sheets behind and the count stick out
        needed = size + QSizeF(2 * SHADOW + more, 2 * SHADOW + more)
        self._sheets.show_picture(needed, lambda painter: self._paint(painter, face, count))

    def carry(self, place: QPoint, says: str, sentence: str) -> None:
        """Move to this point of the page; the label says "yes" or "no" and why, "" hides it."""
        # Plain integers instead of QPoints: in a frame of a drag each call into Qt counts.
        wide, high = self._whole
        room, held = self._page.width() - 8, self._held
        left, top = min(place.x() - held[0], room - wide), place.y() - held[1]
        self._sheets.move_to(left - SHADOW, top - SHADOW)
        if (says, sentence) != self._answer:
            self._answer = (says, sentence)
            self._show_label()
        below = top + high + SHADOW
        if below + self._label.height() > self._page.height():
            below = top - self._label.height() - SHADOW // 2
        self._label.move_to(min(left + 6, room - self._label.width()), below)
        for part, shown in ((self._sheets, True), (self._label, bool(sentence))):
            if part.isVisible() != shown:
                part.setVisible(shown)
                part.raise_()

    def snapshot(self) -> Snapshot:
        """The cards as they are shown; None while nothing is being dragged."""
        return self._sheets.snapshot() if self._sheets.isVisible() else None

    def let_go(self) -> None:
        """Hide it: nothing is being dragged any more."""
        self._sheets.hide()
        self._label.hide()

    def _show_label(self) -> None:
        says, sentence = self._answer
        wide = float(self._theme.px(262))
        metrics = QFontMetricsF(self._theme.font("control"))
        room = QRectF(0, 0, wide - 46, 1000)
        high = metrics.boundingRect(room, _WRAP, sentence).height() + 20
        box = QRectF(0, 0, wide, high)
        self._label.show_picture(
            box.size(), lambda painter: paint_label(painter, box, says, sentence, self._theme)
        )

    def _paint(self, painter: QPainter, face: Callable[[QPainter], None], count: int) -> None:
        """Paint a soft shadow, the sheets behind, the face of the first, and the count."""
        tokens, card = self._theme.tokens, QRectF(QPointF(SHADOW, SHADOW), self._size)
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
        radius = self._theme.px(15)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.ink))
        painter.drawEllipse(middle, radius, radius)
        font = QFont(self._theme.font("count"))
        font.setPixelSize(self._theme.px(15))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.canvas))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, str(count))


class PictureWidget(QWidget):
    """A picture that is painted once for the whole drag."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_picture(self, size: QSizeF, paint: Callable[[QPainter], None]) -> None:
        """Paint a new picture and take its size."""
        self._picture = paint_pixmap(size, self.devicePixelRatioF(), paint)
        self.setFixedSize(self._picture.deviceIndependentSize().toSize())
        self.update()

    def move_to(self, left: int, top: int) -> None:
        """Move its top left corner to this point of the page."""
        self.move(left, top)

    def snapshot(self) -> tuple[QPixmap, QPoint]:
        """The picture, and its top left corner on the page."""
        return self._picture, self.pos()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)


def paint_pixmap(size: QSizeF, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    """Paint on a transparent ground; `size` is rounded up to whole pixels of the page."""
    whole = QSize(math.ceil(size.width()), math.ceil(size.height()))
    result = QPixmap(whole * ratio)
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_mirrored():
        mirror(painter, QRectF(QPointF(), size))
    paint(painter)
    painter.end()
    return result


def paint_label(painter: QPainter, box: QRectF, says: str, sentence: str, theme: Theme) -> None:
    """Paint what a drop would do: on the accent colour for a yes, on ink for a refusal."""
    if not sentence:
        return
    tokens = theme.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent if says == "yes" else tokens.ink))
    painter.drawRoundedRect(box, 8, 8)
    ink = QColor(tokens.on_accent if says == "yes" else tokens.canvas)
    icon = QRectF(QPointF(box.left() + 12, box.center().y() - 9), QSize(18, 18).toSizeF())
    paint_icon(painter, "check" if says == "yes" else "swap", icon, ink)
    painter.setPen(ink)
    painter.setFont(theme.font("control"))
    words = box.adjusted(38, 6, -8, -6)
    draw_text(painter, words, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), sentence)
