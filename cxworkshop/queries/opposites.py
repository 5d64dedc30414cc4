"""Pairs of cards or groups of which customers want the contrary, each side with its customers."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.model import CardId, Different, GroupId, Opposite, Round
from cxworkshop.queries.board import BoardCard, BoardGroup, board
from cxworkshop.queries.feedback import Customers, Heard, heard_from
from cxworkshop.queries.subjects import Subject
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.value_object import ValueObject


class OppositeSide(ValueObject):
    """One side, and how many customers want it."""

    subject: Subject
    heard: Heard


class OppositePair(ValueObject):
    """Both sides, and for whom the team decided; "" while it has not."""

    id: str
    sides: tuple[OppositeSide, OppositeSide]
    decided_for: str

    def opposite_of(self, subject: Subject) -> OppositeSide | None:
        """The side against a card or a group, or against a card in that group."""
        one, other = self.sides
        if _is_side(one, subject):
            return other
        return one if _is_side(other, subject) else None

    @property
    def either_way(self) -> tuple[tuple[OppositeSide, OppositeSide], ...]:
        """Each side with the one against it."""
        one, other = self.sides
        return (one, other), (other, one)


def opposite_pairs(store: StoreReader, round_: Round) -> list[OppositePair]:
    """The pairs of which both sides are wishes in this round, in the order of their ids.

    What is set aside is no wish, and a group that was taken apart is none any more.
    """
    key = "opposites", round_.id, str(round_.ended_on)
    return store.cached(key, lambda: _pairs(store, round_))


def answered_pairs(store: StoreReader) -> set[frozenset[CardId | None]]:
    """The cards of which a person has said that they are opposites, or different wishes."""
    rows = store.rows(Opposite, set_aside_on=None)
    pairs = {frozenset((row.card, row.other_card)) for row in rows}
    return pairs | {frozenset((row.card, row.other_card)) for row in store.rows(Different)}


def board_group_subject(group: BoardGroup) -> Subject:
    """A group of the board as something to pick."""
    cards = tuple(card.id for card in group.cards)
    return Subject(group.letter, group.headline, cards, card_group=group.id)


def board_card_subject(card: BoardCard) -> Subject:
    """A card of the board as something to pick."""
    return Subject(str(card.code), card.words, (card.id,), card=card.id)


def _pairs(store: StoreReader, round_: Round) -> list[OppositePair]:
    rows = store.rows(Opposite, set_aside_on=None)
    if not rows:
        return []
    list_ = board(store, round_)
    cards = {card.id: card for card in (*list_.cards, *list_.left)}
    groups = {group.id: group for group in list_.groups}

    def side(card: CardId | None, group: GroupId | None) -> OppositeSide | None:
        if card is not None and card in cards:
            return made(board_card_subject(cards[card]), cards[card].customers)
        if group is not None and group in groups:
            return made(board_group_subject(groups[group]), groups[group].customers)
        return None

    def made(subject: Subject, customers: Customers) -> OppositeSide:
        return OppositeSide(subject, heard_from(store, customers))

    return [pair for row in rows if (pair := _pair(row, side)) is not None]


def _pair(
    row: Opposite, side: Callable[[CardId | None, GroupId | None], OppositeSide | None]
) -> OppositePair | None:
    one, other = side(row.card, row.card_group), side(row.other_card, row.other_group)
    if one is None or other is None:
        return None
    return OppositePair(row.id, (one, other), row.decided_for)


def _is_side(side: OppositeSide, subject: Subject) -> bool:
    theirs = side.subject
    if theirs.card_group is not None:
        return theirs.card_group == subject.card_group
    return theirs.card in subject.cards
