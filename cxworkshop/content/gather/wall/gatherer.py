"""The Wall of any stop, or of one thing that was opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cxworkshop.content.gather.wall.improvement import ImprovementWall
from cxworkshop.content.gather.wall.meeting import MeetingWall
from cxworkshop.content.gather.wall.names import NameGuard
from cxworkshop.content.gather.wall.told import ToldWall
from cxworkshop.content.values.wall import (
    HeldWords,
    NameChoices,
    WallContent,
    WallEmpty,
    WallKind,
    WallSubject,
)
from cxworkshop.i18n import _
from cxworkshop.model import Customer
from cxworkshop.queries.board import board
from cxworkshop.queries.meeting_now import LineNow
from cxworkshop.queries.rounds import current_round, slots, team
from cxworkshop.store.tables.query import StoreReader

_OF_A_PICK = (WallKind.PLAN, WallKind.CHECK, WallKind.STAFF_TEST, WallKind.POSTERS)

Contents = tuple[WallContent | None, ...]


@dataclass(frozen=True)
class WallView:
    """What the room sees, one value after the other, and what is held back from it (R7)."""

    contents: tuple[WallContent, ...]
    held: tuple[HeldWords, ...] = ()


class WallGatherer:
    """Gathers what the Wall says; it only reads."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def view(
        self,
        subject: WallSubject,
        today: date,
        choices: NameChoices | None = None,
        now: LineNow | None = None,
    ) -> WallView:
        """What is shown of a subject.

        `choices` are a person's decisions about words that may name somebody; without one they are
        held back. What is not there leaves the team's name, and what comes next before anything is
        picked. `now` is the line of the agenda that the timer is for.
        """
        names = (row.name for row in self._store.rows(Customer) if row.name)
        guard = NameGuard(names, choices or {})
        found = _Contents(self._store, guard, subject, today, now).all()
        contents = tuple(one for one in found if one is not None)
        return WallView(contents or (self._empty(subject.kind),), guard.held)

    def _empty(self, kind: WallKind) -> WallEmpty:
        return WallEmpty(team=team(self._store).team, sentence=self._next_step(kind))

    def _next_step(self, kind: WallKind) -> str:
        """What a round does before there is anything to improve; "" once something is picked."""
        round_ = current_round(self._store)
        if kind not in _OF_A_PICK or slots(self._store, round_.id):
            return ""
        if board(self._store, round_).cards:
            return _("Next, we pick what to make better: one thing, two or at most three.")
        return _("Next, we listen: what would {customers} like done better?")


class _Contents:
    """The values of one subject."""

    def __init__(
        self,
        store: StoreReader,
        guard: NameGuard,
        subject: WallSubject,
        today: date,
        now: LineNow | None,
    ) -> None:
        self._subject, self._today = subject, today
        self._meeting = MeetingWall(store, guard, now)
        self._improvement = ImprovementWall(store, guard)
        self._told = ToldWall(store, guard)

    def all(self) -> Contents:
        kinds: dict[WallKind, Callable[[], Contents]] = {
            WallKind.BEGINNING: self._beginning,
            WallKind.TALK: lambda: (self._meeting.talk(),),
            WallKind.BIG_LIST: lambda: (self._meeting.big_list(),),
            WallKind.GROUP: self._opened,
            WallKind.CARD: self._opened,
            WallKind.SORTING: self._sorting,
            WallKind.SLOTS: lambda: (self._improvement.slots(self._subject),),
            WallKind.PLAN: lambda: (self._improvement.plan(self._subject.pick, self._today),),
            WallKind.CHECK: self._check,
            WallKind.STAFF_TEST: lambda: (self._improvement.staff_test(self._subject.pick),),
            WallKind.POSTERS: self._posters,
            WallKind.ANSWERS: lambda: (self._told.answers(),),
            WallKind.YEAR: lambda: (self._told.year(self._today),),
            WallKind.STILL_OPEN: lambda: (self._told.still_open(self._today),),
        }
        return kinds[self._subject.kind]()

    def _beginning(self) -> Contents:
        meeting = self._meeting
        return meeting.agenda(self._today), meeting.served(), meeting.question()

    def _opened(self) -> Contents:
        """The group or card; the whole list when it is gone."""
        group, card = self._subject.group, self._subject.card
        found = self._meeting.group(group) if group else None
        found = self._meeting.card(card) if card else found
        return (found or self._meeting.big_list(),)

    def _sorting(self) -> Contents:
        queue = self._subject.queue
        return (self._meeting.sorting(queue) if queue else self._meeting.big_list(),)

    def _check(self) -> Contents:
        """The check, or the plan before it is locked."""
        pick = self._subject.pick
        return (
            self._improvement.check(pick, self._today) or self._improvement.plan(pick, self._today),
        )

    def _posters(self) -> Contents:
        """What there is to tell: a list without wishes and a year without a ring say nothing."""
        told = self._told
        answers, year = told.answers(), told.year(self._today)
        return (
            *told.posters(),
            answers if answers.total else None,
            year if year.picked else None,
        )
