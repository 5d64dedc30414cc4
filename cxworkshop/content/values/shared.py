"""Values that the sheets of several stops use."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.textual import quote_order
from cxworkshop.value_object import ValueObject


class CustomerQuote(ValueObject):
    """A customer's own words, and who said them as far as paper may tell ("regular customer")."""

    words: str
    said_by: str


def best_quote(quotes: Iterable[CustomerQuote]) -> CustomerQuote | None:
    """The quote for a poster: the first of a good length, else the shortest."""
    return min(quotes, key=lambda quote: quote_order(quote.words), default=None)


class CriterionReason(ValueObject):
    """One of the four criteria with its answer: "yes", "no", "unsure", or "" if not answered."""

    title: str
    answer: str
    why: str
