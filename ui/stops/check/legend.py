"""The legend of a check sheet: the four marks and their keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Mark
from ui.stops.check.marks import MARKS, keys
from ui.theme.mirror import draw_text, painter_of
from ui.theme.paint import mark_shape
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label


class Legend(QWidget):
    """Shape, word and key of each mark, and what Enter does, in lines that wrap."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        line = FlowLayout(theme.px(18))
        self.setLayout(line)
        for (mark, word), key in zip(MARKS, keys(), strict=True):
            line.addWidget(_Shape(theme, mark, _(word), key.upper()))
        rest = Label(_("then their words, and Enter for the next row"), theme, "small", "grey")
        rest.setWordWrap(False)
        line.addWidget(rest)


class _Shape(QWidget):
    """Shape, word and key of one mark."""

    def __init__(self, theme: Theme, mark: Mark, word: str, key: str) -> None:
        super().__init__()
        self._theme, self._mark, self._word, self._key = theme, mark, word, key
        self.setAccessibleName(_("{word}: key {key}").format(word=word, key=key))

    @override
    def sizeHint(self) -> QSize:
        metrics, px = self._metrics("field"), self._theme.px
        wide = px(22) + metrics.horizontalAdvance(self._word) + px(8) + self._cap()
        return QSize(round(wide + 2), px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, tokens, high = self._theme.px, self._theme.tokens, self.height()
        mark_shape(painter, QPointF(px(8), high / 2), px(14), self._mark.value)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._theme.font("field"))
        wide = self._metrics("field").horizontalAdvance(self._word)
        middle = Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, QRectF(px(22), 0, wide + 2, high), middle, self._word)
        cap = QRectF(px(22) + wide + px(8), high / 2 - px(9), self._cap(), px(18))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(tokens.grey))
        painter.setFont(self._theme.font("caption"))
        draw_text(painter, cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap(self) -> float:
        return self._metrics("caption").horizontalAdvance(self._key) + self._theme.px(11)

    def _metrics(self, role: str) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(role))
