"""What the sheets of stop 7 say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class StaffTestAnswer:
    """One reason why it stays good without us, and where to find it."""

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

    `attempt` is the number of this asking, from 1; `sure` is None until it is answered.
    """

    team: str
    round_number: int
    slot: int
    of: int  # number of picks in this round
    title: str
    promise: str
    question: str
    own_question: str  # the same with the promise's words; "" until both halves are there
    attempt: int
    pulls_against: str
    asked_on: date | None
    sure: bool | None
    headings: tuple[HeadingAnswers, ...]
    fixes: tuple[str, ...]
