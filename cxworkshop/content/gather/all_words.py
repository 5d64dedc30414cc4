"""Gather what customers said in all rounds, customer by customer, with group and way."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter

from cxworkshop.content.gather.shared import way_label
from cxworkshop.content.values import AllWordsContent, CustomersAnswer, CustomersWords
from cxworkshop.model import (
    Conversation,
    Customer,
    CustomerId,
    Question,
    Verbatim,
    Way,
)
from cxworkshop.queries.board import Board, board
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.store.tables.query import StoreReader


def all_words(store: StoreReader, *, names: bool = False) -> AllWordsContent:
    """What is on the list or left it, and the praise; what was set aside is left out."""
    big_list = board(store, current_round(store))
    said = _AnswersOf(store, big_list)
    return AllWordsContent(
        team=team(store).team,
        identity=team(store).identity,
        customers=tuple(
            CustomersWords(
                id=customer.id,
                number=customer.number,
                kind=customer.kind,
                name=(customer.name or "") if names else "",
                answers=tuple(said[customer.id]),
            )
            for customer in store.rows(Customer)
            if customer.id in said
        ),
        groups=tuple((group.letter, group.headline) for group in big_list.groups),
        ways=tuple((way.id, way_label(way)) for way in store.rows(Way)),
    )


class _AnswersOf(defaultdict[CustomerId, list[CustomersAnswer]]):
    """The answers of each customer who said anything, in the order in which they were said."""

    def __init__(self, store: StoreReader, big_list: Board) -> None:
        super().__init__(list)
        cards = (*big_list.cards, *big_list.left)
        self._cards = {row.id: card for card in cards for row in card.verbatims}
        self._letters = {group.id: group.letter for group in big_list.groups}
        self._questions = {row.id: row.words for row in store.rows(Question)}
        talks = {talk.id: talk for talk in store.rows(Conversation)}
        rows = store.rows(Verbatim, set_aside_on=None)
        for row in sorted(rows, key=attrgetter("id")):
            talk = talks[row.conversation]
            is_praise = row.card is None and not (talk.day_30_check or talk.look_again)
            if row.said and (is_praise or row.id in self._cards):
                self[talk.customer].append(self._answer(row))

    def _answer(self, row: Verbatim) -> CustomersAnswer:
        card = self._cards.get(row.id)
        return CustomersAnswer(
            id=row.id,
            words=row.said or "",
            question=self._questions.get(row.question, "") if row.question else "",
            code=str(card.code) if card else "",
            group=self._letters.get(card.group, "") if card and card.group else "",
            way=row.way or "",
        )
