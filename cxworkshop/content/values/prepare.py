"""What the sheets of stop 1 say: what to ask, how to run the meetings, what an encounter adds."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.values.make_better import PlanContent
from cxworkshop.content.values.shared import CustomerQuote
from cxworkshop.value_object import ValueObject


class Visit(ValueObject):
    """Who of us talks to whom by when."""

    asker: str
    whom: str
    by_when: date | None
    done: bool


class GuideQuestion(ValueObject):
    """A question with its number, and the way that it belongs to ("1 Quick"), if any."""

    number: int
    words: str
    way: str = ""


class InterviewGuideContent(ValueObject):
    """What an asker takes along. `kinds` are the kinds of the customers we know already."""

    team: str
    round_number: int
    visits: tuple[Visit, ...]
    questions: tuple[GuideQuestion, ...]  # the opening question, then those that are ticked
    kinds: tuple[str, ...]
    back_on: date  # when customers are asked what they notice


class ScriptLine(ValueObject):
    """A line of an agenda; `begins` is in minutes after the start of the meeting."""

    begins: int
    minutes: int
    title: str


class ScriptStop(ValueObject):
    """Consecutive lines of one stop; only the first run of a stop has `say` and `watch`."""

    title: str
    say: str
    watch: str
    lines: tuple[ScriptLine, ...]


class ScriptMeeting(ValueObject):
    """One of the two meetings: day 1 or day 30, and its date.

    `starts_at` is in minutes after midnight, None while nobody has said it.
    """

    day: int
    on: date
    minutes: int
    stops: tuple[ScriptStop, ...]
    starts_at: int | None = None


class ScriptContent(ValueObject):
    """Both meetings, minute by minute."""

    team: str
    round_number: int
    meetings: tuple[ScriptMeeting, ...]


class AgendaMeeting(ValueObject):
    """A meeting as those see it who take part; see ScriptMeeting."""

    day: int
    on: date
    minutes: int
    lines: tuple[ScriptLine, ...]
    starts_at: int | None = None


class AgendaContent(ValueObject):
    """Both meetings for those who take part: what, when and how long."""

    team: str
    round_number: int
    meetings: tuple[AgendaMeeting, ...]


class MapStep(ValueObject):
    """A step of the encounter, what it adds in the customer's eyes, and what they said of it.

    `customers` counts those who spoke of it; with 0 the step says so.
    """

    number: int
    words: str
    adds: str
    dropped: bool
    worth_more: str = ""  # what would make it worth more
    said: tuple[CustomerQuote, ...] = ()
    customers: int = 0

    @property
    def is_silent(self) -> bool:
        """Whether nobody spoke of it."""
        return self.customers == 0


class EncounterMapContent(ValueObject):
    """All steps of the encounter in their order, dropped ones included."""

    team: str
    round_number: int
    experience: str  # that we want to offer, or ""
    steps: tuple[MapStep, ...]


class BackRowContent(ValueObject):
    """Short sentences for the back row to read, all different."""

    team: str
    sentences: tuple[str, ...]


class BlankKitContent(ValueObject):
    """The session on paper: slots, a plan, a check, a staff test, all to write on."""

    team: str
    round_number: int
    plan: PlanContent
    criteria: tuple[tuple[str, str], ...]  # title and help
    headings: tuple[tuple[str, str], ...]  # title and hint
    check_question: str
    staff_question: str


class PocketCardContent(ValueObject):
    """A card to look at before meeting a customer; `groups` are the seven groups of ideas."""

    team: str
    experience: str  # that we want to offer
    groups: tuple[str, ...]
