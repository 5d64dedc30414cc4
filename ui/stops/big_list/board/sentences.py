"""A customer's sentence that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from cxworkshop.compat import override
from cxworkshop.i18n import in_quotes
from ui.theme.mirror import painter_of, runs_against
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme
from ui.widgets.painted_button import PaintedButton

BAR = 11


class Sentence(PaintedButton):
    """The words in serif italics with their bar, as high as they need; never cut."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(leaves_keys=True)
        self._theme, self._pad = theme, theme.px(5)
        self._flow = TextLayout(in_quotes(words), theme.font("verbatim_card"), theme.px(20))
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the field
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def heightForWidth(self, width: int) -> int:
        inner = width - BAR - 2 * self._pad
        return round(self._flow.height(inner)) + 2 * self._pad

    @override
    def sizeHint(self) -> QSize:
        wide = self._theme.px(240)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(30))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = painter_of(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.tint))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        box = QRectF(self.rect()).adjusted(self._pad, self._pad, -self._pad, -self._pad)
        left = runs_against(self._flow.text)
        bar = box.right() - 2 if left else box.left()
        words = box.adjusted(0, 0, -BAR, 0) if left else box.adjusted(BAR, 0, 0, 0)
        self._flow.paint(painter, words, QColor(tokens.quote), QColor(tokens.grey))
        painter.fillRect(QRectF(bar, box.top(), 2, box.height()), QColor(tokens.accent))
