"""Choose among customers' words the ones that can be read in passing and still say enough."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.model import FrozenVerbatim, Pick
from cxworkshop.queries.feedback import words_of
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.query import StoreReader

FEWEST_WORDS, MOST_WORDS = 5, 32


def best_words(said: Iterable[str]) -> str:
    """The first text of a good length, else the shortest; "" of none."""
    return min(said, key=quote_order, default="")


def quote_order(words: str) -> tuple[bool, int]:
    """The key by which the best quote comes first."""
    good = FEWEST_WORDS <= len(words.split()) <= MOST_WORDS
    return not good, 0 if good else len(words)


def words_of_pick(store: StoreReader, pick: Pick) -> list[str]:
    """What customers said of a pick: as frozen when it was locked, else as it is now."""
    frozen = [row.words for row in store.rows(FrozenVerbatim, pick=pick.id)]
    if not frozen:
        cards = pick_subject(store, pick).cards
        frozen = [row.said for card in cards for row in words_of(store, card)]
    return [words for words in frozen if words]
