"""Gather the content of the sheets of stop 6."""

from __future__ import annotations

from datetime import date

from cxworkshop import catalogue
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.gather.shared import quote
from cxworkshop.content.values import (
    CheckSheetContent,
    CustomerQuote,
    LookAgainContent,
    PlanContent,
    YearLook,
)
from cxworkshop.i18n import _
from cxworkshop.looks import kept_on, next_look
from cxworkshop.model import (
    Conversation,
    Customer,
    DayCheck,
    FrozenVerbatim,
    Mark,
    Pick,
    Verbatim,
)
from cxworkshop.queries.feedback import customer_of
from cxworkshop.queries.progress import answers_of, latest_check
from cxworkshop.queries.rounds import current_round
from cxworkshop.queries.stories import stories
from cxworkshop.rules import Medium, said_by
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.story_outcomes import StoryOutcome, story_outcomes


class CheckGatherer:
    """Check sheets, one for each pick in its slot, and sheets to look again."""

    def __init__(self, store: StoreReader, make_better: MakeBetterGatherer) -> None:
        self._store, self._make_better = store, make_better

    def check_sheets(self, *, names: bool = False) -> list[CheckSheetContent]:
        """Whom to ask what, and what they said before; names only where turned on (R7)."""
        return [
            self._check_sheet(pick, plan, names=names)
            for pick, plan in self._make_better.picks_with_plans(names=names)
        ]

    def _check_sheet(self, pick: Pick, plan: PlanContent, *, names: bool) -> CheckSheetContent:
        return CheckSheetContent(
            team=plan.team,
            round_number=plan.round_number,
            slot=plan.slot,
            of=plan.of,
            title=plan.title,
            promise=plan.promise,
            check_on=pick.check_on,
            who_asks=plan.pick.who_asks,
            whom=plan.pick.whom,
            question=catalogue.check_question(),
            before=plan.quotes,
            to_ask=tuple(_customer_line(row, names=names) for row in self._to_ask(pick)),
        )

    def look_agains(self, *, names: bool = False) -> list[LookAgainContent]:
        """What is kept and will be looked at again, the earliest first."""
        found = []
        for story in story_outcomes(self._store):
            due, kept = next_look(self._store, story.picks[-1]), story.last
            day = kept_on(self._store, kept.pick.id)
            if due is not None and day is not None:
                found.append(self._look_again(story, (day, *due), names=names))
        return sorted(found, key=lambda content: (content.due_on, content.title))

    def has_looks(self) -> bool:
        """Whether anything that is kept will be looked at again."""
        return any(next_look(self._store, story[-1]) for story in stories(self._store))

    def _look_again(
        self, story: StoryOutcome, when: tuple[date, int, date], *, names: bool
    ) -> LookAgainContent:
        """`when` is the day on which it was kept, after how many months it is due, and the day."""
        pick = story.last.pick
        plan = self._make_better.plan(pick, 1, names=names)
        check = story.last.check
        return LookAgainContent(
            team=plan.team,
            round_number=current_round(self._store).number,
            title=story.last.title,
            promise=plan.promise,
            kept_on=when[0],
            months=when[1],
            due_on=when[2],
            before=plan.quotes,
            then=self._said_then(check, names=names) if check else (),
            counted=story.counted,
            earlier=tuple(
                YearLook(months=look.months, asked_on=look.asked_on, found=look.found.value)
                for look in story.looks
                if look.found
            ),
            to_ask=tuple(_customer_line(row, names=names) for row in self._said_first(pick)),
        )

    def _said_then(self, check: DayCheck, *, names: bool) -> tuple[CustomerQuote, ...]:
        """What they said when it was done: the best first, then those who notice."""
        rows = [row for row in answers_of(self._store, check) if row.said]
        rows.sort(key=lambda row: (row.id != check.best, row.notices is not Mark.NOTICES))
        return tuple(
            quote(self._store, row.said or "", row.conversation, names=names) for row in rows
        )

    def _to_ask(self, pick: Pick) -> list[Customer]:
        """The customers who said it first and have not answered yet, by number."""
        check = latest_check(self._store, pick.id)
        answers = answers_of(self._store, check) if check else []
        answered = {self._store.get(Conversation, row.conversation).customer for row in answers}
        return [row for row in self._said_first(pick) if row.id not in answered]

    def _said_first(self, pick: Pick) -> list[Customer]:
        frozen = self._store.rows(FrozenVerbatim, pick=pick.id)
        talks = [self._store.get(Verbatim, row.verbatim).conversation for row in frozen]
        customers = {row.id: row for row in (customer_of(self._store, talk) for talk in talks)}
        return sorted(customers.values(), key=lambda row: row.number)


def _customer_line(customer: Customer, *, names: bool) -> str:
    """ "no. 12, regular customer"; the number alone where nothing else is known or may be told."""
    if not customer.kind and not (names and customer.name):
        return _("no. {n}").format(n=customer.number)
    who = said_by(customer, Medium.PAPER, names=names)
    return _("no. {n}, {who}").format(n=customer.number, who=who)
