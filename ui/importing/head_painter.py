"""Paint a column's head on the import page: what it is, how much stands there, what it gives."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from cxworkshop.exchange.column_counts import ColumnCount
from cxworkshop.exchange.roles import ColumnRole
from ui.importing.table_layout import TableLayout
from ui.theme.mirror import draw_text
from ui.theme.theme import Theme

AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def one_line(painter: QPainter, theme: Theme, box: QRectF, text: str, role: str, ink: str) -> None:
    """Draw as much of a text as its box is wide."""
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(QColor(getattr(theme.tokens, ink)))
    short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    draw_text(painter, box, AT_LEFT, short)


def up_and_down(painter: QPainter, middle: QPointF, reach: int) -> None:
    """Draw the two arrow heads of what can be moved up and down."""
    for way in (-1, 1):
        tip = middle + QPointF(0, way * reach)
        for side in (-1, 1):
            painter.drawLine(tip, tip + QPointF(side * reach / 2, -way * reach / 2))


class ColumnHeadPainter:
    """A head is a button that drops down a menu, and two lines below it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, at: TableLayout, count: ColumnCount, area: QRect, *, here: bool
    ) -> None:
        """What a column is, how many rows have something there, and what that gives."""
        px = self._theme.px
        self._paint_chip(painter, at, count, area, here=here)
        box = QRectF(area.left() + at.pad, area.top() + px(12) + at.chip, 0, at.body.height())
        box.setWidth(area.width() - 2 * at.pad)
        one_line(painter, self._theme, box, at.filled(count), "small", "grey")
        ink = "ink" if count.role.is_taken else "grey"
        ink = "amber" if count.is_unsure else ink
        below = box.translated(0, at.body.height())
        one_line(painter, self._theme, below, count.gives, "label", ink)

    def _paint_chip(
        self, painter: QPainter, at: TableLayout, count: ColumnCount, area: QRect, *, here: bool
    ) -> None:
        px, tokens, role = self._theme.px, self._theme.tokens, count.role
        chip = QRectF(area.left() + at.pad - 2, area.top() + px(8), at.chip_width(count), at.chip)
        half = chip.height() / 2
        pen, ground, ink = self._looks(role)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), half, half)
        painter.setFont(self._theme.font("label"))
        painter.setPen(ink)
        draw_text(painter, chip.adjusted(px(11), 0, 0, 0), AT_LEFT, role.words)
        painter.setPen(QPen(ink, max(1.4, px(14) / 10)))
        low = QPointF(chip.right() - px(15), chip.center().y() + px(2))
        for side in (-1, 1):
            painter.drawLine(low, low + QPointF(side * px(4), -px(4)))
        if here:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ink), 3))
            painter.drawRoundedRect(chip.adjusted(-3, -3, 3, 3), half + 3, half + 3)

    def _looks(self, role: ColumnRole) -> tuple[QPen, QColor, QColor]:
        """The border, the ground and the ink of a chip: words are filled, what is left dashed."""
        tokens = self._theme.tokens
        accent = QColor(tokens.accent)
        if role is ColumnRole.WORDS:
            return QPen(accent, 1), accent, QColor(tokens.on_accent)
        if role is ColumnRole.PRAISE:
            return QPen(accent, 2), QColor(tokens.tint), QColor(tokens.ink)
        if role.is_taken:
            return QPen(QColor(tokens.edge), 1), QColor(tokens.panel), QColor(tokens.ink)
        pen = QPen(QColor(tokens.edge), 1, Qt.PenStyle.DashLine)
        return pen, QColor(tokens.sunken), QColor(tokens.grey)
