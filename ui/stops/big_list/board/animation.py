"""Movements that show where cards went. One setting turns them off."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from PySide6.QtCore import QPointF

from cxworkshop.model import CardId
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.layout import BoardLayout
from ui.theme.motion import HOME, MOST, SETTLE, glide, moves, run
from ui.widgets.drag_overlay import Snapshot

Positions = Mapping[CardId, QPointF]


class BoardAnimation:
    """Lets cards slide and glide. Only pictures move: each card stands in its new place at once."""

    def __init__(self, layout: BoardLayout) -> None:
        self._layout = layout

    def positions(self) -> Positions:
        """Where the cards in sight stand on the viewport; nothing when movements are off."""
        in_sight = self._in_sight() if moves() else ()
        return {item.face.card.id: item.area.topLeft() for item in in_sight}

    def slide_from(self, positions: Positions) -> None:
        """Let the cards in sight slide from where they stood before to where they stand now."""
        for item in self._in_sight() if positions else ():
            before = positions.get(item.face.card.id)
            if before is not None and before != item.area.topLeft():
                self._slide(item, before - item.area.topLeft())

    def glide_home(self, card: CardId, snapshot: Snapshot) -> None:
        """Let a picture of dragged cards glide back to where the first of them stands."""
        if card in self._layout.cards and snapshot is not None:
            view = self._layout.view
            corner = self._layout.area_of(self._layout.cards[card]).topLeft()
            glide(view.viewport(), snapshot, corner, HOME)

    def _in_sight(self) -> list[CardItem]:
        return list(islice(self._layout.cards_in_sight(), MOST))

    def _slide(self, item: CardItem, offset: QPointF) -> None:
        def step(share: float) -> None:
            rest = offset * (1 - share)
            item.slide = (rest.x(), rest.y())
            self._layout.refresh()

        run(self._layout.view, SETTLE, step)
