"""The board for screen readers: what is painted on a scene has no names until it is given some.

A column and a card are known here by what they show, not by their items: every read of the
workshop makes all items anew, and a screen reader that holds on to a card must still find it.
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
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from cxworkshop.compat import override
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.column import BoardColumn
from ui.stops.big_list.board.layout import BoardShown

Place = tuple[BoardColumn, CardItem]
Key = str  # a card's id; a column's group, or its kind
Maybe = Any  # Qt takes None where there is nothing; its stubs don't say so

# Qt holds bare pointers to all that it was handed: a spoken board lives until its view is gone.
_BOARDS: dict[int, AccessibleBoard] = {}


def speak(view: BoardShown) -> None:
    """Let screen readers walk a board and hear what happens on it."""
    _install()
    board = _BOARDS[id(view)] = AccessibleBoard(view)
    view.destroyed.connect(partial(_forget, id(view), board))
    view.chosen_changed.connect(board.tell_soon)
    view.scene().focusItemChanged.connect(board.tell_soon)


@cache
def _install() -> None:
    """After the application is there: of two factories Qt asks the later one first."""
    QAccessible.installFactory(_factory)


def _factory(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    board = _BOARDS.get(id(thing)) if isinstance(thing, BoardShown) else None
    return board.own() if board is not None else None


def _forget(key: int, board: AccessibleBoard, _gone: object = None) -> None:
    board.end()
    if _BOARDS.get(key) is board:  # another view may have got the same address
        del _BOARDS[key]


class AccessibleBoard:
    """What is on a board, by group and by card; it makes each interface once and keeps it."""

    def __init__(self, view: BoardShown) -> None:
        self.view = view
        self._own: AccessibleView | None = None
        self._known: dict[Key, AccessibleColumn | AccessibleCard] = {}
        self._walked: list[BoardColumn] = []
        self._places: dict[Key, Place] = {}
        self._told_focus: Key | None = None
        self._told_chosen: set[Key] = set()
        self._told_names: dict[Key, str] = {}
        self._told_columns: list[BoardColumn] = []
        # Not at once: Qt says that the view has the keyboard only after the card has got it.
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)

    def own(self) -> AccessibleView:
        """The board's own, made when Qt asks for it."""
        if self._own is None:
            self._own = AccessibleView(self)
        return self._own

    def interface(self) -> QAccessibleInterface:
        """The board's own, as Qt knows it."""
        return QAccessible.queryAccessibleInterface(self.view)

    def columns(self) -> list[BoardColumn]:
        """The columns that stand on the board; none while it is being laid out."""
        if not Shiboken.isValid(self.view):
            return []
        return [column for column in self.view.columns if Shiboken.isValid(column.head)]

    def spoken(self, item: BoardColumn | CardItem) -> AccessibleColumn | AccessibleCard:
        """The interface of what an item shows."""
        key = _key(item)
        if key not in self._known:
            made = AccessibleCard if isinstance(item, CardItem) else AccessibleColumn
            self._known[key] = made(self, key)
        return self._known[key]

    def place(self, card: Key) -> Place | None:
        """A card on the board, and the column in which it stands."""
        columns = self.columns()
        if columns != self._walked or len(self._places) != sum(len(c.cards) for c in columns):
            self._walked = columns
            self._places = {_key(i): (c, i) for c in columns for i in c.cards}
        found = self._places.get(card)
        return found if found and Shiboken.isValid(found[1]) else None

    def focused(self) -> Maybe:
        """The card that has the keyboard."""
        card = self.view.focused() if self.columns() else None
        found = self.place(str(card)) if card is not None else None
        return self.spoken(found[1]) if found else None

    def on_screen(self, item: BoardColumn | CardItem) -> QRect:
        """Where an item is on the screen; also where it would be, when it is scrolled away."""
        area = self.view.mapFromScene(item.sceneBoundingRect()).boundingRect()
        return QRect(self.view.viewport().mapToGlobal(area.topLeft()), area.size())

    def in_sight(self, item: BoardColumn | CardItem) -> bool:
        """Whether any of it can be seen."""
        area = self.view.mapFromScene(item.sceneBoundingRect()).boundingRect()
        return self.view.isVisible() and area.intersects(self.view.viewport().rect())

    def tell_soon(self, *_what: object) -> None:
        """Something was chosen, got the keyboard, or was laid out anew."""
        if QAccessible.isActive() and Shiboken.isValid(self._timer):
            self._timer.start()

    def _tell(self) -> None:
        columns = self.columns()
        if columns != self._told_columns:
            self._told_columns = columns
            self._tell_names()
        self._tell_chosen()
        self._tell_focus()

    def _tell_names(self) -> None:
        """What is new or has another name since the board was laid out last."""
        items: list[BoardColumn | CardItem] = []
        for column in self._told_columns:
            items += [column, *column.cards]
        before, self._told_names = self._told_names, {}
        for one in map(self.spoken, items):
            if before and one.key not in before:
                _send(one, QAccessible.Event.ObjectCreated)
            self._tell_name(one, before.get(one.key))

    def _tell_name(self, one: AccessibleColumn | AccessibleCard, before: str | None) -> None:
        name = self._told_names[one.key] = one.name()
        if before is not None and name != before:
            _send(one, QAccessible.Event.NameChanged)

    def _tell_chosen(self) -> None:
        """A card's name says that it is chosen, and so does its state."""
        cards = [item for column in self._told_columns for item in column.cards]
        chosen = {_key(item) for item in cards if item.isSelected()}
        for one in map(self.spoken, cards):
            if one.key in chosen ^ self._told_chosen:
                event = QAccessible.Event
                _send(one, event.SelectionAdd if one.key in chosen else event.SelectionRemove)
                self._tell_name(one, self._told_names.get(one.key))
        self._told_chosen = chosen

    def _tell_focus(self) -> None:
        now = self.focused() if self.view.hasFocus() else None
        if now is not None and now.key != self._told_focus:
            _send(now, QAccessible.Event.Focus)
        self._told_focus = now.key if now else None

    def end(self) -> None:
        """The view is gone, and Qt has forgotten its interface; let it forget the others too."""
        for one in self._known.values():
            if Shiboken.isValid(one):
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(one))


