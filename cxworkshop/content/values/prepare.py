"""What the sheets of stop 1 say: what to ask, how to run the meetings, what an encounter adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.content.values.plan import PlanPage


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Who of us talks to whom by when; `done` once they have."""

    asker: str
    whom: str
    by_when: date | None
    done: bool


@dataclass(frozen=True, kw_only=True)
class GuideQuestion:
    """A question with its number, and the way that it belongs to ("1 Quick"), if any."""

    number: int
    words: str
    way: str = ""


@dataclass(frozen=True, kw_only=True)
class InterviewGuide:
    """What an asker carries. `kinds` are those of the customers whom we know already."""

    team: str
    round_number: int
    visits: tuple[Visit, ...]
    questions: tuple[GuideQuestion, ...]  # the one that every talk begins with, then those ticked
    kinds: tuple[str, ...]
    back_on: date  # when customers are asked what they notice


@dataclass(frozen=True, kw_only=True)
class ScriptLine:
    """A line of an agenda: minutes after the beginning, how long it takes, what it is."""

    begins: int
    minutes: int
    title: str


@dataclass(frozen=True, kw_only=True)
class ScriptStop:
    """Lines of one stop that follow one another. `say` and `watch` stand with the first of them."""

    title: str
    say: str
    watch: str
    lines: tuple[ScriptLine, ...]


@dataclass(frozen=True, kw_only=True)
class ScriptMeeting:
    """One of the two meetings: day 1 or day 30, and when that is."""

    day: int
    on: date
    minutes: int
    stops: tuple[ScriptStop, ...]


@dataclass(frozen=True, kw_only=True)
class Script:
    """Both meetings, minute by minute."""

    team: str
    round_number: int
    meetings: tuple[ScriptMeeting, ...]


@dataclass(frozen=True, kw_only=True)
class MapStep:
    """A step of the encounter, and what it adds in the customer's eyes."""

    number: int
    words: str
    adds: str
    dropped: bool


@dataclass(frozen=True, kw_only=True)
class EncounterMap:
    """All steps of the encounter in their order, those that were dropped among them."""

    team: str
    round_number: int
    steps: tuple[MapStep, ...]


@dataclass(frozen=True, kw_only=True)
class BackRow:
    """What the back row is asked to read: short sentences, none twice."""

    team: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BlankKit:
    """The session on paper: slots, a plan, a check, a staff test, all to write on."""

    team: str
    round_number: int
    plan: PlanPage
    criteria: tuple[tuple[str, str], ...]  # title and help
    headings: tuple[tuple[str, str], ...]  # title and hint
    check_question: str
    staff_question: str
