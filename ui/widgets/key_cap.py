"""The name of a key in a little frame, as it stands on buttons too."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from cxworkshop.compat import override
from ui.theme.mirror import painter_of
from ui.theme.theme import Theme
from ui.widgets.labels import Label


class KeyCap(Label):
    """As wide as its words."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(name, theme, "caption", "grey")
        self.setWordWrap(False)
        side, above = theme.px(6), theme.px(2)
        self.setContentsMargins(side, above, side, above)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
        super().paintEvent(event)
