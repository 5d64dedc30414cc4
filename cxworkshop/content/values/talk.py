"""What the sheets of stop 2 say: cards for customers' own words, and how we ask for them."""

from __future__ import annotations

from datetime import date

from cxworkshop.value_object import ValueObject


class BlankCardsContent(ValueObject):
    """Cards to write on. `ways` are the ten, each with the digit of its key: "1 Quick"."""

    team: str
    round_number: int
    ways: tuple[str, ...]


class SignUpContent(ValueObject):
    """A list for customers who would talk to us; it is kept until a day at the latest."""

    team: str
    round_number: int
    keep_until: date


class CounterCardContent(ValueObject):
    """A card that stands where customers pay or wait."""

    team: str
    question: str


class CustomersAnswer(ValueObject):
    """One thing a customer said. `group` is the letter of its card's group, `way` a way's id.

    Both are "" where there is none; without a `code` it is praise.
    """

    id: str
    words: str
    question: str
    code: str
    group: str
    way: str


class CustomersWords(ValueObject):
    """All that one customer said, in order; `name` is "" unless names were turned on (R7)."""

    id: str
    number: int
    kind: str
    name: str
    answers: tuple[CustomersAnswer, ...]


class AllWordsContent(ValueObject):
    """What customers said in all rounds, by customer, and what it was sorted by.

    `groups` are letters with headlines, `ways` are ids with names.
    """

    team: str
    identity: str
    customers: tuple[CustomersWords, ...]
    groups: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
