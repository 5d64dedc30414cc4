"""One of the three answers about a pair: what it is called, and what it would do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.stops.big_list.sorting.card_panel import roomy
from ui.theme.icons import paint_icon
from ui.theme.mirror import painter_of, reading_key
from ui.theme.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.painted_button import PaintedButton


class _Icon(QWidget):
    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._name, self._theme = name, theme
        self.setFixedSize(theme.px(28), theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.height()
        box = QRectF((self.width() - side) / 2, 0, side, side)
        paint_icon(painter, self._name, box, QColor(self._theme.tokens.accent))


class PairChoice(PaintedButton):
    """A large button with its key; the focus or the mouse tints it. `walked` carries 1 or -1."""

    walked = Signal(int)

    def __init__(self, theme: Theme, icon: str, name: str, key: str) -> None:
        super().__init__(leaves_keys=True)
        self._theme, self._name = theme, name
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._about = Label("", theme, "body")
        is_roomy = roomy(theme, True, False)  # noqa: FBT003
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        title, cap = Label(name, theme, "count"), Label(key, theme, "caption", "grey")
        for words in (title, cap):
            words.setWordWrap(False)
        if is_roomy:
            head.addWidget(_Icon(icon, theme))
        head.addWidget(title, 1)
        head.addWidget(cap)
        column = QVBoxLayout(self)
        side = theme.px(roomy(theme, 20, 8))
        column.setContentsMargins(
            side, theme.px(roomy(theme, 18, 6)), side, theme.px(roomy(theme, 14, 6))
        )
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        if is_roomy:
            column.addWidget(self._about)
        column.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, about: str) -> None:
        """Say what it would do."""
        self._about.setText(about)
        self.setToolTip(about)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(about)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None  # made with it
        return layout.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it; all other keys are the page's, Space too, which puts off."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(1 if reading_key(event.key()) == Qt.Key.Key_Right else -1)
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, chosen = self._theme.tokens, self.hasFocus()
        edge = tokens.accent if chosen or self.underMouse() else tokens.edge
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(tokens.tint if chosen else tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
