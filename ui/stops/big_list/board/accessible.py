"""The board for screen readers: names, roles and events for what is only painted.

A column and a card are known here by what they show, not by their items: the board replaces items
when the workshop is read, and a screen reader that holds on to a card must still find it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication
from shiboken6 import Shiboken

from cxworkshop.compat import override
from cxworkshop.model import CardId
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import BoardColumn
from ui.stops.big_list.board.headline_editor import HeadlinePanel
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection

Key = str  # a card's id; a column's group, or its kind
Maybe = Any  # Qt takes None for a missing interface; its stubs don't say so

# Qt holds bare pointers to all interfaces that it was given, so they live until the view is gone.
_BOARDS: dict[int, AccessibleBoard] = {}


def make_accessible(layout: BoardLayout, selection: BoardSelection, panel: HeadlinePanel) -> None:
    """Let screen readers walk a board and hear what happens on it."""
    _install()
    view = layout.view
    board = _BOARDS[id(view)] = AccessibleBoard(layout, selection, panel)
    view.destroyed.connect(partial(_forget, id(view), board))
    selection.changed.connect(board.announce_soon)
    selection.moved.connect(board.announce_soon)


@cache
def _install() -> None:
    """Needs an application; of two factories Qt asks the one that was installed later first."""
    QAccessible.installFactory(_factory)


def _factory(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    board = _BOARDS.get(id(thing))
    return board.own() if board is not None and board.view is thing else None


def _forget(key: int, board: AccessibleBoard, _gone: object = None) -> None:
    board.end()
    if _BOARDS.get(key) is board:  # another view may have got the same address
        del _BOARDS[key]


class AccessibleBoard:
    """The interfaces of a board, its columns and its cards; each is made once and kept."""

    def __init__(
        self, layout: BoardLayout, selection: BoardSelection, panel: HeadlinePanel
    ) -> None:
        self.view = layout.view
        self._layout, self._selection, self._panel = layout, selection, panel
        self._own: list[AccessibleView] = []
        self._interfaces: dict[Key, AccessibleColumn | AccessibleCard] = {}
        self._announced = _Announced()
        # Delayed, for Qt says that the view has the keyboard only after the card has got it.
        self._timer = QTimer(self.view)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._announce)

    def own(self) -> AccessibleView:
        """A new interface of the board itself, which Qt will delete.

        Qt asks again once the view has another meta-object, as it gets when a signal is connected
        to one of its methods. The same interface twice would be deleted twice.
        """
        self._own.append(AccessibleView(self))
        return self._own[-1]

    def interface(self) -> QAccessibleInterface:
        """The board's own interface, as Qt knows it."""
        return QAccessible.queryAccessibleInterface(self.view)

    def columns(self) -> list[BoardColumn]:
        """The columns on the board; none once it is gone."""
        return self._layout.columns if Shiboken.isValid(self.view) else []

    def interface_of(self, item: BoardColumn | CardItem) -> AccessibleColumn | AccessibleCard:
        """The interface of what an item shows."""
        key = _key(item)
        if key not in self._interfaces:
            kind = AccessibleCard if isinstance(item, CardItem) else AccessibleColumn
            self._interfaces[key] = kind(self, key)
        return self._interfaces[key]

    def item(self, key: Key) -> BoardColumn | CardItem | None:
        """The item that shows this column or card now; None when it is off the board."""
        found = self.card(key)
        if found is not None:
            return found
        return next((column for column in self.columns() if column.key == key), None)

    def card(self, key: Key) -> CardItem | None:
        """A card on the board, which knows its column."""
        return self._layout.cards.get(CardId(key)) if self.columns() else None

    def name(self, item: BoardColumn | CardItem) -> str:
        """What a screen reader says."""
        if isinstance(item, BoardColumn):
            return item.spoken
        return item.face.spoken(selected=self.is_selected(item))

    def is_selected(self, item: CardItem) -> bool:
        """Whether a card is selected."""
        return self._selection.is_selected(item.face.card.id)

    def focused(self) -> Maybe:
        """The interface of the card that has the keyboard."""
        card = self._selection.focused() if self.columns() else None
        return self.interface_of(self._layout.cards[card]) if card is not None else None

    def open_panel(self) -> HeadlinePanel | None:
        """The panel for a headline, while it is open."""
        is_open = Shiboken.isValid(self._panel) and self._panel.isVisible()
        return self._panel if is_open else None

    def on_screen(self, item: BoardColumn | CardItem) -> QRect:
        """An item's rectangle on the screen, even if it is scrolled out of sight."""
        area = self._layout.area_of(item)
        return QRect(self.view.viewport().mapToGlobal(area.topLeft()), area.size())

    def in_sight(self, item: BoardColumn | CardItem) -> bool:
        """Whether any part of it can be seen."""
        area = item.area
        if isinstance(item, CardItem):
            area = area & item.column.cards_area
        return self.view.isVisible() and area.intersects(QRectF(self.view.viewport().rect()))

    def at(self, x: int, y: int) -> tuple[BoardColumn | None, CardItem | None]:
        """The column and the card at a point of the screen."""
        point = self.view.viewport().mapFromGlobal(QPoint(x, y))
        return self._layout.column_at(point), self._layout.card_at(point)

    def announce_soon(self, *_items: object) -> None:
        """Announce what has changed: selection, focus or layout."""
        if QAccessible.isActive() and Shiboken.isValid(self._timer):
            self._timer.start()

    def _announce(self) -> None:
        columns = self.columns()
        if columns != self._announced.columns:
            self._announced.columns = columns
            self._announce_names()
        self._announce_selected()
        self._announce_focus()

    def _announce_names(self) -> None:
        """Announce what is new or has another name since the board was laid out last."""
        items: list[BoardColumn | CardItem] = []
        for column in self._announced.columns:
            items += [column, *column.cards]
        before, self._announced.names = self._announced.names, {}
        for one in map(self.interface_of, items):
            if before and one.key not in before:
                _send(one, QAccessible.Event.ObjectCreated)
            self._announce_name(one, before.get(one.key))

    def _announce_name(self, one: AccessibleColumn | AccessibleCard, before: str | None) -> None:
        name = self._announced.names[one.key] = one.name()
        if before is not None and name != before:
            _send(one, QAccessible.Event.NameChanged)

    def _announce_selected(self) -> None:
        """A card's name says that it is selected, and so does its state."""
        selected = {str(card) for card in self._selection.cards()}
        for key in selected ^ self._announced.selected:
            item = self.card(key)
            if item is not None:
                one, event = self.interface_of(item), QAccessible.Event
                _send(one, event.SelectionAdd if key in selected else event.SelectionRemove)
                self._announce_name(one, self._announced.names.get(key))
        self._announced.selected = selected

    def _announce_focus(self) -> None:
        now = self.focused() if self.view.hasFocus() else None
        if now is not None and now.key != self._announced.focus:
            _send(now, QAccessible.Event.Focus)
        self._announced.focus = now.key if now else None

    def end(self) -> None:
        """Let Qt forget the interfaces; the view is gone, and its own one with it."""
        for one in self._interfaces.values():
            if Shiboken.isValid(one):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(one))


