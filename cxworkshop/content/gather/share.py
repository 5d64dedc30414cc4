"""Gather the content of the sheets of stop 8, apart from the books."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cxworkshop import days
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.shared import person_name, quote
from cxworkshop.content.values import (
    CustomerQuote,
    PlanContent,
    PosterContent,
    PromiseLine,
    StaffPageContent,
)
from cxworkshop.going_along import cards_going_along
from cxworkshop.i18n import _, ngettext, our_way, with_colon, with_commas
from cxworkshop.model import (
    Conversation,
    DayCheck,
    Deed,
    Fix,
    Mark,
    Pick,
    PickId,
    Round,
    Verbatim,
    Verdict,
)
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.feedback import asked_in, customer_of, said_in
from cxworkshop.queries.progress import answers_of, latest_staff_test, put_down_of, tellings
from cxworkshop.queries.rounds import current_round, round_id_of, slots, team
from cxworkshop.rules import Claim
from cxworkshop.stages import Stage
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import MOST_WORDS, without_full_stop

MOST_ANSWERS = 2  # customers' answers that are quoted beside the count
_MOST_LETTERS = 90  # of our people's names; longer lists are only counted


class ShareGatherer:
    """Posters and the page for all staff: R6 decides what is claimed, R7 who is named."""

    def __init__(self, store: StoreReader, make_better: MakeBetterGatherer) -> None:
        self._store, self._make_better = store, make_better

    def posters(
        self, *, names: bool = False, round_number: int | None = None
    ) -> tuple[PosterContent, ...]:
        """Each pick of the round as it may be told, ordered by slot; raises NotFound.

        Without `round_number`, of the current round.
        """
        taken = slots(self._store, round_id_of(self._store, round_number))
        return tuple(self.poster(taken[slot], slot, names=names) for slot in sorted(taken))

    def staff_page(self, *, names: bool = False) -> StaffPageContent:
        """What we heard, did and promise, and what comes next."""
        round_ = current_round(self._store)
        posters = self.posters(names=names)
        said = said_in(self._store, round_.id)
        talks = {row.conversation for row in said}
        return StaffPageContent(
            team=team(self._store).team,
            round_number=round_.number,
            verbatims=len(said),
            customers=len({customer_of(self._store, talk).id for talk in talks}),
            asked=len(asked_in(self._store, round_.id)),
            improvements=posters,
            promises=self.promises(),
            next_steps=tuple(self._next_steps(posters)),
        )

    def promises(self) -> tuple[PromiseLine, ...]:
        """What we promise in general, and what customers say they get."""
        rows = self._store.rows(Deed, set_aside_on=None)
        return tuple(
            PromiseLine(promise=row.promise, customers_get=row.customers_say) for row in rows
        )

    def poster(self, pick_id: PickId, slot: int, *, names: bool) -> PosterContent:
        """The pick in this slot of its round, as it may be told."""
        outcome = outcome_of(self._store, pick_id)
        plan = self._make_better.plan(outcome.pick, slot, names=names)
        return PosterContent(
            team=plan.team,
            round_number=plan.round_number,
            slot=slot,
            month=self._month(outcome),
            title=outcome.title,
            topic=outcome.topic,
            quote=plan.quote,
            heard=plan.heard,
            asked=plan.asked,
            claim=outcome.claim.value,
            stage=outcome.stage.value,
            lead=outcome.lead,
            ours=outcome.words,
            ours_among_us=outcome.words_among_us,
            promise=outcome.promise,
            done=tuple(step.words for step in plan.steps if step.done),
            doers=_doers(outcome, plan),
            notice=outcome.marks[Mark.NOTICES],
            answered=outcome.answered,
            counted=outcome.counted,
            others=outcome.others,
            answers=self._answers(outcome, names=names),
            days_asked=self._days_asked(outcome.check),
            coming=outcome.coming,
        )

    def _month(self, outcome: Outcome) -> date:
        """A day in the month of the last check; before there is one, the round's first day."""
        done = outcome.check.done_on if outcome.check else None
        return done or self._store.get(Round, outcome.pick.round).started_on

    def _days_asked(self, check: DayCheck | None) -> tuple[date, ...]:
        if check is None:
            return ()
        talks = self._store.rows(Conversation, day_30_check=check.id)
        return tuple(sorted(talk.day for talk in talks if talk.day))

    def _answers(self, outcome: Outcome, *, names: bool) -> tuple[CustomerQuote, ...]:
        """The answer that was chosen, then those that agree with the verdict; shortest first."""
        if outcome.check is None:
            return ()
        check = outcome.check
        rows = [row for row in answers_of(self._store, check) if row.said]
        rows.sort(key=lambda row: (row.id != check.best, _answer_order(row.said or "")))
        best = [row for row in rows if row.id == check.best]
        shown = [*best, *(row for row in _agreeing(rows, check.verdict) if row not in best)]
        return tuple(
            quote(self._store, row.said or "", row.conversation, names=names)
            for row in shown[:MOST_ANSWERS]
        )

    def _next_steps(self, posters: Sequence[PosterContent]) -> Iterable[str]:
        """Sentences on what we ask, what we fix, who is still to be told, and the cards left."""
        round_ = current_round(self._store).id
        taken = slots(self._store, round_)
        for poster in posters:
            text = self._next_step(poster, self._store.get(Pick, taken[poster.slot]))
            if text:
                title = poster.title.rstrip(".")
                yield our_way(with_colon(title, text))
        untold = [row.who for row in tellings(self._store, round_) if row.told_on is None]
        if untold:
            names = without_full_stop(with_commas(untold))
            yield _("Still to be told: {names}.").format(names=names)
        cards = cards_going_along(self._store)
        text = ngettext(
            "{n} card is on the list for the next round.",
            "{n} cards are on the list for the next round.",
            cards,
        )
        yield text.format(n=cards)

    def _next_step(self, poster: PosterContent, pick: Pick) -> str:
        """What comes next, told to colleagues; "" where nothing does."""
        if poster.claim == Claim.PICKED:
            return _("picked, and not begun yet.")
        outcome = outcome_of(self._store, pick.id)
        if poster.claim in (Claim.DOING, Claim.ASKING):
            return _asking(outcome)
        if poster.stage != Stage.NOT_SURE:
            return poster.coming
        return self._how_it_stays(outcome)

    def _how_it_stays(self, outcome: Outcome) -> str:
        """What is done until we are sure that it stays."""
        test = latest_staff_test(self._store, outcome.pick.id)
        asked_for = test or outcome.check
        if asked_for and put_down_of(self._store, asked_for):
            return ""
        rows = self._store.rows(Fix, staff_test=test.id, done_on=None) if test else []
        fixes = [row for row in rows if put_down_of(self._store, row) is None]
        if not fixes:
            return _("would it stay this good without us? We ask ourselves that next.")
        listed = "; ".join(map(self._fix_line, fixes))
        return _("we are not sure that it stays, so: {fixes}.").format(fixes=listed)

    def _fix_line(self, fix: Fix) -> str:
        who = person_name(self._store, fix.who)
        return f"{fix.words.rstrip('.')} ({who}, {days.short(fix.by_when)})"


