"""Cards that left the list, by what customers said of them: said again, they come back."""

from __future__ import annotations

from cxworkshop.model import CardId, RoundId
from cxworkshop.queries.feedback import words_of
from cxworkshop.queries.places import places
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import fold


def cards_by_words(store: StoreReader, round_id: RoundId) -> dict[str, CardId]:
    """Map every wording, as `fold` compares it, to its card among those that left the list."""
    found: dict[str, CardId] = {}
    for place in places(store, round_id).values():
        if place.left is not None and place.set_aside_on is None:
            for verbatim in words_of(store, place.card):
                if verbatim.said:
                    found.setdefault(fold(verbatim.said), place.card)
    return found