class _Announced:
    """What screen readers were told last."""

    def __init__(self) -> None:
        self.columns: list[BoardColumn] = []
        self.names: dict[Key, str] = {}
        self.selected: set[Key] = set()
        self.focus: Key | None = None


def _key(item: BoardColumn | CardItem) -> Key:
    return str(item.face.card.id) if isinstance(item, CardItem) else item.key


def _send(one: QAccessibleInterface, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(one, event))


class _Container:
    """What Qt asks of anything that holds columns or cards."""

    board: AccessibleBoard

    def items(self) -> Sequence[BoardColumn | CardItem]:
        """The columns or cards that it holds now."""
        return ()

    def childCount(self) -> int:  # noqa: N802
        return len(self.items())

    def child(self, index: int) -> Maybe:
        items = self.items()
        return self.board.interface_of(items[index]) if 0 <= index < len(items) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        if not isinstance(child, AccessibleColumn | AccessibleCard):
            return -1
        items, item = self.items(), child.item()
        return items.index(item) if item is not None and item in items else -1


class AccessibleView(_Container, QAccessibleWidget):
    """A list of columns; the panel for a headline is its last child while it is open."""

    def __init__(self, board: AccessibleBoard) -> None:
        super().__init__(board.view, QAccessible.Role.List)
        self.board = board

    @override
    def items(self) -> Sequence[BoardColumn | CardItem]:
        return self.board.columns()

    @override
    def childCount(self) -> int:
        return super().childCount() + (self._panel() is not None)

    @override
    def child(self, index: int) -> Maybe:
        return self._panel() if index == len(self.items()) else super().child(index)

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if child.object() is not None and child.object() is self.board.open_panel():
            return len(self.items())
        return super().indexOfChild(child)

    @override
    def childAt(self, x: int, y: int) -> Maybe:
        column, _card = self.board.at(x, y)
        return self.board.interface_of(column) if column is not None else None

    @override
    def focusChild(self) -> Maybe:
        panel, now = self.board.open_panel(), QApplication.focusWidget()
        if panel is not None and now is not None and panel.isAncestorOf(now):
            return QAccessible.queryAccessibleInterface(now)
        return self.board.focused()

    def _panel(self) -> Maybe:
        panel = self.board.open_panel()
        return QAccessible.queryAccessibleInterface(panel) if panel else None

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.multiSelectable = True
        return state


