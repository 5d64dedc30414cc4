"""What the sheets of stop 2 say: cards for customers' own words, and how we ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class BlankCardsContent:
    """Cards to write on. `ways` are the ten, each with the digit of its key: "1 Quick"."""

    team: str
    round_number: int
    ways: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SignUpContent:
    """A list for customers who would talk to us; it is kept until a day at the latest."""

    team: str
    round_number: int
    keep_until: date


@dataclass(frozen=True, kw_only=True)
class CounterCardContent:
    """A card that stands where customers pay or wait."""

    team: str
    question: str


@dataclass(frozen=True, kw_only=True)
class CustomersAnswer:
    """One thing a customer said. `group` is the letter of its card's group, `way` a way's id.

    Both are "" where there is none; without a `code` it is praise.
    """

    id: str
    words: str
    question: str
    code: str
    group: str
    way: str


@dataclass(frozen=True, kw_only=True)
class CustomersWords:
    """All that one customer said, in order; `name` is "" unless names were turned on (R7)."""

    id: str
    number: int
    kind: str
    name: str
    answers: tuple[CustomersAnswer, ...]


@dataclass(frozen=True, kw_only=True)
class AllWordsContent:
    """What customers said in all rounds, by customer, and what it was sorted by.

    `groups` are letters with headlines, `ways` are ids with names.
    """

    team: str
    identity: str
    customers: tuple[CustomersWords, ...]
    groups: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]
