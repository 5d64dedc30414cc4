"""The board with its keys and menus: all that the mouse does, without a mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGraphicsItem

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.accessible import speak
from ui.stops.big_list.board.animation import BoardSettles
from ui.stops.big_list.board.column import BoardColumn
from ui.stops.big_list.board.headline_editor import HeadlineField
from ui.stops.big_list.menus import card_menu, group_menu
from ui.theme.theme import Theme

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class BoardView(BoardSettles):
    """Arrows walk, Space chooses, letters act. `number_typed` hands digits to the search field."""

    number_typed = Signal(str)

    def __init__(self, theme: Theme, deeds: BoardActions) -> None:
        super().__init__(theme, deeds)
        self.headline = HeadlineField(self.viewport(), theme)
        self.headline.left.connect(self.setFocus)
        speak(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The whole board without a mouse."""
        if self.mode:
            self._key_with_cards(event)
        elif event.key() in ARROWS:
            self.step(event.key(), extend=bool(event.modifiers() & SHIFT))
        elif event.text().isdecimal() or event.text() == "#":
            self.number_typed.emit(event.text())
        elif event.key() == Qt.Key.Key_A and event.modifiers() & CONTROL:
            self.choose_column()
        elif not self._act(event.key()):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the chosen cards, or with a group."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        here = event.pos() if by_mouse else self._middle_of_focused()
        card, column = self.card_at(here), self.column_at(here)
        if card is not None:
            if not card.isSelected():
                self.choose_only(card)
            menu = card_menu(self, self.deeds, self.chosen())
        elif column is not None and column.group_id is not None:
            menu = group_menu(self, self.deeds, column.group_id)
        else:
            return
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(here))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write a card's headline, or a group's."""
        self.edit_at(event.position().toPoint())

    @override
    def edit_at(self, place: QPoint) -> None:
        """Write the headline of the card or the group that lies there."""
        card, column = self.card_at(place), self.column_at(place)
        if card is not None:
            self.edit_card(card.face.card.id)
        elif column is not None and column.group_id is not None:
            self.edit_group(column.group_id)

    def group_chosen(self) -> None:
        """G: put the chosen cards together."""
        if self.chosen():
            self.deeds.group(self.chosen())

    def ungroup_chosen(self) -> None:
        """U: out of their groups."""
        if self.chosen():
            self.deeds.ungroup(self.chosen())

    def set_aside_chosen(self) -> None:
        """Del: into the drawer."""
        if self.chosen():
            self.deeds.set_aside(self.chosen())

    def begin_move(self) -> None:
        """M: cards are in the hand until a click, Enter or Esc; arrows and letters choose where."""
        focused = self.focused()
        self.pick_up("place")
        if self.mode:
            self._aim(self.column_with(focused or self.in_hand[0]))

    def edit_card(self, card: CardId) -> None:
        """Write a headline of ours on a card."""
        item = self.cards[card]
        area = self._on_viewport(item).adjusted(6, self._theme.px(32), -6, 0)
        words = item.face.card.headline
        hint = _("A headline of ours")
        self.headline.open(area, words, hint, lambda text: self.deeds.name_card(card, text))

    def edit_group(self, group: GroupId) -> None:
        """Write a group's headline."""
        column = next(column for column in self.columns if column.group_id == group)
        assert column.shown is not None  # it has a group
        self.ensureVisible(column.head, 12, 0)
        area = self._on_viewport(column.head).adjusted(4, 4, -4, 0)
        words = column.shown.headline
        hint = _("The group’s headline")
        self.headline.open(area, words, hint, lambda text: self.deeds.name_group(group, text))

    def _act(self, key: int) -> bool:
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_G: self.group_chosen,
            Qt.Key.Key_U: self.ungroup_chosen,
            Qt.Key.Key_M: self.begin_move,
            Qt.Key.Key_B: self._bring_back,
            Qt.Key.Key_Delete: self.set_aside_chosen,
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_F4: self._edit_group,
            Qt.Key.Key_Space: self.toggle,
            Qt.Key.Key_Escape: self.scene().clearSelection,
        }
        if key in acts:
            acts[key]()
        return key in acts

    def _key_with_cards(self, event: QKeyEvent) -> None:
        """With cards in the hand: where to, yes, or back."""
        key, letter = event.key(), event.text().upper()
        lettered = {c.shown.letter: c for c in self.columns if c.shown}
        if key == Qt.Key.Key_Escape:
            self.put_back()
        elif self.mode != "place":
            return
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            here = self.column_at(self._place) or self.columns[0]
            at = self.columns.index(here) + (1 if key == Qt.Key.Key_Right else -1)
            self._aim(self.columns[max(0, min(at, len(self.columns) - 1))])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            column = self.column_at(self._place)
            self.drop(self.target_of(column) if column else None)
        elif letter in lettered:
            self.drop(self.target_of(lettered[letter]))

    def _aim(self, column: BoardColumn) -> None:
        """Hold the hand over the middle of a column's headline."""
        self.ensureVisible(column.head, 12, 0)
        self._carry(self.mapFromScene(column.head.sceneBoundingRect().center()))

    def _on_viewport(self, item: QGraphicsItem) -> QRect:
        return self.mapFromScene(item.sceneBoundingRect()).boundingRect()

    def _bring_back(self) -> None:
        cards = [card for card in self.chosen() if self.cards[card].face.aside]
        if cards:
            self.deeds.bring_back(cards)

    def _edit(self) -> None:
        focused = self.focused()
        if focused is not None and self.cards[focused].face.aside:
            self.deeds.bring_back([focused])
        elif focused is not None:
            self.edit_card(focused)

    def _edit_group(self) -> None:
        focused = self.focused()
        group = self.column_with(focused).group_id if focused is not None else None
        if group is not None:
            self.edit_group(group)

    def _middle_of_focused(self) -> QPoint:
        focused = self.focused()
        if focused is None:
            return QPoint(-1, -1)
        self.show_item(self.cards[focused])
        return self._on_viewport(self.cards[focused]).center()
