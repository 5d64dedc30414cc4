"""Where cards went is seen: they settle in their places, and go home when nothing was done."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTransform

from cxworkshop.compat import override
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.stops.big_list.actions import DropTarget
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.touch import BoardTouched
from ui.theme.motion import HOME, MOST, SETTLE, glide, moves, run
from ui.widgets.drag_overlay import Seen


class BoardSettles(BoardTouched):
    """Movements lie over what is so: a card is at its place at once, and can be taken again."""

    _lets_go = False

    @override
    def put_back(self) -> None:
        """Esc, or over nothing: what was in the hand glides home."""
        first, seen = self.in_hand[:1], self._hand.seen()
        super().put_back()
        if first and not self._lets_go:
            self._glide_home(first[0], seen)

    @override
    def drop(self, target: DropTarget | None) -> None:
        """Let go; what was refused glides home."""
        first, seen = self.in_hand[:1], self._hand.seen()
        before = self.deeds.workshop.seq
        self._lets_go = True
        try:
            super().drop(target)
        finally:
            self._lets_go = False
        if first and self.deeds.workshop.seq == before:
            self._glide_home(first[0], seen)

    @override
    def show_board(
        self, board: Board, kinds: Mapping[CardId, str], ways: Mapping[str, str]
    ) -> None:
        """Cards that are seen slide from where they were."""
        was = {card: item.scenePos() for card, item in self._in_sight()} if moves() else {}
        super().show_board(board, kinds, ways)
        for card, item in self._in_sight() if was else ():
            if card in was and was[card] != item.scenePos():
                _slide(self, item, was[card] - item.scenePos())

    def _glide_home(self, card: CardId, seen: Seen) -> None:
        if card in self.cards and seen is not None:
            corner = self.mapFromScene(self.cards[card].scenePos())
            glide(self.viewport(), seen, corner, HOME)

    def _in_sight(self) -> list[tuple[CardId, CardItem]]:
        """The cards that can be seen, so many as may move at once."""
        area = self.mapToScene(self.viewport().rect()).boundingRect()
        found: list[tuple[CardId, CardItem]] = []
        for column in self.columns:
            if column.left > area.right() or column.left + column.width < area.left():
                continue
            for item in column.cards:
                top = item.scenePos().y()
                if top < area.bottom() and top + item.height > area.top():
                    found.append((item.face.card.id, item))
        return found[:MOST]


def _slide(board: BoardSettles, item: CardItem, by: QPointF) -> None:
    """A shift that shrinks to nothing."""

    def step(share: float) -> None:
        if item.scene() is board.scene():
            rest = by * (1 - share)
            item.setTransform(QTransform.fromTranslate(rest.x(), rest.y()))

    run(board, SETTLE, step)
