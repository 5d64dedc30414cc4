"""What the sheets of stop 7 say."""

from __future__ import annotations

from datetime import date

from cxworkshop.value_object import ValueObject


class StaffTestAnswer(ValueObject):
    """One reason why it stays good without us, and where to find it."""

    words: str
    where: str


class HeadingAnswers(ValueObject):
    """One of the six headings, what it means, and what was answered under it."""

    title: str
    hint: str
    answers: tuple[StaffTestAnswer, ...]


class StaffTestContent(ValueObject):
    """The replace-the-staff test of one improvement.

    `attempt` is the number of this asking, from 1; `sure` is None until it is answered.
    """

    team: str
    round_number: int
    slot: int
    of: int  # number of picks in this round; 0 if a slot before the last one is empty
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
