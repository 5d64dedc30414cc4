"""What customers said of a pick, and which of their words stand for all of them."""

from __future__ import annotations

from typing import NamedTuple

from cxworkshop.model import (
    ConversationId,
    FrozenVerbatim,
    Pick,
    PickId,
    Quote,
    Verbatim,
    VerbatimId,
)
from cxworkshop.queries.feedback import customer_of, words_until
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import quote_order


class HeardWords(NamedTuple):
    """A customer's words on a pick; `words` is None from one who only agreed."""

    verbatim: VerbatimId
    words: str | None
    conversation: ConversationId


def heard_of(store: StoreReader, pick: Pick) -> tuple[HeardWords, ...]:
    """The words as frozen when the pick was locked; until then as they are in its round."""
    if pick.locked_on is None:
        cards = pick_subject(store, pick).cards
        rows = (row for card in cards for row in words_until(store, card, pick.round))
        return tuple(HeardWords(row.id, row.said, row.conversation) for row in rows)
    return tuple(
        HeardWords(row.verbatim, row.words, store.get(Verbatim, row.verbatim).conversation)
        for row in store.rows(FrozenVerbatim, pick=pick.id)
    )


def count_customers(store: StoreReader, heard: tuple[HeardWords, ...]) -> int:
    """How many customers these words are of."""
    return len({customer_of(store, row.conversation).id for row in heard})


def quote_of(store: StoreReader, pick: PickId) -> Quote | None:
    """What a person chose to quote of this pick."""
    return store.find(Quote, quote_name(pick))


def quote_name(pick: PickId) -> str:
    """The id of a pick's quote: it has one at the most."""
    return f"{pick}/quote"


def quoted_words(quote: Quote, words: str) -> str:
    """What is quoted of these words; all of them, if the part that was chosen is there no more."""
    return quoted_part(quote.excerpt, words)


def quoted_part(part: str, words: str) -> str:
    """A part of these words, marked where it was cut; "" is all of them."""
    if not part or part not in words or part == words:
        return words
    before = (
        "" if words.startswith(part) else "…\u00a0"
    )  # a line never begins or ends with it alone
    after = "" if words.endswith(part) else "\u00a0…"
    return f"{before}{part}{after}"


def best_said(store: StoreReader, pick: Pick) -> HeardWords | None:
    """What a person chose, or else what can be read in passing and still says enough; whole."""
    said = [row for row in heard_of(store, pick) if row.words]
    chosen = quote_of(store, pick.id)
    there = (row for row in said if chosen is not None and row.verbatim == chosen.verbatim)
    best = min(said, key=lambda row: quote_order(row.words or ""), default=None)
    return next(there, best)


def words_to_quote(store: StoreReader, pick: Pick) -> str:
    """The same as it is quoted, and so perhaps in part; "" where nobody said anything."""
    best, chosen = best_said(store, pick), quote_of(store, pick.id)
    if best is None or chosen is None or chosen.verbatim != best.verbatim:
        return (best.words if best else None) or ""
    return quoted_words(chosen, best.words or "")
