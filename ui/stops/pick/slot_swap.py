"""Swapping a pick for the line that was refused because three are the most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxworkshop.queries.subjects import Subject
from cxworkshop.textual import shortened
from ui.bridge import Bridge
from ui.stops.pick.slots import SlotPanel


class SlotSwap:
    """Offers each filled slot for a swap, and says there who comes and who goes.

    `going` returns what is in a slot, or None; `leave` gives the keyboard back.
    """

    def __init__(
        self,
        bridge: Bridge,
        slots: Sequence[SlotPanel],
        going: Callable[[int], Subject | None],
        leave: Callable[[], object],
    ) -> None:
        self._bridge, self._slots, self._going, self._leave = bridge, slots, going, leave
        self._coming: Subject | None = None
        for slot in slots:
            slot.swap.leave.clicked.connect(lambda _on=False: self.leave())

    @property
    def is_on(self) -> bool:
        """Whether a slot is being chosen."""
        return self._coming is not None

    def begin(self, coming: Subject | None) -> None:
        """Offer the slots; the keyboard goes to the first offer."""
        self._coming = coming
        if coming is None:
            return
        offers = [(slot, self._going(slot.number)) for slot in self._slots]
        for slot, going in offers:
            if going is not None:
                slot.offer_swap(shortened(coming.headline), shortened(going.headline))
        first = next((slot for slot, going in offers if going is not None), None)
        if first is not None:
            first.button.setFocus()

    def take(self, number: int) -> None:
        """Swap what is in this slot."""
        coming, going = self._coming, self._going(number)
        self.end()
        if coming is not None and going is not None:
            self._bridge.do(lambda: self._bridge.workshop.pick.swap(coming, going))
            self._leave()

    def end(self) -> None:
        """Offer nothing any more."""
        if self._coming is not None:
            self._coming = None
            for slot in self._slots:
                slot.offer_swap("", "")

    def leave(self) -> None:
        """Let everything be as it was (Esc, or the button)."""
        self.end()
        self._leave()
