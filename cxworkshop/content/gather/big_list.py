"""Gather the content of the sheets of stop 3."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxworkshop.content.gather.shared import way_label
from cxworkshop.content.gather.sorting import pair_content, sorting_content
from cxworkshop.content.values import (
    EverythingSaidContent,
    IdeaCard,
    PairContent,
    PileHeadline,
    PileHeadlinesContent,
    SaidCard,
    SaidGroup,
    SaidVerbatim,
    SortingContent,
    WallCard,
    WallCardsContent,
)
from cxworkshop.i18n import _, n_
from cxworkshop.model import (
    Card,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    Left,
    Round,
    Verbatim,
    Way,
)
from cxworkshop.paper_codes import short_identity
from cxworkshop.queries.board import Board, BoardCard, BoardGroup, board
from cxworkshop.queries.feedback import asked_until
from cxworkshop.queries.ideas import deck
from cxworkshop.queries.places import next_letters, places
from cxworkshop.queries.rounds import current_round, team
from cxworkshop.queries.sorting import SortQueue
from cxworkshop.rules import Medium, said_by
from cxworkshop.store.tables.query import StoreReader

_LEFT = {
    Left.KEPT: n_("done, and kept"),
    Left.CANT: n_("answered that we can’t"),
    Left.HANDED_ON: n_("handed on"),
}

BLANK_PILES, MORE_PILES = 6, 2  # blank headlines: before anything is grouped, and after


class BigListGatherer:
    """Cards and headlines for the wall, everything said, and the deck of ideas."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store

    def wall_cards(self) -> WallCardsContent:
        """Every card of the list, ordered by code, without cards set aside."""
        big_list = self._board()
        letters = {card.id: group.letter for group in big_list.groups for card in group.cards}
        ways = _way_labels(self._store)
        cards = sorted(big_list.cards, key=lambda card: card.code)
        return WallCardsContent(
            team=team(self._store).team,
            workshop=short_identity(team(self._store).identity),
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

    def pile_headlines(self) -> PileHeadlinesContent:
        """The groups in their order, and an even number of cards in all."""
        groups = self._board().groups
        blank = BLANK_PILES if not groups else MORE_PILES + len(groups) % 2
        return PileHeadlinesContent(
            team=team(self._store).team,
            workshop=short_identity(team(self._store).identity),
            round_number=self._round.number,
            groups=tuple(
                PileHeadline(
                    letter=group.letter, headline=group.headline, customers=len(group.customers)
                )
                for group in groups
            ),
            next_letters=tuple(next_letters(self._store, self._round.id, blank)),
        )

    def has_words(self) -> bool:
        """Whether this round has any card, on the list or not, or any praise."""
        big_list = self._board()
        return bool(big_list.cards or big_list.left or big_list.aside or self._praise())

    def everything_said(self, *, names: bool = False) -> EverythingSaidContent:
        """All words of the list, by group and card, and those of all cards that left it."""
        return self._said(self._board().left, names=names)

    def said_in_round(self, *, names: bool = False) -> EverythingSaidContent:
        """All words of the list, and those of the cards that were answered off it in this round."""
        placed = places(self._store, self._round.id)
        return self._said(
            [
                card
                for card in self._board().left
                if placed[card.id].round == self._round.id and card.left is not Left.KEPT
            ],
            names=names,
        )

    def _said(self, left: Sequence[BoardCard], *, names: bool) -> EverythingSaidContent:
        big_list = self._board()
        speakers = _Speakers(self._store, names=names)
        cards = (*big_list.cards, *left)
        customers = frozenset[CustomerId]().union(*(card.customers for card in cards))
        return EverythingSaidContent(
            team=team(self._store).team,
            round_number=self._round.number,
            verbatims=sum(bool(row.said) for card in cards for row in card.verbatims),
            customers=len(customers),
            asked=len(asked_until(self._store, self._round)),
            groups=tuple(map(speakers.group, big_list.groups)),
            loose=tuple(map(speakers.card, big_list.loose)),
            praise=speakers.verbatims(self._praise()),
            left=tuple(map(speakers.card, left)),
            aside=tuple(map(speakers.card, big_list.aside)),
            answers_aside=speakers.verbatims(self._answers_aside(big_list)),
        )

    def sorting(self, queue: SortQueue, near: Sequence[CardId] = ()) -> SortingContent:
        """Sorting as the room sees it; of `near` the first that is in a group is shown."""
        return sorting_content(self._store, self._board(), queue, near)

    def pair(self, one: CardId, other: CardId) -> PairContent:
        """Two cards side by side; both must be on the list, or have left it."""
        return pair_content(self._store, self._board(), one, other)

    def ideas(self) -> tuple[IdeaCard, ...]:
        """The deck with the team's own ideas, numbered as on the screen."""
        return tuple(
            IdeaCard(number=idea.number, words=idea.words, group=idea.group)
            for idea in deck(self._store)
        )

    @property
    def _round(self) -> Round:
        return current_round(self._store)

    def _board(self) -> Board:
        return board(self._store, self._round)

    def _praise(self) -> list[Verbatim]:
        """What customers praised in this round, apart from its 30-day checks."""
        talks = {
            row.id
            for row in self._store.rows(
                Conversation, round=self._round.id, day_30_check=None, look_again=None
            )
        }
        rows = self._store.rows(Verbatim, card=None, set_aside_on=None)
        return [row for row in rows if row.conversation in talks]

    def _answers_aside(self, big_list: Board) -> list[Verbatim]:
        """Single answers that were set aside: on this round's cards, or said in this round."""
        placed = places(self._store, big_list.round).keys()
        talks = {row.id for row in self._store.rows(Conversation, round=big_list.round)}
        return [
            row
            for row in self._store.rows(Verbatim)
            if row.set_aside_on and (row.card in placed or row.conversation in talks)
        ]


@dataclass(frozen=True)
class _Speaker:
    id: CustomerId
    name: str  # as far as paper may tell


class _Speakers:
    """Who said what; customers, ways and codes are looked up once for all words."""

    def __init__(self, store: StoreReader, *, names: bool) -> None:
        customers = {row.id: row for row in store.rows(Customer)}
        self._ways = {way.id: way.name for way in store.rows(Way)}
        self._codes: dict[CardId, int] = {row.id: row.code for row in store.rows(Card)}
        self._speakers: dict[ConversationId, _Speaker] = {
            talk.id: _Speaker(talk.customer, _speaker_name(customers[talk.customer], names=names))
            for talk in store.rows(Conversation)
        }

    def group(self, group: BoardGroup) -> SaidGroup:
        return SaidGroup(
            letter=group.letter,
            headline=group.headline,
            customers=len(group.customers),
            cards=tuple(map(self.card, group.cards)),
        )

    def card(self, card: BoardCard) -> SaidCard:
        said = [verbatim for verbatim in card.verbatims if verbatim.said]
        speakers = {self._speakers[verbatim.conversation].id for verbatim in said}
        return SaidCard(
            code=str(card.code),
            headline=card.headline,
            customers=len(card.customers),
            agreed=len(card.customers - speakers),
            said=tuple(self._verbatim(verbatim) for verbatim in said),
            left=_(_LEFT[card.left]) if card.left else "",
        )

    def verbatims(self, rows: Iterable[Verbatim]) -> tuple[SaidVerbatim, ...]:
        """Words listed apart from their cards, each with its card's code; no mere agreements."""
        return tuple(
            self._verbatim(row, str(self._codes.get(row.card, "")) if row.card else "")
            for row in rows
            if row.said
        )

    def _verbatim(self, verbatim: Verbatim, code: str = "") -> SaidVerbatim:
        return SaidVerbatim(
            words=verbatim.said or "",
            said_by=self._speakers[verbatim.conversation].name,
            way=self._ways.get(verbatim.way or "", ""),
            code=code,
        )


def _speaker_name(customer: Customer, *, names: bool) -> str:
    """The kind or name; "" where neither is known: "a customer" under every line says nothing."""
    known = customer.kind or (names and customer.name)
    return said_by(customer, Medium.PAPER, names=names) if known else ""


def _way_labels(store: StoreReader) -> dict[str, str]:
    return {way.id: way_label(way) for way in store.rows(Way)}
