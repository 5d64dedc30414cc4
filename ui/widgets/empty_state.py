"""What a page without content shows: a dotted ring, a sentence and a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.stages import FREE
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.labels import Label, make_button
from ui.widgets.ring import Ring
from ui.widgets.round_rings import StageRing

SIZE = 72
ROOMY = 150  # percent: with larger text there is room for the words and the button alone


class EmptyLine(QWidget):
    """Where a list would be: a small dotted ring and a sentence, and with `way` a button below.

    `wanted` when somebody presses it.
    """

    wanted = Signal()

    def __init__(
        self, theme: Theme, sentence: str = "", stage: str = FREE, *, way: str = ""
    ) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        side = theme.px(16)
        line.setContentsMargins(side, theme.px(12), side, theme.px(12))
        line.setSpacing(theme.px(12))
        self._words = Label(sentence, theme, "body", "grey")
        self._words.setContentsMargins(0, theme.px(4), 0, 0)  # level with the ring
        line.addWidget(StageRing(stage, theme, 28), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(12))
        column.addWidget(self._words)
        self._way = make_button(way, trail="arrow")
        self._way.clicked.connect(lambda _on=False: self.wanted.emit())
        column.addWidget(self._way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        line.addLayout(column, 1)
        if not way:
            self._way.hide()

    def say(self, sentence: str, *, with_way: bool = True) -> None:
        """Replace the sentence; without its way where that would not help."""
        self._words.setText(sentence)
        self._way.setVisible(with_way and bool(self._way.words))


class EmptyState(QWidget):
    """`wanted` when somebody presses the button.

    `edge` is the margin, in pixels at 100 %, of a page whose content reaches the edge.
    """

    wanted = Signal()

    def __init__(
        self, number: int, sentence: str, way: str, theme: Theme, *, edge: int = 0
    ) -> None:
        super().__init__()
        self.setContentsMargins(*margins(0, 0, theme.px(edge), 0))
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(12))
        ring = Ring(number, theme)
        ring.show_share("dotted")
        ring.set_size(SIZE)
        words = Label(sentence, theme, "h2", "grey")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        button = make_button(way, "primary", trail="arrow")
        button.clicked.connect(lambda _on=False: self.wanted.emit())
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        if theme.percent <= ROOMY:
            column.addWidget(ring, 0, middle)
        column.addWidget(words)
        column.addWidget(button, 0, middle)
        column.addStretch(3)
