"""What leaves a laptop: one immutable value for each row, and nothing that a customer said.

A field is a column. `Annotated` says what a column may hold, as in `cxworkshop.model`; a file from
elsewhere is held against it before anything is sent to a database.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from cxworkshop.model import CriterionAnswer, Look, Verdict
from cxworkshop.model.limits import AtMost, Between, Matching
from cxworkshop.stages import Stage
from cxworkshop.value_object import ValueObject
from cxworkshop.wishes import AnswerKind

NO_KIND = ""  # of customers whose kind is not known, or might be somebody's name

ROUNDS = Between(1, 999)
SLOTS = Between(1, 3)
COUNTS = Between(0, 1_000_000)
DAYS = Between(0, 100_000)
NAME = AtMost(200)
SAID_NAME = Matching(r"(?s).{1,200}")  # one that can't be left out
KEY = Matching("[a-z0-9_-]{1,40}")


class TableName(StrEnum):
    """The tables that a team's figures go into, in the order in which they are shown."""

    ROUND = "round"
    WAY = "round_way"
    KIND = "round_kind"
    PICK = "pick"
    BLOCKER = "blocker"
    LOOK = "look_again"
    ANSWER = "answer"
    PROMISE = "promise"


class TeamRow(ValueObject):
    """Whose figures these are, and how new they are.

    `seq` counts the changes of the workshop, undo included, so that no clock is needed to tell
    which of two is newer; of two copies that were changed apart from one another, and as often,
    the one with the larger `digest` counts, whichever comes first.
    """

    table: ClassVar[str] = "workshop"

    workshop: Annotated[str, Matching("[0-9a-f]{32}")]
    seq: Annotated[int, Between(0, 2**48)]
    digest: Annotated[str, Matching("[0-9a-f]{16}")]
    programme: Annotated[str, SAID_NAME]
    site: Annotated[str, NAME]
    team: Annotated[str, NAME]
    made_up: bool


class RoundRow(ValueObject):
    """One round: how many customers were talked to, and how many things they said."""

    table: ClassVar[str] = TableName.ROUND

    round: Annotated[int, ROUNDS]
    started_on: date
    ended_on: date | None
    customers: Annotated[int, COUNTS]
    said: Annotated[int, COUNTS]


class WayRow(ValueObject):
    """How many customers spoke of one of the ten ways in a round."""

    table: ClassVar[str] = TableName.WAY

    round: Annotated[int, ROUNDS]
    way: Annotated[str, KEY]
    customers: Annotated[int, COUNTS]


class KindRow(ValueObject):
    """How many customers of a kind were talked to in a round."""

    table: ClassVar[str] = TableName.KIND

    round: Annotated[int, ROUNDS]
    kind: Annotated[str, NAME]
    customers: Annotated[int, COUNTS]


class PickRow(ValueObject):
    """One pick in its slot, with its latest check and its staff test.

    `story_round` and `story_slot` are those of the pick with which its story began. `way` is the
    one of which its customers speak most. `answered` and the four marks count customers.
    """

    table: ClassVar[str] = TableName.PICK

    round: Annotated[int, ROUNDS]
    slot: Annotated[int, SLOTS]
    story_round: Annotated[int, ROUNDS]
    story_slot: Annotated[int, SLOTS]
    way: Annotated[str, KEY] | None
    customers: Annotated[int, COUNTS]
    can: CriterionAnswer | None
    notice: CriterionAnswer | None
    days: CriterionAnswer | None
    stay: CriterionAnswer | None
    picked_on: date | None
    start_on: date | None
    check_on: date | None
    locked_on: date | None
    days_to_first_step: Annotated[int, DAYS] | None
    stage: Stage
    attempt: Annotated[int, ROUNDS] | None
    checked_on: date | None
    verdict: Verdict | None
    notices: Annotated[int, COUNTS]
    no_difference: Annotated[int, COUNTS]
    worse: Annotated[int, COUNTS]
    cannot_tell: Annotated[int, COUNTS]
    staff_tests: Annotated[int, COUNTS]
    sure: bool | None
    kept_on: date | None


class DelayRow(ValueObject):
    """One blocker: how long it waited. Days count themselves while it was not removed."""

    table: ClassVar[str] = TableName.BLOCKER

    round: Annotated[int, ROUNDS]
    slot: Annotated[int, SLOTS]
    number: Annotated[int, Between(1, 100_000)]
    came_up_on: date | None
    removed_on: date | None
    days_lost: Annotated[int, DAYS]


class LookRow(ValueObject):
    """What customers said of a kept improvement so many months after."""

    table: ClassVar[str] = TableName.LOOK

    round: Annotated[int, ROUNDS]
    slot: Annotated[int, SLOTS]
    months: Annotated[int, Between(1, 120)]
    asked_on: date | None
    found: Look


class AnswerRow(ValueObject):
    """How many wishes that were first said in a round have an answer of this kind now.

    `customers` have such a wish; `awaited` were handed on, and have no answer yet.
    """

    table: ClassVar[str] = TableName.ANSWER

    round: Annotated[int, ROUNDS]
    answer: AnswerKind
    wishes: Annotated[int, COUNTS]
    awaited: Annotated[int, COUNTS]
    customers: Annotated[int, COUNTS]


class PromiseRow(ValueObject):
    """Our own words of a pick; they leave a laptop only when they are asked for."""

    table: ClassVar[str] = TableName.PROMISE

    round: Annotated[int, ROUNDS]
    slot: Annotated[int, SLOTS]
    headline: Annotated[str, AtMost(2_000)]
    promise: Annotated[str, AtMost(10_000)]


OfTeam = (
    RoundRow | WayRow | KindRow | PickRow | DelayRow | LookRow | AnswerRow | PromiseRow
)  # fmt: skip
KINDS_OF_ROWS: tuple[type[OfTeam], ...] = (
    RoundRow, WayRow, KindRow, PickRow, DelayRow, LookRow, AnswerRow, PromiseRow,
)  # fmt: skip


class Figures(ValueObject):
    """All that one workshop sends. `withheld` counts what a check for likely names held back."""

    team: TeamRow
    rows: tuple[OfTeam, ...]
    withheld: int = 0

    def of(self, kind: type[OfTeam]) -> tuple[OfTeam, ...]:
        """The rows of one kind, in their order."""
        return tuple(row for row in self.rows if type(row) is kind)
