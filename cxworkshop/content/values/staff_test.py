"""What the sheets of stop 7 say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class StaffTestAnswer:
    """One way in which it stays good without us: what, and where to find it."""

    words: str
    where: str


@dataclass(frozen=True, kw_only=True)
class HeadingAnswers:
    """One of the six headings, what it means, and what was answered under it."""

    title: str
    hint: str
    answers: tuple[StaffTestAnswer, ...]


@dataclass(frozen=True, kw_only=True)
class StaffTestContent:
    """The replace-the-staff test of one improvement.

    `attempt` counts the askings, this one among them; `sure` is None while it is open.
    """

    team: str
    round_number: int
    slot: int
    of: int
    title: str
    promise: str
    question: str
    attempt: int
    asked_on: date | None
    sure: bool | None
    headings: tuple[HeadingAnswers, ...]
    fixes: tuple[str, ...]
