"""Which customers said something. Counts are of distinct customers, never of cards or words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import (
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    Round,
    RoundId,
    Served,
    Verbatim,
)
from cxworkshop.queries.rounds import number_of
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.value_object import ValueObject

Customers = frozenset[CustomerId]


def customers_among(store: StoreReader, said: Iterable[Verbatim]) -> dict[CardId, Customers]:
    """Map each card to the customers who said one of these verbatims about it, or agreed."""
    talks = {talk.id: talk.customer for talk in store.rows(Conversation)}
    heard: dict[CardId, list[CustomerId]] = defaultdict(list)  # most of one: a set takes more room
    for verbatim in said:
        if verbatim.card is not None:
            heard[verbatim.card].append(talks[verbatim.conversation])
    return {card: frozenset(customers) for card, customers in heard.items()}


def words_of(store: StoreReader, card: CardId) -> list[Verbatim]:
    """Return a card's verbatims, agreements included, oldest first."""
    return store.rows(Verbatim, card=card, set_aside_on=None)


def words_until(store: StoreReader, card: CardId, round_id: RoundId) -> list[Verbatim]:
    """Return what was said of a card up to and including a round, oldest first."""
    last = number_of(round_id)
    return [
        row
        for row in words_of(store, card)
        if number_of(store.get(Conversation, row.conversation).round) <= last
    ]


def customer_of(store: StoreReader, conversation: ConversationId) -> Customer:
    return store.get(Customer, store.get(Conversation, conversation).customer)


def kinds_by_talk(store: StoreReader) -> Mapping[ConversationId, str]:
    """Map each conversation to the kind of its customer, in one pass."""

    def read() -> dict[ConversationId, str]:
        kinds = {customer.id: customer.kind for customer in store.rows(Customer)}
        return {talk.id: kinds[talk.customer] for talk in store.rows(Conversation)}

    return store.cached(("kinds by talk",), read)


def next_number(store: StoreReader) -> int:
    """Return the next customer's number, never that of one who was forgotten."""
    given = (row.number for row in store.rows(Customer))
    return max(store.counted("customer"), *given, 0) + 1


def said_until(store: StoreReader, round_: Round) -> list[Verbatim]:
    """Return what was said up to and including this round, and not set aside."""
    said = store.rows(Verbatim, set_aside_on=None)
    if round_.ended_on is None:
        return said  # it is the newest
    rounds = {talk.id: number_of(talk.round) for talk in store.rows(Conversation)}
    return [verbatim for verbatim in said if rounds[verbatim.conversation] <= round_.number]


def talks_in(store: StoreReader, round_id: RoundId) -> list[Conversation]:
    """Return the conversations of this round, checks and looks again left out."""
    return store.rows(Conversation, round=round_id, day_30_check=None, look_again=None)


def said_in(store: StoreReader, round_id: RoundId) -> list[Verbatim]:
    """Return what was said or agreed to in this round, praise too, checks and looks left out."""

    def make() -> tuple[Verbatim, ...]:
        talks = {talk.id for talk in talks_in(store, round_id)}
        said = store.rows(Verbatim, set_aside_on=None)
        return tuple(row for row in said if row.conversation in talks)

    return [*store.cached(("said in", round_id), make)]


def asked_in(store: StoreReader, round_id: RoundId) -> Customers:
    """Return the customers we talked to in this round, checks and looks again left out."""

    def make() -> Customers:
        return frozenset(talk.customer for talk in talks_in(store, round_id))

    return store.cached(("asked in", round_id), make)


def asked_until(store: StoreReader, round_: Round) -> Customers:
    """Return the customers we talked to up to and including this round, checks left out."""
    talks = store.rows(Conversation, day_30_check=None, look_again=None)
    return frozenset(talk.customer for talk in talks if number_of(talk.round) <= round_.number)


class Heard(ValueObject):
    """How many customers said something, how many of them we serve, and how many have no kind."""

    customers: int
    served: int
    unknown: int

    @property
    def sentence(self) -> str:
        """ "said by 9 customers, 7 of those we serve, 2 kind not known"."""
        return with_commas((self.said, self.whom))

    @property
    def said(self) -> str:
        """ "said by 9 customers"."""
        n = self.customers
        return ngettext("said by {n} {customer}", "said by {n} {customers}", n).format(n=n)

    @property
    def whom(self) -> str:
        """ "7 of those we serve, 2 kind not known"; never a nought, which would sound like a no."""
        if self.customers and self.unknown == self.customers:
            return _("kind not known")
        served = ngettext("{n} of those we serve", "{n} of those we serve", self.served)
        parts = [served.format(n=self.served) if self.served else _("none of those we serve")]
        if self.unknown:
            unknown = ngettext("{n} kind not known", "{n} kind not known", self.unknown)
            parts.append(unknown.format(n=self.unknown))
        return with_commas(parts)


def heard_from(store: StoreReader, customers: Customers) -> Heard:
    """Count these customers by what we know of their kinds."""
    return heard_counter(store)(customers)


def heard_counter(store: StoreReader) -> Callable[[Customers], Heard]:
    """`heard_from` for many sets of customers."""
    serving, kinds = _serving(store), _kinds(store)

    def count(customers: Customers) -> Heard:
        of_kind = [kinds[customer] for customer in customers]
        return Heard(len(customers), sum(kind in serving for kind in of_kind), of_kind.count(""))

    return count


def served_among(store: StoreReader, customers: Customers) -> int:
    """Count those of these customers who are of a kind that we serve."""
    return heard_from(store, customers).served


def names_whom_it_serves(store: StoreReader) -> bool:
    """Whether the team has written down any kind of customer that it serves."""
    return bool(_serving(store))


def _serving(store: StoreReader) -> set[str]:
    rows = store.rows(Served, set_aside_on=None)
    return {row.words.casefold() for row in rows if row.serve}


def _kinds(store: StoreReader) -> dict[CustomerId, str]:
    def make() -> dict[CustomerId, str]:
        return {row.id: row.kind.strip().casefold() for row in store.rows(Customer)}

    return store.cached(("kinds of customers",), make)
