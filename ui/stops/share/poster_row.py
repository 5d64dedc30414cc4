"""The round's posters beside one another, or what to do first while there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _
from cxworkshop.outcomes import Outcome
from ui.stops.share.poster import PosterCard, WriteWords
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Label, Panel, make_button, small_button
from ui.widgets.round_rings import PLACES, StageRing

LARGE = 150  # percent: with larger text the posters stand one below the other


class PosterRow(QWidget):
    """A card for each improvement. `check_wanted` says that the 30-day check is to be opened."""

    check_wanted = Signal()
    print_wanted = Signal(str)  # a sheet
    quote_wanted = Signal(str)  # of a pick it is to be chosen

    def __init__(self, theme: Theme, write: WriteWords) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._head())
        self._beside, way = theme.percent <= LARGE, QBoxLayout.Direction
        line = QBoxLayout(way.LeftToRight if self._beside else way.TopToBottom)
        line.setSpacing(theme.px(12))
        self.cards = [PosterCard(theme, n + 1, write) for n in range(PLACES)]
        for card in self.cards:
            card.laid_out.connect(self._align)
            card.quote_wanted.connect(self.quote_wanted)
            line.addWidget(card, 1)
        self._empty = self._nothing_yet()
        line.addWidget(self._empty, 1)
        column.addLayout(line, 1)

    def _head(self) -> SideBySide:
        head = SideBySide(self._theme.px(8), self._theme.px(600))
        title = Label(_("The poster"), self._theme, "h2")
        title.setWordWrap(False)
        head.line.addWidget(title, 1)
        papers = {
            "staff-page": _("Print the page for all staff"),
            "round-book": _("Print the round’s book"),
        }
        buttons = QWidget()
        line = FlowLayout(self._theme.px(8))
        buttons.setLayout(line)
        for slug, words in papers.items():
            button = small_button(words, lead="print")
            button.clicked.connect(lambda _on=False, slug=slug: self.print_wanted.emit(slug))
            line.addWidget(button)
        head.line.addWidget(buttons)
        return head

    def show_outcomes(self, outcomes: Sequence[Outcome], pages: Sequence[PosterContent]) -> None:
        """Show the improvements with what their posters say, in the same order."""
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(outcomes))
            if place < len(outcomes):
                card.show_outcome(outcomes[place], pages[place])
        self._empty.setVisible(not outcomes)
        self._align()

    def _align(self) -> None:
        """Put the same step at the same height on every card, as on the wall."""
        cards = [card for card in self.cards if self._beside and not card.isHidden()]
        for step in (0, 1):
            high = max((card.step_height(step) for card in cards), default=0)
            for card in cards:
                card.set_step_height(step, high)

    def _nothing_yet(self) -> Panel:
        panel = Panel(self._theme)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(14))
        line.addWidget(StageRing("free", self._theme, 40), 0, Qt.AlignmentFlag.AlignTop)
        text = _("The poster writes itself as soon as one thing is checked.")
        line.addWidget(Label(text, self._theme, "h2", "grey"), 1)
        panel.box.addLayout(line)
        check = make_button(_("30-day check"), trail="arrow")
        check.clicked.connect(lambda _on=False: self.check_wanted.emit())
        panel.box.addSpacing(self._theme.px(8))
        panel.box.addWidget(check, 0, Qt.AlignmentFlag.AlignLeft)
        panel.box.addStretch(1)
        return panel
