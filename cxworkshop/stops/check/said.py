"""What customers said before and say now, one by one, as the Desk shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.model import (
    Conversation,
    Customer,
    CustomerId,
    DayCheck,
    FrozenVerbatim,
    Mark,
    PickId,
    Verbatim,
    VerbatimId,
)
from cxworkshop.queries.feedback import customer_of
from cxworkshop.queries.progress import answers_of
from cxworkshop.rules import Medium, said_by
from cxworkshop.store.tables.query import StoreReader


@dataclass(frozen=True)
class CheckWords:
    """A customer's words as the Desk shows them; "" where they only agreed or only gave a mark."""

    words: str
    customer: Customer
    who: str
    day: date | None
    mark: Mark | None
    id: VerbatimId


@dataclass(frozen=True)
class WhoSaidIt:
    """A customer who said it first: their words then, and what they answer now."""

    customer: Customer
    who: str
    before: tuple[str, ...]  # empty where they only agreed
    now: tuple[CheckWords, ...]

    @property
    def is_asked(self) -> bool:
        """Whether they have answered, or given a mark without words."""
        return bool(self.now)


@dataclass(frozen=True)
class AskedList:
    """Those who said it, by number, and below them the answers of others."""

    rows: tuple[WhoSaidIt, ...]
    others: tuple[CheckWords, ...]

    @property
    def counted(self) -> str:
        """ "9 said it, 6 asked"."""
        asked = sum(row.is_asked for row in self.rows)
        return _("{said} said it, {asked} asked").format(said=len(self.rows), asked=asked)


def said_before(store: StoreReader, pick: PickId) -> list[CheckWords]:
    """What customers said before, frozen when the plan was locked."""
    frozen = store.rows(FrozenVerbatim, pick=pick)
    return [_said(store, store.get(Verbatim, row.verbatim), row.words) for row in frozen]


def said_in(store: StoreReader, check: DayCheck) -> list[CheckWords]:
    """The answers of a check so far, with who gave them and when."""
    return [_said(store, row, row.said) for row in answers_of(store, check)]


def asked_list(store: StoreReader, check: DayCheck) -> AskedList:
    """Everybody who said it, asked or not, and who else has answered."""
    before: dict[CustomerId, list[CheckWords]] = {}
    for said in said_before(store, check.pick):
        before.setdefault(said.customer.id, []).append(said)
    now = said_in(store, check)
    rows = [
        WhoSaidIt(
            customer=said[0].customer,
            who=said[0].who,
            before=tuple(one.words for one in said if one.words),
            now=tuple(one for one in now if one.customer.id == customer),
        )
        for customer, said in before.items()
    ]
    return AskedList(
        rows=tuple(sorted(rows, key=lambda row: row.customer.number)),
        others=tuple(one for one in now if one.customer.id not in before),
    )


def _said(store: StoreReader, row: Verbatim, words: str | None) -> CheckWords:
    customer = customer_of(store, row.conversation)
    return CheckWords(
        words=words or "",
        customer=customer,
        who=said_by(customer, Medium.DESK, names=False),
        day=store.get(Conversation, row.conversation).day,
        mark=row.notices,
        id=row.id,
    )
