"""A card's code or a group's letter on its small square."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxworkshop.compat import override
from ui.theme.mirror import draw_text, painter_of
from ui.theme.theme import Theme


class CodeTag(QWidget):
    """Square with round corners, as on the card itself; `role` names the size of the text."""

    def __init__(self, theme: Theme, role: str = "label", code: str = "") -> None:
        super().__init__()
        self._theme, self._role, self._code = theme, role, code
        theme.changed.connect(self.update)

    def show_code(self, code: str) -> None:
        """Show another code."""
        self._code = code
        self.setAccessibleName(code)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font(self._role))
        high = metrics.height() + self._theme.px(4)
        wide = metrics.horizontalAdvance(self._code) + self._theme.px(16)
        return QSize(round(max(wide, high)), round(high))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.sunken))
        high = self.sizeHint().height()
        box = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme.tokens.ink))
        painter.setFont(self._theme.font(self._role))
        draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, self._code)
