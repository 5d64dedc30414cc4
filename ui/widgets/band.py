"""A slim bar above a page that says what is not as usual."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxworkshop.compat import override
from ui.theme.theme import Theme


class Band(QWidget):
    """Hidden at first; `line` takes its parts. `back_wanted` asks for what is usual."""

    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self.theme = theme
        px = theme.px
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(px(28), px(6), px(28), px(6))
        self.line.setSpacing(px(12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted band with an accent line below."""
        painter, tokens = QPainter(self), self.theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.tint))
        painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(tokens.accent))
