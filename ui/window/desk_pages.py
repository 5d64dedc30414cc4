"""The pages of a Desk: each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxworkshop.compat import override
from ui.stops.page import StopPage
from ui.theme.theme import Theme
from ui.window.unsaved_input import half_typed


class Unsaved(NamedTuple):
    """What is half typed on a page: its draft, and what is in single fields."""

    draft: str
    fields: list[dict[str, Any]]


Key = tuple[int, int]  # a round of the past, or 0 for the newest; and a stop of it


class DeskPages(QStackedWidget):
    """One page in front; `make` makes that of a stop, 1 to 8. Others may be added."""

    def __init__(self, make: Callable[[int], StopPage], theme: Theme) -> None:
        super().__init__()
        self._make, self._theme = make, theme
        self._made: dict[Key, StopPage] = {}
        self._turns = False
        self._left: dict[Key, list[dict[str, Any]]] = {}  # half typed, on pages behind this one

    # No `__getitem__`: PySide would try it on every widget that it takes for a list.
    def has(self, key: Key) -> bool:
        """Whether this page is there already."""
        return key in self._made

    def at(self, key: Key) -> StopPage:
        """A page that is there."""
        return self._made[key]

    def made(self, key: Key) -> StopPage:
        """A page, which is made if it is not there yet."""
        if key not in self._made:
            self._made[key] = self._make(key[1])
            self.addWidget(self._made[key])
        return self._made[key]

    def bring_to_front(self, page: QWidget) -> None:
        """Show a page in the colours of now: they may have changed while nobody saw it."""
        self._theme.dress(page)
        self._turns = True
        self.setCurrentWidget(page)
        self._turns = False
        self._left = {key: left for key, left in self._left.items() if self._made[key] is not page}

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """While pages change, Qt gives the keyboard to the new one after the old one is hidden.

        Looking for a place when that is hidden would walk through the whole window for nothing.
        """
        return self._turns or super().focusNextPrevChild(forward)

    def unsaved(self) -> dict[Key, Unsaved]:
        """What is half typed, by the round and the number of the stop."""
        found = {key: Unsaved(page.draft(), self._fields(key)) for key, page in self._made.items()}
        return {key: unsaved for key, unsaved in found.items() if any(unsaved)}

    def _fields(self, key: Key) -> list[dict[str, Any]]:
        """What is half typed in fields; all of a page are looked through, so only where it can
        have changed."""
        if self._made[key] is self.currentWidget():
            return half_typed(self._made[key])
        if key not in self._left:
            self._left[key] = half_typed(self._made[key])
        return self._left[key]
