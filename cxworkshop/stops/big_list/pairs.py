"""Cards that look the same: what a person decided about two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import Card, CardId, Different, Pick
from cxworkshop.queries.board import board
from cxworkshop.queries.opposites import answered_pairs
from cxworkshop.queries.rounds import slots
from cxworkshop.stops.stop import StopPart
from cxworkshop.store.tables.journal import Store


class Pairs(StopPart):
    """Decides about two cards at a time; the file remembers which only look the same."""

    def __init__(
        self, store: Store, today: Callable[[], date], join: Callable[[Sequence[CardId]], CardId]
    ) -> None:
        super().__init__(store, today)
        self._join = join

    def still_open(self, pairs: Iterable[tuple[CardId, CardId]]) -> list[tuple[CardId, CardId]]:
        """Those about which nobody has decided: both are wishes, and neither opposite nor apart."""
        answered, wishes = answered_pairs(self._store), self._wishes()
        return [
            pair for pair in pairs if wishes.issuperset(pair) and frozenset(pair) not in answered
        ]

    def make_one(self, one: CardId, other: CardId) -> CardId:
        """Put all words on the first card, or on the other where only that one is in a slot.

        Both codes find it. Raises PickedStays where both are in a slot.
        """
        picks = (
            self._store.get(Pick, pick) for pick in slots(self._store, self._round.id).values()
        )
        picked = {pick.card for pick in picks}
        swaps = other in picked and one not in picked
        return self._join([other, one] if swaps else [one, other])

    def mark_different(self, one: CardId, other: CardId) -> None:
        """Say that two cards are different wishes, so that nobody is asked again."""
        if one == other:
            raise BadWords(_("A card can’t differ from itself. Choose two."))
        first, second = sorted((one, other))
        row = Different(id=f"{first}/{second}", card=first, other_card=second)
        if self._store.find(Different, row.id) is None:
            codes = sorted(self._store.get(Card, card).code for card in (one, other))
            title = _("Keep cards {one} and {other} apart")
            with self._store.edit(title.format(one=codes[0], other=codes[1])) as edit:
                edit.write(row)

    def _wishes(self) -> set[CardId]:
        on_board = board(self._store, self._round)
        return {card.id for card in (*on_board.cards, *on_board.left)}
