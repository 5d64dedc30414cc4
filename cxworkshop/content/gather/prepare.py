"""What goes on the sheets of stop 1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import accumulate, groupby

from cxworkshop import catalogue
from cxworkshop.content.values import (
    BackRow,
    BlankKit,
    CriterionReason,
    EncounterMap,
    GuideQuestion,
    InterviewGuide,
    MapStep,
    PlanLicence,
    PlanPage,
    Script,
    ScriptLine,
    ScriptMeeting,
    ScriptStop,
    Visit,
)
from cxworkshop.model import (
    AgendaLine,
    Customer,
    EncounterStep,
    Person,
    Pick,
    PickId,
    PlannedTalk,
    Question,
    Way,
)
from cxworkshop.queries.rounds import team
from cxworkshop.queries.workdays import check_day
from cxworkshop.stops.stop import Stop

Timed = tuple[AgendaLine, int]  # a line, and how many minutes after the beginning it begins


class PreparePapers(Stop):
    """The values of the sheets that a session is prepared with."""

    def interview_guide(self) -> InterviewGuide:
        """Who talks to whom, and what is asked in this round."""
        return InterviewGuide(
            team=team(self._store).team,
            round_number=self._round.number,
            visits=tuple(self._visits()),
            questions=tuple(self._asked()),
            kinds=self._kinds(),
            back_on=self._last_day(),
        )

    def script(self) -> Script:
        """Both meetings with the minutes that the agenda gives them."""
        lines = self._store.rows(AgendaLine, round=self._round.id, set_aside_on=None)
        started = self._round.started_on
        meetings = ((catalogue.FIRST_DAY, started), (catalogue.LAST_DAY, self._last_day()))
        return Script(
            team=team(self._store).team,
            round_number=self._round.number,
            meetings=tuple(
                _meeting(day, on, [line for line in lines if line.day == day])
                for day, on in meetings
            ),
        )

    def encounter_map(self) -> EncounterMap:
        """The steps as they are, those that were dropped among them."""
        steps = [
            MapStep(number=number, words=step.words, adds=step.adds, dropped=step.dropped)
            for number, step in enumerate(self._store.rows(EncounterStep), 1)
        ]
        return EncounterMap(
            team=team(self._store).team, round_number=self._round.number, steps=tuple(steps)
        )

    def back_row(self) -> BackRow:
        """Sentences that nobody can guess from the line before."""
        ideas = [idea for group in catalogue.ideas() for idea in group.ideas]
        return BackRow(team=team(self._store).team, sentences=tuple(ideas))

    def blank_kit(self) -> BlankKit:
        """Nothing but the team's name and the questions of the method."""
        staff = next(stop.say for stop in catalogue.stops() if stop.key == "staff_test")
        return BlankKit(
            team=team(self._store).team,
            round_number=self._round.number,
            plan=self._blank_plan(),
            criteria=tuple((each.title, each.help) for each in catalogue.criteria()),
            headings=tuple((each.title, each.hint) for each in catalogue.headings()),
            check_question=catalogue.check_question(),
            staff_question=staff,
        )

    def _last_day(self) -> date:
        return check_day(self._store, self._round.started_on)

    def _visits(self) -> Iterator[Visit]:
        for row in self._store.rows(PlannedTalk, round=self._round.id):
            asker = self._store.find(Person, row.asker)
            yield Visit(
                asker=asker.name if asker else "",
                whom=row.whom,
                by_when=row.by_when,
                done=row.done_on is not None,
            )

    def _asked(self) -> Iterator[GuideQuestion]:
        ways = {way.id: f"{(way.position + 1) % 10} {way.name}" for way in self._store.rows(Way)}
        yield GuideQuestion(number=1, words=catalogue.opening_question())
        ticked = self._store.rows(Question, round=self._round.id, ticked=True)
        for number, row in enumerate(ticked, 2):
            yield GuideQuestion(number=number, words=row.words, way=ways.get(row.way or "", ""))

    def _kinds(self) -> tuple[str, ...]:
        """Of the customers whom we know, the most frequent first."""
        counted = Counter(row.kind for row in self._store.rows(Customer) if row.kind)
        return tuple(kind for kind, _count in counted.most_common())

    def _blank_plan(self) -> PlanPage:
        row = team(self._store)
        return PlanPage(
            pick=Pick(id=PickId(""), round=self._round.id),
            team=row.team,
            language=row.language,
            round_number=self._round.number,
            slot=0,
            of=0,
            code="",
            title="",
            quotes=(),
            heard=0,
            asked=0,
            reasons=tuple(
                CriterionReason(title=each.title, answer="", why="")
                for each in catalogue.criteria()
            ),
            owner="",
            helpers=(),
            licence=PlanLicence(may="", up_to="", giver="", until=None),
            steps=(),
            blockers=(),
            overrides=(),
        )


def _meeting(day: int, on: date, lines: list[AgendaLine]) -> ScriptMeeting:
    begins = accumulate((line.minutes for line in lines), initial=0)
    timed = list(zip(lines, begins, strict=False))
    return ScriptMeeting(
        day=day,
        on=on,
        minutes=sum(line.minutes for line in lines),
        stops=tuple(_stops(timed)),
    )


def _stops(timed: list[Timed]) -> Iterator[ScriptStop]:
    """A stop for each run of its lines; what is said and watched for stands with its first."""
    texts = {text.key: text for text in catalogue.stops()}
    told: set[str] = set()
    for key, run in groupby(timed, key=lambda each: each[0].stop):
        text = texts.get(key)  # none, when a file names a stop that we don't know
        new = None if key in told else text
        told.add(key)
        yield ScriptStop(
            title=f"{catalogue.STOPS.index(key) + 1}  {text.title}" if text else "",
            say=new.say if new else "",
            watch=new.watch if new else "",
            lines=tuple(
                ScriptLine(begins=begins, minutes=line.minutes, title=line.title)
                for line, begins in run
            ),
        )
