"""Gather the content of the sheets of stop 5: action plans, and the thirty days on the wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cxworkshop.content.gather.shared import criterion_reasons, person_name, quote
from cxworkshop.content.gather.weekly_look import weekly_look
from cxworkshop.content.values import (
    ChosenQuote,
    CustomerQuote,
    PlanBefore,
    PlanBlocker,
    PlanContent,
    PlanLicence,
    PlanStep,
    WallSheetContent,
    Week,
    WeeklyLook,
    WeeklySheetContent,
)
from cxworkshop.model import (
    Blocker,
    FirstStep,
    Helper,
    Override,
    Pick,
    PickId,
    Round,
)
from cxworkshop.outcomes import outcome_of
from cxworkshop.queries.delays import days_lost
from cxworkshop.queries.feedback import asked_until
from cxworkshop.queries.progress import answers_of, judgements, licence_of
from cxworkshop.queries.quotes import (
    HeardWords,
    count_customers,
    heard_of,
    quote_of,
    quoted_words,
)
from cxworkshop.queries.rounds import current_round, round_id_of, slots, team
from cxworkshop.queries.stories import earlier_picks
from cxworkshop.queries.subjects import Subject, pick_subject, topic_of
from cxworkshop.queries.workdays import check_day, is_working_day
from cxworkshop.store.tables.query import StoreReader

MONDAY = 0


MOST_DAYS = 100  # of a wall sheet; a check is a month away, a year is a typing error


class MakeBetterGatherer:
    """Action plans and wall sheets, one for each pick in its slot."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def plans(self, *, names: bool = False, round_number: int | None = None) -> list[PlanContent]:
        """One action plan for each pick of the round, ordered by slot; raises NotFound.

        Without `round_number`, of the current round.
        """
        pairs = self.picks_with_plans(names=names, round_number=round_number)
        return [plan for _pick, plan in pairs]

    def picks_with_plans(
        self, *, names: bool = False, round_number: int | None = None
    ) -> list[tuple[Pick, PlanContent]]:
        """Each plan with the pick that it belongs to; see `plans`."""
        taken = slots(self._store, round_id_of(self._store, round_number))
        picks = {slot: self._store.get(Pick, taken[slot]) for slot in sorted(taken)}
        return [(pick, self.plan(pick, slot, names=names)) for slot, pick in picks.items()]

    def wall_sheets(self) -> list[WallSheetContent]:
        """The thirty days of each plan, week by week from its start."""
        return [self._wall_sheet(plan) for plan in self.plans()]

    def weekly_look(self, pick: PickId, today: date) -> WeeklyLook:
        """What moved in a plan, what is in the way, and who clears it by Friday."""
        return weekly_look(self._store, pick, today)

    def weekly_sheets(self, today: date) -> list[WeeklySheetContent]:
        """The weekly look at each locked plan of the round."""
        return [
            WeeklySheetContent(plan=plan, look=self.weekly_look(pick.id, today), day=today)
            for pick, plan in self.picks_with_plans()
            if pick.locked_on is not None
        ]

    def plan(self, pick: Pick, slot: int, *, names: bool) -> PlanContent:
        """The plan of the pick in this slot of its round."""
        subject = pick_subject(self._store, pick)
        heard = self._store.cached(("words", pick.id), lambda: heard_of(self._store, pick))
        return replace(
            self._without_lists(pick, subject, slot),
            quotes=self._quotes(heard, names=names),
            chosen=self._chosen(pick, heard, names=names),
            heard=count_customers(self._store, heard),
            helpers=self._helpers(pick.id),
            licence=self._licence(pick.id),
            steps=self._steps(pick.id),
            blockers=self._blockers(pick.id),
            before=self._stories_before(pick, names=names),
            overrides=tuple(row.reason for row in self._store.rows(Override, pick=pick.id)),
        )

    def _without_lists(self, pick: Pick, subject: Subject, slot: int) -> PlanContent:
        round_ = self._store.get(Round, pick.round)
        taken = slots(self._store, round_.id)
        return PlanContent(
            pick=pick,
            team=team(self._store).team,
            language=team(self._store).language,
            round_number=round_.number,
            slot=slot,
            of=len(taken) if max(taken, default=0) == len(taken) else 0,
            code=subject.code,
            title=pick.title or topic_of(pick, subject),
            asked=len(asked_until(self._store, round_)),
            reasons=criterion_reasons(judgements(self._store, pick.id)),
            owner=person_name(self._store, pick.owner),
        )

    def _stories_before(self, pick: Pick, *, names: bool) -> tuple[PlanBefore, ...]:
        earlier = earlier_picks(self._store, pick)
        return tuple(self._before(row, names=names) for row in earlier)

    def _before(self, pick: Pick, *, names: bool) -> PlanBefore:
        outcome = outcome_of(self._store, pick.id)
        answers = answers_of(self._store, outcome.check) if outcome.check else []
        return PlanBefore(
            became=outcome.in_short,
            counted=outcome.counted,
            quotes=tuple(
                quote(self._store, row.said, row.conversation, names=names)
                for row in answers
                if row.said
            ),
        )

    def _wall_sheet(self, plan: PlanContent) -> WallSheetContent:
        start = plan.pick.start_on or current_round(self._store).started_on
        check = plan.pick.check_on or check_day(self._store, start)
        length = min(max((check - start).days, 0), MOST_DAYS)
        days = [start + timedelta(days=n) for n in range(length + 1)]
        return WallSheetContent(
            plan=replace(plan, pick=replace(plan.pick, start_on=start, check_on=check)),
            days_off=tuple(day for day in days if not is_working_day(self._store, day)),
            weeks=_weeks(days),
        )

    def _quotes(self, heard: tuple[HeardWords, ...], *, names: bool) -> tuple[CustomerQuote, ...]:
        return tuple(
            quote(self._store, row.words, row.conversation, names=names)
            for row in heard
            if row.words
        )

    def _chosen(
        self, pick: Pick, heard: tuple[HeardWords, ...], *, names: bool
    ) -> ChosenQuote | None:
        """What a person chose to quote, if a customer still says it here."""
        chosen = quote_of(self._store, pick.id)
        said = [row for row in heard if row.words]
        for place, row in enumerate(said):
            if chosen is not None and row.verbatim == chosen.verbatim:
                words = quoted_words(chosen, row.words or "")
                told = quote(self._store, words, row.conversation, names=names)
                return ChosenQuote(place, told)
        return None

    def _helpers(self, pick: PickId) -> tuple[str, ...]:
        rows = self._store.rows(Helper, pick=pick)
        return tuple(person_name(self._store, row.person) for row in rows)

    def _licence(self, pick: PickId) -> PlanLicence:
        row = licence_of(self._store, pick)
        giver = person_name(self._store, row.given_by)
        return PlanLicence(may=row.may, up_to=row.up_to, giver=giver, until=row.until)

    def _steps(self, pick: PickId) -> tuple[PlanStep, ...]:
        rows = self._store.rows(FirstStep, pick=pick, set_aside_on=None)
        return tuple(
            PlanStep(
                words=row.words,
                who=person_name(self._store, row.who),
                by_when=row.by_when,
                done=row.done_on is not None,
            )
            for row in rows
        )

    def _blockers(self, pick: PickId) -> tuple[PlanBlocker, ...]:
        rows = self._store.rows(Blocker, pick=pick, set_aside_on=None)
        return tuple(
            PlanBlocker(
                words=row.words,
                remover=person_name(self._store, row.remover),
                days_lost=days_lost(row, row.came_up_on or date.min),
                removed_on=row.removed_on,
                since=row.came_up_on,
            )
            for row in rows
        )


def _weeks(days: list[date]) -> tuple[Week, ...]:
    """Calendar weeks from Monday; the first and the last may be shorter."""
    starts = [days[0], *(day for day in days[1:] if day.weekday() == MONDAY)]
    ends = [day - timedelta(days=1) for day in starts[1:]] + [days[-1]]
    return tuple(
        Week(number=n, first=first, last=last)
        for n, (first, last) in enumerate(zip(starts, ends, strict=True), 1)
    )