def _key(item: BoardColumn | CardItem) -> Key:
    if isinstance(item, CardItem):
        return str(item.face.card.id)
    return str(item.group_id or item.kind)


def _send(one: QAccessibleInterface, what: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(one, what))


def _field_of(view: BoardShown) -> QWidget | None:
    """Where a headline is written, while it is."""
    field = getattr(view, "headline", None) if Shiboken.isValid(view) else None
    return field if isinstance(field, QWidget) and field.isVisible() else None


class _Walked:
    """What Qt asks of anything that holds columns or cards."""

    board: AccessibleBoard

    def items(self) -> Sequence[BoardColumn | CardItem]:
        """What it holds now."""
        return ()

    def childCount(self) -> int:  # noqa: N802
        """How many it holds."""
        return len(self.items())

    def child(self, index: int) -> Maybe:
        """One of them."""
        items = self.items()
        return self.board.spoken(items[index]) if 0 <= index < len(items) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """Which of them it is; -1 for none."""
        keys = [_key(item) for item in self.items()]
        key = child.key if isinstance(child, AccessibleColumn | AccessibleCard) else ""
        return keys.index(key) if key in keys else -1

    def childAt(self, x: int, y: int) -> Maybe:  # noqa: N802
        """The one at a point of the screen."""
        found = (item for item in self.items() if self.board.on_screen(item).contains(x, y))
        item = next(found, None)
        return self.board.spoken(item) if item is not None else None


