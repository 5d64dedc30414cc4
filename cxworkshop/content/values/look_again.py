"""What the sheet says with which customers are asked again about what was kept."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.values.shared import CustomerQuote
from cxworkshop.content.values.year import YearLook
from cxworkshop.value_object import ValueObject


class LookAgainContent(ValueObject):
    """One kept improvement, looked at again `months` after it was kept.

    `before` is what customers said first, `then` what they said when it was done, `to_ask` are
    those who said it first, by number and kind, by name where turned on.
    """

    team: str
    round_number: int
    title: str
    promise: str
    kept_on: date
    months: int
    due_on: date
    before: tuple[CustomerQuote, ...]
    then: tuple[CustomerQuote, ...]
    counted: str
    earlier: tuple[YearLook, ...]
    to_ask: tuple[str, ...]
