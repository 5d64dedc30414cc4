"""Three panels of the import page: new cards, praise, what is set aside; each pile opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.exchange.piles import AnswerPile, shortened
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Hairline, Label, Panel, clear, make_button

MOST = 5  # piles of a panel; the last holds all others


class PilePanel(Panel):
    """A number, what it counts, and its piles; `opened` carries an AnswerPile."""

    opened = Signal(object)

    def __init__(self, theme: Theme, ink: str) -> None:
        super().__init__(theme)
        self._buttons: list[QWidget] = []
        self._piles: list[AnswerPile] = []  # a deleted button would hold its own for a while
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        self._count = Label("", theme, "h1", ink)
        self._count.setWordWrap(False)
        self._title = Label("", theme, "h2")
        head.addWidget(self._count)
        head.addWidget(self._title, 1)
        self.box.setSpacing(theme.px(4))
        self.box.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(2))
        self.box.addLayout(self._rows)
        self._note = Label("", theme, "small", "grey")
        self.box.addWidget(self._note)
        self.box.addStretch(1)

    def show_piles(self, n: int, title: str, piles: Sequence[AnswerPile], note: str = "") -> None:
        """Show how many there are, and the piles."""
        self._count.setText(f"{n:,}")
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        here = self.window().focusWidget()
        had = self._buttons.index(here) if here in self._buttons else -1
        clear(self._rows)
        self._buttons, self._piles = [], shortened(piles, MOST)
        counts = [Label(f"{pile.n:,}", self._theme, "label") for pile in self._piles]
        wide = max((count.sizeHint().width() for count in counts), default=0)
        for number, pile in enumerate(self._piles):
            counts[number].setMinimumWidth(wide)  # one below the other
            self._rows.addWidget(Hairline(self._theme))
            self._rows.addWidget(self._row(number, pile, counts[number]))
        if had >= 0 and self._buttons:  # the keyboard stays where it was
            self._buttons[min(had, len(self._buttons) - 1)].setFocus()

    def _row(self, number: int, pile: AnswerPile, count: Label) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(8))
        count.setWordWrap(False)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        show = make_button(_("Open"), "link")
        show.setAccessibleName(_("Open: {n} {title}").format(n=pile.n, title=pile.title))
        show.paint_in(lambda: QColor(self._theme.tokens.accent))
        show.clicked.connect(lambda _on=False: self.opened.emit(self._piles[number]))
        line.addWidget(count)
        line.addWidget(Label(pile.title, self._theme, "small"), 1)
        line.addWidget(show)
        self._buttons.append(show)
        return row
