"""The board for screen readers: its columns, their cards, and what can be done with both.

A column and a card are known here by what they show, not by their items: the board replaces items
when the workshop is read, and a screen reader that holds on to a card must still find it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import Shiboken

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId
from ui.accessible.parts import ROOT, Action, Key, PaintedParts, actions_of
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import BoardColumn
from ui.stops.big_list.board.headline_editor import HeadlineEditor
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection
from ui.stops.big_list.menus import card_menu, group_menu


class BoardParts(PaintedParts):
    """A list of columns, which are lists of cards; keys are ids of cards and keys of columns."""

    takes_many = True

    def __init__(
        self,
        layout: BoardLayout,
        selection: BoardSelection,
        headlines: HeadlineEditor,
        actions: BoardActions,
    ) -> None:
        super().__init__(layout.view)
        self._layout, self._selection = layout, selection
        self._headlines, self._actions = headlines, actions

    def _card(self, key: Key) -> CardItem | None:
        return self._layout.cards.get(CardId(key))

    def _column(self, key: Key) -> BoardColumn | None:
        return next((column for column in self._layout.columns if column.key == key), None)

    @override
    def count(self, key: Key) -> int:
        if key == ROOT:
            return len(self._layout.columns)
        column = self._column(key)
        return len(column.cards) if column is not None else 0

    @override
    def child(self, key: Key, place: int) -> Key:
        if key == ROOT:
            return self._layout.columns[place].key
        column = self._column(key)
        assert column is not None  # else it had no children
        return str(column.cards[place].face.card.id)

    @override
    def place(self, key: Key) -> int:
        card, column = self._card(key), self._column(key)
        if card is not None:
            return card.column.cards.index(card)
        return self._layout.columns.index(column) if column is not None else -1

    @override
    def parent(self, key: Key) -> Key:
        card = self._card(key)
        return card.column.key if card is not None else ROOT

    @override
    def name(self, key: Key) -> str:
        card, column = self._card(key), self._column(key)
        if card is not None:
            return card.face.spoken(selected=self._selection.is_selected(card.face.card.id))
        return column.spoken if column is not None else ""

    @override
    def role(self, key: Key) -> QAccessible.Role:
        is_card = key != ROOT and self._column(key) is None
        return QAccessible.Role.ListItem if is_card else QAccessible.Role.List

    @override
    def area(self, key: Key) -> QRect:
        thing = self._card(key) or self._column(key)
        return self._layout.area_of(thing) if thing is not None else QRect()

    @override
    def in_sight(self, key: Key) -> bool:
        area, card = QRectF(self.area(key)), self._card(key)
        if card is not None:
            area = area & card.column.cards_area
        return self.view.isVisible() and area.intersects(QRectF(self.ground.rect()))

    @override
    def at(self, key: Key, point: QPoint) -> Key | None:
        here = self._layout.reckoned(point)
        column, card = self._layout.column_at(here), self._layout.card_at(here)
        if key == ROOT:
            return column.key if column is not None else None
        is_here = card is not None and column is not None and column.key == key
        return str(card.face.card.id) if card is not None and is_here else None

    @override
    def mark(self, key: Key, state: QAccessible.State) -> None:
        card = self._card(key)
        if key == ROOT:
            state.multiSelectable = True
        elif card is not None:
            state.focusable = state.selectable = state.extSelectable = True
            state.selected = self._selection.is_selected(card.face.card.id)
            state.focused = self.focused() == key and self._selection.has_keyboard

    @override
    def focused(self) -> Key | None:
        return self._selection.focused()

    @override
    def selected(self) -> Collection[Key]:
        return self._selection.cards()

    @override
    def choose(self, key: Key, *, on: bool) -> None:
        card, column = self._card(key), self._column(key)
        if card is not None and self._selection.is_selected(card.face.card.id) != on:
            self._selection.toggle(card)
        elif on:
            cards = column.cards if column is not None else self._layout.cards.values()
            self._selection.select_also([one.face.card.id for one in cards])
        elif key == ROOT:
            self._selection.clear()

    @override
    def has_editor(self) -> QWidget | None:
        panel = self._headlines.panel
        return panel if Shiboken.isValid(panel) and panel.isVisible() else None

    @override
    def actions(self, key: Key) -> Sequence[Action]:
        card, column = self._card(key), self._column(key)
        names = QAccessibleActionInterface
        if card is not None:
            return [
                Action(names.pressAction(), lambda: self._selection.focus_card(CardId(key))),
                Action(names.toggleAction(), lambda: self._selection.toggle(card), _("Space")),
                *actions_of(self._card_menu(card)),
            ]
        if column is not None and column.group_id is not None:
            menu = group_menu(self.view, self._headlines, self._actions, column.group_id)
            return actions_of(menu)
        return [Action(names.setFocusAction(), self.view.setFocus)] if key == ROOT else ()

    def _card_menu(self, card: CardItem) -> QMenu:
        """The menu of a card, or of all that are chosen if it is among them."""
        cards = [card.face.card.id]
        if self._selection.is_selected(cards[0]):
            cards = self._selection.cards()
        return card_menu(self.view, self._headlines, self._actions, cards)
