"""Looks for cards that say what is being typed, and shows them beside the box."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cxworkshop.queries.subjects import Subject
from cxworkshop.services.similarity import Similarity
from ui.bridge import Bridge
from ui.stops.talk.answer_input import AnswerInput
from ui.stops.talk.sidebar import TalkSidebar
from ui.widgets.slices import Slices


class SimilarSearch(QObject):
    """After an import it shows what it has found so far, and looks again in a while."""

    def __init__(
        self, bridge: Bridge, similarity: Similarity, entry: AnswerInput, sidebar: TalkSidebar
    ) -> None:
        super().__init__(sidebar)
        self._bridge, self._similarity = bridge, similarity
        self._entry, self._sidebar = entry, sidebar
        self._slices = Slices(bridge.do, self)
        self._slices.ended.connect(self._look)
        sidebar.near.asked.connect(self._look)

    def _look(self) -> None:
        is_asked = self._entry.correcting is None and not self._entry.ways.is_good
        found = self._bridge.do(self._find) if is_asked else None
        self._sidebar.show_similar(found or ())

    def _find(self) -> list[Subject]:
        if self._similarity.is_behind:
            self._slices.start(self._similarity.catch_up())
        return self._similarity.similar_to_words(self._entry.box.toPlainText())
