"""What the books say: one round from its first talk to its last answer, and all rounds."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.values.big_list import EverythingSaidContent
from cxworkshop.content.values.make_better import PlanContent
from cxworkshop.content.values.share import PosterContent, PromiseLine
from cxworkshop.content.values.shared import CustomerQuote
from cxworkshop.value_object import ValueObject


class BookAnswer(ValueObject):
    """What a customer says now, and the mark in words: "Notices", "No difference" …"""

    said: CustomerQuote
    mark: str


class BookCheck(ValueObject):
    """One 30-day check: the counts, the words, the verdict as a sentence, and what follows."""

    attempt: int
    asking: str  # when customers are asked, or that it is late; for while nobody has been
    done_on: date | None
    counted: str
    others: str
    answers: tuple[BookAnswer, ...]
    few: str  # the warning where only one or two customers have answered (R4), else ""
    without_words: str  # how many gave nothing but a mark, or ""
    verdict: str
    learned: str
    expected: str  # whether we had been right, as a sentence, or ""
    next_step: str
    notes: str


class BookStays(ValueObject):
    """Why it would stay without us: under which heading, and where to find it."""

    heading: str
    words: str
    where: str


class BookFix(ValueObject):
    """What has to be fixed after a "not sure"."""

    words: str
    who: str
    by_when: date
    done_on: date | None


class BookStaffTest(ValueObject):
    """One asking of the replace-the-staff question; `sure` is None until it is answered."""

    attempt: int
    asked_on: date | None
    asked_of: str
    sure: bool | None
    pulls_against: str  # what we reward or measure that works against it
    answers: tuple[BookStays, ...]
    fixes: tuple[BookFix, ...]


class BookPick(ValueObject):
    """A pick with its plan, what may be told of it, its checks and its staff tests."""

    plan: PlanContent
    poster: PosterContent
    checks: tuple[BookCheck, ...]
    tests: tuple[BookStaffTest, ...]


class SetAside(ValueObject):
    """How much of one kind was set aside for one reason: counted, for it is nobody's speech."""

    what: str
    why: str


class PutDownLine(ValueObject):
    """What was promised and then put down, with the written reason (R13)."""

    words: str
    title: str  # of its improvement, or ""
    reason: str
    day: date


class RoundBookContent(ValueObject):
    """Everything of one round."""

    team: str
    number: int
    started_on: date
    ended_on: date | None
    good_at: str  # of the team, in a sentence or ""
    experience: str  # that we want to offer
    serve: tuple[str, ...]
    not_please: tuple[str, ...]
    deciders: tuple[str, ...]
    said: EverythingSaidContent
    picks: tuple[BookPick, ...]
    promises: tuple[PromiseLine, ...]
    aside: tuple[SetAside, ...]
    put_down: tuple[PutDownLine, ...]  # while this round went on, of whatever round it was


class YearRound(ValueObject):
    """One round of the year with its picks."""

    number: int
    started_on: date
    picks: tuple[PosterContent, ...]


class YearBookContent(ValueObject):
    """All rounds, oldest first. A thing that went on for several rounds is counted once."""

    team: str
    rounds: tuple[YearRound, ...]
    picked: int
    kept: int
    stayed: tuple[str, ...]  # titles of what was kept, and of which nobody has said that it slips
