"""The bar at the top: whose workshop it is, and what can be done at any time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from cxworkshop.i18n import _
from ui.theme.look import Look
from ui.words import Words, button


class AppMark(QWidget):
    """Three rings on a thread, the third open: up to three, and one is still free."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(look.px(58), look.px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """Two discs and a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, y = self._look.tokens, self.height() / 2
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawLine(QPointF(8, y), QPointF(self.width() - 9, y))
        for n in range(3):
            painter.setBrush(QColor(tokens.panel if n == 2 else tokens.accent))
            painter.drawEllipse(QPointF(9 + 20 * n, y), 7, 7)


class TopBar(QFrame):
    """Buttons that follow actions: text, shortcut and state come from them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setFixedHeight(look.px(52))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(look.px(18), 0, look.px(16), 0)
        self._line.addWidget(AppMark(look))
        self._line.addSpacing(look.px(12))
        self.title = Words(_("CX Workshop"), look, "strong")
        self.title.setWordWrap(False)
        self._line.addWidget(self.title)
        self._line.addStretch(1)

    def add(self, action: QAction, kind: str = "quiet") -> QPushButton:
        """A button for an action, hidden while the action is not there."""
        press = button(action.text(), kind)
        press.clicked.connect(lambda _on=False: action.trigger())
        action.changed.connect(lambda: _follow(press, action))
        _follow(press, action)
        self._line.addWidget(press)
        return press


def _follow(press: QPushButton, action: QAction) -> None:
    text = action.text()
    keys = action.shortcut().toString()
    press.setText(text.replace("&", "&&"))
    press.setAccessibleName(text)
    press.setToolTip(keys)
    press.setEnabled(action.isEnabled())
    press.setVisible(action.isVisible())
