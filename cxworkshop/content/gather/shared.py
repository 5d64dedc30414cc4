"""Pieces that the sheets of several stops have in common."""

from __future__ import annotations

from cxworkshop import catalogue
from cxworkshop.content.values import CriterionReason, CustomerQuote
from cxworkshop.model import ConversationId, Criterion, Judgement, Person, PersonId, Way
from cxworkshop.queries.feedback import customer_of
from cxworkshop.rules import Medium, said_by
from cxworkshop.store.tables.query import StoreReader


def person_name(store: StoreReader, person: PersonId | None) -> str:
    """The name of one of our own people; "" for nobody."""
    found = store.find(Person, person)
    return found.name if found else ""


def way_label(way: Way) -> str:
    """The digit of the way's key and its short name: "1 Quick"."""
    return f"{(way.position + 1) % 10} {way.name}"


def quote(
    store: StoreReader, words: str, conversation: ConversationId, *, names: bool
) -> CustomerQuote:
    """A customer's words with who said them, as far as paper may tell (R7)."""
    customer = customer_of(store, conversation)
    return CustomerQuote(words=words, said_by=said_by(customer, Medium.PAPER, names=names))


def criterion_reasons(judgements: dict[Criterion, Judgement]) -> tuple[CriterionReason, ...]:
    """All four criteria, with the answers that were given."""
    given = {row.criterion.value: row for row in judgements.values()}
    return tuple(
        CriterionReason(
            title=criterion.title,
            answer=given[criterion.key].answer.value if criterion.key in given else "",
            why=given[criterion.key].reason if criterion.key in given else "",
        )
        for criterion in catalogue.criteria()
    )
