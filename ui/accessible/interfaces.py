"""The interfaces that Qt asks of whatever a screen reader can reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from shiboken6 import Shiboken, VoidPtr

from cxworkshop.compat import override
from ui.accessible.parts import ROOT, Action, Key, PaintedParts

Maybe = Any  # Qt takes None for a missing interface; its stubs don't say so
Kind = QAccessible.InterfaceType
# What `interface_cast` returns for all that we don't have. Qt takes None, 0 and what the base class
# returns for a pointer to something, and the program ends as soon as a screen reader asks.
NOTHING = VoidPtr(0)


class Owner(Protocol):
    """Knows the interfaces of all parts of one view."""

    parts: PaintedParts

    def interface(self) -> QAccessibleInterface:
        """The view's own interface, as Qt knows it."""

    def interface_of(self, key: Key) -> QAccessibleInterface:
        """The interface of a part."""


class OfferedActions(QAccessibleActionInterface):
    """What can be done to `thing`, in the words of its menu."""

    def __init__(self, thing: QWidget, ask: Callable[[], Sequence[Action]]) -> None:
        super().__init__()
        self._thing, self._ask = thing, ask

    def _now(self) -> Sequence[Action]:
        return self._ask() if Shiboken.isValid(self._thing) else ()

    @override
    def actionNames(self) -> list[str]:
        return [action.words for action in self._now()]

    @override
    def localizedActionName(self, name: str) -> str:
        return name

    @override
    def localizedActionDescription(self, name: str) -> str:
        return ""

    @override
    def keyBindingsForAction(self, name: str) -> list[str]:
        return [action.key for action in self._now() if action.words == name and action.key]

    @override
    def doAction(self, name: str) -> None:
        """Do it when the client has its answer: what opens a dialog would keep it waiting."""
        if Shiboken.isValid(self._thing):
            QTimer.singleShot(0, self._thing, lambda: self._do(name))

    def _do(self, name: str) -> None:
        for action in self._now():
            if action.words == name:
                action.do()
                return


class ChosenParts(QAccessibleSelectionInterface):
    """Which of the parts below one are chosen."""

    def __init__(self, owner: Owner, key: Key) -> None:
        super().__init__()
        self._owner, self._key = owner, key

    @override
    def selectedItemCount(self) -> int:
        return len(self.selectedItems())

    @override
    def selectedItems(self) -> list[QAccessibleInterface]:
        parts, key = self._owner.parts, self._key
        chosen = parts.selected() if parts.is_there else ()
        here = (one for one in chosen if key in (ROOT, parts.parent(one)))
        return [self._owner.interface_of(one) for one in here]

    @override
    def isSelected(self, item: QAccessibleInterface) -> bool:
        return isinstance(item, AccessiblePart) and item.key in self._owner.parts.selected()

    @override
    def select(self, item: QAccessibleInterface) -> bool:
        return self._choose(item, on=True)

    @override
    def unselect(self, item: QAccessibleInterface) -> bool:
        return self._choose(item, on=False)

    @override
    def selectAll(self) -> bool:
        self._owner.parts.choose(self._key, on=True)
        return True

    @override
    def clear(self) -> bool:
        self._owner.parts.choose(ROOT, on=False)
        return True

    def _choose(self, item: QAccessibleInterface, *, on: bool) -> bool:
        if not isinstance(item, AccessiblePart):
            return False
        self._owner.parts.choose(item.key, on=on)
        return True