class AccessibleView(_Walked, QAccessibleWidget):
    """A list of columns, and the field for a headline while it is open."""

    def __init__(self, board: AccessibleBoard) -> None:
        super().__init__(board.view, QAccessible.Role.List)
        self.board = board

    @override
    def items(self) -> Sequence[BoardColumn | CardItem]:
        """The columns."""
        return self.board.columns()

    @override
    def childCount(self) -> int:
        """The columns and the field."""
        return super().childCount() + (self._field() is not None)

    @override
    def child(self, index: int) -> Maybe:
        """One of the columns; the field comes last."""
        return self._field() if index == len(self.items()) else super().child(index)

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of them it is."""
        if child.object() is not None and child.object() is _field_of(self.board.view):
            return len(self.items())
        return super().indexOfChild(child)

    @override
    def focusChild(self) -> Maybe:
        """The field or the card that has the keyboard."""
        field = _field_of(self.board.view)
        return self._field() if field and field.hasFocus() else self.board.focused()

    def _field(self) -> Maybe:
        field = _field_of(self.board.view)
        return QAccessible.queryAccessibleInterface(field) if field else None

    @override
    def state(self) -> QAccessible.State:
        """More than one card can be chosen."""
        state = super().state()
        state.multiSelectable = True
        return state


class _Shown(_Walked, QAccessibleInterface):
    """A column or a card: it outlives its items, and has no object, for Qt would go with that."""

    def __init__(self, board: AccessibleBoard, key: Key) -> None:
        super().__init__()
        self.key, self.board = key, board
        QAccessible.registerAccessibleInterface(self)

    def item(self) -> BoardColumn | CardItem | None:
        """What shows it now; None when it is on the board no more."""
        raise NotImplementedError

    def name(self) -> str:
        """What a screen reader says."""
        raise NotImplementedError

    @override
    def isValid(self) -> bool:
        """Whether it is still on the board."""
        return self.item() is not None

    @override
    def object(self) -> Maybe:
        """None."""
        return None

    @override
    def window(self) -> QWindow:
        """The board's."""
        return self.board.interface().window()

    @override
    def parent(self) -> QAccessibleInterface:
        """The board."""
        return self.board.interface()

    @override
    def text(self, kind: QAccessible.Text) -> str:
        """Its name; it has nothing else."""
        return self.name() if kind == QAccessible.Text.Name and self.isValid() else ""

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Not from here."""

    @override
    def rect(self) -> QRect:
        """Where it is on the screen."""
        item = self.item()
        return self.board.on_screen(item) if item else QRect()

    @override
    def state(self) -> QAccessible.State:
        """Whether it is there, and in sight."""
        item, state = self.item(), QAccessible.State()
        state.invalid = state.invisible = item is None
        state.offscreen = item is None or not self.board.in_sight(item)
        return state


class AccessibleColumn(_Shown):
    """A list of cards within the list of columns."""

    @override
    def item(self) -> BoardColumn | None:
        """Its column."""
        return next((c for c in self.board.columns() if _key(c) == self.key), None)

    @override
    def items(self) -> Sequence[BoardColumn | CardItem]:
        """Its cards."""
        item = self.item()
        return item.cards if item else ()

    @override
    def name(self) -> str:
        """Its headline and how many customers stand behind it."""
        item = self.item()
        return item.spoken if item else ""

    @override
    def role(self) -> QAccessible.Role:
        """A list."""
        return QAccessible.Role.List


class AccessibleCard(_Shown):
    """A card in the list that is its column."""

    @override
    def item(self) -> CardItem | None:
        """Its card."""
        found = self.board.place(self.key)
        return found[1] if found else None

    @override
    def name(self) -> str:
        """All that it says, and whether it is chosen."""
        item = self.item()
        return item.face.spoken(selected=item.isSelected()) if item else ""

    @override
    def parent(self) -> QAccessibleInterface:
        """Its column."""
        found = self.board.place(self.key)
        return self.board.spoken(found[0]) if found else super().parent()

    @override
    def role(self) -> QAccessible.Role:
        """One of a list."""
        return QAccessible.Role.ListItem

    @override
    def state(self) -> QAccessible.State:
        """Also whether it is chosen and has the keyboard."""
        item, state = self.item(), super().state()
        state.focusable = state.selectable = state.extSelectable = True
        if item is not None:
            state.selected = item.isSelected()
            state.focused = self.board.focused() is self and self.board.view.hasFocus()
        return state
