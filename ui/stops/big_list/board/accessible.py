"""The board for screen readers: names, roles and events for what is only painted on a scene.

A column and a card are known here by what they show, not by their items: the board may replace its
items whenever the workshop is read, and a screen reader that holds on to a card must still find it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from cxworkshop.compat import override
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import BoardColumn
from ui.stops.big_list.board.headline_editor import HeadlineField
from ui.stops.big_list.board.layout import BoardLayout
from ui.stops.big_list.board.selection import BoardSelection

Place = tuple[BoardColumn, CardItem]
Key = str  # a card's id; a column's group, or its kind
Maybe = Any  # Qt takes None for a missing interface; its stubs don't say so

# Qt holds bare pointers to all interfaces that it was given, so they live until the view is gone.
_BOARDS: dict[int, AccessibleBoard] = {}


def make_accessible(layout: BoardLayout, selection: BoardSelection, field: HeadlineField) -> None:
    """Let screen readers walk a board and hear what happens on it."""
    _install()
    view = layout.view
    board = _BOARDS[id(view)] = AccessibleBoard(layout, selection, field)
    view.destroyed.connect(partial(_forget, id(view), board))
    selection.changed.connect(board.announce_soon)
    view.scene().focusItemChanged.connect(board.announce_soon)


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
        self, layout: BoardLayout, selection: BoardSelection, field: HeadlineField
    ) -> None:
        self.view = layout.view
        self._layout, self._selection, self._field = layout, selection, field
        self._own: AccessibleView | None = None
        self._interfaces: dict[Key, AccessibleColumn | AccessibleCard] = {}
        self._indexed: list[BoardColumn] = []
        self._places: dict[Key, Place] = {}
        self._announced = _Announced()
        # Delayed, for Qt says that the view has the keyboard only after the card has got it.
        self._timer = QTimer(self.view)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._announce)

    def own(self) -> AccessibleView:
        """The board's own interface, made when Qt asks for it."""
        if self._own is None:
            self._own = AccessibleView(self)
        return self._own

    def interface(self) -> QAccessibleInterface:
        """The board's own interface, as Qt knows it."""
        return QAccessible.queryAccessibleInterface(self.view)

    def columns(self) -> list[BoardColumn]:
        """The columns on the board; none while it is being laid out."""
        if not Shiboken.isValid(self.view):
            return []
        return [column for column in self._layout.columns if Shiboken.isValid(column.head)]

    def interface_of(self, item: BoardColumn | CardItem) -> AccessibleColumn | AccessibleCard:
        """The interface of what an item shows."""
        key = _key(item)
        if key not in self._interfaces:
            kind = AccessibleCard if isinstance(item, CardItem) else AccessibleColumn
            self._interfaces[key] = kind(self, key)
        return self._interfaces[key]

    def item(self, key: Key) -> BoardColumn | CardItem | None:
        """The item that shows this column or card now; None when it is off the board."""
        found = self.place(key)
        if found is not None:
            return found[1]
        return next((column for column in self.columns() if _key(column) == key), None)

    def place(self, card: Key) -> Place | None:
        """A card on the board, and the column in which it stands."""
        columns = self.columns()
        if columns != self._indexed or len(self._places) != sum(len(c.cards) for c in columns):
            self._indexed = columns
            self._places = {_key(i): (c, i) for c in columns for i in c.cards}
        found = self._places.get(card)
        return found if found and Shiboken.isValid(found[1]) else None

    def focused(self) -> Maybe:
        """The interface of the card that has the keyboard."""
        card = self._selection.focused() if self.columns() else None
        found = self.place(str(card)) if card is not None else None
        return self.interface_of(found[1]) if found else None

    def open_field(self) -> HeadlineField | None:
        """The field for a headline, while it is open."""
        is_open = Shiboken.isValid(self._field) and self._field.isVisible()
        return self._field if is_open else None

    def on_screen(self, item: BoardColumn | CardItem) -> QRect:
        """An item's rectangle on the screen, even if it is scrolled out of sight."""
        area = self.view.mapFromScene(item.sceneBoundingRect()).boundingRect()
        return QRect(self.view.viewport().mapToGlobal(area.topLeft()), area.size())

    def in_sight(self, item: BoardColumn | CardItem) -> bool:
        """Whether any part of it can be seen."""
        area = self.view.mapFromScene(item.sceneBoundingRect()).boundingRect()
        return self.view.isVisible() and area.intersects(self.view.viewport().rect())

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
        cards = [item for column in self._announced.columns for item in column.cards]
        selected = {_key(item) for item in cards if item.isSelected()}
        for one in map(self.interface_of, cards):
            if one.key in selected ^ self._announced.selected:
                event = QAccessible.Event
                _send(one, event.SelectionAdd if one.key in selected else event.SelectionRemove)
                self._announce_name(one, self._announced.names.get(one.key))
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
    if isinstance(item, CardItem):
        return str(item.face.card.id)
    return str(item.group_id or item.kind)


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
        keys = [_key(item) for item in self.items()]
        key = child.key if isinstance(child, AccessibleColumn | AccessibleCard) else ""
        return keys.index(key) if key in keys else -1

    def childAt(self, x: int, y: int) -> Maybe:  # noqa: N802
        found = (item for item in self.items() if self.board.on_screen(item).contains(x, y))
        item = next(found, None)
        return self.board.interface_of(item) if item is not None else None


class AccessibleView(_Container, QAccessibleWidget):
    """A list of columns; the field for a headline is its last child while it is open."""

    def __init__(self, board: AccessibleBoard) -> None:
        super().__init__(board.view, QAccessible.Role.List)
        self.board = board

    @override
    def items(self) -> Sequence[BoardColumn | CardItem]:
        return self.board.columns()

    @override
    def childCount(self) -> int:
        return super().childCount() + (self._field() is not None)

    @override
    def child(self, index: int) -> Maybe:
        return self._field() if index == len(self.items()) else super().child(index)

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if child.object() is not None and child.object() is self.board.open_field():
            return len(self.items())
        return super().indexOfChild(child)

    @override
    def focusChild(self) -> Maybe:
        field = self.board.open_field()
        return self._field() if field and field.hasFocus() else self.board.focused()

    def _field(self) -> Maybe:
        field = self.board.open_field()
        return QAccessible.queryAccessibleInterface(field) if field else None

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
        return item.spoken if item is not None else ""

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
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List


class AccessibleCard(_BoardItem):
    """An item of the list that is its column."""

    @override
    def parent(self) -> QAccessibleInterface:
        found = self.board.place(self.key)
        return self.board.interface_of(found[0]) if found else super().parent()

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def state(self) -> QAccessible.State:
        item, state = self.item(), super().state()
        state.focusable = state.selectable = state.extSelectable = True
        if isinstance(item, CardItem):
            state.selected = item.isSelected()
            state.focused = self.board.focused() is self and self.board.view.hasFocus()
        return state
