"""Which cards of the board are selected, and which one has the keyboard."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal

from cxworkshop.model import CardId
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import ASIDE
from ui.stops.big_list.board.layout import BoardLayout
from ui.theme.focus import OWN_FOCUS


class BoardSelection(QObject):
    """Selects one card, a few, a range, a rectangle or a column, and moves the focus by arrows.

    Plain arrows drop what a click selected, but keep what Space or taps selected: otherwise cards
    that lie apart could not be selected together without a mouse.
    """

    changed = Signal()

    def __init__(self, layout: BoardLayout) -> None:
        super().__init__(layout.view)
        self._view, self._layout = layout.view, layout
        self._scene = layout.view.scene()
        self._is_collecting = False  # by Space, or by taps: a finger has no Ctrl key either
        self.last_focused: CardId | None = None
        self._scene.selectionChanged.connect(self.changed)
        self._scene.focusItemChanged.connect(self._follow_focus)

    def cards(self) -> list[CardId]:
        """The selected cards, in the board's order."""
        return [i.face.card.id for c in self._layout.columns for i in c.cards if i.isSelected()]

    def cards_or_focused(self) -> list[CardId]:
        """The selected cards; without any, the one that has the keyboard."""
        focused = self.focused()
        return self.cards() or ([focused] if focused is not None else [])

    def focused(self) -> CardId | None:
        """The card that has the keyboard, or would have it if the board had."""
        item = self._scene.focusItem()
        if isinstance(item, CardItem):
            return item.face.card.id
        if self._view.hasFocus() or self.last_focused not in self._layout.cards:
            return None
        return self.last_focused

    def clear(self) -> None:
        """Select nothing."""
        self._scene.clearSelection()

    def focus_card(self, card: CardId) -> None:
        """Select a card alone, give it the keyboard and scroll to it."""
        item = self._layout.cards.get(card)
        if item is not None:
            self.select_only(item)
            self._view.setFocus()  # comes first, for it focuses the card that had the focus last
            item.setFocus()
            self._layout.reveal(item)

    def neighbour(self, leaving: Collection[CardId]) -> CardId | None:
        """The card for the keyboard when these leave: the next in its column, else the one before,
        else the first of any column.
        """
        focused = self.focused() or next(iter(leaving), None)
        if focused is None or focused not in self._layout.cards:
            return None
        column = [item.face.card.id for item in self._layout.column_with(focused).cards]
        here = column.index(focused)
        others = [i.face.card.id for c in self._layout.columns if c.kind != ASIDE for i in c.cards]
        order = [*column[here:], *reversed(column[:here]), *others]
        return next((card for card in order if card not in leaving), None)

    def move_to(self, card: CardId | None) -> None:
        """Give a card the keyboard, with nothing selected, if it is on the board."""
        item = self._layout.cards.get(card) if card is not None else None
        if item is not None:
            self.clear()
            item.setFocus()
            self._layout.reveal(item)

    def focus_again(self, card: CardId | None) -> None:
        """Give a card the keyboard if it still is on the board and no other card has it."""
        if card in self._layout.cards and self._scene.focusItem() is None:
            self._layout.cards[card].setFocus()

    def restore(self, cards: Collection[CardId], focused: CardId | None) -> None:
        """Select exactly these of the cards that are there now; the next arrow drops them."""
        for card_id, item in self._layout.cards.items():
            item.setSelected(card_id in cards)
        if focused in self._layout.cards:
            self._layout.cards[focused].setFocus()
        self._is_collecting = False

    def announce(self) -> None:
        """Emit `changed` after changes that were made while the scene's signals were blocked."""
        self._follow_focus()
        self.changed.emit()

    def select_only(self, card: CardItem | None) -> None:
        """Select this card and no other; None selects nothing."""
        self._is_collecting = False
        self.clear()
        if card is not None:
            card.setSelected(True)

    def select_also(self, cards: Sequence[CardId]) -> None:
        """Add these to what is selected."""
        self._is_collecting = True
        for card in cards:
            if card in self._layout.cards:
                self._layout.cards[card].setSelected(True)
                self._layout.reveal(self._layout.cards[card])

    def select_to(self, card: CardItem) -> None:
        """Select this card and all up to the focused one, if both stand in one column."""
        column = next(column for column in self._layout.columns if card in column.cards)
        ids = [item.face.card.id for item in column.cards]
        focused = self.focused()
        if focused not in ids:
            card.setSelected(True)
            return
        first, last = sorted((ids.index(focused), column.cards.index(card)))
        for item in column.cards[first : last + 1]:
            item.setSelected(True)

    def select_inside(self, area: QRectF) -> None:
        """Select exactly the cards that a rectangle of the scene touches."""
        for item in self._layout.cards.values():
            item.setSelected(item.sceneBoundingRect().intersects(area))

    def select_column(self) -> None:
        """Select the whole column of the focused card; without one, all but the drawer."""
        focused = self.focused()
        columns = self._layout.columns
        if focused is not None:
            columns = [self._layout.column_with(focused)]
        for column in columns:
            for item in column.cards:
                item.setSelected(column.kind != ASIDE or len(columns) == 1)

    def toggle_focused(self) -> None:
        """Select the focused card or deselect it; the next arrows keep the selection."""
        item = self._scene.focusItem()
        if item is not None:
            self._is_collecting = True
            item.setSelected(not item.isSelected())

    def toggle_by_tap(self, card: CardItem) -> None:
        """Select a card or deselect it; the first tap after an action starts a new selection."""
        was_selected = card.isSelected()
        if not self._is_collecting:
            self.clear()
        self._is_collecting = True
        card.setSelected(not was_selected)
        card.setFocus()

    def move_focus(self, key: int, *, extend: bool) -> None:
        """Go to the card in the direction of an arrow key; the first one if none is focused."""
        filled = [column.cards for column in self._layout.columns if column.cards]
        if not filled:
            return
        column, row = self._position(filled) or (0, -1 if key == Qt.Key.Key_Down else 0)
        column += (key == Qt.Key.Key_Right) - (key == Qt.Key.Key_Left)
        column = max(0, min(column, len(filled) - 1))
        row += (key == Qt.Key.Key_Down) - (key == Qt.Key.Key_Up)
        item = filled[column][max(0, min(row, len(filled[column]) - 1))]
        if not extend and not (self._is_collecting and len(self.cards()) > 0):
            self._is_collecting = False
            self.clear()
        item.setFocus()
        if extend:
            item.setSelected(True)
        self._layout.reveal(item)
        self.changed.emit()

    def _position(self, filled: list[list[CardItem]]) -> tuple[int, int] | None:
        """Column and row of the focused card."""
        focused = self.focused()
        places = (
            (column, row)
            for column, cards in enumerate(filled)
            for row, item in enumerate(cards)
            if item.face.card.id == focused
        )
        return next(places, None)

    def _follow_focus(self, *_items: object) -> None:
        """Remember the focused card. It paints its own ring; without one the board has a ring."""
        item = self._scene.focusItem()
        self._view.setProperty(OWN_FOCUS, item is not None)
        if self._view.hasFocus():
            self.last_focused = item.face.card.id if isinstance(item, CardItem) else None
