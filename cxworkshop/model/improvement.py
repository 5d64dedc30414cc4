"""A pick, its plan, its checks and its staff tests."""

from datetime import date
from typing import Annotated, ClassVar

from cxworkshop.model.answers import (
    MAX_PICKS,
    Criterion,
    CriterionAnswer,
    Expected,
    Heading,
    Look,
    NextStep,
    Verdict,
)
from cxworkshop.model.base import (
    CardId,
    CheckId,
    GroupId,
    LookId,
    PersonId,
    PickId,
    RoundId,
    Row,
    StaffTestId,
    VerbatimId,
)
from cxworkshop.model.limits import Between, Matching


class Slot(Row):
    """One of a round's three places; its id is "round-1/2"."""

    table: ClassVar[str] = "slot"
    order: ClassVar[str] = "number"
    id_form: ClassVar[str] = "{round}/{number}"

    round: RoundId
    number: Annotated[int, Between(1, MAX_PICKS)]
    pick: PickId


class Pick(Row):
    """A card or a group with its plan. It is an *improvement* once it is locked.

    The id is made of the round and of what was picked: taken out of its slot it keeps its plan,
    and finds it again when it comes back. It belongs to that round for ever (R14): another 30
    days, or picking the same again, is a new pick that `continues` it.
    """

    table: ClassVar[str] = "pick"
    lasts: ClassVar[bool] = True
    id_form: ClassVar[str] = "{round}/{card|card_group}"
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("card", "card_group"),)

    id: PickId
    round: RoundId
    card: CardId | None = None
    card_group: GroupId | None = None
    continues: PickId | None = None
    picked_on: date | None = None  # None where an older format did not say
    title: str = ""
    promise_when: str = ""
    promise_we: str = ""
    owner: PersonId | None = None
    who_asks: str = ""
    whom: str = ""
    expectation: str = ""
    start_on: date | None = None
    check_on: date | None = None
    locked_on: date | None = None
    frozen_headline: str = ""
    we_did: str = ""
    poster_says: str | None = None  # the promise as the poster says it; None: as it is planned


class FrozenVerbatim(Row):
    """A customer's words as they stood when the pick was locked."""

    table: ClassVar[str] = "frozen_verbatim"
    order: ClassVar[str] = "position, id"
    id_form: ClassVar[str] = "{pick}/{verbatim}"

    pick: PickId
    verbatim: VerbatimId
    words: str | None
    position: int


class Quote(Row):
    """The words that poster, cards and plan quote of a pick; without it the program chooses.

    `excerpt` is the part of them that is quoted; "" for all.
    """

    table: ClassVar[str] = "quote"
    id_form: ClassVar[str] = "{pick}/quote"

    pick: PickId
    verbatim: VerbatimId
    excerpt: str = ""


class Judgement(Row):
    """One criterion of one pick, answered with a reason."""

    table: ClassVar[str] = "judgement"
    id_form: ClassVar[str] = "{pick}/{criterion}"

    pick: PickId
    criterion: Criterion
    answer: CriterionAnswer
    reason: str = ""


class Override(Row):
    """The written reason for overriding R9 or R10. It is printed."""

    table: ClassVar[str] = "override"

    pick: PickId
    rule: Annotated[str, Matching("R[0-9]{1,2}", "R10")]
    reason: str


class Helper(Row):
    """Somebody who does the work with the owner."""

    table: ClassVar[str] = "helper"
    id_form: ClassVar[str] = "{pick}/{person}"

    pick: PickId
    person: PersonId


class Licence(Row):
    """What the doers may do without asking, up to what, given by whom, until when."""

    table: ClassVar[str] = "licence"
    id_form: ClassVar[str] = "{pick}/licence"

    pick: PickId
    may: str = ""
    up_to: str = ""
    given_by: PersonId | None = None
    until: date | None = None


class FirstStep(Row):
    """A first step with name and date."""

    table: ClassVar[str] = "first_step"
    order: ClassVar[str] = "position, id"

    pick: PickId
    words: str
    who: PersonId | None = None
    by_when: date | None = None
    done_on: date | None = None
    position: int = 0
    set_aside_on: date | None = None
    idea: str = ""  # the idea of the catalogue that it came from, by its key


class Blocker(Row):
    """What delays the doers, and who removes it.

    Days lost count themselves from `came_up_on`; `days_lost` is what was typed where an older
    format did not say when it came up.
    """

    table: ClassVar[str] = "blocker"
    order: ClassVar[str] = "position, id"

    pick: PickId
    words: str
    remover: PersonId
    came_up_on: date | None = None
    days_lost: int = 0
    removed_on: date | None = None
    position: int = 0
    set_aside_on: date | None = None


class DayCheck(Row):
    """A 30-day check of one improvement, numbered by `attempt` through its story.

    The rules look at the latest.
    """

    table: ClassVar[str] = "day_30_check"
    order: ClassVar[str] = "attempt, id"
    lasts: ClassVar[bool] = True
    id_form: ClassVar[str] = "{pick}/check-{attempt}"

    id: CheckId
    pick: PickId
    attempt: Annotated[int, Between(1, 999)]
    due_on: date
    done_on: date | None = None
    all_in: bool = False  # "these are all we have"
    verdict: Verdict | None = None
    after: NextStep | None = None
    learned: str = ""  # in one sentence, where customers don't notice
    best: VerbatimId | None = None  # the answer that says it best, for the poster
    expected: Expected | None = None  # whether we had been right
    notes: str = ""


class StaffTest(Row):
    """One attempt at the replace-the-staff question; `sure` is None until it is answered."""

    table: ClassVar[str] = "staff_test"
    order: ClassVar[str] = "attempt, id"
    lasts: ClassVar[bool] = True
    id_form: ClassVar[str] = "{pick}/staff-test-{attempt}"

    id: StaffTestId
    pick: PickId
    attempt: Annotated[int, Between(1, 999)]
    asked_of: str = ""
    asked_on: date | None = None
    sure: bool | None = None
    pulls_against: str = ""  # what we reward or measure that works against it


class TestAnswer(Row):
    """How it stays good without us: under a heading, with where to find it."""

    table: ClassVar[str] = "test_answer"

    staff_test: StaffTestId
    heading: Heading
    words: str
    where_to_find: str
    set_aside_on: date | None = None


class Fix(Row):
    """What to fix after a "not sure", by whom and by when, before asking again."""

    table: ClassVar[str] = "fix"

    staff_test: StaffTestId
    words: str
    who: PersonId
    by_when: date
    done_on: date | None = None


class LookAgain(Row):
    """What customers say of a kept improvement so many months after; written once they are asked.

    `months` is one of LOOK_AGAIN_AFTER.
    """

    table: ClassVar[str] = "look_again"
    order: ClassVar[str] = "months, id"
    lasts: ClassVar[bool] = True
    id_form: ClassVar[str] = "{pick}/look-{months}"

    id: LookId
    pick: PickId
    months: Annotated[int, Between(1, 120)]
    asked_on: date | None = None
    found: Look | None = None


class PutDown(Row):
    """The written reason for not finishing something that is still open (R13). It is printed."""

    table: ClassVar[str] = "put_down"
    id_form: ClassVar[str] = "{tbl}/{row}"

    tbl: str
    row: str
    reason: str
    put_down_on: date
