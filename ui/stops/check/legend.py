"""What the four shapes mean, and the key of each."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Mark
from ui.stops.check.marks import MARKS, keys
from ui.theme.look import Look
from ui.theme.paint import mark_shape
from ui.widgets.flow_layout import Wrap
from ui.widgets.labels import Words


class Legend(QWidget):
    """A shape, its word and its key for each mark; then what Enter does. Breaks like words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        line = Wrap(look.px(18))
        self.setLayout(line)
        for (mark, word), key in zip(MARKS, keys(), strict=True):
            line.addWidget(_Shape(look, mark, _(word), key.upper()))
        rest = Words(_("then their words, and Enter for the next row"), look, "small", "grey")
        rest.setWordWrap(False)
        line.addWidget(rest)


class _Shape(QWidget):
    """One of them, painted in one line."""

    def __init__(self, look: Look, mark: Mark, word: str, key: str) -> None:
        super().__init__()
        self._look, self._mark, self._word, self._key = look, mark, word, key
        self.setAccessibleName(_("{word}: key {key}").format(word=word, key=key))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """Shape, word and key beside one another."""
        metrics, px = self._metrics("field"), self._look.px
        wide = px(22) + metrics.horizontalAdvance(self._word) + px(8) + self._cap()
        return QSize(round(wide + 2), px(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own
        """Nothing of it is cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """The mark as its rows have it, the word, and the key as a cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, tokens, high = self._look.px, self._look.tokens, self.height()
        mark_shape(painter, QPointF(px(8), high / 2), px(14), self._mark.value)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(self._look.font("field"))
        wide = self._metrics("field").horizontalAdvance(self._word)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(px(22), 0, wide + 2, high), middle, self._word)
        cap = QRectF(px(22) + wide + px(8), high / 2 - px(9), self._cap(), px(18))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(tokens.grey))
        painter.setFont(self._look.font("caption"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap(self) -> float:
        return self._metrics("caption").horizontalAdvance(self._key) + self._look.px(11)

    def _metrics(self, role: str) -> QFontMetricsF:
        return QFontMetricsF(self._look.font(role))
