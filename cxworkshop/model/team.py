"""The workshop and its rounds: the team, whom it serves, how it prepares."""

from datetime import date
from typing import Annotated, ClassVar

from cxworkshop.model.base import PersonId, QuestionId, RoundId, Row, StepId, WorkshopIdentity
from cxworkshop.model.limits import (
    CUSTOMER_WORD,
    MOST_CHARACTERS_OF_LOGO,
    AtMost,
    Between,
    Matching,
)


class Team(Row):
    """The workshop itself: one row, whose id is "workshop".

    `identity` is random, given once, and the same in every copy of the workshop. `customer` and
    `customers` are the team's own word for a customer and for several; None where they say that.
    """

    table: ClassVar[str] = "workshop"
    lasts: ClassVar[bool] = True
    id_form: ClassVar[str] = "workshop"
    always_there: ClassVar[str] = "workshop"

    id: str = "workshop"
    identity: Annotated[WorkshopIdentity, Matching("[0-9a-f]{32}")]
    team: str
    good_at: str = ""
    experience: str = ""  # that we want to offer
    language: Annotated[str, Matching(r"([A-Za-z]{2,3}([-_][A-Za-z0-9]+)*)?", "en")] = "en"
    paper: Annotated[str, Matching("(?i:a4|letter)", "A4")] = "A4"
    back_row_px: Annotated[int, Between(1, 1_000)] | None = None
    ask_before_many: bool = True  # R12 may be turned off
    made_up: bool = False  # an example: nobody said any of it
    customer: Annotated[str, Matching(CUSTOMER_WORD)] | None = None
    customers: Annotated[str, Matching(CUSTOMER_WORD)] | None = None


class Letterhead(Row):
    """What a team's paper shows of it: one row, there once something was chosen.

    `logo` is a PNG in base 64, without transparency; `accent` is "#rrggbb". "" is none of them.
    """

    table: ClassVar[str] = "letterhead"
    id_form: ClassVar[str] = "letterhead"

    id: str = "letterhead"
    logo: Annotated[str, AtMost(MOST_CHARACTERS_OF_LOGO)] = ""
    accent: Annotated[str, Matching("(#[0-9a-f]{6})?")] = ""


class Round(Row):
    """One turn of the loop; its id is "round-1", "round-2" …"""

    table: ClassVar[str] = "round"
    order: ClassVar[str] = "number"
    lasts: ClassVar[bool] = True
    id_form: ClassVar[str] = "round-{number}"
    counts_on: ClassVar[str] = "number"

    id: RoundId
    number: Annotated[int, Between(1, 999)]
    started_on: date
    ended_on: date | None = None
    day_1_at: Annotated[int, Between(0, 1439)] | None = None  # minutes after midnight
    day_30_at: Annotated[int, Between(0, 1439)] | None = None


class Person(Row):
    """Somebody of the team: owner, helper, remover, giver, asker, decider. Compared by id."""

    table: ClassVar[str] = "person"
    lasts: ClassVar[bool] = True

    id: PersonId
    name: str
    role: str = ""
    has_say: bool = False


class Served(Row):
    """A kind of customer that we serve, or that we accept we will not please."""

    table: ClassVar[str] = "served"
    order: ClassVar[str] = "position, id"

    words: str
    serve: bool
    position: int
    set_aside_on: date | None = None


class Deed(Row):
    """What we promise, beside what customers say we do."""

    table: ClassVar[str] = "deed"

    promise: str
    customers_say: str = ""
    set_aside_on: date | None = None


class AgendaLine(Row):
    """One line of the agenda of one of the round's two meetings: day 1 or day 30."""

    table: ClassVar[str] = "agenda"
    order: ClassVar[str] = "day, position, id"

    round: RoundId
    day: Annotated[int, Between(1, 30)]
    stop: Annotated[str, Matching("[a-z_]{1,40}", "prepare")]
    title: str
    minutes: Annotated[int, Between(0, 100_000)]
    position: int
    set_aside_on: date | None = None


class EncounterStep(Row):
    """One step of meeting us, what it adds in the customer's eyes, and whether it was dropped."""

    table: ClassVar[str] = "encounter_step"
    order: ClassVar[str] = "position, id"

    id: StepId
    words: str
    adds: str = ""
    worth_more: str = ""  # what would make it worth more
    position: int
    dropped: bool = False


class TeamIdea(Row):
    """What the team has made of an idea: one of its own, or one of the catalogue's changed.

    The id of a changed one is its key in the catalogue ("honest-5"); without `words` it still says
    what the catalogue says. `idea_group` is the key of one of the catalogue's seven groups.
    """

    table: ClassVar[str] = "idea"
    order: ClassVar[str] = "position, id"

    idea_group: Annotated[str, Matching("[a-z_]{1,40}", "person")]
    words: str = ""
    position: int
    set_aside_on: date | None = None


class Way(Row):
    """One of the ten ways; its id is its key ("quick"). The team may change the name."""

    table: ClassVar[str] = "way"
    order: ClassVar[str] = "position, id"
    lasts: ClassVar[bool] = True

    name: str
    position: int
    hidden: bool = False


class Question(Row):
    """An open question of one round; `way` is None for one that an import brought."""

    table: ClassVar[str] = "question"
    order: ClassVar[str] = "position, id"
    lasts: ClassVar[bool] = True

    id: QuestionId
    round: RoundId
    way: str | None
    words: str
    ticked: bool
    position: int


class PlannedTalk(Row):
    """Who talks to whom by when."""

    table: ClassVar[str] = "planned_talk"

    round: RoundId
    asker: PersonId
    whom: str
    by_when: date | None = None
    done_on: date | None = None


class Decider(Row):
    """Somebody who will do the work and has chosen."""

    table: ClassVar[str] = "decider"
    id_form: ClassVar[str] = "{round}/{person}"

    round: RoundId
    person: PersonId


class Told(Row):
    """Somebody who is to hear how it went, when they did, and how they were told."""

    table: ClassVar[str] = "told"

    round: RoundId
    who: str
    told_on: date | None = None
    how: str = ""


class Holiday(Row):
    """A day on which this team does not work; its id is the day."""

    table: ClassVar[str] = "holiday"
    id_form: ClassVar[str] = "{day}"

    day: date
    words: str = ""
