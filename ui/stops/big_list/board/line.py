"""The whole list small: a card is one line, and so is most of a headline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.stops.big_list.board.card import paint_code, paint_customers
from ui.stops.big_list.board.column import GROUP, BoardColumn
from ui.stops.big_list.board.face import CardFace
from ui.theme.mirror import draw_text, runs_against
from ui.theme.paint import ring
from ui.theme.text_layout import TextLayout, upright
from ui.theme.theme import Theme

PAD = 6
_ELIDE, _VCENTER = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter


class LinePainter:
    """Paints a card as one line: its code, and our headline or the customer's words.

    Only here customers' words may be cut: a click, Enter or the mouse shows the card whole.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ours, self._said = theme.font("caption"), theme.font("verbatim_card")
        self._said.setPixelSize(theme.px(13))

    def paint(
        self,
        painter: QPainter,
        face: CardFace,
        size: tuple[float, float],
        *,
        selected: bool,
        edge: str = "line",
    ) -> None:
        """Paint the line at this width and height."""
        tokens, (wide, high) = self._theme.tokens, size
        edge = "accent" if selected else edge
        pen = QPen(QColor(getattr(tokens, edge)), {"accent": 2}.get(edge, 1))
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.tint if selected else tokens.panel))
        painter.drawRoundedRect(QRectF(0.5, 0.5, wide - 1, high - 1), 4, 4)
        tag = QRectF(3, 2, self._theme.px(26), high - 4)
        paint_code(painter, tag, str(face.card.code), self._theme, selected=selected)
        self._paint_words(painter, face, QRectF(tag.right() + 5, 0, wide - tag.right() - 9, high))

    def _paint_words(self, painter: QPainter, face: CardFace, box: QRectF) -> None:
        tokens, ours = self._theme.tokens, face.card.headline
        words = ours or next(iter(face.said), "")
        font = self._ours if ours else upright(words, self._said)
        left = runs_against(words)
        if not ours:
            bar = box.right() - 2 if left else box.left()
            painter.fillRect(QRectF(bar, box.top() + 2, 2, box.height() - 4), QColor(tokens.accent))
            box = box.adjusted(0, 0, -7, 0) if left else box.adjusted(7, 0, 0, 0)
        painter.setFont(font)
        painter.setPen(QColor(tokens.grey if face.aside else tokens.ink))
        shown = QFontMetricsF(font).elidedText(words.replace("\n", " "), _ELIDE, box.width())
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        draw_text(painter, box, side | _VCENTER, shown)


class LineHeads:
    """Headlines of the small list: letter and slot, two lines of words, and the customers."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._font = QFont(theme.font("label"))

    def height(self, column: BoardColumn, width: float) -> float:
        """How high the headline is in a column of this width."""
        px = self._theme.px
        lines = self._title(column).height(self._words(column, width)) / px(16)
        return float(px(38 if lines > 1 or column.slot else 26))

    def paint(self, painter: QPainter, column: BoardColumn) -> None:
        """Paint the headline where the column stands."""
        theme, tokens, head = self._theme, self._theme.tokens, column.head
        left, title = head.left() + PAD, self._title(column)
        painter.setFont(self._font)
        if column.group is not None:
            letter = QRectF(left, head.top() + 4, theme.px(18), theme.px(16))
            painter.setPen(QColor(tokens.accent))
            draw_text(painter, letter, Qt.AlignmentFlag.AlignCenter, column.group.letter)
            if column.slot:
                middle = QPointF(letter.center().x(), letter.bottom() + theme.px(9))
                ring(painter, middle, theme.px(17), "disc", str(column.slot), tokens)
            end = head.adjusted(0, 0, -PAD, 0)
            count = len(column.group.customers)
            paint_customers(painter, end, count, theme, "label", "accent")
            left += theme.px(22)
        wide = self._words(column, head.width())
        high = title.height(wide)
        top = head.top() + (head.height() - high) / 2
        title.paint(painter, QRectF(left, top, wide, high), QColor(tokens.ink))
        if column.kind != GROUP and column.cards:
            x = left + QFontMetricsF(self._font).horizontalAdvance(column.title) + theme.px(9)
            painter.setPen(QColor(tokens.grey))
            draw_text(
                painter, QRectF(x, head.top(), 80, head.height()), _VCENTER, str(len(column.cards))
            )

    def _title(self, column: BoardColumn) -> TextLayout:
        words = column.group.headline if column.group else column.title
        return TextLayout(words, self._font, self._theme.px(16), 2)

    def _words(self, column: BoardColumn, width: float) -> float:
        """The width for the words."""
        px = self._theme.px
        return width - 2 * PAD - (px(22) + px(34) if column.kind == GROUP else 0)
