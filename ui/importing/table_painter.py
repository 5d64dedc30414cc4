"""Paint the table of the import page: heads, title rows, the line where answers begin, cells."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from cxworkshop.exchange.column_counts import ColumnCount
from cxworkshop.i18n import _
from ui.importing.head_painter import AT_LEFT, ColumnHeadPainter, one_line, up_and_down
from ui.importing.table_layout import LINES, TableLayout
from ui.theme.mirror import draw_text, runs_against
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme

LONGEST = 300  # characters of a cell that are laid out
MOST_KEPT = 3_000  # laid out texts


class TablePainter:
    """Paints what is in sight; `why` says of cells by line and column why they are not taken."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self._heads = theme, ColumnHeadPainter(theme)
        self._texts: dict[tuple[str, str], TextLayout] = {}
        self.why: dict[tuple[int, int], str] = {}
        self.start: int | None = None  # where the line is while it is dragged

    def forget(self) -> None:
        """Lay texts out anew, in other fonts."""
        self._texts.clear()

    def paint(
        self, painter: QPainter, at: TableLayout, seen: QRect, scrolled: QPoint, here: int | None
    ) -> None:
        """Paint all; `here` is the column that has the keyboard."""
        self._paint_ground(painter, at, seen, scrolled.x())
        rows = at.rows_in_sight(scrolled.y(), seen.height())
        areas = {row: at.row_area(row).translated(-scrolled) for row in rows}
        painter.setClipRect(at.numbers, at.head, seen.width(), seen.height())
        for row, area in areas.items():
            self._paint_row(painter, at, row, area, seen.width())
        painter.setClipping(False)
        painter.fillRect(0, 0, at.numbers, seen.height(), QColor(self._theme.tokens.panel))
        painter.setClipRect(0, at.head, seen.width(), seen.height())
        for row, area in areas.items():
            self._paint_number(painter, at, row, area.top())
        line = at.start_line - scrolled.y() if self.start is None else self.start
        self._paint_start(painter, at, line, seen.width())
        painter.setClipRect(at.numbers, 0, seen.width(), at.head)
        for count in at.counts:
            if at.is_in_sight(count.number, scrolled.x(), seen.width()):
                area = at.head_area(count.number).translated(-scrolled.x(), 0)
                self._heads.paint(painter, at, count, area, here=count.number == here)
        painter.setClipping(False)
        self._paint_border(painter, at, seen)

    def _paint_border(self, painter: QPainter, at: TableLayout, seen: QRect) -> None:
        line = QColor(self._theme.tokens.line)
        painter.fillRect(0, at.head, seen.width(), 1, line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1))
        painter.drawRoundedRect(seen.adjusted(0, 0, -1, -1), 8, 8)

    def _paint_ground(self, painter: QPainter, at: TableLayout, seen: QRect, scrolled: int) -> None:
        """Fill the panel, and columns of which nothing is taken, and draw lines between columns."""
        tokens = self._theme.tokens
        painter.fillRect(seen, QColor(tokens.panel))
        for count in at.counts:
            area = at.head_area(count.number).translated(-scrolled, 0)
            area.setBottom(seen.bottom())
            if not count.role.is_taken:
                painter.fillRect(area, QColor(tokens.sunken))
            painter.fillRect(area.right(), area.top(), 1, area.height(), QColor(tokens.line))

    def _paint_row(
        self, painter: QPainter, at: TableLayout, row: int, area: QRect, wide: int
    ) -> None:
        """A title row, one above all titles, or a row of answers with a line below it."""
        table = at.preview.table
        if row < table.skipped:
            text = _begins(" ".join(at.records[row].cells))
            across = QRectF(area.adjusted(at.numbers + at.pad, 0, -at.pad, 0))
            across.translate(0, at.row * 0.07)
            across.setHeight(QFontMetricsF(self._theme.font("small")).height())
            one_line(painter, self._theme, across, text, "small", "grey")
            return
        counts = (one for one in at.counts if at.is_in_sight(one.number, -area.left(), wide))
        for count in counts:
            box = QRectF(area.left() + at.lefts[count.number], area.top(), 0, area.height())
            box.setWidth(at.widths[count.number])
            inside = box.adjusted(at.pad, at.row * 0.07, -at.pad, 0)
            if row < at.first:
                text = _begins(at.cell(row, count.number))
                self._flow(painter, inside, text, "label", "grey")
            else:
                self._paint_cell(painter, at, row, count, inside)
        line = QColor(self._theme.tokens.line)
        painter.fillRect(area.left() + at.numbers, area.bottom(), area.width(), 1, line)

    def _paint_cell(
        self, painter: QPainter, at: TableLayout, row: int, count: ColumnCount, box: QRectF
    ) -> None:
        text = _begins(at.cell(row, count.number))
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
        px, against = self._theme.px, runs_against(text)
        room = px(9)
        inside = box.adjusted(0, 0, -room, 0) if against else box.adjusted(room, 0, 0, 0)
        high = self._flow(painter, inside, text, "verbatim_list", "quote")
        bar = QRectF(box.right() - 2 if against else box.left(), box.top() + 1, 2, high - 2)
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
        draw_text(painter, line, AT_LEFT, short)
        one_line(painter, self._theme, line.translated(0, high), why, "caption", "grey")

    def _paint_number(self, painter: QPainter, at: TableLayout, row: int, top: int) -> None:
        """The line of the file in which a row begins."""
        box = QRectF(0, top + at.row * 0.07, at.numbers - at.pad, at.body.height())
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(self._theme.tokens.grey))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, box, side, str(at.records[row].line or ""))  # titles may stand in none

    def _paint_start(self, painter: QPainter, at: TableLayout, y: int, wide: int) -> None:
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
        up_and_down(painter, QPointF(x, middle), px(6))
        painter.setFont(font)
        draw_text(painter, pill.adjusted(px(26), 0, 0, 0), AT_LEFT, words)

    def _flow(self, painter: QPainter, box: QRectF, text: str, role: str, ink: str) -> float:
        """Draw two lines at the most; return their height."""
        if not text:
            return 0
        if len(self._texts) > MOST_KEPT:
            self._texts.clear()
        key = (text, role)
        if key not in self._texts:
            font = self._theme.font(role)
            self._texts[key] = TextLayout(key[0], font, QFontMetricsF(font).height(), LINES)
        flow = self._texts[key]
        flow.paint(painter, box, QColor(getattr(self._theme.tokens, ink)))
        return min(flow.height(box.width()), box.height())


def _begins(text: str) -> str:
    """As much of a cell as two lines may take, on one line: to lay out a book takes seconds."""
    return " ".join(text[:LONGEST].split())