def _agreeing(rows: Sequence[Verbatim], verdict: Verdict | None) -> Sequence[Verbatim]:
    """The answers on the verdict's side; one from each side if it is "some"."""
    notice = [row for row in rows if row.notices is Mark.NOTICES]
    others = [row for row in rows if row.notices is not Mark.NOTICES]
    match verdict:
        case Verdict.NOTICE:
            return notice
        case Verdict.NONE:
            return others
    return [*notice[:1], *others[:1]]


def _answer_order(words: str) -> tuple[bool, int]:
    return len(words.split()) > MOST_WORDS, len(words)


def _asking(outcome: Outcome) -> str:
    """When we ask customers, told to colleagues; "" where nobody is asked."""
    day = days.short(outcome.asks_on)
    if not day:
        return ""
    text = _("we ask {customers} on {day}.")
    if outcome.is_late:
        text = _("we wanted to ask {customers} on {day}, and are late.")
    return text.format(day=day)


def _doers(outcome: Outcome, plan: PlanContent) -> str:
    """A sentence that names the owner and the helpers; "" where there are none."""
    people = [name for name in (plan.owner, *plan.helpers) if name]
    if not people:
        return ""
    text = {
        Claim.WE_DID: _("Done by {names}."),
        Claim.ASKING: _("Done by {names}."),
        Claim.WE_TRIED: _("Tried by {names}."),
        Claim.DOING: _("Begun by {names}.") if outcome.is_put_down else _("On it: {names}."),
        Claim.PICKED: _("Planned by {names}."),
    }[outcome.claim]
    return text.format(names=without_full_stop(_listed(people)))


def _listed(people: list[str]) -> str:
    """ "Mira, Ben and Ana"; many names are only counted: they would fill the poster."""
    *first, last = people
    if not first:
        return last
    if sum(map(len, people)) > _MOST_LETTERS:
        return ngettext("{n} of us", "{n} of us", len(people)).format(n=len(people))
    return _("{names} and {last}").format(names=with_commas(first), last=last)
