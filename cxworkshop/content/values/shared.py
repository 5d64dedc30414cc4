"""Values that the sheets of several stops use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class CustomerQuote:
    """A customer's own words, and who said them as far as paper may tell ("regular customer")."""

    words: str
    said_by: str


@dataclass(frozen=True, kw_only=True)
class CriterionReason:
    """One of the four criteria with its answer: "yes", "no", "unsure", or "" if not answered."""

    title: str
    answer: str
    why: str
