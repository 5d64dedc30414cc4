"""What a page without content shows: a dotted ring, a sentence and a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import Label, make_button
from ui.widgets.ring import Ring

SIZE = 72


class EmptyState(QWidget):
    """`wanted` when somebody presses the button."""

    wanted = Signal()

    def __init__(self, number: int, sentence: str, way: str, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        ring = Ring(number, theme)
        ring.show_share("dotted", size=SIZE)
        words = Label(sentence, theme, "h2", "grey")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        button = make_button(way, "primary", trail="arrow")
        button.clicked.connect(lambda _on=False: self.wanted.emit())
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(ring, 0, middle)
        column.addWidget(words)
        column.addWidget(button, 0, middle)
        column.addStretch(3)
