"""Gather the content of the sheet of stop 6."""

from __future__ import annotations

from cxworkshop import catalogue
from cxworkshop.content.gather.make_better import MakeBetterGatherer
from cxworkshop.content.values import CheckSheetContent, PlanContent
from cxworkshop.i18n import _
from cxworkshop.model import Conversation, Customer, FrozenVerbatim, Pick, Verbatim
from cxworkshop.queries.feedback import customer_of
from cxworkshop.queries.progress import answers_of, latest_check
from cxworkshop.rules import Medium, said_by
from cxworkshop.store.tables.query import StoreReader


class CheckGatherer:
    """Check sheets, one for each pick in its slot."""

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
            names_shown=names,
        )

    def _to_ask(self, pick: Pick) -> list[Customer]:
        """The customers who said it first and have not answered yet, by number."""
        check = latest_check(self._store, pick.id)
        answers = answers_of(self._store, check) if check else []
        answered = {self._store.get(Conversation, row.conversation).customer for row in answers}
        frozen = self._store.rows(FrozenVerbatim, pick=pick.id)
        talks = [self._store.get(Verbatim, row.verbatim).conversation for row in frozen]
        customers = [customer_of(self._store, talk) for talk in talks]
        waiting = {row.id: row for row in customers if row.id not in answered}
        return sorted(waiting.values(), key=lambda row: row.number)


def _customer_line(customer: Customer, *, names: bool) -> str:
    """ "no. 12, regular customer"."""
    who = said_by(customer, Medium.PAPER, names=names)
    return _("no. {n}, {who}").format(n=customer.number, who=who)