class _Container:
    """What Qt asks of anything that holds parts."""

    owner: Owner
    key: Key

    @property
    def parts(self) -> PaintedParts:
        return self.owner.parts

    def childCount(self) -> int:  # noqa: N802
        return self.parts.count(self.key) if self.parts.is_there else 0

    def child(self, index: int) -> Maybe:
        if not 0 <= index < _Container.childCount(self):
            return None
        return self.owner.interface_of(self.parts.child(self.key, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        if not isinstance(child, AccessiblePart) or self.parts.parent(child.key) != self.key:
            return -1
        return self.parts.place(child.key)

    def childAt(self, x: int, y: int) -> Maybe:  # noqa: N802
        if not self.parts.is_there:
            return None
        found = self.parts.at(self.key, self.parts.ground.mapFromGlobal(QPoint(x, y)))
        return self.owner.interface_of(found) if found is not None else None

    def _casts(self) -> dict[Kind, object]:
        """The further interfaces, made once: Qt holds bare pointers to them."""
        key, parts = self.key, self.owner.parts
        return {
            Kind.ActionInterface: OfferedActions(parts.view, lambda: parts.actions(key)),
            Kind.SelectionInterface: ChosenParts(self.owner, key),
        }


class AccessibleView(_Container, QAccessibleWidget):
    """The view itself; a panel that edits something is its last child while it is open."""

    def __init__(self, owner: Owner) -> None:
        super().__init__(owner.parts.view, owner.parts.role(ROOT))
        self.owner, self.key = owner, ROOT
        self._further = self._casts()

    @override
    def childCount(self) -> int:
        return super().childCount() + (self._editor() is not None)

    @override
    def child(self, index: int) -> Maybe:
        return self._editor() if index == super().childCount() else super().child(index)

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if child.object() is not None and child.object() is self.parts.has_editor():
            return super().childCount()
        return super().indexOfChild(child)

    @override
    def focusChild(self) -> Maybe:
        editor, now = self.parts.has_editor(), QApplication.focusWidget()
        if now is not None and editor in (now, *_above(now)):
            return QAccessible.queryAccessibleInterface(now)
        focused = self.parts.focused()
        return self.owner.interface_of(focused) if focused is not None else None

    def _editor(self) -> Maybe:
        editor = self.parts.has_editor() if self.parts.is_there else None
        return QAccessible.queryAccessibleInterface(editor) if editor else None

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        self.parts.mark(ROOT, state)
        return state

    @override
    def interface_cast(self, kind: Kind) -> Any:
        return self._further.get(kind, NOTHING)


def _above(widget: QWidget) -> list[QWidget]:
    above = widget.parentWidget()
    return [above, *_above(above)] if above is not None else []


class AccessiblePart(_Container, QAccessibleInterface):
    """A part of a view, known by its key; it outlives what is painted there.

    It has no QObject, for Qt would delete the interface together with that.
    """

    def __init__(self, owner: Owner, key: Key) -> None:
        super().__init__()
        self.owner, self.key = owner, key
        self._further: dict[Kind, object] = {}
        QAccessible.registerAccessibleInterface(self)

    def name(self) -> str:
        """What a screen reader says."""
        return self.parts.name(self.key) if self.isValid() else ""

    @override
    def isValid(self) -> bool:
        return self.parts.is_there and self.parts.place(self.key) >= 0

    @override
    def object(self) -> Maybe:
        return None

    @override
    def window(self) -> QWindow:
        return self.owner.interface().window()

    @override
    def parent(self) -> QAccessibleInterface:
        above = self.parts.parent(self.key) if self.isValid() else ROOT
        return self.owner.interface_of(above) if above != ROOT else self.owner.interface()

    @override
    def role(self) -> QAccessible.Role:
        return self.parts.role(self.key)

    @override
    def text(self, kind: QAccessible.Text) -> str:
        return self.name() if kind == QAccessible.Text.Name else ""

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Change nothing: words are edited in their fields."""

    @override
    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        area = self.parts.area(self.key)
        return QRect(self.parts.ground.mapToGlobal(area.topLeft()), area.size())

    @override
    def state(self) -> QAccessible.State:
        state, there = QAccessible.State(), self.isValid()
        state.invalid = state.invisible = not there
        state.offscreen = not there or not self.parts.in_sight(self.key)
        if there:
            self.parts.mark(self.key, state)
        return state

    @override
    def interface_cast(self, kind: Kind) -> Any:
        if not self._further and kind in (Kind.ActionInterface, Kind.SelectionInterface):
            self._further = self._casts()
        if kind == Kind.SelectionInterface and not self.childCount():
            return NOTHING
        return self._further.get(kind, NOTHING)
