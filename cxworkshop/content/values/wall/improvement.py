"""What the Wall says of what was picked, at stops 5 to 8, and of what is still open."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.values import AnsweredWish
from cxworkshop.stages import Stage
from cxworkshop.value_object import ValueObject


class WallStep(ValueObject):
    """A first step; `late` says by how much, "" while it is not."""

    words: str
    who: str
    by_when: date | None
    done: bool
    late: str


class WallPlan(ValueObject):
    """One sheet of stop 5. `begun` is the share, from 0 to 1, of what locking asks for."""

    slot: int
    headline: str
    is_locked: bool
    begun: float
    doers: str
    promise: str
    quote: str
    licence: str
    giver: str
    until: date | None
    steps: tuple[WallStep, ...]
    start_on: date | None
    check_on: date | None
    asking: str  # when customers are asked, or how late that is; "" once they have been
    day: int  # since the start: 0 on that day, below 0 before it; 0 while there is none


class BeforeAndNow(ValueObject):
    """One customer: their words then and now; `mark` is a Mark, "" while it is not given.

    Without words and mark they have not answered yet.
    """

    before: tuple[str, ...]
    now: str
    mark: str


class WallCheck(ValueObject):
    """A 30-day check. `marks` are a Mark for each who answered, then "" for each still to ask.

    `asked_on` is the day of the latest answer: before one, nothing is said "now".
    `expectation` is None while it is covered: it is nowhere in what the Wall is given.
    """

    slot: int
    headline: str
    rows: tuple[BeforeAndNow, ...]
    marks: tuple[str, ...]
    answered: int
    notice: int
    said_on: date | None
    asked_on: date | None
    expectation: str | None
    missing: int  # answers until the expectation is uncovered
    asking: str = ""  # as on the plan
    is_judged: bool = False


class WallReason(ValueObject):
    """An answer to the staff question, under its heading, and where to find it."""

    heading: str
    words: str
    where: str


class WallStaffTest(ValueObject):
    """The replace-the-staff question with its answers."""

    slot: int
    question: str
    reasons: tuple[WallReason, ...]
    sure: bool | None


class WallPoster(ValueObject):
    """An improvement as it may be told: `lead` is what R6 lets us say above `ours`."""

    team: str
    month: date
    quote: str  # "" where no customer's words can be shown: `topic` stands there
    topic: str
    lead: str
    ours: str
    now: str
    notice: int
    answered: int
    counted: str
    coming: str


class WallAnswers(ValueObject):
    """Wishes with their answers, of `total`; `more` of them are on paper alone."""

    wishes: tuple[AnsweredWish, ...]
    unanswered: int
    total: int
    more: int = 0


class WallMonth(ValueObject):
    """A month with the stages of its round's slots, FREE for an empty one; none: still to come."""

    month: date
    stages: tuple[Stage | str, ...]


class WallYear(ValueObject):
    """Twelve months; how many of those asked notice."""

    months: tuple[WallMonth, ...]
    picked: int
    kept: int
    notice: int
    answered: int


class WallOpenLine(ValueObject):
    """One thing that is still open; `is_late` also for what is in the way."""

    when: str
    is_late: bool
    words: str
    who: str
    round_number: int
    of: str = ""  # the improvement or wish that it is about


class WallOpenRound(ValueObject):
    """How much a round has left."""

    number: int
    open: int
    is_running: bool


class WallStillOpen(ValueObject):
    """What any round promised and has not finished, what is late first; `coming` is not counted."""

    lines: tuple[WallOpenLine, ...]
    rounds: tuple[WallOpenRound, ...]
    coming: tuple[WallOpenLine, ...] = ()
