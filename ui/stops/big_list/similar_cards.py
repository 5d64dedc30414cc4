"""Quiet suggestions at stop 3: cards like the chosen one, its likely way, pairs that look the same.

They are looked for when nobody does anything, a little at a time, and shown in the foot alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.model import CardId
from cxworkshop.queries.subjects import Subject
from ui.bridge import Bridge

REST = 300  # milliseconds without a change before anything is looked for
SLICE, PAUSE = 0.008, 40  # seconds of looking, and milliseconds between them
Pair = tuple[CardId, CardId]


class SimilarCards(QObject):
    """`found` when there is something new to show."""

    found = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._workshop = bridge.workshop
        self._chosen: CardId | None = None
        self._known: CardId | None = None
        self.like: tuple[Subject, ...] = ()
        self.way: str | None = None
        self.twins: list[Pair] = []
        self._search: Iterator[Pair | None] | None = None
        self._rest, self._slice = QTimer(self), QTimer(self)
        for timer, wait, do in (
            (self._rest, REST, lambda: self._bridge.do(self._theme)),
            (self._slice, PAUSE, lambda: self._bridge.do(self._go_on)),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(do)

    def begin(self) -> None:
        """The list has changed: all that was found may be wrong."""
        self.twins, self._known, self._search = [], None, None
        self.like, self.way = (), None
        self._slice.stop()
        self._rest.start()

    def end(self) -> None:
        """Nobody looks at the list: look for nothing."""
        self._rest.stop()
        self._slice.stop()

    def go_on(self) -> None:
        """Somebody looks again."""
        self._rest.start()

    def choose(self, card: CardId | None) -> None:
        """One card is chosen, or none or many are."""
        self._chosen = card
        if card != self._known:
            self.like, self.way, self._known = (), None, None
            self._rest.start()

    def next_pair(self) -> Pair | None:
        """The first pair that says nearly the same; it goes to the end of the line."""
        if not self.twins:
            return None
        pair = self.twins.pop(0)
        self.twins.append(pair)
        return pair

    def _theme(self) -> None:
        card = self._chosen
        likeness = self._workshop.similarity
        if card is not None:
            self.like, self._known = tuple(likeness.similar_to_card(card)), card
            self.way = self._way_of(card)
            self.found.emit()
        if self._search is None:
            self._search = likeness.similar_pairs()
        self._slice.start()

    def _way_of(self, card: CardId) -> str | None:
        words = self._workshop.big_list.verbatims_of(card)
        if any(row.way for row in words):
            return None
        said = "\n".join(row.said for row in words if row.said)
        return self._workshop.similarity.likely_way(said)

    def _go_on(self) -> None:
        until = time.monotonic() + SLICE
        before = len(self.twins)
        while self._search is not None and time.monotonic() < until:
            try:
                pair = next(self._search)
            except StopIteration:
                self._search = iter(())
                break
            if pair is not None:
                self.twins.append(pair)
        else:
            self._slice.start()
        if len(self.twins) != before:
            self.found.emit()
