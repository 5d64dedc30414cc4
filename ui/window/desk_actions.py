"""What a key does on the Desk that is open: on its page, or with the stop in front."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from cxworkshop.i18n import _
from cxworkshop.stops import STOPS
from ui.window.actions import ActionSpec

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.window.desk import Desk


class DeskActions:
    """Its actions do nothing while no workshop is open."""

    def __init__(self, desk: Callable[[], Desk | None]) -> None:
        self._desk = desk

    def specs(self) -> dict[str, ActionSpec]:
        """Its actions for the window."""
        on = partial(partial, self._on_page)
        of_pages = {
            "from_paper": ActionSpec(_("From paper"), "", on("from_paper")),
            "search_list": ActionSpec(_("Find"), "find", on("search_list")),
            "sort_one_by_one": ActionSpec(_("Sort one by one"), "", on("sort_one_by_one")),
            "switch_view": ActionSpec(_("Columns or tree"), "", on("switch_view")),
            "next_customer": ActionSpec(_("Next {customer}"), "", on("next_customer")),
            "rounds": ActionSpec(_("Another round …"), "", self._choose_round),
        }
        return of_pages | {
            f"stop{n}": ActionSpec(_("Stop {n}").format(n=n), "", partial(self.go, n))
            for n in range(1, len(STOPS) + 1)
        }

    def go(self, number: int) -> None:
        """Open a stop, 1 to 8."""
        desk = self._desk()
        if desk is not None:
            desk.go(number)

    def here(self) -> int:
        """The stop that is open; 0 for the start page."""
        desk = self._desk()
        return desk.here if desk is not None else 0

    def _on_page(self, method: str) -> None:
        """Call a method that only some pages have, unless an import stands before the page."""
        desk = self._desk()
        page = desk.page if desk is not None and not desk.importing.is_in_front else None
        if page is not None and hasattr(page, method):
            getattr(page, method)()

    def _choose_round(self) -> None:
        desk = self._desk()
        if desk is not None:
            desk.choose_round()
