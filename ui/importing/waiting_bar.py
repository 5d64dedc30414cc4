"""The bar above every stop while an import waits behind them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button


class WaitingImportBar(QWidget):
    """`back_wanted` asks for the import, `left` says that it is not to be done."""

    back_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._theme = theme
        px = theme.px
        line = QHBoxLayout(self)
        line.setContentsMargins(px(28), px(6), px(28), px(6))
        line.setSpacing(px(12))
        self._words = Label("", theme, "strong", "accent")
        leave = small_button(_("Don’t import it"), "quiet")
        leave.clicked.connect(lambda _on=False: self.left.emit())
        back = small_button(_("Back to the import"))
        back.clicked.connect(lambda _on=False: self.back_wanted.emit())
        line.addWidget(self._words, 1)
        line.addWidget(leave)
        line.addWidget(back)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_file(self, name: str) -> None:
        """Say that this file waits."""
        words = _("{name} waits here. Nothing of it is imported yet.").format(name=name)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.show()
        announce(self, words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A tinted band with an accent line below."""
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.tint))
        painter.fillRect(0, self.height() - 2, self.width(), 2, QColor(tokens.accent))
