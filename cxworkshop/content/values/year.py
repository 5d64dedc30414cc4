"""What the year says: each thing that was picked, told once, and the ten ways over the rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxworkshop.stages import Stage
from cxworkshop.value_object import ValueObject

ENOUGH_ROUNDS = 3  # for a line of one of the ten ways; two points are no trend


class YearCheck(ValueObject):
    """One 30-day check of a story: `notice` of `answered` customers notice it.

    `verdict` is a Verdict and `expected` an Expected, "" where nobody has said so yet.
    """

    round_number: int
    attempt: int
    day: date  # of the verdict, or on which it is due
    is_done: bool
    notice: int
    answered: int
    counted: str  # "0 of 2"
    verdict: str
    learned: str
    expected: str


class YearLook(ValueObject):
    """What customers said so many months after it was kept; `found` is a Look."""

    months: int
    asked_on: date | None
    found: str


class YearStory(ValueObject):
    """One thing that was picked, through all of its rounds."""

    code: str
    title: str
    rounds: tuple[int, ...]
    stage: Stage  # how it stands now
    lead: str  # what R6 lets us say above `ours`
    ours: str
    kept: bool  # in any round
    checks: tuple[YearCheck, ...]
    counted: str  # "0 of 2, then 2 of 2"
    looks: tuple[YearLook, ...]
    days_to_first_step: int | None  # from the day of the pick; None while not known
    days_lost: int


class YearRing(ValueObject):
    """One pick in its slot of one round, with what belongs to that round of its story."""

    round_number: int
    slot: int
    title: str
    stage: Stage
    counted: str  # "4 of 6", by this round's own checks
    notice: int
    answered: int
    looks: tuple[YearLook, ...]
    days_to_first_step: int | None  # only where the story began in this round
    days_lost: int
    expected: tuple[str, ...]  # an Expected for each check of which somebody said so


class YearWay(ValueObject):
    """How many customers spoke of one of the ten ways, round by round."""

    key: str
    name: str
    customers: tuple[int, ...]


def is_rising(customers: Sequence[int]) -> bool:
    """Whether more customers speak of a way than at first, by one or more in the mean of a round.

    The first three rounds are compared with the last three, of fewer rounds less: one high round
    is no trend. Fewer than three rounds never rise.
    """
    if len(customers) < ENOUGH_ROUNDS:
        return False
    n = min(3, len(customers) // 2)
    return sum(customers[-n:]) - sum(customers[:n]) >= n


class YearContent(ValueObject):
    """All rounds, oldest first. `picked` and `kept` count stories, not picks.

    `expected` are the checks of which somebody said whether we had been right.
    """

    team: str
    rounds: tuple[int, ...]
    started_on: tuple[date, ...]
    stories: tuple[YearStory, ...]
    rings: tuple[YearRing, ...]  # by round and slot
    ways: tuple[YearWay, ...]
    picked: int
    kept: int
    expected: int
    expected_right: int
    expected_partly: int
    days_lost: int
