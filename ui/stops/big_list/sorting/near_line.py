"""A line about another card: its code, its words, and the group that it is in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import SortedCard
from cxworkshop.i18n import in_quotes
from ui.theme.mirror import draw_text, painter_of
from ui.theme.text_layout import upright
from ui.theme.theme import Theme

GAP = 8


class NearLine(QWidget):
    """One line high: the last words may be left out, for the card itself is not in question.

    `before` and `after` are the words around it: "Near it 18 … in E".
    """

    def __init__(self, theme: Theme, before: str, after: str) -> None:
        super().__init__()
        self._theme, self._before, self._after = theme, before, after
        self._card: SortedCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_card(self, card: SortedCard | None) -> None:
        """Show a card; None leaves the line empty."""
        self._card = card
        parts = (self._before, card.code, card.words, self._after, card.letter) if card else ()
        self.setAccessibleName(" ".join(parts))
        self.setToolTip(card.words if card else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._card is None:
            return
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, card, gap = self._theme.tokens, self._card, self._theme.px(GAP)
        plain, strong = self._theme.font("field"), self._theme.font("label")
        left = self._write(painter, 0, self._before, plain, tokens.grey) + gap
        tag = QRectF(left, self.height() / 2 - self._theme.px(10), 0, self._theme.px(20))
        tag.setWidth(QFontMetricsF(strong).horizontalAdvance(card.code) + self._theme.px(12))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(tag, 4, 4)
        self._write(painter, tag.left() + self._theme.px(6), card.code, strong, tokens.ink)
        bold = self._theme.font("strong")
        end = self.width() - QFontMetricsF(bold).horizontalAdvance(card.letter)
        self._write(painter, end, card.letter, bold, tokens.accent)
        end -= QFontMetricsF(plain).horizontalAdvance(self._after) + gap
        self._write(painter, end, self._after, plain, tokens.grey)
        self._write_words(painter, tag.right() + gap, end - gap)

    def _write_words(self, painter: QPainter, left: float, right: float) -> None:
        """Write customers' words in italics with their bar, our headline upright without."""
        assert self._card is not None  # else nothing is painted
        tokens, words = self._theme.tokens, self._card.words
        font = self._theme.font("body")
        if self._card.said:
            words, font = in_quotes(words), upright(words, self._theme.font("verbatim_list"))
            high = self._theme.px(20)
            bar = QRectF(left, (self.height() - high) / 2, 2, high)
            painter.fillRect(bar, QColor(tokens.accent))
            left += self._theme.px(11)
        self._write(painter, left, _shortened(words, font, right - left), font, tokens.quote)

    def _write(self, painter: QPainter, left: float, words: str, font: QFont, ink: str) -> float:
        """Write words at `left`, and return where they end."""
        painter.setFont(font)
        painter.setPen(QColor(ink))
        wide = QFontMetricsF(font).horizontalAdvance(words)
        box = QRectF(left, 0, wide + 2, self.height())
        draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, words)
        return left + wide


def _shortened(words: str, font: QFont, room: float) -> str:
    """Leave out the last words where there is no room for them."""
    metrics, parts = QFontMetricsF(font), words.split()
    while len(parts) > 1 and metrics.horizontalAdvance(words) > room:
        parts.pop()
        words = " ".join((*parts, "…"))
    return words
