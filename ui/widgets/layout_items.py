"""What lies in a layout, without keeping Qt's items.

PySide keeps the Python half of an item that `itemAt` or `itemAtPosition` has returned for as long
as the layout lives, also when Qt has deleted the item together with its widget. Once a new widget
lies at that address, the program ends with a fault when Qt deletes it (PySide 6.10 and 6.11).
`addLayout` asks a filled layout for all its items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, wraps
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QStackedLayout,
    QWidget,
    QWidgetItem,
)
from shiboken6 import Shiboken

OF_QT = (QBoxLayout, QFormLayout, QGridLayout, QStackedLayout)  # others hold their items themselves
# By layouts: the ids of all that might lie in one, and which of these do. No widgets, for those
# know their pages, which would never be freed.
_known: WeakKeyDictionary[QLayout, tuple[tuple[int, ...], tuple[int, ...]]] = WeakKeyDictionary()


def parts_of(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and the inner layouts of a layout that is on a widget, in their order."""
    if not isinstance(layout, OF_QT):
        items = (layout.itemAt(place) for place in range(layout.count()))
        return [part for item in items if item and (part := item.widget() or item.layout())]
    owner = layout.parentWidget()
    placed: dict[int, QWidget | QLayout] = {}
    for child in (*(owner.children() if owner is not None else ()), *layout.children()):
        if isinstance(child, QWidget | QLayout):
            placed[layout.indexOf(child)] = child
    return [placed[place] for place in sorted(placed) if place >= 0]


def widgets_of(layout: QLayout) -> Iterator[QWidget]:
    """All widgets of a layout and of those inside it, in their order."""
    for part in parts_of(layout):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from widgets_of(part)


def shown_items(layout: QLayout) -> Iterator[QLayoutItem]:
    """Items of what is shown in a layout, in any order.

    What lies in it is remembered until something comes or goes: to ask where each of a thousand
    rows is takes longer than they may.
    """
    owner = layout.parentWidget()
    there = (*(owner.children() if owner is not None else ()), *layout.children())
    key = layout.count(), *map(id, there)
    known = _known.get(layout)
    if known is None or known[0] != key:
        inside = set(map(id, parts_of(layout)))
        places = tuple(n for n, child in enumerate(there) if id(child) in inside)
        known = _known[layout] = key, places
    for place in known[1]:
        part = there[place]
        item = QWidgetItem(part) if isinstance(part, QWidget) else part
        if isinstance(item, QLayoutItem) and not item.isEmpty():
            yield item


def items_of(layout: QLayout) -> list[QLayoutItem]:
    """Items that answer as the layout's own do, those of spacers left out."""
    return [QWidgetItem(part) if isinstance(part, QWidget) else part for part in parts_of(layout)]


@cache
def keep_no_items() -> None:
    """Let PySide forget the items that it asks for when one layout is put into another."""
    for kind, names in ((QBoxLayout, ("addLayout", "insertLayout")), (QGridLayout, ("addLayout",))):
        for name in names:
            setattr(kind, name, _forgetting(getattr(kind, name)))


def _forgetting(add: Callable[..., None]) -> Callable[..., None]:
    # The name alone: for its docstring PySide would make every class that it speaks of.
    @wraps(add, assigned=("__name__", "__qualname__"))
    def add_and_forget(*args: object, **named: object) -> None:
        add(*args, **named)
        for inner in args[1:]:
            if isinstance(inner, QLayout):
                _forget_items(inner)

    return add_and_forget


def _forget_items(layout: QLayout) -> None:
    """Forget them all; raises TypeError for a layout of ours that was filled too early."""
    if layout.count() and not isinstance(layout, OF_QT):
        msg = f"{layout} keeps its items itself: put it into its place before it is filled"
        raise TypeError(msg)
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if isinstance(item, QLayout):
            _forget_items(item)
        elif item is not None:
            Shiboken.invalidate(item)
