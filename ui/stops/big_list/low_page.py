"""How stop 3 fits a low page, as with large text: the cards get the room of all else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from cxworkshop.compat import override
from ui.stops.big_list.desks import ListDesks
from ui.stops.big_list.list_search import ListSearch
from ui.stops.big_list.tools import ListTools
from ui.stops.page import StopPage

LOW = 440  # pixels of a page at 100 %


class LowPage(QObject):
    """In a low page the head is hidden, the tools fold into a menu, and the margins are narrow.

    The head also gives way while cards are sorted or compared.
    """

    def __init__(
        self, page: StopPage, tools: ListTools, search: ListSearch, desks: ListDesks
    ) -> None:
        super().__init__(page)
        self._page, self._tools, self._search, self._desks = page, tools, search, desks
        self._wants_head = False
        tools.head_wanted.connect(self._show_head)
        tools.export_wanted.connect(lambda: page.action_requested.emit("export"))
        search.shown.connect(self._fit_head)
        desks.moved.connect(self._fit_head)
        desks.closed.connect(self._fit_head)
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page whenever its size changes."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    @property
    def _is_low(self) -> bool:
        return self._page.height() < self._page.theme.px(LOW)

    def _fit(self) -> None:
        px, self._wants_head = self._page.theme.px, False
        self._tools.fit(low=self._is_low)
        self._page.setContentsMargins(0, *((-px(16), 0, -px(8)) if self._is_low else (0, 0, 0)))
        self._search.fit()
        self._fit_head()

    def _fit_head(self, *_sentence: str) -> None:
        has_room = self._wants_head or not self._is_low
        is_covered = self._desks.front is not None or self._search.is_alone
        self._page.head_bar.setVisible(has_room and not is_covered)

    def _show_head(self) -> None:
        """Show the head in a low page too, until the page has another size."""
        self._wants_head = True
        self._fit_head()
