"""What goes on the poster, on the thank-you cards and on the page for all staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from cxworkshop import days
from cxworkshop.content.gather.plan import PlanPapers
from cxworkshop.content.values import CustomerQuote, PlanPage, PosterPage, Promised, StaffPage
from cxworkshop.i18n import _, ngettext, our_way
from cxworkshop.model import (
    Conversation,
    DayCheck,
    Deed,
    Fix,
    Mark,
    Pick,
    PickId,
    Round,
    Told,
    Verbatim,
    Verdict,
)
from cxworkshop.outcomes import Outcome, outcome_of
from cxworkshop.queries.board import board
from cxworkshop.queries.feedback import customer_of
from cxworkshop.queries.progress import answers_of, latest_staff_test
from cxworkshop.queries.rounds import slots, team
from cxworkshop.rules import Claim, Medium, said_by
from cxworkshop.stages import Stage

ANSWERS = 2  # of customers, shown in their words beside the count
_CROWD = 90  # letters of names: more would be most of a poster
_SHORT, _LONG = 5, 32  # words: what says enough, and is read in passing


class SharePapers(PlanPapers):
    """The values of what is told: R6 decides what is claimed, R7 who is named."""

    def posters(
        self, *, names: bool = False, round_number: int | None = None
    ) -> tuple[PosterPage, ...]:
        """Each pick of the round as it may be told, in the order of the slots."""
        taken = slots(self._store, self._round_id(round_number))
        return tuple(
            self._poster(taken[slot], slot, len(taken), names=names) for slot in sorted(taken)
        )

    def staff_page(self, *, names: bool = False) -> StaffPage:
        """What we heard, did and promise, and what comes next."""
        list_ = board(self._store, self._round)
        said = [row for card in list_.cards for row in card.verbatims if row.said]
        heard = frozenset().union(*(card.customers for card in list_.cards))
        posters = self.posters(names=names)
        return StaffPage(
            team=team(self._store).team,
            round_number=self._round.number,
            things=len(said),
            customers=len(heard),
            improvements=posters,
            deeds=self._deeds(),
            next=tuple(self._coming_next(posters, len(list_.cards))),
            names_shown=names,
        )

    def _deeds(self) -> tuple[Promised, ...]:
        rows = self._store.rows(Deed, set_aside_on=None)
        return tuple(Promised(promise=row.promise, get=row.customers_say) for row in rows)

    def _poster(self, pick_id: PickId, slot: int, of: int, *, names: bool) -> PosterPage:
        told = outcome_of(self._store, pick_id)
        plan = self._plan(told.pick, slot, of, names=names)
        asked = self._days_asked(told.check)
        return PosterPage(
            team=plan.team,
            round_number=plan.round_number,
            slot=slot,
            month=self._poster_month(told),
            title=told.title,
            topic=told.topic,
            quote=best(plan.quotes),
            heard=plan.heard,
            asked=plan.asked,
            claim=told.claim.value,
            stage=told.stage.value,
            lead=told.lead,
            ours=told.words,
            done=tuple(step.words for step in plan.steps if step.done),
            doers=_doers(told, plan),
            notice=told.marks[Mark.NOTICES],
            answered=told.answered,
            counted=told.counted,
            others=told.others,
            answers=self._answers_now(told, names=names),
            asked_from=min(asked, default=None),
            asked_until=max(asked, default=None),
            coming=told.coming,
            names_shown=names,
        )

    def _poster_month(self, told: Outcome) -> date:
        """The month of what customers said last; before that the round's own."""
        done = told.check.done_on if told.check else None
        return done or self._store.get(Round, told.pick.round).started_on

    def _days_asked(self, check: DayCheck | None) -> list[date]:
        if check is None:
            return []
        talks = self._store.rows(Conversation, day_30_check=check.id)
        return [talk.day for talk in talks if talk.day]

    def _answers_now(self, told: Outcome, *, names: bool) -> tuple[CustomerQuote, ...]:
        """Short whole sentences that say what the verdict says: some notice, some do not."""
        rows = answers_of(self._store, told.check) if told.check else []
        notice = self._quoted_now([row for row in rows if row.notices is Mark.NOTICES], names=names)
        other = self._quoted_now(
            [row for row in rows if row.notices is not Mark.NOTICES], names=names
        )
        verdict = told.check.verdict if told.check else None
        if verdict is Verdict.NOTICE:
            return notice[:ANSWERS]
        if verdict is Verdict.NONE:
            return other[:ANSWERS]
        return (*notice[: ANSWERS - 1], *other[: ANSWERS - 1])

    def _quoted_now(self, rows: Iterable[Verbatim], *, names: bool) -> tuple[CustomerQuote, ...]:
        """The words of these answers, those that are read in passing first."""
        quotes = [self._quote_now(row, names=names) for row in rows if row.said]
        return tuple(sorted(quotes, key=lambda quote: _rank(quote.words)))

    def _quote_now(self, row: Verbatim, *, names: bool) -> CustomerQuote:
        customer = customer_of(self._store, row.conversation)
        return CustomerQuote(
            words=row.said or "", said_by=said_by(customer, Medium.PAPER, names=names)
        )

    def _coming_next(self, posters: Sequence[PosterPage], cards: int) -> Iterable[str]:
        """Sentences: what customers are asked, what is mended, who is told, what goes along."""
        taken = slots(self._store, self._round.id)
        for page in posters:
            text = self._coming_of(page, self._store.get(Pick, taken[page.slot]))
            if text:
                title = page.title.rstrip(".")
                yield our_way(_("{title}: {text}").format(title=title, text=text))
        untold = [row.who for row in self._store.rows(Told, round=self._round.id, told_on=None)]
        if untold:
            yield _("Still to be told: {names}.").format(names=", ".join(untold))
        text = ngettext(
            "{n} card is on the list for the next round.",
            "{n} cards are on the list for the next round.",
            cards,
        )
        yield text.format(n=cards)

    def _coming_of(self, page: PosterPage, pick: Pick) -> str:
        """What comes next, said to those who work here."""
        if page.claim in (Claim.DOING, Claim.ASKING):
            day = days.short(pick.check_on)
            return _("we ask customers on {day}.").format(day=day) if day else ""
        if page.stage != Stage.NOT_SURE:
            return page.coming
        test = latest_staff_test(self._store, pick.id)
        fixes = self._store.rows(Fix, staff_test=test.id, done_on=None) if test else []
        if not fixes:
            return _("would it stay this good without us? We ask ourselves that next.")
        lines = [f"{fix.words.rstrip('.')} ({self._name(fix.who)}, {days.short(fix.by_when)})"
                 for fix in fixes]  # fmt: skip
        return _("we are not sure that it stays, so: {fixes}.").format(fixes="; ".join(lines))


