"""The back-row test: ever smaller lines on the projector, and which of them can be read."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme

USUAL = 27  # a back row reads a twenty-seventh of the screen's height, unless it says otherwise
PARTS = (12, 15, 18, 21, 24, 27, 31, 36, 42, 50)  # of the height, from large to small


class BackRowTest(QWidget):
    """Fills the projector's screen, or this one where there is no other.

    `read_from` carries the smallest height in pixels that the back row could read. Digits and
    clicks choose a line, Esc leaves all as it is.
    """

    read_from = Signal(int)

    def __init__(self, theme: Theme, screen: QScreen | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Back-row test"))
        area = (screen or room_screen()).geometry()
        self.setGeometry(area)
        self._fill(theme, area)

    def _fill(self, theme: Theme, area: QRect) -> None:
        tokens = theme.tokens
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(tokens.panel))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        side = area.width() // 30
        column.setContentsMargins(side, side // 2, side, side // 2)
        column.setSpacing(0)
        ask = QLabel(_("Back row: which is the smallest line that you can read? Say its number."))
        ask.setFont(_sized(theme, area.height() // USUAL))
        ask.setWordWrap(True)
        column.addWidget(ask)
        self._lines: list[QPushButton] = []
        for number, part in enumerate(PARTS):
            pixels = area.height() // part
            line = QPushButton(_("{n}   What would customers notice first?").format(n=number))
            line.setFlat(True)
            line.setProperty("kind", "line")
            line.setAccessibleName(_("Line {n}, {px} pixels").format(n=number, px=pixels))
            line.setStyleSheet(f"text-align: left; border: none; color: {tokens.ink};")
            line.setFont(_sized(theme, pixels))
            line.setMinimumHeight(1)
            line.setMaximumHeight(round(pixels * 1.4))
            line.clicked.connect(lambda _on=False, px=pixels: self._choose(px))
            self._lines.append(line)
            column.addWidget(line)
        column.addStretch(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a line by its digit; Esc closes the test."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.text().isdecimal():
            self._lines[int(event.text())].click()
        else:
            super().keyPressEvent(event)

    def _choose(self, pixels: int) -> None:
        self.read_from.emit(pixels)
        self.close()


def room_screen() -> QScreen:
    """Return the projector's screen, or the laptop's where there is no other."""
    first = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not first]
    return others[0] if others else first


def _sized(theme: Theme, pixels: int) -> QFont:
    font = theme.font("body")
    font.setPixelSize(max(1, pixels))
    return font
