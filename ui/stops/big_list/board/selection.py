"""Choosing on the board: one card, a few, all between two, all in a rectangle, and by arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt

from cxworkshop.compat import override
from cxworkshop.model import CardId
from cxworkshop.queries.board import Board
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import ASIDE, BoardColumn
from ui.stops.big_list.board.layout import BoardShown


class BoardChosen(BoardShown):
    """What is chosen, and what has the keyboard.

    Plain arrows let go of what a click chose, but keep what Space chose: else cards that lie apart
    could not be chosen together without a mouse.
    """

    _by_space = False  # or by taps of a finger, which has no Ctrl key either

    def focus_card(self, card: CardId) -> None:
        """Show a card, choose it alone and put the keyboard on it."""
        item = self.cards.get(card)
        if item is not None:
            self.choose_only(item)
            self.setFocus()  # first: with it the card comes back that had the keyboard before
            item.setFocus()
            self.show_item(item)

    @override
    def show_board(
        self, board: Board, kinds: Mapping[CardId, str], ways: Mapping[str, str]
    ) -> None:
        """What was done is done: the next arrow lets go of what was chosen for it."""
        super().show_board(board, kinds, ways)
        self._by_space = False

    def choose_only(self, card: CardItem | None) -> None:
        """A click that was no drag: of several chosen cards this one stays."""
        self._by_space = False
        self.scene().clearSelection()
        if card is not None:
            card.setSelected(True)

    def choose_too(self, cards: Sequence[CardId]) -> None:
        """These as well, beside what is chosen already."""
        self._by_space = True
        for card in cards:
            if card in self.cards:
                self.cards[card].setSelected(True)
                self.show_item(self.cards[card])

    def choose_to(self, card: CardItem) -> None:
        """From the card with the keyboard to this one, when both stand in one column."""
        column = next(column for column in self.columns if card in column.cards)
        codes = [item.face.card.id for item in column.cards]
        focused = self.focused()
        if focused not in codes:
            card.setSelected(True)
            return
        first, last = sorted((codes.index(focused), column.cards.index(card)))
        for item in column.cards[first : last + 1]:
            item.setSelected(True)

    def choose_inside(self, area: QRectF) -> None:
        """All cards that a rectangle of the scene touches, and no others."""
        for item in self.cards.values():
            item.setSelected(item.sceneBoundingRect().intersects(area))

    def toggle(self) -> None:
        """Space: choose the card with the keyboard, or no longer; arrows leave it chosen then."""
        item = self.scene().focusItem()
        if item is not None:
            self._by_space = True
            item.setSelected(not item.isSelected())

    def choose_column(self) -> None:
        """Ctrl+A: all cards of the column that has the keyboard; of the board when none has."""
        focused = self.focused()
        columns = [self.column_with(focused)] if focused is not None else self.columns
        for column in columns:
            for item in column.cards:
                item.setSelected(column.kind != ASIDE or len(columns) == 1)

    def step(self, key: int, *, extend: bool) -> None:
        """The next card up, down, or beside; from nowhere to the first."""
        filled = [column.cards for column in self.columns if column.cards]
        if not filled:
            return
        column, row = self._place_in(filled) or (0, -1 if key == Qt.Key.Key_Down else 0)
        column += (key == Qt.Key.Key_Right) - (key == Qt.Key.Key_Left)
        column = max(0, min(column, len(filled) - 1))
        row += (key == Qt.Key.Key_Down) - (key == Qt.Key.Key_Up)
        item = filled[column][max(0, min(row, len(filled[column]) - 1))]
        if not extend and not (self._by_space and len(self.marked()) > 0):
            self._by_space = False
            self.scene().clearSelection()
        item.setFocus()
        if extend:
            item.setSelected(True)
        self.show_item(item)
        self.chosen_changed.emit()

    def column_with(self, card: CardId) -> BoardColumn:
        """The column in which a card stands."""
        return next(c for c in self.columns if any(i.face.card.id == card for i in c.cards))

    def _place_in(self, filled: list[list[CardItem]]) -> tuple[int, int] | None:
        focused = self.focused()
        places = (
            (column, row)
            for column, cards in enumerate(filled)
            for row, item in enumerate(cards)
            if item.face.card.id == focused
        )
        return next(places, None)
