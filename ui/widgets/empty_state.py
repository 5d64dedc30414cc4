"""Nothing here yet: a dotted ring, one sentence, one button that goes where it begins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.look import Look
from ui.widgets.labels import Words, button
from ui.widgets.ring import Ring

SIZE = 72


class Empty(QWidget):
    """`wanted` when somebody presses the button."""

    wanted = Signal()

    def __init__(self, number: int, sentence: str, way: str, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(look.px(12))
        ring = Ring(number, look)
        ring.show_share("dotted", size=SIZE)
        words = Words(sentence, look, "h2", "grey")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        press = button(way, "primary", trail="arrow")
        press.clicked.connect(lambda _on=False: self.wanted.emit())
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(ring, 0, middle)
        column.addWidget(words)
        column.addWidget(press, 0, middle)
        column.addStretch(3)
