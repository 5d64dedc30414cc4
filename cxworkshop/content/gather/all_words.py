"""Gather what customers said in all rounds, customer by customer, with group and way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter

from cxworkshop.content.gather.shared import way_label
from cxworkshop.content.values import AllWordsContent, CustomersAnswer, CustomersWords
from cxworkshop.model import (
    Conversation,
    Customer,
    CustomerId,
    Question,
    Verbatim,
    VerbatimId,
    Way,
)
from cxworkshop.queries.board import board
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.store.tables.query import StoreReader


def all_words(store: StoreReader, *, names: bool = False) -> AllWordsContent:
    """What is on the list or left it, and the praise; what was set aside is left out."""
    big_list = board(store, current_round(store))
    said: dict[CustomerId, list[Verbatim]] = defaultdict(list)
    talks = {talk.id: talk for talk in store.rows(Conversation)}
    codes = {row.id: card for card in (*big_list.cards, *big_list.left) for row in card.verbatims}
    for row in sorted(_told(store, set(codes)), key=attrgetter("id")):
        said[talks[row.conversation].customer].append(row)
    letters = {group.id: group.letter for group in big_list.groups}
    questions = {row.id: row.words for row in store.rows(Question)}

    def answer(row: Verbatim) -> CustomersAnswer:
        card = codes.get(row.id)
        return CustomersAnswer(
            id=row.id,
            words=row.said or "",
            question=questions.get(row.question, "") if row.question else "",
            code=str(card.code) if card else "",
            group=letters.get(card.group, "") if card and card.group else "",
            way=row.way or "",
        )

    return AllWordsContent(
        team=team(store).team,
        identity=team(store).identity,
        customers=tuple(
            CustomersWords(
                id=customer.id,
                number=customer.number,
                kind=customer.kind,
                name=(customer.name or "") if names else "",
                answers=tuple(map(answer, said[customer.id])),
            )
            for customer in store.rows(Customer)
            if customer.id in said
        ),
        groups=tuple((group.letter, group.headline) for group in big_list.groups),
        ways=tuple((way.id, way_label(way)) for way in store.rows(Way)),
    )


def _told(store: StoreReader, on_list: set[VerbatimId]) -> Iterator[Verbatim]:
    """What has words; checks and looks again are no talks, and hold no praise."""
    talks = {row.id for row in store.rows(Conversation, day_30_check=None, look_again=None)}
    for row in store.rows(Verbatim, set_aside_on=None):
        is_praise = row.card is None and row.conversation in talks
        if row.said and (is_praise or row.id in on_list):
            yield row
