"""A line of words that can be clicked, and that wraps."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy

from cxworkshop.compat import override
from ui.theme.mirror import draw_text
from ui.widgets.buttons import Button

WRAP = int(Qt.TextFlag.TextWordWrap)


class WrappedButton(Button):
    """Without a border, in as many lines as its words need at its width."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "line")
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, with the padding of one."""
        room = QRectF(0, 0, max(1, width - self._gap()), 10_000)
        metrics = QFontMetricsF(self.font())
        lines = metrics.boundingRect(room, WRAP, self.words).height()
        return math.ceil(self.sizeHint().height() + max(0.0, lines - metrics.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of the longest word."""
        words = (QFontMetricsF(self.font()).horizontalAdvance(word) for word in self.words.split())
        wide = max(words, default=0.0) + self._gap()
        return QSize(math.ceil(wide), self.sizeHint().height())

    @override
    def _paint_inside(self, painter: QPainter) -> None:
        font = QFont(self.font())
        if self.property("quiet"):
            font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._ink())
        side = self._gap() / 2
        top = (self.sizeHint().height() - QFontMetricsF(font).height()) / 2
        room = QRectF(self.rect()).adjusted(side, top, -side, 0)
        draw_text(painter, room, WRAP, self.words)
