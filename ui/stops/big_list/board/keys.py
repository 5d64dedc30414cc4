"""The board by keys: everything that the mouse does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from cxworkshop.model import GroupId
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.board.bars import BoardBars
from ui.stops.big_list.board.dragging import BoardDrag
from ui.stops.big_list.board.headline_editor import HeadlineEditor
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection
from ui.stops.big_list.board.whole_card import WholeCard
from ui.stops.big_list.menus import ask_for_step
from ui.theme.mirror import reading_key

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class BoardKeys(QObject):
    """Arrows walk, Space selects, letters act; while cards are moved, keys say where to.

    `number_typed` hands a digit or "#" to the search field; `size_wanted` says that the whole list
    is wanted small (True), or at full size.
    """

    number_typed = Signal(str)
    size_wanted = Signal(bool)

    def __init__(
        self,
        layout: BoardLayout,
        selection: BoardSelection,
        drag: BoardDrag,
        headlines: HeadlineEditor,
        actions: BoardActions,
    ) -> None:
        super().__init__(layout.view)
        self._layout, self._selection, self._drag = layout, selection, drag
        self._headlines, self._actions = headlines, actions
        self.bars, self.whole_card = BoardBars(layout), WholeCard(layout)
        self._by_key, self._with_ctrl = self._plain_keys(), self._ctrl_keys()

    def _plain_keys(self) -> dict[int, Callable[[], object]]:
        return {
            Qt.Key.Key_G: self._group,
            Qt.Key.Key_U: self._ungroup,
            Qt.Key.Key_M: self.begin_move,
            Qt.Key.Key_B: self._bring_back,
            Qt.Key.Key_O: self._opposite,
            Qt.Key.Key_E: self._ask_for_step,
            Qt.Key.Key_Delete: self._set_aside,
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_F4: self._edit_group,
            Qt.Key.Key_Space: self._selection.toggle_focused,
            Qt.Key.Key_PageUp: lambda: self._turn_page(-1),
            Qt.Key.Key_PageDown: lambda: self._turn_page(1),
            Qt.Key.Key_Home: lambda: self._go_to_end(0),
            Qt.Key.Key_End: lambda: self._go_to_end(-1),
        }

    def _ctrl_keys(self) -> dict[int, Callable[[], object]]:
        return {
            Qt.Key.Key_A: self._selection.select_column,
            Qt.Key.Key_Up: lambda: self.bars.step_border(-1),
            Qt.Key.Key_Down: lambda: self.bars.step_border(1),
            Qt.Key.Key_Left: lambda: self._move_group(-1),
            Qt.Key.Key_Right: lambda: self._move_group(1),
            Qt.Key.Key_Minus: lambda: self.size_wanted.emit(True),  # noqa: FBT003 - the signal's
            Qt.Key.Key_0: lambda: self.size_wanted.emit(False),  # noqa: FBT003
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for, and return whether it stands for anything here."""
        key, modifiers = reading_key(event.key()), event.modifiers()
        if self._drag.mode:
            self._press_while_moving(key, event.text().upper())
        elif modifiers & CTRL:
            return self._press_with_ctrl(key)
        elif key in ARROWS:
            self.whole_card.hide()
            self._selection.move_focus(key, extend=bool(modifiers & SHIFT))
        elif event.text().isdecimal() or event.text() == "#":
            self.number_typed.emit(event.text())
        elif key == Qt.Key.Key_O and modifiers & SHIFT:
            self._opposite_of_group()
        elif key == Qt.Key.Key_Escape:
            return self._leave()
        elif key in self._by_key:
            self._by_key[key]()
        else:
            return False
        return True

    def _press_with_ctrl(self, key: int) -> bool:
        action = self._with_ctrl.get(key)
        if action is not None:
            action()
        return action is not None

    def begin_move(self) -> None:
        """M: move cards until a click, Enter or Esc; arrows and letters choose the place."""
        focused = self._selection.focused()
        self._drag.begin(self._selection.cards_or_focused(), "place")
        if self._drag.mode:
            self._drag.move_to_column(self._layout.column_with(focused or self._drag.cards[0]))

    def _press_while_moving(self, key: int, letter: str) -> None:
        lettered = {c.group.letter: c for c in self._layout.columns if c.group}
        if key == Qt.Key.Key_Escape:
            self._drag.cancel()
        elif self._drag.mode != "place":
            return
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._drag.move_sideways(1 if key == Qt.Key.Key_Right else -1)
        elif key in ENTER:
            self._drag.drop_here()
        elif letter in lettered:
            self._drag.drop(self._drag.target_of(lettered[letter]))

    def _leave(self) -> bool:
        """Esc: close the whole card, or else select nothing; returns whether there was anything."""
        if self.whole_card.isVisible():
            self.whole_card.hide()
            return True
        had_any = bool(self._selection.cards())
        self._selection.clear()
        return had_any

    def _turn_page(self, step: int) -> None:
        """Scroll what the focused card is in by what can be seen of it."""
        focused = self._selection.focused()
        if focused is None:
            return
        column = self._layout.column_with(focused)
        high = self._layout.ground.height if self._layout.is_small else column.cards_area.height()
        self._layout.scrolling.by(column.head.center().toPoint(), 0, step * high)

    def _go_to_end(self, index: int) -> None:
        """Go to the first card of the column, or to the last."""
        focused = self._selection.focused()
        if focused is not None:
            item = self._layout.column_with(focused).cards[index]
            self._selection.focus(item)
            self._layout.scrolling.to_card(item)

    def _move_group(self, step: int) -> None:
        """Put the focused card's group before its neighbour, or behind it."""
        if (group := self._focused_group()) is not None:
            self._actions.groups.move(group, step)

    def _group(self) -> None:
        if cards := self._selection.cards_or_focused():
            self._actions.group(cards)

    def _ungroup(self) -> None:
        if cards := self._selection.cards_or_focused():
            self._actions.ungroup(cards)

    def _opposite(self) -> None:
        if cards := self._selection.cards_or_focused():
            self._actions.opposites.press(cards)

    def _opposite_of_group(self) -> None:
        """Shift+O: the opposite of the group in which the focused card is."""
        if (group := self._focused_group()) is not None:
            self._actions.opposites.press([group])

    def _ask_for_step(self) -> None:
        if cards := self._selection.cards_or_focused():
            ask_for_step(self._layout.view, self._actions, cards)

    def _set_aside(self) -> None:
        cards = self._selection.cards_or_focused()
        following = self._selection.neighbour(cards)
        if cards and self._actions.set_aside(cards):
            self._selection.move_to(following)

    def _bring_back(self) -> None:
        cards = self._selection.cards_or_focused()
        if aside := [card for card in cards if self._layout.cards[card].face.aside]:
            self._actions.bring_back(aside)

    def _edit(self) -> None:
        focused = self._selection.focused()
        if focused is None:
            return
        item = self._layout.cards[focused]
        if self._layout.is_small and not self.whole_card.isVisible():
            self.whole_card.open(item)
        elif item.face.aside:
            self._actions.bring_back([focused])
        else:
            self.whole_card.hide()
            self._headlines.edit_card(focused)

    def _edit_group(self) -> None:
        if (group := self._focused_group()) is not None:
            self._headlines.edit_group(group)

    def _focused_group(self) -> GroupId | None:
        focused = self._selection.focused()
        return self._layout.column_with(focused).group_id if focused is not None else None
