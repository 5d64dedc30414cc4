"""The left side of the Desk: the round, the rail, and the parts around the loop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.window.around_the_loop import AroundTheLoop
from ui.window.rail import Rail
from ui.window.round_choice import RoundChoice

WIDE, RINGS = 240, 92  # pixels at 100 %: with and without text
WIDEST = 290  # for long titles
NARROW = 900  # pixels at 100 %: in a Desk narrower than this, it has no text


class RailSide(QFrame):
    """`stop_chosen` carries a stop, `round_chosen` a round, `around_wanted` a part's key."""

    stop_chosen = Signal(int)
    round_chosen = Signal(int)
    around_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        theme.dress(self)
        self._theme = theme
        self.setObjectName("rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, theme.px(10))
        column.setSpacing(0)
        self.rounds = RoundChoice(theme)
        self.rounds.chosen.connect(self.round_chosen)
        head = QHBoxLayout()
        head.setContentsMargins(*margins(theme.px(10), 0, theme.px(8), 0))
        head.addWidget(self.rounds)
        column.addLayout(head)
        self.rail = Rail(theme, self)
        self.rail.chosen.connect(self.stop_chosen)
        column.addWidget(self.rail, 1)
        self.around = AroundTheLoop(theme)
        self.around.wanted.connect(self.around_wanted)
        column.addWidget(self.around)

    def fit(self, desk_width: int) -> None:
        """Show only the rings where text is so large that the page would have too little room."""
        narrow = desk_width < self._theme.px(NARROW)
        self.around.setVisible(not narrow)
        self.rounds.be_narrow(narrow=narrow)
        titles = min(self.rail.title_width(), self._theme.px(WIDEST))
        wide = max(self._theme.px(WIDE), self.around.sizeHint().width(), titles)
        self.setFixedWidth(self._theme.px(RINGS) if narrow else wide)
