"""Paint the table of the import page: heads, title rows, the line where answers begin, cells."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from cxworkshop.exchange.column_counts import ColumnCount
from cxworkshop.exchange.roles import ColumnRole
from cxworkshop.i18n import _
from ui.dialogs.import_page.table_layout import LINES, TableLayout
from ui.theme.text_layout import TextLayout, runs_left
from ui.theme.theme import Theme

LONGEST = 300  # characters of a cell that are laid out for its two lines
MOST_KEPT = 3_000  # laid out texts
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TablePainter:
    """Paints what is in sight; `why` says of cells by line and column why they are not taken."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._texts: dict[tuple[str, str], TextLayout] = {}
        self.why: dict[tuple[int, int], str] = {}

    def forget(self) -> None:
        """Lay texts out anew, in other fonts."""
        self._texts.clear()

    def paint_ground(self, painter: QPainter, at: TableLayout, seen: QRect, scrolled: int) -> None:
        """Fill the panel, and columns of which nothing is taken, and draw lines between columns."""
        tokens = self._theme.tokens
        painter.fillRect(seen, QColor(tokens.panel))
        for count in at.counts:
            area = at.head_area(count.number).translated(-scrolled, 0)
            area.setBottom(seen.bottom())
            if not count.role.is_taken:
                painter.fillRect(area, QColor(tokens.sunken))
            painter.fillRect(area.right(), area.top(), 1, area.height(), QColor(tokens.line))

    def paint_row(self, painter: QPainter, at: TableLayout, row: int, area: QRect) -> None:
        """A title row, one above all titles, or a row of answers with a line below it."""
        table = at.preview.table
        if row < table.skipped:
            text = " ".join(" ".join(at.records[row].cells).split())
            across = QRectF(area.adjusted(at.numbers + at.pad, 0, -at.pad, 0))
            across.translate(0, at.row * 0.07)
            across.setHeight(QFontMetricsF(self._theme.font("small")).height())
            self._one_line(painter, across, text, "small", "grey")
            return
        for count in at.counts:
            box = QRectF(area.left() + at.lefts[count.number], area.top(), 0, area.height())
            box.setWidth(at.widths[count.number])
            inside = box.adjusted(at.pad, at.row * 0.07, -at.pad, 0)
            if row < at.first:
                text = " ".join(at.cell(row, count.number).split())
                self._flow(painter, inside, text, "label", "grey")
            else:
                self._paint_cell(painter, at, row, count, inside)
        line = QColor(self._theme.tokens.line)
        painter.fillRect(area.left() + at.numbers, area.bottom(), area.width(), 1, line)

    def _paint_cell(
        self, painter: QPainter, at: TableLayout, row: int, count: ColumnCount, box: QRectF
    ) -> None:
        text = " ".join(at.cell(row, count.number).split())
        if count.is_personal and not count.role.is_taken:
            self._flow(painter, box, _("hidden") if text else "", "small", "grey")
        elif not count.role.holds_words:
            ink = "ink" if count.role.is_taken else "grey"
            self._flow(painter, box, text, "small", ink)
        elif not text:
            self._flow(painter, box, "–", "small", "grey")
        elif why := self.why.get((at.records[row].line, count.number)):
            self._paint_left_out(painter, box, text, why)
        else:
            self._paint_words(painter, box, text)

    def _paint_words(self, painter: QPainter, box: QRectF, text: str) -> None:
        """A customer's words: serif, with a bar where they begin."""
        px, left = self._theme.px, runs_left(text)
        room = px(9)
        inside = box.adjusted(0, 0, -room, 0) if left else box.adjusted(room, 0, 0, 0)
        high = self._flow(painter, inside, text, "verbatim_list", "quote")
        bar = QRectF(box.right() - 2 if left else box.left(), box.top() + 1, 2, high - 2)
        painter.fillRect(bar, QColor(self._theme.tokens.accent))

    def _paint_left_out(self, painter: QPainter, box: QRectF, text: str, why: str) -> None:
        """Words that are not taken: struck out, with the reason below them."""
        font = QFont(self._theme.font("small"))
        high = QFontMetricsF(font).height()
        line = QRectF(box.left(), box.top(), box.width(), high)
        font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.grey))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, AT_LEFT, short)
        self._one_line(painter, line.translated(0, high), why, "caption", "grey")

    def paint_number(self, painter: QPainter, at: TableLayout, row: int, area: QRect) -> None:
        """The line of the file in which a row begins."""
        box = QRectF(area.left(), area.top(), at.numbers - at.pad, QFontMetricsF(at.body).height())
        box.translate(0, at.row * 0.07)
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(self._theme.tokens.grey))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, str(at.records[row].line))

    def paint_start(self, painter: QPainter, at: TableLayout, y: int, wide: int) -> None:
        """The line above the first answers, with a handle that says what it is."""
        px, tokens = self._theme.px, self._theme.tokens
        accent = QColor(tokens.accent)
        painter.fillRect(0, y - 1, wide, 3, accent)
        words, font = _("Data starts here"), self._theme.font("label")
        room = QFontMetricsF(font).horizontalAdvance(words)
        pill = QRectF(at.numbers + at.pad, y - px(12), room + px(36), px(24))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        on_accent = QColor(tokens.on_accent)
        x, middle = pill.left() + px(14), pill.center().y()
        painter.setPen(QPen(on_accent, max(1.4, px(14) / 10)))
        for way in (-1, 1):
            tip = QPointF(x, middle + way * px(6))
            for side in (-1, 1):
                painter.drawLine(tip, QPointF(x + side * px(3), middle + way * px(3)))
        painter.setFont(font)
        painter.drawText(pill.adjusted(px(26), 0, 0, 0), AT_LEFT, words)

    def paint_head(
        self, painter: QPainter, at: TableLayout, count: ColumnCount, area: QRect, *, here: bool
    ) -> None:
        """What a column is, how many rows have something there, and what that gives."""
        px = self._theme.px
        self._paint_chip(painter, at, count, area, here=here)
        rows = len(at.preview.table.body)
        filled = _("{n} of {all}").format(n=f"{count.filled:,}", all=f"{rows:,}")
        box = QRectF(area.left() + at.pad, area.top() + px(12) + at.chip, 0, at.body.height())
        box.setWidth(area.width() - 2 * at.pad)
        self._one_line(painter, box, filled, "small", "grey")
        ink = "ink" if count.role.is_taken else "grey"
        self._one_line(painter, box.translated(0, at.body.height()), count.gives, "label", ink)

    def _paint_chip(
        self, painter: QPainter, at: TableLayout, count: ColumnCount, area: QRect, *, here: bool
    ) -> None:
        px, tokens, role = self._theme.px, self._theme.tokens, count.role
        chip = QRectF(area.left() + at.pad - 2, area.top() + px(8), at.chip_width(count), at.chip)
        fill, edge, ink, wide, dashed = tokens.panel, tokens.edge, tokens.ink, 1.0, False
        if role is ColumnRole.WORDS:
            fill, edge, ink = tokens.accent, tokens.accent, tokens.on_accent
        elif role is ColumnRole.PRAISE:
            fill, edge, wide = tokens.tint, tokens.accent, 2.0
        elif not role.is_taken:
            fill, ink, dashed = tokens.sunken, tokens.grey, True
        pen = QPen(QColor(edge), wide)
        pen.setStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        inside = chip.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inside, chip.height() / 2, chip.height() / 2)
        painter.setFont(self._theme.font("label"))
        painter.setPen(QColor(ink))
        painter.drawText(chip.adjusted(px(11), 0, 0, 0), AT_LEFT, role.words)
        arrow, middle = chip.right() - px(15), chip.center().y()
        painter.setPen(QPen(QColor(ink), max(1.4, px(14) / 10)))
        for side in (-1, 1):
            low = QPointF(arrow, middle + px(2))
            painter.drawLine(low, QPointF(arrow + side * px(4), middle - px(2)))
        if here:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ink), 3))
            around = chip.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)

    def _one_line(self, painter: QPainter, box: QRectF, text: str, role: str, ink: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(QColor(getattr(self._theme.tokens, ink)))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, AT_LEFT, short)

    def _flow(self, painter: QPainter, box: QRectF, text: str, role: str, ink: str) -> float:
        """Draw two lines at the most; return their height."""
        if not text:
            return 0
        if len(self._texts) > MOST_KEPT:
            self._texts.clear()
        key = (text[:LONGEST], role)
        if key not in self._texts:
            font = self._theme.font(role)
            self._texts[key] = TextLayout(key[0], font, QFontMetricsF(font).height(), LINES)
        flow = self._texts[key]
        flow.paint(painter, box, QColor(getattr(self._theme.tokens, ink)))
        return min(flow.height(box.width()), box.height())
