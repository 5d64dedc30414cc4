"""Beside the box: what was heard by the ten ways, and which of them have no answer yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Way
from cxworkshop.queries.subjects import Subject
from cxworkshop.workshop import Workshop
from ui.stops.talk.recent_answers import WayCount
from ui.stops.talk.similar_hint import SimilarHint
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel, clear, small_button

MOST_UNANSWERED = 2


class TalkSidebar(QWidget):
    """Counts by way, and one hint; `next_asked` asks for the first way without an answer."""

    next_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._has_missing = theme, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        panel = Panel(theme)
        panel.box.addWidget(Label(_("Heard so far, by the ten ways"), theme, "label", "accent"))
        self._counts = QVBoxLayout()
        self._counts.setSpacing(0)
        panel.box.addLayout(self._counts)
        panel.setMaximumHeight(theme.px(330))
        column.addWidget(panel, 10)
        self._missing = Panel(theme)
        self._missing_box = QVBoxLayout()
        self._missing_box.setSpacing(theme.px(4))
        self._missing.box.addLayout(self._missing_box)
        self.near = SimilarHint(theme)
        column.addWidget(self.near)
        column.addWidget(self._missing)
        column.addStretch(1)

    def read(self, workshop: Workshop) -> None:
        """Show what was heard in this round, and what is missing."""
        prepare, answers = workshop.prepare, workshop.talk.answers
        ways, missing = prepare.ways(), answers.unanswered_ways()
        self.show_heard(ways, answers.counts_by_way())
        questions = {way.id: prepare.questions.of_way(way.id)[:1] for way in missing}
        words = {way: rows[0].words for way, rows in questions.items() if rows}
        self.show_missing(missing if len(missing) < len(ways) else (), words)

    def show_similar(self, cards: Sequence[Subject]) -> None:
        """Show similar cards in place of what is missing: one hint at a time."""
        self.near.show_cards(cards)
        self._missing.setVisible(self._has_missing and not cards)

    def show_heard(self, ways: Sequence[Way], counts: Mapping[str, int]) -> None:
        """Show a line for each way."""
        clear(self._counts)
        for n, way in enumerate(ways, start=1):
            count = WayCount(n % 10, way.name, counts.get(way.id, 0), self._theme)
            self._counts.addWidget(count)

    def show_missing(self, ways: Sequence[Way], asks: Mapping[str, str]) -> None:
        """Show ways without an answer, each with a question that asks for it."""
        clear(self._missing_box)
        self._has_missing = bool(ways)
        self._missing.setVisible(self._has_missing and self.near.isHidden())
        title = ngettext("No answer yet for this one", "No answer yet for these {n}", len(ways))
        words = title.format(n=len(ways))
        self._missing_box.addWidget(Label(words, self._theme, "label", "accent"))
        for way in ways[:MOST_UNANSWERED]:
            asked = asks.get(way.id, "")
            line = f"{way.name}: {asked}" if asked else way.name
            self._missing_box.addWidget(Label(line, self._theme, "field"))
        ask = small_button(_("Ask this next"))
        ask.clicked.connect(self.next_asked)
        self._missing_box.addSpacing(self._theme.px(4))
        self._missing_box.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
