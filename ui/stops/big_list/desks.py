"""What stands in place of the list while cards are sorted one by one, or pairs are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.model import CardId
from ui.bridge import Bridge
from ui.stops.big_list.pairs.desk import Pair, PairsDesk
from ui.stops.big_list.sorting.desk import SortingDesk
from ui.theme.theme import Theme
from ui.widgets.footer import Footer

Desk = TypeVar("Desk", SortingDesk, PairsDesk)


class ListDesks(QObject):
    """Opens one of them at a time in `content`, made when it is first wanted.

    `opened` and `closed` say that the list goes and comes back; `closed` carries a sentence, or "".
    `moved` says that the footer is another.
    """

    opened = Signal()
    closed = Signal(str)
    moved = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, content: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._content = bridge, theme, content
        self.gives_way: Sequence[QWidget] = ()  # the parts of the page that are hidden meanwhile
        self._sorting: SortingDesk | None = None
        self._pairs: PairsDesk | None = None

    @property
    def front(self) -> SortingDesk | PairsDesk | None:
        """The one that is open; None while the list is in front."""
        desks = (self._sorting, self._pairs)
        return next((desk for desk in desks if desk is not None and desk.is_on), None)

    def sort(self, selected: Sequence[CardId]) -> None:
        """Sort these cards, or all that are in no group; pressed again, end it.

        One that is selected alone is only where somebody clicked last.
        """
        if self.front is not None:
            self.front.end()
            return
        if self._sorting is None:
            self._sorting = self._add(SortingDesk(self._bridge, self._theme))
            self._bridge.sorting_moved.connect(self.moved)
        cards = selected if len(selected) > 1 else ()
        self._open(self._sorting, lambda desk: desk.begin(cards))

    def compare(self, pairs: Sequence[Pair]) -> None:
        """Compare the two cards of each of these pairs."""
        if self._pairs is None:
            self._pairs = self._add(PairsDesk(self._bridge, self._theme))
            self._pairs.moved.connect(self.moved)
        self._open(self._pairs, lambda desk: desk.begin(pairs))

    def read(self) -> bool:
        """Show the workshop as it is now; returns whether one is open all the same."""
        if self.front is not None:
            self.front.read()
        return self.front is not None

    def footer(self) -> Footer | None:
        """The footer of the one that is open."""
        return self.front.footer() if self.front is not None else None

    def end(self) -> None:
        """Go back to the list."""
        if self.front is not None:
            self.front.end()

    def _open(self, desk: Desk, begin: Callable[[Desk], bool]) -> None:
        if begin(desk):
            self.opened.emit()
            for part in self.gives_way:
                part.hide()
            desk.show()
            desk.focus_card()
            self.moved.emit()

    def _add(self, desk: Desk) -> Desk:
        desk.hide()
        self._content.addWidget(desk, 1)
        desk.ended.connect(lambda sentence: self._close(desk, sentence))
        return desk

    def _close(self, desk: QWidget, sentence: str) -> None:
        desk.hide()
        self.closed.emit(sentence)
