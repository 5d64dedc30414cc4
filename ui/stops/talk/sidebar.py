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
        self._ways: dict[tuple[int, str], WayCount] = {}  # by digit and name
        self._lines: tuple[str, ...] = ()  # what is said of ways without an answer
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
        """Show a line for each way; the lines stay, for Qt lays out the page for each new one."""
        keys = [(n % 10, way.name) for n, way in enumerate(ways, start=1)]
        if keys != list(self._ways):
            clear(self._counts)
            self._ways = {key: WayCount(*key, self._theme) for key in keys}
            for line in self._ways.values():
                self._counts.addWidget(line)
        for key, way in zip(keys, ways, strict=True):
            self._ways[key].show_count(counts.get(way.id, 0))

    def show_missing(self, ways: Sequence[Way], asks: Mapping[str, str]) -> None:
        """Show ways without an answer, each with a question that asks for it."""
        self._has_missing = bool(ways)
        self._missing.setVisible(self._has_missing and self.near.isHidden())
        title = ngettext("No answer yet for this one", "No answer yet for these {n}", len(ways))
        asked = [(way.name, asks.get(way.id, "")) for way in ways[:MOST_UNANSWERED]]
        lines = [f"{name}: {words}" if words else name for name, words in asked]
        self._show_lines(title.format(n=len(ways)), *lines)

    def _show_lines(self, title: str, *lines: str) -> None:
        if self._lines == (title, *lines):
            return
        self._lines = (title, *lines)
        clear(self._missing_box)
        self._missing_box.addWidget(Label(title, self._theme, "label", "accent"))
        for line in lines:
            self._missing_box.addWidget(Label(line, self._theme, "field"))
        ask = small_button(_("Ask this next"))
        ask.clicked.connect(self.next_asked)
        self._missing_box.addSpacing(self._theme.px(4))
        self._missing_box.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
