"""What customers say in a 30-day check, one after another, beside what they said before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.errors import NobodyAsked
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    CheckId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    DayCheck,
    FrozenVerbatim,
    Mark,
    PersonId,
    PickId,
    Verbatim,
    VerbatimId,
)
from cxworkshop.queries.feedback import customer_of, next_number
from cxworkshop.queries.progress import answers_of, latest_check
from cxworkshop.rules import Medium, said_by
from cxworkshop.stops.stop import Stop, fitting
from cxworkshop.store.tables.journal import Edit


@dataclass(frozen=True)
class CheckWords:
    """A customer's words as the Desk shows them; "" where they only agreed or only gave a mark."""

    words: str
    customer: Customer
    who: str
    day: date | None
    mark: Mark | None


class Answers(Stop):
    """The answers of the latest check of an improvement."""

    def latest(self, pick: PickId) -> DayCheck:
        """The check that is due or done; raises NobodyAsked before the plan was ever locked."""
        check = latest_check(self._store, pick)
        if check is None:
            raise NobodyAsked
        return check

    def record_answer(
        self,
        pick: PickId,
        words: str,
        mark: Mark,
        *,
        customer: CustomerId | None = None,
        kind: str = "",
        asked_by: PersonId | None = None,
    ) -> Verbatim:
        """What one customer says now, and its mark; a new customer unless we know who."""
        check = self.latest(pick)
        with self._store.edit(_("Add an answer to the 30-day check")) as edit:
            who = customer or self._new_customer(edit, kind)
            talk = self._talk(who, check.id, asked_by)
            said = fitting(words) or None
            new = VerbatimId(new_id())
            row = Verbatim(id=new, conversation=talk.id, said=said, notices=mark)
            edit.write(talk)
            edit.write(row)
        return row

    def _talk(self, who: CustomerId, check: CheckId, asked_by: PersonId | None) -> Conversation:
        """A talk of its own, so that a check's customers are not counted as heard again."""
        return Conversation(
            id=ConversationId(new_id()),
            round=self._round.id,
            customer=who,
            day=self._today(),
            asked_by=asked_by,
            day_30_check=check,
        )

    def answers(self, pick: PickId) -> list[Verbatim]:
        """What is in of the latest check."""
        return answers_of(self._store, self.latest(pick))

    def said_before(self, pick: PickId) -> list[CheckWords]:
        """What was said before, as it was frozen when the plan was locked."""
        frozen = self._store.rows(FrozenVerbatim, pick=pick)
        return [self._said(self._store.get(Verbatim, row.verbatim), row.words) for row in frozen]

    def said_now(self, pick: PickId) -> list[CheckWords]:
        """What is in of the latest check, with who said it and when."""
        return [self._said(row, row.said) for row in self.answers(pick)]

    def to_ask(self, pick: PickId) -> list[Customer]:
        """Those who said it first and have not answered yet, by their numbers."""
        answered = {said.customer.id for said in self.said_now(pick)}
        first = {said.customer.id: said.customer for said in self.said_before(pick)}
        waiting = [row for name, row in first.items() if name not in answered]
        return sorted(waiting, key=lambda row: row.number)

    def _said(self, row: Verbatim, words: str | None) -> CheckWords:
        talk = self._store.get(Conversation, row.conversation)
        customer = customer_of(self._store, talk.id)
        who = said_by(customer, Medium.DESK, names=False)
        return CheckWords(words or "", customer, who, talk.day, row.notices)

    def _new_customer(self, edit: Edit, kind: str) -> CustomerId:
        number = next_number(self._store)
        customer = Customer(id=CustomerId(new_id()), number=number, kind=fitting(kind))
        edit.write(customer)
        return customer.id
