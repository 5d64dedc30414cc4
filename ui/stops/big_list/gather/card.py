"""How a card that was found is drawn: the words searched for are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from cxworkshop.queries.board import BoardCard
from ui.stops.big_list.board.card import paint_customers
from ui.stops.big_list.gather.model import FoundCard, GatheredModel, Index
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, mirror_row, runs_against
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme

PAD, BAR, RIM = 10, 11, 6  # as on the board


class GatheredCards(QStyledItemDelegate):
    """Draws cards of `width` pixels, each as high as its words; heights are kept."""

    def __init__(self, theme: Theme, model: GatheredModel) -> None:
        super().__init__(model)
        self._theme, self._model = theme, model
        self.width = 200
        self._heights: dict[CardId, tuple[BoardCard, int, int]] = {}  # card, width, height

    def clear(self) -> None:
        """Forget the heights: fonts have changed."""
        self._heights = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width + 2 * RIM, self._high(index.row()) + 2 * RIM)

    def _high(self, row: int) -> int:
        """The height of a card, measured once while card and width are the same."""
        card = self._model.card_at(row)
        known = self._heights.get(card.id)
        if known is None or known[0] is not card or known[1] != self.width:
            high = round(self._height(self._model.found_at(row)))
            known = self._heights[card.id] = card, self.width, high
        return known[2]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, area = option.state, QRectF(option.rect).adjusted(RIM, RIM, -RIM, -RIM)
        area.setHeight(self._high(index.row()))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        mirror_row(painter, option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._theme.tokens.ink), 3))
            painter.drawRoundedRect(area.adjusted(-3.5, -3.5, 3.5, 3.5), 11, 11)
        self._paint_ground(painter, area, selected=selected)
        painter.translate(area.topLeft())
        found = self._model.found_at(index.row())
        self._paint_head(painter, found, selected=selected)
        self._paint_words(painter, found)
        self._paint_footer(painter, found, area.height())
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, *, selected: bool) -> None:
        tokens = self._theme.tokens
        painter.setBrush(QColor(tokens.tint if selected else tokens.panel))
        painter.setPen(QPen(QColor(tokens.accent if selected else tokens.line), 1 + selected))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _parts(self, found: FoundCard) -> Iterator[tuple[TextLayout, QRectF, bool]]:
        """Our headline and customers' sentences with their rectangles; True for the latter."""
        px, inner = self._theme.px, self.width - 2 * PAD
        top = float(PAD + px(20) + px(6))
        texts = [(found.card.headline, False)] if found.card.headline else []
        for text, said in texts + [(words, True) for words in found.said]:
            role, indent = ("verbatim_card", BAR) if said else ("strong", 0)
            flow = TextLayout(text, self._theme.font(role), px(20))
            left = PAD if runs_against(text) else PAD + indent
            box = QRectF(left, top, inner - indent, flow.height(inner - indent))
            top = box.bottom() + px(4)
            yield flow, box, said

    def _height(self, found: FoundCard) -> float:
        bottoms = [box.bottom() for _flow, box, _said in self._parts(found)]
        words = max(bottoms, default=float(PAD + self._theme.px(26)))
        return words + self._theme.px(5) + self._theme.px(16) + PAD

    def _paint_head(self, painter: QPainter, found: FoundCard, *, selected: bool) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        label = self._theme.font("label")
        code = str(found.card.code)
        wide = max(px(26), QFontMetricsF(label).horizontalAdvance(code) + 12)
        tag = QRectF(PAD, PAD - 1, wide, px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if selected else tokens.sunken))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setPen(QColor(tokens.on_accent if selected else tokens.ink))
        painter.setFont(label)
        draw_text(painter, tag, Qt.AlignmentFlag.AlignCenter, code)
        left = tag.right() + px(8)
        if selected:
            tick = QRectF(left, tag.center().y() - px(9), px(18), px(18))
            paint_icon(painter, "check", tick, QColor(tokens.accent))
            left = tick.right() + px(4)
        if found.letter:
            place = QRectF(left, tag.top(), self.width - left, tag.height())
            self._paint_letter(painter, place, found.letter)
        count = len(found.card.customers)
        if count > 1:
            right = QRectF(0, tag.top(), self.width - PAD, tag.height())
            paint_customers(painter, right, count, self._theme, "field", "grey")

    def _paint_letter(self, painter: QPainter, place: QRectF, letter: str) -> None:
        """Say in which group the card is."""
        label, small = self._theme.font("label"), self._theme.font("caption")
        words = _("in {letter}").replace("{letter}", "")
        painter.setFont(small)
        painter.setPen(QColor(self._theme.tokens.grey))
        draw_text(painter, place, Qt.AlignmentFlag.AlignVCenter, words)
        place.setLeft(place.left() + QFontMetricsF(small).horizontalAdvance(words))
        painter.setFont(label)
        painter.setPen(QColor(self._theme.tokens.accent))
        draw_text(painter, place, Qt.AlignmentFlag.AlignVCenter, letter)

    def _paint_words(self, painter: QPainter, found: FoundCard) -> None:
        tokens = self._theme.tokens
        ink, grey = QColor(tokens.quote), QColor(tokens.grey)
        hits: re.Pattern[str] | None = self._model.hits
        marks = (hits, QColor(tokens.hit)) if hits is not None else None
        for flow, box, said in self._parts(found):
            flow.paint(painter, box, ink, grey if said else None, marks)
            if said:
                x = self.width - PAD - 2 if runs_against(flow.text) else PAD
                painter.fillRect(QRectF(x, box.top(), 2, box.height()), QColor(tokens.accent))

    def _paint_footer(self, painter: QPainter, found: FoundCard, height: float) -> None:
        tokens, font = self._theme.tokens, self._theme.font("caption")
        high = self._theme.px(16)
        box = QRectF(PAD, height - PAD - high, self.width - 2 * PAD, high)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(tokens.ink))
        draw_text(painter, box, Qt.AlignmentFlag.AlignRight, found.way)
        room = box.width() - metrics.horizontalAdvance(found.way) - 8
        painter.setPen(QColor(tokens.grey))
        kind = metrics.elidedText(found.kind, Qt.TextElideMode.ElideRight, room)
        draw_text(painter, box, Qt.AlignmentFlag.AlignLeft, kind)
