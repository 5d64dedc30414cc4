"""What happens on which day of the bakery's story."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count

from cxworkshop.workshop import Workshop


class Diary:
    """Dated entries, played day by day; the workshop believes in each one's day meanwhile.

    What is dated after `end` does not happen: the story has not come that far.
    """

    def __init__(self, workshop: Workshop, end: date) -> None:
        self._workshop, self._end = workshop, end
        self._entries: list[tuple[date, int, Callable[[], object]]] = []
        self._order = count()  # entries of one day happen in the order of their writing

    def on(self, day: date, entry: Callable[[], object]) -> None:
        """Let something happen on a day."""
        heapq.heappush(self._entries, (day, next(self._order), entry))

    def in_days(self, days: int, entry: Callable[[], object]) -> None:
        """Let something happen so many days from the day that is being played."""
        self.on(self._workshop.today + timedelta(days=days), entry)

    def play(self) -> None:
        """Let everything happen up to the end; entries may add later ones."""
        while self._entries and self._entries[0][0] <= self._end:
            self._workshop.today, _order, entry = heapq.heappop(self._entries)
            entry()
        self._workshop.today = self._end
