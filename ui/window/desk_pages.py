"""The pages of a Desk: each is made when it is first shown, and may go while nobody sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QStackedWidget

from ui.stops.page import StopPage
from ui.theme.theme import Theme
from ui.window.unsaved_input import half_typed, put_back

Key = tuple[int, int]  # a round of the past, or 0 for the newest; and a stop of it


class DeskPages(QStackedWidget):
    """One page in front; `make` makes that of a stop, 1 to 8."""

    def __init__(self, make: Callable[[int], StopPage], theme: Theme) -> None:
        super().__init__()
        self._make = make
        self._made: dict[Key, StopPage] = {}
        self._kept: dict[Key, tuple[str, list[dict[str, Any]]]] = {}  # half typed on what is gone
        theme.changing.connect(self.put_away)

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

    def put_away(self) -> None:
        """Delete the pages that nobody sees, but for what is half typed on them."""
        hidden = [key for key, page in self._made.items() if page is not self.currentWidget()]
        for key in hidden:
            page = self._made.pop(key)
            self._kept[key] = page.draft(), half_typed(page)
            self.removeWidget(page)
            page.deleteLater()
            QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)

    def type_again(self, key: Key) -> None:
        """Give a page that had been put away what was half typed on it."""
        if key in self._kept:
            draft, fields = self._kept.pop(key)
            if draft:
                self._made[key].take_draft(draft)
            put_back(self._made[key], fields)

    def drafts(self) -> dict[Key, str]:
        """Half-typed drafts by the round and the number of the stop."""
        found = {key: draft for key, (draft, _fields) in self._kept.items()}
        found |= {key: page.draft() for key, page in self._made.items()}
        return {key: draft for key, draft in found.items() if draft}
