"""What goes with one customer, in numbers and in words, before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Customer
from cxworkshop.queries.customer_data import CustomerData


@dataclass(frozen=True)
class ErasureSummary:
    """What goes with one customer; `same_person` are numbers that may be the same person."""

    customer: Customer
    conversations: int
    said: int
    agreed: int
    answers: int  # to 30-day checks
    aside: int
    cards: tuple[int, ...]
    unnamed: tuple[int, ...]  # cards that stay, but have no words left
    improvements: int
    steps: int
    same_person: tuple[int, ...]

    def lines(self) -> tuple[str, ...]:
        """The sum in words, ending with what always goes."""
        return (*_words(self), *_cards(self), *_always(self))


def erasure_summary(gone: CustomerData) -> ErasureSummary:
    """The sum of all that is one customer's own."""
    checks = {talk.id for talk in gone.talks if talk.day_30_check is not None}
    said = [row for row in gone.verbatims if row.conversation not in checks]
    return ErasureSummary(
        customer=gone.customer,
        conversations=len(gone.talks),
        said=sum(row.said is not None for row in said),
        agreed=sum(row.said is None for row in said),
        answers=len(gone.verbatims) - len(said),
        aside=len(gone.aside),
        cards=tuple(card.code for card in gone.cards),
        unnamed=tuple(card.code for card in gone.unnamed),
        improvements=len({row.pick for row in gone.frozen}),
        steps=gone.store.steps,
        same_person=gone.same_person,
    )


def _words(gone: ErasureSummary) -> Iterator[str]:
    counted = (
        (ngettext("{n} conversation", "{n} conversations", gone.conversations), gone.conversations),
        (ngettext("{n} thing they said", "{n} things they said", gone.said), gone.said),
        (ngettext("{n} time they agreed", "{n} times they agreed", gone.agreed), gone.agreed),
        (
            ngettext("{n} answer to a 30-day check", "{n} answers to 30-day checks", gone.answers),
            gone.answers,
        ),
        (
            ngettext("{n} answer set aside", "{n} answers set aside", gone.aside),
            gone.aside,
        ),
    )
    return (text.format(n=n) for text, n in counted if n)


def _cards(gone: ErasureSummary) -> Iterator[str]:
    if gone.cards:
        text = ngettext(
            "Card {codes}, which nobody else said",
            "Cards {codes}, which nobody else said",
            len(gone.cards),
        )
        yield text.format(codes=_listed(gone.cards))
    if gone.unnamed:
        text = ngettext(
            "The words of card {codes}; the card stays, for others agreed or it was picked",
            "The words of cards {codes}; the cards stay, for others agreed or they were picked",
            len(gone.unnamed),
        )
        yield text.format(codes=_listed(gone.unnamed))
    if gone.improvements:
        text = ngettext(
            "Their words in {n} improvement; its plan stays",
            "Their words in {n} improvements; the plans stay",
            gone.improvements,
        )
        yield text.format(n=gone.improvements)


def _always(gone: ErasureSummary) -> Iterator[str]:
    text = ngettext(
        "The undo history of the whole workshop: {n} step",
        "The undo history of the whole workshop: {n} steps",
        gone.steps,
    )
    yield text.format(n=gone.steps)
    yield _("The earlier copies that this program keeps")


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
