"""Which cards of the board are selected, and which one has the keyboard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QObject, QRectF, Signal

from cxworkshop.model import CardId, GroupId
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import ASIDE
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.steps import step_from


class BoardSelection(QObject):
    """Selects one card, a few, a range, a rectangle or a column, and moves the focus by arrows.

    Plain arrows drop what a click selected, but keep what Space or taps selected: otherwise cards
    that lie apart could not be selected together without a mouse. `changed` is emitted once for
    each action, however many cards it selects; `moved` says that another card has the keyboard.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, layout: BoardLayout) -> None:
        super().__init__(layout.view)
        self._view, self._layout = layout.view, layout
        self._is_collecting = False  # by Space, or by taps: a finger has no Ctrl key either
        self._selected: set[CardId] = set()
        self._focused: CardId | None = None
        self._place: tuple[str, GroupId | None] | None = None  # the column of the focused card

    @property
    def has_keyboard(self) -> bool:
        """Whether the board has the keyboard, and shows it on the focused card."""
        return self._view.hasFocus()

    def cards(self) -> list[CardId]:
        """The selected cards, in the board's order."""
        if not self._selected:
            return []
        return [card for card in self._layout.cards if card in self._selected]

    def is_selected(self, card: CardId) -> bool:
        """Whether a card is selected."""
        return card in self._selected

    def cards_or_focused(self) -> list[CardId]:
        """The selected cards; without any, the one that has the keyboard."""
        focused = self.focused()
        return self.cards() or ([focused] if focused is not None else [])

    def focused(self) -> CardId | None:
        """The card that has the keyboard, or would have it if the board had."""
        return self._focused if self._focused in self._layout.cards else None

    def clear(self) -> None:
        """Select nothing."""
        self._select(())

    def focus_card(self, card: CardId) -> None:
        """Select a card alone, give it the keyboard and scroll to it."""
        item = self._layout.cards.get(card)
        if item is not None:
            self._view.setFocus()
            self._focus(card)
            self.select_only(item)
            self._layout.scrolling.to_card(item)

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
            self._focus(item.face.card.id)
            self._layout.scrolling.to_card(item)
            self._layout.refresh()

    def focus(self, item: CardItem) -> None:
        """Give a card the keyboard, selected or not."""
        self._focus(item.face.card.id)
        self._layout.refresh()

    def restore(self) -> None:
        """Keep what is still there of the selection; the next arrow drops it.

        A card with the keyboard that was moved elsewhere is scrolled into sight there.
        """
        before = len(self._selected)
        self._selected &= self._layout.cards.keys()
        self._is_collecting = False
        if len(self._selected) != before:
            self.changed.emit()
        was, self._place = self._place, self._place_of_focused()
        item = self._layout.cards.get(self._focused) if self._focused is not None else None
        if item is not None and was not in (None, self._place):
            self._layout.scrolling.to_moved(item)

    def select_only(self, card: CardItem | None) -> None:
        """Select this card and no other; None selects nothing."""
        self._is_collecting = False
        self._select([card.face.card.id] if card is not None else ())

    def select_also(self, cards: Sequence[CardId]) -> None:
        """Add these to what is selected, and scroll to the last of them."""
        self._is_collecting = True
        there = [card for card in cards if card in self._layout.cards]
        self._select([*self._selected, *there])
        for card in there[-1:]:
            self._layout.scrolling.to_card(self._layout.cards[card])

    def select_to(self, card: CardItem) -> None:
        """Select this card and all up to the focused one, if both stand in one column."""
        row, focused = card.column.cards, self.focused()
        at = self._layout.cards[focused] if focused is not None else None
        if at is None or at.column is not card.column:
            self.select_also([card.face.card.id])
            return
        first, last = sorted((row.index(at), row.index(card)))
        self._select([*self._selected, *(one.face.card.id for one in row[first : last + 1])])

    def select_inside(self, area: QRectF) -> None:
        """Select exactly the cards in sight that a rectangle of the viewport touches."""
        touched = (item for column in self._layout.columns for item in column.cards_in(area))
        self._select([item.face.card.id for item in touched])

    def select_column(self) -> None:
        """Select the whole column of the focused card; without one, all but the drawer."""
        focused, columns = self.focused(), self._layout.columns
        if focused is not None:
            columns = [self._layout.column_with(focused)]
        self._select([
            item.face.card.id
            for column in columns
            if column.kind != ASIDE or len(columns) == 1
            for item in column.cards
        ])  # fmt: skip

    def toggle(self, card: CardItem) -> None:
        """Select a card besides the others, or deselect it."""
        self._select(self._selected ^ {card.face.card.id})

    def toggle_focused(self) -> None:
        """Select the focused card or deselect it; the next arrows keep the selection."""
        focused = self.focused()
        if focused is not None:
            self._is_collecting = True
            self.toggle(self._layout.cards[focused])

    def toggle_by_tap(self, card: CardItem) -> None:
        """Select a card or deselect it; the first tap after an action starts a new selection."""
        before = self._selected if self._is_collecting else self._selected & {card.face.card.id}
        self._is_collecting = True
        self._focus(card.face.card.id)
        self._select(before ^ {card.face.card.id})

    def move_focus(self, key: int, *, extend: bool) -> None:
        """Go to the card in the direction of an arrow key; the first one if none is focused."""
        focused = self.focused()
        item = step_from(self._layout.columns, self._layout.cards.get(focused or CardId("")), key)
        if item is None:
            return
        card = item.face.card.id
        if extend:
            selected: Collection[CardId] = [*self._selected, card]
        elif self._is_collecting and self._selected:
            selected = self._selected
        else:
            self._is_collecting, selected = False, ()
        self._focus(card)
        self._layout.scrolling.to_card(item)
        self._select(selected)

    def refocus(self) -> None:
        """Show the focus where it was: the board has got the keyboard, or lost it."""
        self._layout.refresh()
        self.moved.emit()

    def _select(self, cards: Iterable[CardId]) -> None:
        """Select exactly these; one signal for all of them, and none for no change."""
        wanted = set(cards)
        if wanted != self._selected:
            self._selected = wanted
            self._layout.refresh()
            self.changed.emit()

    def _focus(self, card: CardId | None) -> None:
        """The card paints its own ring; without one the first headline has it."""
        if card != self._focused:
            for has_ring in (self.focused(), card):
                item = self._layout.cards.get(has_ring) if has_ring is not None else None
                self._layout.refresh(item.column.shown if item is not None else None)
            self._focused = card
            self._place = self._place_of_focused()
            self.moved.emit()

    def _place_of_focused(self) -> tuple[str, GroupId | None] | None:
        item = self._layout.cards.get(self._focused) if self._focused is not None else None
        return (item.column.kind, item.column.group_id) if item is not None else None
