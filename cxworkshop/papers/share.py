"""What the sheets of stop 8 say: posters, thanks, the page for all staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.papers.plan import Quote


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """What customers say in the check: how many of how many notice, and some of their words.

    `others` says in words what the rest say; `first` and `last` are the days they were asked.
    """

    notice: int
    asked: int
    others: str
    words: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, kw_only=True)
class PosterPage:
    """One improvement as it may be told: R6 has decided `lead` already.

    `did` is true where the lead is "we did". `quote` is None where no customer's words are there.
    """

    team: str
    day: date | None
    slot: int
    of: int
    quote: Quote | None
    headline: str
    heard: int
    asked: int
    lead: str
    did: bool
    words: str
    steps: tuple[str, ...]
    people: tuple[str, ...]
    days: int  # from start to check; 0 where they are not set
    noticed: Noticed
    not_asked: str  # what stands where nobody was asked yet
    promise: str = ""
    verdict: str = ""
    stays: str = ""  # what the staff test says, in words
    next_step: str = ""
