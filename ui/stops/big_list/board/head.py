"""The headlines of the board's columns: measured and painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from cxworkshop.i18n import _, ngettext
from ui.stops.big_list.board.card import paint_customers, paint_opposite
from ui.stops.big_list.board.column import GROUP, LOOSE, NEW, BoardColumn
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, runs_against
from ui.theme.paint import ring
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme

MOST_LINES = 3  # of a headline, which may be a customer's sentence; the cards show all of it
PAD, ROUND = 8, 10
ON_WALL = 26  # the height of the label of a group that the room sees
BAND = 40  # the height of a headline of one line
_VCENTER = Qt.AlignmentFlag.AlignVCenter


class HeadPainter:
    """Headlines at full size: of groups with letter, slot and customers; of others in one line."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self.lines = theme, MOST_LINES

    def height(self, column: BoardColumn, width: float) -> float:
        """How high the headline is in a column of this width."""
        px = self._theme.px
        if column.kind != GROUP:
            return float(px(BAND))
        title, against = self._flows(column)
        wide = width - 2 * PAD
        high = px(10) + px(22) + px(6) + title.height(wide) + px(8)
        if column.opposite:
            high += against.height(wide - px(20)) + px(4)
        return high + (px(ON_WALL) + px(6) if column.on_wall else 0)

    def paint(self, painter: QPainter, column: BoardColumn) -> None:
        """Paint the headline where the column stands."""
        if column.kind == GROUP:
            self._paint_group(painter, column)
        elif column.kind == NEW:
            self._paint_new(painter, column)
        else:
            self._paint_band(painter, column)

    def _flows(self, column: BoardColumn) -> tuple[TextLayout, TextLayout]:
        theme = self._theme
        headline = column.group.headline if column.group else column.title
        return (
            TextLayout(headline, theme.font("strong"), theme.px(20), self.lines),
            TextLayout(column.opposite, theme.font("small"), theme.px(18)),
        )

    def _paint_group(self, painter: QPainter, column: BoardColumn) -> None:
        assert column.group is not None  # it is a group's
        px, area, group = self._theme.px, column.area, column.group
        title, against = self._flows(column)
        row = QRectF(area.left() + PAD, area.top() + px(10), area.width() - 2 * PAD, px(22))
        mirrored = runs_against(group.headline)
        self._paint_letter(painter, row, column, mirrored=mirrored)
        ink = QColor(self._theme.tokens.ink)
        box = QRectF(row.left(), row.bottom() + px(6), row.width(), 0)
        box.setHeight(title.height(box.width()))
        title.paint(painter, box, ink)
        if column.opposite:
            words = box.translated(px(20), box.height() + px(4))
            words.setWidth(box.width() - px(20))
            against.paint(painter, words, ink)
            paint_opposite(painter, words, box.left(), self._theme)
        if column.on_wall:
            bottom = column.head.bottom() - px(8)
            label = QRectF(row.left(), bottom - px(ON_WALL), row.width(), px(ON_WALL))
            self._paint_on_wall(painter, label, column.on_wall)

    def _paint_on_wall(self, painter: QPainter, box: QRectF, words: str) -> None:
        theme, px = self._theme, self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.accent))
        painter.drawRoundedRect(box, 6, 6)
        side = px(16)
        icon = QRectF(box.left() + px(8), box.center().y() - side / 2, side, side)
        paint_icon(painter, "wall", icon, QColor(theme.tokens.on_accent))
        painter.setFont(theme.font("label"))
        painter.setPen(QColor(theme.tokens.on_accent))
        room = box.adjusted(px(32), 0, -px(6), 0)
        shown = QFontMetricsF(theme.font("label")).elidedText(
            words, Qt.TextElideMode.ElideRight, room.width()
        )
        draw_text(painter, room, _VCENTER, shown)

    def _paint_letter(
        self, painter: QPainter, row: QRectF, column: BoardColumn, *, mirrored: bool
    ) -> None:
        """Paint the letter on its square tag, the slot, and the customers at the other end."""
        assert column.group is not None
        theme, px = self._theme, self._theme.px
        letter = column.group.letter
        wide = QFontMetricsF(theme.font("label")).horizontalAdvance(letter) + px(10)
        wide = max(float(px(22)), wide)
        tag = QRectF(row.right() - wide if mirrored else row.left(), row.top(), wide, row.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.panel))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(QColor(theme.tokens.accent))
        painter.setFont(theme.font("label"))
        draw_text(painter, tag, Qt.AlignmentFlag.AlignCenter, letter)
        if column.slot:
            self._paint_slot(painter, row, tag, column.slot, mirrored=mirrored)
        end = QRectF(row)
        if mirrored:
            end.setRight(row.left() + row.width() / 3)
        count = len(column.group.customers)
        paint_customers(painter, end, count, theme, "count", "accent")

    def _paint_slot(
        self, painter: QPainter, row: QRectF, tag: QRectF, slot: int, *, mirrored: bool
    ) -> None:
        theme, size = self._theme, self._theme.px(20)
        step = size / 2 + theme.px(6)
        x = tag.left() - step if mirrored else tag.right() + step
        middle = QPointF(x, row.center().y())
        ring(painter, middle, size, "disc", str(slot), theme.tokens)
        if mirrored:
            return
        painter.setFont(theme.font("label"))
        painter.setPen(QColor(theme.tokens.accent))
        left = x + size / 2 + theme.px(4)
        room = QRectF(left, row.top(), row.right() - left - theme.px(44), row.height())
        words = QFontMetricsF(theme.font("label"))
        if words.horizontalAdvance(_("picked")) <= room.width():
            draw_text(painter, room, _VCENTER, _("picked"))

    def _paint_new(self, painter: QPainter, column: BoardColumn) -> None:
        theme, area = self._theme, column.area
        if column.answer == "hidden":
            return
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.tokens.grey))
        box = area.adjusted(PAD, 2, -PAD, -2)
        words = column.hint or column.title
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        draw_text(painter, box, flags, words)

    def _paint_band(self, painter: QPainter, column: BoardColumn) -> None:
        """Paint title, number of cards, how many customers, and at the end what to do."""
        theme, tokens = self._theme, self._theme.tokens
        band = QRectF(column.area.left() + 11, column.area.top(), column.area.width() - 22, 0)
        band.setHeight(column.head_height)
        parts = [(column.title, "strong", "ink"), (str(len(column.cards)), "body", "grey")]
        if column.kind == LOOSE:
            parts.append((_customers(column), "small", "grey"))
        left = band.left()
        for words, role, ink in parts:
            metrics = QFontMetricsF(theme.font(role))
            wide = metrics.horizontalAdvance(words)
            if left + wide > band.right():
                return
            painter.setFont(theme.font(role))
            painter.setPen(QColor(getattr(tokens, ink)))
            draw_text(painter, QRectF(left, band.top(), wide + 1, band.height()), _VCENTER, words)
            left += wide + theme.px(12)
        wide = QFontMetricsF(theme.font("small")).horizontalAdvance(column.hint)
        if column.hint and left + wide <= band.right():
            flags = Qt.AlignmentFlag.AlignRight | _VCENTER
            draw_text(painter, band, flags, column.hint)


def _customers(column: BoardColumn) -> str:
    count = len(frozenset().union(*(card.face.card.customers for card in column.cards)))
    if not column.cards:
        return ""
    return ngettext("from {n} {customer}", "from {n} {customers}", count).format(n=count)


def paint_ground(painter: QPainter, column: BoardColumn) -> None:
    """Paint what lies below a column's cards, by what a drop on it would do."""
    tokens = column.theme.tokens
    if column.answer == "yes":
        fill, pen = tokens.tint, QPen(QColor(tokens.accent), 3)
    elif column.answer == "no":
        fill, pen = tokens.sunken, QPen(QColor(tokens.edge), 2, Qt.PenStyle.DashLine)
    elif column.on_wall:
        fill, pen = tokens.tint, QPen(QColor(tokens.accent), 2)
    elif column.kind == GROUP:
        fill, pen = tokens.sunken, QPen(Qt.PenStyle.NoPen)
    else:
        fill, pen = tokens.canvas, QPen(QColor(tokens.ghost), 1.5, Qt.PenStyle.DashLine)
    painter.setBrush(QColor(fill))
    painter.setPen(pen)
    painter.drawRoundedRect(column.area.adjusted(1.5, 1.5, -1.5, -1.5), ROUND, ROUND)
