"""What the sheets of stop 8 say: an improvement as it may be told, and the page for all staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.content.values.plan import CustomerQuote


@dataclass(frozen=True, kw_only=True)
class PosterPage:
    """One improvement: you said, we did, you say now. `lead` is what R6 lets us say above `ours`.

    `heard` of `asked` customers asked for it; `notice` of `answered` say that they notice.
    """

    team: str
    round_number: int
    slot: int
    month: date
    title: str
    topic: str  # as it stood on the list: said where no customer's words are there
    quote: CustomerQuote | None
    heard: int
    asked: int
    claim: str
    stage: str
    lead: str
    ours: str
    done: tuple[str, ...]  # first steps that are done
    doers: str
    notice: int
    answered: int
    counted: str
    others: str
    answers: tuple[CustomerQuote, ...]
    asked_from: date | None
    asked_until: date | None
    coming: str
    names_shown: bool = False


@dataclass(frozen=True, kw_only=True)
class Promised:
    """What we promise, beside what customers say they get; "" where nobody has asked them."""

    promise: str
    get: str


@dataclass(frozen=True, kw_only=True)
class StaffPage:
    """The round for everybody who works here. `next` are sentences."""

    team: str
    round_number: int
    things: int
    customers: int
    improvements: tuple[PosterPage, ...]
    deeds: tuple[Promised, ...]
    next: tuple[str, ...]
    names_shown: bool = False