class _BoardItem(_Container, QAccessibleInterface):
    """A column or a card; it outlives its items.

    It has no QObject, for Qt would delete the interface together with that.
    """

    def __init__(self, board: AccessibleBoard, key: Key) -> None:
        super().__init__()
        self.key, self.board = key, board
        QAccessible.registerAccessibleInterface(self)

    def item(self) -> BoardColumn | CardItem | None:
        """The item that shows it now; None when it is off the board."""
        return self.board.item(self.key)

    def name(self) -> str:
        """What a screen reader says."""
        item = self.item()
        return self.board.name(item) if item is not None else ""

    @override
    def isValid(self) -> bool:
        return self.item() is not None

    @override
    def object(self) -> Maybe:
        return None

    @override
    def window(self) -> QWindow:
        return self.board.interface().window()

    @override
    def parent(self) -> QAccessibleInterface:
        return self.board.interface()

    @override
    def text(self, kind: QAccessible.Text) -> str:
        return self.name() if kind == QAccessible.Text.Name and self.isValid() else ""

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: headlines are edited in their field."""

    @override
    def rect(self) -> QRect:
        item = self.item()
        return self.board.on_screen(item) if item else QRect()

    @override
    def state(self) -> QAccessible.State:
        item, state = self.item(), QAccessible.State()
        state.invalid = state.invisible = item is None
        state.offscreen = item is None or not self.board.in_sight(item)
        return state


class AccessibleColumn(_BoardItem):
    """A list of cards within the list of columns."""

    @override
    def items(self) -> Sequence[BoardColumn | CardItem]:
        item = self.item()
        return item.cards if isinstance(item, BoardColumn) else ()

    @override
    def childAt(self, x: int, y: int) -> Maybe:
        column, card = self.board.at(x, y)
        is_here = card is not None and column is self.item()
        return self.board.interface_of(card) if card is not None and is_here else None

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List


class AccessibleCard(_BoardItem):
    """An item of the list that is its column."""

    @override
    def parent(self) -> QAccessibleInterface:
        found = self.board.card(self.key)
        return self.board.interface_of(found.column) if found else super().parent()

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def state(self) -> QAccessible.State:
        item, state = self.item(), super().state()
        state.focusable = state.selectable = state.extSelectable = True
        if isinstance(item, CardItem):
            state.selected = self.board.is_selected(item)
            state.focused = self.board.focused() is self and self.board.view.hasFocus()
        return state
