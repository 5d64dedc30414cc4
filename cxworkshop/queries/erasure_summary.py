"""What forgetting one customer would erase, in numbers and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import Customer
from cxworkshop.queries.customer_data import CustomerData


@dataclass(frozen=True)
class ErasureSummary:
    """What goes with one customer; `same_person` are other numbers that may be the same person."""

    customer: Customer
    conversations: int
    said: int
    agreed: int
    answers: int  # to 30-day checks
    aside: int
    cards: tuple[int, ...]
    wordless: tuple[int, ...]  # cards that stay, but have no words left
    improvements: int
    steps: int
    same_person: tuple[int, ...]

    def lines(self) -> tuple[str, ...]:
        """The summary in words, ending with what always goes."""
        return (*_words(self), *_cards(self), *_always(self))


def erasure_summary(data: CustomerData) -> ErasureSummary:
    """Count everything that is one customer's."""
    checks = {talk.id for talk in data.talks if talk.day_30_check is not None}
    said = [row for row in data.verbatims if row.conversation not in checks]
    return ErasureSummary(
        customer=data.customer,
        conversations=len(data.talks),
        said=sum(row.said is not None for row in said),
        agreed=sum(row.said is None for row in said),
        answers=len(data.verbatims) - len(said),
        aside=len(data.aside),
        cards=tuple(card.code for card in data.cards),
        wordless=tuple(card.code for card in data.wordless_cards),
        improvements=len({row.pick for row in data.frozen}),
        steps=data.store.steps,
        same_person=data.same_person,
    )


def _words(summary: ErasureSummary) -> Iterator[str]:
    talks, said, agreed = summary.conversations, summary.said, summary.agreed
    answers, aside = summary.answers, summary.aside
    counted = (
        (ngettext("{n} conversation", "{n} conversations", talks), talks),
        (ngettext("{n} thing they said", "{n} things they said", said), said),
        (ngettext("{n} time they agreed", "{n} times they agreed", agreed), agreed),
        (
            ngettext("{n} answer to a 30-day check", "{n} answers to 30-day checks", answers),
            answers,
        ),
        (ngettext("{n} answer set aside", "{n} answers set aside", aside), aside),
    )
    return (text.format(n=n) for text, n in counted if n)


def _cards(summary: ErasureSummary) -> Iterator[str]:
    if summary.cards:
        text = ngettext(
            "Card {codes}, which nobody else said",
            "Cards {codes}, which nobody else said",
            len(summary.cards),
        )
        yield text.format(codes=_listed(summary.cards))
    if summary.wordless:
        text = ngettext(
            "The words of card {codes}; the card stays, for others agreed or it was picked",
            "The words of cards {codes}; the cards stay, for others agreed or they were picked",
            len(summary.wordless),
        )
        yield text.format(codes=_listed(summary.wordless))
    if summary.improvements:
        text = ngettext(
            "Their words in {n} improvement; its plan stays",
            "Their words in {n} improvements; the plans stay",
            summary.improvements,
        )
        yield text.format(n=summary.improvements)


def _always(summary: ErasureSummary) -> Iterator[str]:
    text = ngettext(
        "The undo history of the whole workshop: {n} step",
        "The undo history of the whole workshop: {n} steps",
        summary.steps,
    )
    yield text.format(n=summary.steps)
    yield _("The earlier copies that this program keeps")


def _listed(numbers: Iterable[int]) -> str:
    return with_commas(map(str, numbers))
