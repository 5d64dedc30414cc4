"""Quiet suggestions at stop 3: similar cards, a card's likely way, pairs that look the same.

They are searched for in short slices while the program is idle, and shown only in the footer.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.model import CardId
from cxworkshop.queries.subjects import Subject
from ui.bridge import Bridge
from ui.stops.big_list.board.view import BoardView
from ui.widgets.slices import Slices

REST = 300  # milliseconds without a change before a search begins
Pair = tuple[CardId, CardId]


class SimilarCards(QObject):
    """`found` says that there is something new to show.

    `similar` and `likely_way` are of the selected card; `pairs` are of the whole list. Those of the
    last search stay until the next has found more, or is done.
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
        self._told = 0  # pairs
        self._is_searched = self._is_up_to_date = False  # searched, or being searched
        self._slices = Slices(bridge.do, self)
        self._slices.worked.connect(self._tell)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(lambda: self._bridge.do(self._go_on))

    def restart(self) -> None:
        """Search again: the list has changed."""
        self._looked_up, self._is_searched = None, False
        self.similar, self.likely_way = (), None
        self._slices.pause()
        self._rest.start()

    def give_way_to(self, board: BoardView) -> None:
        """Leave all the time of a drag, and of scrolling, to its frames."""
        drag = board.drag
        drag.changed.connect(lambda: self.pause() if drag.mode else self.resume())
        board.used.connect(lambda: None if drag.mode else self.wait())

    def wait(self) -> None:
        """Go on only after a rest: somebody is typing or scrolling."""
        self.pause()
        self.resume()

    def pause(self) -> None:
        """Stop searching until `resume`."""
        self._rest.stop()
        self._slices.pause()

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
        if not self._is_searched:
            self._is_searched, self._is_up_to_date = True, False
            self._slices.start(self._search())
            return
        if self._is_up_to_date:
            self._look_up()
        self._slices.resume()

    def _search(self) -> Iterator[None]:
        """Read what has changed, look up the selected card, then search for pairs."""
        yield from self._similarity.catch_up()
        self._is_up_to_date = True
        self._look_up()
        found: list[Pair] = []
        for pair in self._similarity.similar_pairs():
            if pair is not None:
                found.append(pair)
                if len(found) > len(self.pairs):
                    self.pairs = found
            yield
        self.pairs = found

    def _look_up(self) -> None:
        card = self._selected
        if card is not None and card != self._looked_up:
            self.similar = tuple(self._similarity.similar_to_card(card))
            self._looked_up = card
            self.likely_way = self._similarity.likely_way_of_card(card)
            self.found.emit()

    def _tell(self) -> None:
        """Say once for a slice that there are more pairs, or fewer."""
        if len(self.pairs) != self._told:
            self._told = len(self.pairs)
            self.found.emit()
