"""The back-row test: ever smaller lines on the projector, and which of them can be read."""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.theme.tokens import SANS
from ui.wall.place import remember_smallest
from ui.wall.screens import info_of
from ui.wall.tokens import BRIGHT_ROOM, DARK_ROOM
from ui.widgets.painted_button import PaintedButton

OF = 1080  # the height that the sizes of the lines are parts of
LINES = (116, 96, 80, 66, 55, 47, 40, 33, 27, 22)  # from large to small; the seventh is the usual
USUAL = 40


class BackRowLine(PaintedButton):
    """A number and a word of the same size: nobody can name the number without reading."""

    def __init__(self, number: int, word: str, pixels: int, theme: Theme) -> None:
        super().__init__(leaves_keys=True)
        self.pixels, self._number, self._word = pixels, number, word
        self._tokens = DARK_ROOM if theme.is_dark else BRIGHT_ROOM
        self.setFixedHeight(round(pixels * 1.4))
        name = _("Line {n}, {word}, {px} pixels")
        self.setAccessibleName(name.format(n=number, word=word, px=pixels))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        base = self.pixels * 1.08
        number, word = _font(self.pixels, 800), _font(self.pixels, 600)
        wide = self.width() / 12
        text = str(self._number)
        painter.setFont(number)
        painter.setPen(QColor(self._tokens.accent))
        x = wide - QFontMetricsF(number).horizontalAdvance(text)
        painter.drawText(QPointF(x, base), text)
        painter.setFont(word)
        painter.setPen(QColor(self._tokens.ink))
        painter.drawText(QPointF(wide + self.width() / 48, base), self._word)


class BackRowTest(QWidget):
    """Fills the projector's screen, or this one where there is no other.

    `read_from` carries the smallest height in pixels that the back row could read; it is remembered
    for this screen too. Digits, 0 for the tenth line, and clicks choose; Esc leaves all as it is.
    """

    read_from = Signal(int)

    def __init__(self, theme: Theme, screen: QScreen | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Back-row test"))
        self._screen = screen or room_screen()
        self._tokens = DARK_ROOM if theme.is_dark else BRIGHT_ROOM
        area = self._screen.geometry()
        self.setGeometry(area)
        self._fill(theme, area)

    def _fill(self, theme: Theme, area: QRect) -> None:
        column = QVBoxLayout(self)
        side = area.width() // 30
        top = round(area.height() * USUAL / OF * 3.3)
        column.setContentsMargins(side, top, side, 0)
        column.setSpacing(0)
        words = _words()
        random.shuffle(words)
        self.lines = [
            BackRowLine(number, word, round(area.height() * part / OF), theme)
            for number, (word, part) in enumerate(zip(words, LINES, strict=False), 1)
        ]
        for line, part in zip(self.lines, LINES, strict=False):
            line.clicked.connect(lambda _on=False, one=line, part=part: self._choose(one, part))
            column.addWidget(line)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._tokens.canvas))
        painter.setPen(QColor(self._tokens.ink))
        size = round(self.height() * USUAL / OF)
        painter.setFont(_font(size, 800))
        ask = _("Back row: which is the last word that you can read? Say the word aloud.")
        box = self.rect().adjusted(self.width() // 30, size // 2, -self.width() // 30, 0)
        painter.drawText(box, Qt.TextFlag.TextWordWrap, ask)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a line by its digit; Esc closes the test."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.text().isdecimal():
            self.lines[int(event.text()) - 1].click()  # 0 is the last one
        else:
            super().keyPressEvent(event)

    def _choose(self, line: BackRowLine, part: int) -> None:
        remember_smallest(info_of(self._screen), part / OF)
        self.read_from.emit(line.pixels)
        self.close()


def room_screen() -> QScreen:
    """Return the projector's screen, or the laptop's where there is no other."""
    first = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not first]
    return others[0] if others else first


def _words() -> list[str]:
    """Ten words that are not near one another in meaning, so that none is guessed."""
    words = _("harbour pepper window cotton bridge lantern market ribbon garden button")
    return words.split()[: len(LINES)]


def _font(pixels: int, weight: int) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