def best(quotes: Sequence[CustomerQuote]) -> CustomerQuote | None:
    """The customer's words that stand for all: the first that is read in passing."""
    return min(quotes, key=lambda quote: _fit(quote.words), default=None)


def _fit(words: str) -> tuple[bool, int]:
    """Those of a good length first, as they were said; of the others the shortest."""
    good = _SHORT <= len(words.split()) <= _LONG
    return not good, 0 if good else len(words)


def _rank(words: str) -> tuple[bool, int]:
    return not len(words.split()) <= _LONG, len(words)


def _doers(told: Outcome, plan: PlanPage) -> str:
    """Our own people, who are named with their work; a crowd is counted."""
    people = [name for name in (plan.owner, *plan.helpers) if name]
    if not people:
        return ""
    text = {
        Claim.WE_DID: _("Done by {names}."),
        Claim.ASKING: _("Done by {names}."),
        Claim.WE_TRIED: _("Tried by {names}."),
        Claim.DOING: _("On it: {names}."),
    }[told.claim]
    return text.format(names=_listed(people))


def _listed(people: list[str]) -> str:
    *first, last = people
    if not first:
        return last
    if sum(map(len, people)) > _CROWD:
        return ngettext("{n} of us", "{n} of us", len(people)).format(n=len(people))
    return _("{names} and {last}").format(names=", ".join(first), last=last)
