"""What goes on an action plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from cxworkshop import catalogue
from cxworkshop.content.values import (
    CriterionReason,
    CustomerQuote,
    PlanBlocker,
    PlanLicence,
    PlanPage,
    PlanStep,
)
from cxworkshop.content.values.plan import WallPlan, Week
from cxworkshop.i18n import _
from cxworkshop.model import (
    Blocker,
    ConversationId,
    FirstStep,
    FrozenVerbatim,
    Helper,
    Override,
    Person,
    PersonId,
    Pick,
    Round,
    Verbatim,
)
from cxworkshop.queries.feedback import asked_until, customer_of, words_of
from cxworkshop.queries.progress import judgements, licence_of
from cxworkshop.queries.rounds import slots, team
from cxworkshop.queries.subjects import Subject, pick_subject
from cxworkshop.queries.workdays import check_day, is_working_day
from cxworkshop.rules import Medium, said_by
from cxworkshop.stops.stop import Stop

MONDAY = 0


@dataclass(frozen=True)
class Utterance:
    """Words with the conversation that they come from."""

    words: str | None
    conversation: ConversationId


class PlanPapers(Stop):
    """The values of the action plans."""

    def plans(self, *, names: bool = False, round_number: int | None = None) -> list[PlanPage]:
        """One action plan for each pick of the round, in the order of the slots."""
        taken = slots(self._store, self._round_id(round_number))
        return [
            self._plan(self._store.get(Pick, taken[slot]), slot, len(taken), names=names)
            for slot in sorted(taken)
        ]

    def wall_sheets(self) -> list[WallPlan]:
        """The thirty days of each plan, week by week from its start."""
        return [self._wall(plan) for plan in self.plans()]

    def _wall(self, plan: PlanPage) -> WallPlan:
        start = plan.pick.start_on or self._round.started_on
        check = plan.pick.check_on or check_day(self._store, start)
        days = [start + timedelta(days=n) for n in range((check - start).days + 1)]
        starts = [days[0], *(day for day in days[1:] if day.weekday() == MONDAY)]
        ends = [day - timedelta(days=1) for day in starts[1:]] + [days[-1]]
        return WallPlan(
            plan=replace(plan, pick=replace(plan.pick, start_on=start, check_on=check)),
            promise=promise(plan),
            free=tuple(day for day in days if not is_working_day(self._store, day)),
            weeks=tuple(
                Week(number=n, first=first, last=last)
                for n, (first, last) in enumerate(zip(starts, ends, strict=True), 1)
            ),
        )

    def _plan(self, pick: Pick, slot: int, of: int, *, names: bool) -> PlanPage:
        subject = pick_subject(self._store, pick)
        heard = self._heard(pick, subject)
        return PlanPage(
            pick=pick,
            team=team(self._store).team,
            language=team(self._store).language,
            round_number=self._round_of(pick).number,
            slot=slot,
            of=of,
            code=subject.code,
            title=pick.title or pick.frozen_headline or subject.headline,
            quotes=self._quotes(heard, names=names),
            heard=self._people(heard),
            asked=len(asked_until(self._store, self._round_of(pick))),
            reasons=self._reasons(pick),
            owner=self._name(pick.owner),
            helpers=self._helpers(pick),
            licence=self._licence(pick),
            steps=self._steps(pick),
            blockers=self._blockers(pick),
            overrides=tuple(row.reason for row in self._store.rows(Override, pick=pick.id)),
        )

    def _round_of(self, pick: Pick) -> Round:
        return self._store.get(Round, pick.round)

    def _people(self, heard: list[Utterance]) -> int:
        return len({customer_of(self._store, row.conversation).id for row in heard})

    def _helpers(self, pick: Pick) -> tuple[str, ...]:
        return tuple(self._name(row.person) for row in self._store.rows(Helper, pick=pick.id))

    def _heard(self, pick: Pick, subject: Subject) -> list[Utterance]:
        """A locked pick's words as they were frozen; else as they are now."""
        if pick.locked_on is None:
            rows = [row for card in subject.cards for row in words_of(self._store, card)]
            return [Utterance(row.said, row.conversation) for row in rows]
        frozen = self._store.rows(FrozenVerbatim, pick=pick.id)
        return [
            Utterance(row.words, self._store.get(Verbatim, row.verbatim).conversation)
            for row in frozen
        ]

    def _quotes(self, heard: list[Utterance], *, names: bool) -> tuple[CustomerQuote, ...]:
        return tuple(
            CustomerQuote(
                words=row.words,
                said_by=said_by(
                    customer_of(self._store, row.conversation), Medium.PAPER, names=names
                ),
            )
            for row in heard
            if row.words
        )

    def _reasons(self, pick: Pick) -> tuple[CriterionReason, ...]:
        given = {row.criterion.value: row for row in judgements(self._store, pick.id).values()}
        return tuple(
            CriterionReason(
                title=criterion.title,
                answer=given[criterion.key].answer.value if criterion.key in given else "",
                why=given[criterion.key].reason if criterion.key in given else "",
            )
            for criterion in catalogue.criteria()
        )

    def _licence(self, pick: Pick) -> PlanLicence:
        row = licence_of(self._store, pick.id)
        return PlanLicence(
            may=row.may, up_to=row.up_to, giver=self._name(row.given_by), until=row.until
        )

    def _steps(self, pick: Pick) -> tuple[PlanStep, ...]:
        rows = self._store.rows(FirstStep, pick=pick.id, set_aside_on=None)
        return tuple(
            PlanStep(
                words=row.words,
                who=self._name(row.who),
                by_when=row.by_when,
                done=row.done_on is not None,
            )
            for row in rows
        )

    def _blockers(self, pick: Pick) -> tuple[PlanBlocker, ...]:
        rows = self._store.rows(Blocker, pick=pick.id, set_aside_on=None)
        return tuple(
            PlanBlocker(
                words=row.words,
                remover=self._name(row.remover),
                days_lost=row.days_lost,
                removed_on=row.removed_on,
            )
            for row in rows
        )

    def _name(self, person: PersonId | None) -> str:
        found = self._store.find(Person, person)
        return found.name if found else ""


def promise(plan: PlanPage) -> str:
    """When a customer …, we …; only what is there where one half is not said yet."""
    we = plan.pick.promise_we.rstrip(".")
    if not plan.pick.promise_when or not we:
        return plan.pick.promise_we
    when = plan.pick.promise_when.rstrip(",")
    return _("When a customer {when}, we {we}.").format(when=when, we=we)
