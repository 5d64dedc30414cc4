"""What the sheet of the 30-day check says."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.values.shared import CustomerQuote
from cxworkshop.value_object import ValueObject


class CheckSheetContent(ValueObject):
    """One improvement on day 30. What we expect to hear is left out, so that it sways nobody.

    `to_ask` are the customers who said it first, by number and kind, by name where turned on.
    """

    team: str
    round_number: int
    slot: int
    of: int  # number of picks in this round; 0 if a slot before the last one is empty
    title: str
    promise: str
    check_on: date | None
    who_asks: str
    whom: str
    question: str
    before: tuple[CustomerQuote, ...]
    to_ask: tuple[str, ...]
