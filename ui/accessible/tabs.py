"""A bar of tabs, of which one is open; with the keyboard on the bar, that one has it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QTabBar

from cxworkshop.compat import override
from ui.accessible.parts import ROOT, Action, Key, PaintedParts

Role = QAccessible.Role


class TabParts(PaintedParts):
    """The keys are the tabs' places. Qt's own says that a tab has the focus wherever that is."""

    def __init__(self, bar: QTabBar, turn: Callable[[int], object]) -> None:
        super().__init__(bar)
        self._bar, self._turn = bar, turn

    @override
    def count(self, key: Key) -> int:
        return self._bar.count() if key == ROOT else 0

    @override
    def child(self, key: Key, place: int) -> Key:
        return str(place)

    @override
    def place(self, key: Key) -> int:
        return int(key) if key != ROOT and int(key) < self._bar.count() else -1

    @override
    def name(self, key: Key) -> str:
        bar, place = self._bar, int(key)
        return bar.accessibleTabName(place) or bar.tabText(place).replace("&&", "&")

    @override
    def role(self, key: Key) -> Role:
        return Role.PageTabList if key == ROOT else Role.PageTab

    @override
    def area(self, key: Key) -> QRect:
        return self._bar.tabRect(int(key))

    @override
    def mark(self, key: Key, state: QAccessible.State) -> None:
        if key == ROOT:
            state.focused = False  # the tab has it
            return
        is_open = int(key) == self._bar.currentIndex()
        state.focusable = state.selectable = True
        state.selected = is_open
        state.focused = is_open and self._bar.hasFocus()

    @override
    def actions(self, key: Key) -> Sequence[Action]:
        if key == ROOT:
            return [Action(QAccessibleActionInterface.setFocusAction(), self._bar.setFocus)]
        turn = self._turn
        return [Action(QAccessibleActionInterface.pressAction(), lambda: turn(int(key)))]

    @override
    def focused(self) -> Key | None:
        here = self._bar.currentIndex()
        return str(here) if here >= 0 else None

    @override
    def selected(self) -> Collection[Key]:
        here = self.focused()
        return [here] if here is not None else ()

    @override
    def choose(self, key: Key, *, on: bool) -> None:
        if on and key != ROOT:
            self._turn(int(key))
