"""What goes on the sheets of stop 3."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop import catalogue
from cxworkshop.content.values import (
    EverythingSaid,
    IdeaCard,
    SaidCard,
    SaidGroup,
    SaidVerbatim,
    WallCard,
    WallCards,
)
from cxworkshop.model import (
    Card,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    RoundCard,
    Verbatim,
    Way,
)
from cxworkshop.queries.board import Board, BoardCard, BoardGroup, board
from cxworkshop.queries.rounds import team
from cxworkshop.rules import Medium, said_by
from cxworkshop.stops.stop import Stop
from cxworkshop.store.tables.query import StoreReader


class BigListPapers(Stop):
    """The values of the cards for the wall, of everything said, and of the deck of ideas."""

    def wall(self) -> WallCards:
        """Every card of the list, by its code; not what is set aside."""
        list_ = board(self._store, self._round)
        letters = {card.id: group.letter for group in list_.groups for card in group.cards}
        ways = _ways(self._store)
        cards = sorted(list_.cards, key=lambda card: card.code)
        return WallCards(
            team=team(self._store).team,
            round_number=self._round.number,
            cards=tuple(
                WallCard(
                    code=str(card.code),
                    words=card.words,
                    said=bool(card.words) and not card.headline,
                    customers=len(card.customers),
                    way=ways.get(card.way or "", ""),
                    letter=letters.get(card.id, ""),
                )
                for card in cards
            ),
        )

    def has_words(self) -> bool:
        """Whether this round has a card, also one set aside, or praise."""
        list_ = board(self._store, self._round)
        return bool(list_.cards or list_.aside or self._praise())

    def everything_said(self, *, names: bool = False) -> EverythingSaid:
        """All words of the list by group and card; one pass, however many there are."""
        list_ = board(self._store, self._round)
        telling = _Telling(self._store, names=names)
        on_list = [verbatim for card in list_.cards for verbatim in card.verbatims]
        everybody = frozenset[CustomerId]().union(*(card.customers for card in list_.cards))
        return EverythingSaid(
            team=team(self._store).team,
            round_number=self._round.number,
            things=sum(bool(verbatim.said) for verbatim in on_list),
            customers=len(everybody),
            groups=tuple(map(telling.group, list_.groups)),
            loose=tuple(map(telling.card, list_.loose)),
            praise=telling.all(self._praise()),
            aside=tuple(map(telling.card, list_.aside)),
            answers_aside=telling.all(self._answers_aside(list_)),
            names_shown=names,
        )

    def ideas(self) -> tuple[IdeaCard, ...]:
        """The deck, numbered as it stands on the screen."""
        deck = [(group.title, idea) for group in catalogue.ideas() for idea in group.ideas]
        return tuple(
            IdeaCard(number=number, words=idea, group=group)
            for number, (group, idea) in enumerate(deck, 1)
        )

    def _praise(self) -> list[Verbatim]:
        """What was good, of this round; a 30-day check is a talk of its own."""
        talks = {
            row.id
            for row in self._store.rows(Conversation, round=self._round.id, day_30_check=None)
        }
        rows = self._store.rows(Verbatim, card=None, set_aside_on=None)
        return [row for row in rows if row.conversation in talks]

    def _answers_aside(self, list_: Board) -> list[Verbatim]:
        """Single answers that were put away: to this round's cards, or said in this round."""
        placed = {row.card for row in self._store.rows(RoundCard, round=list_.round)}
        talks = {row.id for row in self._store.rows(Conversation, round=list_.round)}
        return [
            row
            for row in self._store.rows(Verbatim)
            if row.set_aside_on and (row.card in placed or row.conversation in talks)
        ]


@dataclass(frozen=True)
class _Speaker:
    id: CustomerId
    name: str  # as far as paper may tell


class _Telling:
    """Who said what, looked up once for all words."""

    def __init__(self, store: StoreReader, *, names: bool) -> None:
        customers = {row.id: row for row in store.rows(Customer)}
        self._ways = {way.id: way.name for way in store.rows(Way)}
        self._codes: dict[CardId, int] = {row.id: row.code for row in store.rows(Card)}
        self._speakers: dict[ConversationId, _Speaker] = {
            talk.id: _Speaker(talk.customer, _called(customers[talk.customer], names=names))
            for talk in store.rows(Conversation)
        }

    def group(self, group: BoardGroup) -> SaidGroup:
        """A group with its cards."""
        return SaidGroup(
            letter=group.letter,
            headline=group.headline,
            customers=len(group.customers),
            cards=tuple(map(self.card, group.cards)),
        )

    def card(self, card: BoardCard) -> SaidCard:
        """A card with its words."""
        said = [verbatim for verbatim in card.verbatims if verbatim.said]
        speakers = {self._speakers[verbatim.conversation].id for verbatim in said}
        return SaidCard(
            code=str(card.code),
            headline=card.headline,
            customers=len(card.customers),
            agreed=len(card.customers - speakers),
            said=tuple(self._said(verbatim) for verbatim in said),
        )

    def all(self, verbatims: Iterable[Verbatim]) -> tuple[SaidVerbatim, ...]:
        """Words that stand by themselves, each with the card that it belongs to."""
        return tuple(
            self._said(verbatim, str(self._codes.get(verbatim.card, "")) if verbatim.card else "")
            for verbatim in verbatims
            if verbatim.said
        )

    def _said(self, verbatim: Verbatim, code: str = "") -> SaidVerbatim:
        return SaidVerbatim(
            words=verbatim.said or "",
            said_by=self._speakers[verbatim.conversation].name,
            way=self._ways.get(verbatim.way or "", ""),
            code=code,
        )


def _called(customer: Customer, *, names: bool) -> str:
    """By kind or name; below hundreds of answers "a customer" would say nothing."""
    known = customer.kind or (names and customer.name)
    return said_by(customer, Medium.PAPER, names=names) if known else ""


def _ways(store: StoreReader) -> dict[str, str]:
    """Each way as a card names it: the digit of its key, and its short name."""
    rows = store.rows(Way)
    return {way.id: f"{(way.position + 1) % 10} {way.name}" for way in rows}
