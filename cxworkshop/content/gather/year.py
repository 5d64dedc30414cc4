"""Gather the year: stories with their checks and looks again, and the ten ways."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from cxworkshop.content.values import (
    YearCheck,
    YearContent,
    YearLook,
    YearRing,
    YearStory,
    YearWay,
)
from cxworkshop.model import (
    Conversation,
    CustomerId,
    DayCheck,
    Expected,
    Look,
    LookAgain,
    Mark,
    Pick,
    PickId,
    Round,
    RoundId,
    Verbatim,
    Way,
)
from cxworkshop.outcomes import count_of, in_order, marks_of
from cxworkshop.queries.delays import days_lost_by, days_lost_in, days_to_first_step
from cxworkshop.queries.rounds import number_of, slots, team
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.story_outcomes import StoryOutcome, story_outcomes

Spoke = dict[tuple[str, RoundId], set[CustomerId]]


class YearGatherer:
    """The year's view, as plain values; no customer is named in it."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def year(self, today: date) -> YearContent:
        """Everything that was picked, up to this day."""
        told, rounds = story_outcomes(self._store), self._store.rows(Round)
        stories = tuple(self._story(story, today) for story in told)
        return YearContent(
            team=team(self._store).team,
            rounds=tuple(row.number for row in rounds),
            started_on=tuple(row.started_on for row in rounds),
            stories=stories,
            rings=self._rings(told, today),
            ways=self._ways(rounds),
            picked=len(told),
            kept=sum(story.kept for story in told),
            expected=sum(story.expected(*Expected) for story in told),
            expected_right=sum(story.expected(Expected.RIGHT) for story in told),
            expected_partly=sum(story.expected(Expected.PARTLY) for story in told),
            days_lost=sum(story.days_lost for story in stories),
        )

    def _story(self, story: StoryOutcome, today: date) -> YearStory:
        return YearStory(
            code=story.last.subject.code,
            title=story.last.title,
            rounds=tuple(number_of(pick.round) for pick in story.picks),
            stage=story.last.stage,
            lead=story.last.lead,
            ours=story.last.words_among_us,
            kept=story.kept,
            checks=tuple(map(self._check, story.checks)),
            counted=story.counted,
            looks=tuple(_look(look, look.found) for look in story.looks if look.found),
            days_to_first_step=days_to_first_step(self._store, story.picks),
            days_lost=days_lost_in(self._store, story.picks, today),
        )

    def _rings(self, told: list[StoryOutcome], today: date) -> tuple[YearRing, ...]:
        """Each pick in its slot, by round and slot; together they lost what the stories lost."""
        story_of = {pick.id: story for story in told for pick in story.picks}
        return tuple(
            self._ring(story_of[pick], pick, slot, today)
            for round_ in self._store.rows(Round)
            for slot, pick in sorted(slots(self._store, round_.id).items())
        )

    def _ring(self, story: StoryOutcome, pick: PickId, slot: int, today: date) -> YearRing:
        outcome = next(one for one in story.outcomes if one.pick.id == pick)
        checks = [check for check in story.checks if check.pick == pick]
        begins = story.picks[0].id == pick
        return YearRing(
            round_number=number_of(outcome.pick.round),
            slot=slot,
            title=outcome.title,
            stage=outcome.stage,
            counted=in_order(count_of(self._store, check) for check in checks),
            notice=outcome.marks[Mark.NOTICES],
            answered=outcome.answered,
            looks=tuple(
                _look(look, look.found) for look in story.looks if look.pick == pick and look.found
            ),
            days_to_first_step=days_to_first_step(self._store, story.picks) if begins else None,
            days_lost=days_lost_by(self._store, story.picks, outcome.pick, today),
            expected=tuple(check.expected.value for check in checks if check.expected),
        )

    def _check(self, check: DayCheck) -> YearCheck:
        marks = marks_of(self._store, check)
        return YearCheck(
            round_number=number_of(self._store.get(Pick, check.pick).round),
            attempt=check.attempt,
            day=check.done_on or check.due_on,
            is_done=check.done_on is not None,
            notice=marks[Mark.NOTICES],
            answered=marks.total(),
            counted=count_of(self._store, check),
            verdict=check.verdict.value if check.verdict else "",
            learned=check.learned,
            expected=check.expected.value if check.expected else "",
        )

    def _ways(self, rounds: list[Round]) -> tuple[YearWay, ...]:
        spoke = self._spoke()
        return tuple(
            YearWay(
                key=way.id,
                name=way.name,
                customers=tuple(len(spoke.get((way.id, row.id), ())) for row in rounds),
            )
            for way in self._store.rows(Way, hidden=False)
        )

    def _spoke(self) -> Spoke:
        """Who spoke of which way in which round; checks and looks again are no talks."""
        rows = self._store.rows(Conversation, day_30_check=None, look_again=None)
        talks = {talk.id: talk for talk in rows}
        spoke: Spoke = defaultdict(set)
        for verbatim in self._store.rows(Verbatim, set_aside_on=None):
            talk = talks.get(verbatim.conversation)
            if verbatim.way and talk is not None:
                spoke[verbatim.way, talk.round].add(talk.customer)
        return spoke


def _look(look: LookAgain, found: Look) -> YearLook:
    return YearLook(months=look.months, asked_on=look.asked_on, found=found.value)
