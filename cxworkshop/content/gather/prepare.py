"""Gather the content of the sheets of stop 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from cxworkshop import catalogue
from cxworkshop.content.gather.shared import criterion_reasons, person_name, quote, way_label
from cxworkshop.content.values import (
    AgendaContent,
    AgendaMeeting,
    BackRowContent,
    BlankKitContent,
    EncounterMapContent,
    GuideQuestion,
    InterviewGuideContent,
    MapStep,
    PlanContent,
    PocketCardContent,
    ScriptContent,
    ScriptLine,
    ScriptMeeting,
    ScriptStop,
    Visit,
)
from cxworkshop.model import (
    Customer,
    CustomerId,
    EncounterStep,
    Pick,
    PickId,
    PlannedTalk,
    Question,
    Round,
    Way,
)
from cxworkshop.queries.board import board
from cxworkshop.queries.meetings import Meeting, MeetingLine, meeting
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.queries.workdays import check_day
from cxworkshop.stops import STOPS
from cxworkshop.store.tables.query import StoreReader


class PrepareGatherer:
    """The sheets that a session is prepared with."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def interview_guide(self) -> InterviewGuideContent:
        """Who talks to whom, and what is asked in this round."""
        return InterviewGuideContent(
            team=team(self._store).team,
            round_number=self._round.number,
            visits=tuple(self._visits()),
            questions=tuple(self._questions()),
            kinds=self._kinds(),
            back_on=self._last_day(),
        )

    def script(self) -> ScriptContent:
        """Both meetings with the minutes that the agenda gives them."""
        meetings = (
            (catalogue.FIRST_DAY, self._round.started_on),
            (catalogue.LAST_DAY, self._last_day()),
        )
        return ScriptContent(
            team=team(self._store).team,
            round_number=self._round.number,
            meetings=tuple(
                _meeting(on, meeting(self._store, self._round, day)) for day, on in meetings
            ),
        )

    def agenda(self) -> AgendaContent:
        """Both meetings without what is only for whoever leads them."""
        script = self.script()
        return AgendaContent(
            team=script.team,
            round_number=script.round_number,
            meetings=tuple(
                AgendaMeeting(
                    day=meeting.day,
                    on=meeting.on,
                    minutes=meeting.minutes,
                    lines=tuple(line for stop in meeting.stops for line in stop.lines),
                    starts_at=meeting.starts_at,
                )
                for meeting in script.meetings
            ),
        )

    def encounter_map(self) -> EncounterMapContent:
        """All steps, dropped ones included."""
        rows = self._store.rows(EncounterStep)
        steps = [self._map_step(number, step) for number, step in enumerate(rows, 1)]
        ours = team(self._store)
        return EncounterMapContent(
            team=ours.team,
            round_number=self._round.number,
            experience=ours.experience,
            steps=tuple(steps),
        )

    def _map_step(self, number: int, step: EncounterStep) -> MapStep:
        cards = board(self._store, self._round).at_step(step.id)
        said = [verbatim for card in cards for verbatim in card.verbatims]
        return MapStep(
            number=number,
            words=step.words,
            adds=step.adds,
            dropped=step.dropped,
            worth_more=step.worth_more,
            said=tuple(
                quote(self._store, verbatim.said, verbatim.conversation, names=False)
                for verbatim in said
                if verbatim.said
            ),
            customers=len(frozenset[CustomerId]().union(*(card.customers for card in cards))),
        )

    def back_row(self) -> BackRowContent:
        """The 56 ideas as sentences to read: none can be guessed from the one above it."""
        ideas = [idea for group in catalogue.ideas() for idea in group.ideas]
        return BackRowContent(team=team(self._store).team, sentences=tuple(ideas))

    def pocket_card(self) -> PocketCardContent:
        """What we want to offer, and the seven groups of ideas."""
        row = team(self._store)
        groups = tuple(group.title for group in catalogue.ideas())
        return PocketCardContent(team=row.team, experience=row.experience, groups=groups)

    def blank_kit(self) -> BlankKitContent:
        """The team's name and the questions of the method, all else to write on."""
        staff = next(stop.say for stop in catalogue.stops() if stop.key == "staff_test")
        return BlankKitContent(
            team=team(self._store).team,
            round_number=self._round.number,
            plan=self._blank_plan(),
            criteria=tuple((each.title, each.help) for each in catalogue.criteria()),
            headings=tuple((each.title, each.hint) for each in catalogue.headings()),
            check_question=catalogue.check_question(),
            staff_question=staff,
        )

    @property
    def _round(self) -> Round:
        return current_round(self._store)

    def _last_day(self) -> date:
        return check_day(self._store, self._round.started_on)

    def _visits(self) -> Iterator[Visit]:
        for row in self._store.rows(PlannedTalk, round=self._round.id):
            yield Visit(
                asker=person_name(self._store, row.asker),
                whom=row.whom,
                by_when=row.by_when,
                done=row.done_on is not None,
            )

    def _questions(self) -> Iterator[GuideQuestion]:
        ways = {way.id: way_label(way) for way in self._store.rows(Way)}
        yield GuideQuestion(number=1, words=catalogue.opening_question())
        ticked = self._store.rows(Question, round=self._round.id, ticked=True)
        for number, row in enumerate(ticked, 2):
            yield GuideQuestion(number=number, words=row.words, way=ways.get(row.way or "", ""))

    def _kinds(self) -> tuple[str, ...]:
        """The kinds of the customers we know, most frequent first."""
        counted = Counter(row.kind for row in self._store.rows(Customer) if row.kind)
        return tuple(kind for kind, _count in counted.most_common())

    def _blank_plan(self) -> PlanContent:
        row = team(self._store)
        return PlanContent(
            pick=Pick(id=PickId(""), round=self._round.id),
            team=row.team,
            language=row.language,
            round_number=self._round.number,
            slot=0,
            of=0,
            reasons=criterion_reasons({}),
        )


def _meeting(on: date, meeting: Meeting) -> ScriptMeeting:
    return ScriptMeeting(
        day=meeting.day,
        on=on,
        minutes=meeting.minutes,
        stops=tuple(_stops(meeting.lines)),
        starts_at=meeting.starts_at,
    )


def _stops(timed: Iterable[MeetingLine]) -> Iterator[ScriptStop]:
    """One ScriptStop for each run of lines of the same stop."""
    texts = {text.key: text for text in catalogue.stops()}
    explained: set[str] = set()
    for key, run in groupby(timed, key=lambda each: each.line.stop):
        text = texts.get(key)  # None when the file names a stop that we don't know
        first = None if key in explained else text
        explained.add(key)
        yield ScriptStop(
            title=f"{STOPS.index(key) + 1}  {text.title}" if text else "",
            say=first.say if first else "",
            watch=first.watch if first else "",
            lines=tuple(
                ScriptLine(begins=each.begins, minutes=each.line.minutes, title=each.line.title)
                for each in run
            ),
        )
