"""Quiet suggestions at stop 3: similar cards, a card's likely way, pairs that look the same.

They are searched for in short slices while the program is idle, and shown only in the footer.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.model import CardId
from cxworkshop.queries.subjects import Subject
from ui.bridge import Bridge
from ui.stops.big_list.board.dragging import BoardDrag

REST = 300  # milliseconds without a change before a search begins
SLICE, PAUSE = 0.006, 20  # seconds of searching, and milliseconds between two slices
Pair = tuple[CardId, CardId]


class SimilarCards(QObject):
    """`found` says that there is something new to show.

    `similar` and `likely_way` are of the selected card; `pairs` are of the whole list.
    """

    found = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._similarity = bridge.workshop.similarity
        self._selected: CardId | None = None
        self._looked_up: CardId | None = None
        self.similar: tuple[Subject, ...] = ()
        self.likely_way: str | None = None
        self.pairs: list[Pair] = []
        self._search: Iterator[Pair | None] | None = None
        self._rest, self._slice = QTimer(self), QTimer(self)
        for timer, wait, do in (
            (self._rest, REST, lambda: self._bridge.do(self._go_on)),
            (self._slice, PAUSE, lambda: self._bridge.do(self._search_pairs)),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(do)

    def restart(self) -> None:
        """Forget everything and search again: the list has changed."""
        self.pairs, self._looked_up, self._search = [], None, None
        self.similar, self.likely_way = (), None
        self._slice.stop()
        self._rest.start()

    def pause_during(self, drag: BoardDrag) -> None:
        """Leave all the time of a drag to its frames."""
        drag.changed.connect(lambda: self.pause() if drag.mode else self.resume())

    def wait(self) -> None:
        """Go on only after a rest: somebody is typing."""
        self.pause()
        self.resume()

    def pause(self) -> None:
        """Stop searching until `resume`."""
        self._rest.stop()
        self._slice.stop()

    def resume(self) -> None:
        """Go on searching."""
        self._rest.start()

    def select(self, card: CardId | None) -> None:
        """Suggest something for this card; None while no card or several are selected."""
        self._selected = card
        if card != self._looked_up:
            self.similar, self.likely_way, self._looked_up = (), None, None
            self._rest.start()

    def _go_on(self) -> None:
        """Begin or go on with the search; a card that was selected meanwhile comes first."""
        if self._search is None:
            self._search = self._steps()
        elif self._similarity.is_prepared:
            self._look_up()
        self._slice.start()

    def _steps(self) -> Iterator[Pair | None]:
        """Read what has changed, look up the selected card, then search for pairs."""
        for _step in self._similarity.prepare():
            yield None
        self._look_up()
        yield None
        yield from self._similarity.similar_pairs()

    def _look_up(self) -> None:
        card = self._selected
        if card is not None and card != self._looked_up:
            self.similar = tuple(self._similarity.similar_to_card(card))
            self._looked_up = card
            self.likely_way = self._similarity.likely_way_of_card(card)
            self.found.emit()

    def _search_pairs(self) -> None:
        until = time.monotonic() + SLICE
        before = len(self.pairs)
        while self._search is not None and time.monotonic() < until:
            try:
                pair = next(self._search)
            except StopIteration:
                self._search = iter(())
                break
            if pair is not None:
                self.pairs.append(pair)
        else:
            self._slice.start()
        if len(self.pairs) != before:
            self.found.emit()
