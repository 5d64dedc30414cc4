"""The big list of one round: groups, cards, and the drawer."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from cxworkshop.model import (
    Card,
    CardId,
    CustomerId,
    Doubtful,
    GroupId,
    Left,
    Pick,
    Round,
    RoundCard,
    RoundId,
    StepId,
    Verbatim,
)
from cxworkshop.queries.feedback import Customers, customers_among, said_until
from cxworkshop.queries.places import groups_in, places
from cxworkshop.queries.rounds import number_of, slots
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.value_object import ValueObject


class BoardCard(ValueObject):
    """One card with everything that a list or a screen shows of it."""

    id: CardId
    code: int
    headline: str
    verbatims: tuple[Verbatim, ...]
    customers: frozenset[CustomerId]
    way: str | None
    rounds: int  # its age: 1 in the round in which it was first said
    since: int  # the number of that round
    group: GroupId | None
    set_aside_on: date | None
    left: Left | None = None  # why it is not on the list any more
    step: StepId | None = None  # of the encounter, to which its words belong
    is_doubtful: bool = False  # whether a rescue could not read its row or words for certain

    @property
    def words(self) -> str:
        """The text at the top: our headline, or else the words of who said it first."""
        said = (verbatim.said for verbatim in self.verbatims if verbatim.said)
        return self.headline or next(said, "")

    @property
    def is_bare(self) -> bool:
        """Whether nobody's words are left on it and we gave it no headline: it says nothing."""
        return not self.headline and not any(row.said for row in self.verbatims)


class BoardGroup(ValueObject):
    """One group with its cards."""

    id: GroupId
    letter: str
    headline: str
    cards: tuple[BoardCard, ...]

    @property
    def customers(self) -> Customers:
        """Everybody who said something on one of its cards, each once."""
        return frozenset().union(*(card.customers for card in self.cards))


class Board(ValueObject):
    """The big list of one round; `aside` leaves out cards that come back with an answer alone.

    `left` are the cards that left the list: kept, with an answer that we can't, or handed on.
    """

    round: RoundId
    groups: tuple[BoardGroup, ...]
    loose: tuple[BoardCard, ...]
    aside: tuple[BoardCard, ...]
    left: tuple[BoardCard, ...] = ()

    def at_step(self, step: StepId) -> tuple[BoardCard, ...]:
        """The cards whose words belong to a step of the encounter, set aside ones left out."""
        return tuple(card for card in (*self.cards, *self.left) if card.step == step)

    @cached_property
    def cards(self) -> tuple[BoardCard, ...]:
        """The cards on the list: those in groups first, then those that are not grouped yet."""
        return (*(card for group in self.groups for card in group.cards), *self.loose)

    def all_cards(self) -> list[BoardCard]:
        """Every card by its code, those too that were set aside or left the list."""
        cards = (*self.cards, *self.aside, *self.left)
        return sorted(cards, key=lambda card: card.code)


def board(store: StoreReader, round_: Round) -> Board:
    """The board of one round, made in one pass and cached until any of it is written."""
    key = "board", round_.id, str(round_.ended_on)
    return store.cached(key, lambda: _board(store, round_))


def _board(store: StoreReader, round_: Round) -> Board:
    cards = _board_cards(store, round_)
    on_list = [card for card in cards if card.set_aside_on is None and card.left is None]
    groups = [group for group in groups_in(store, round_.id) if group.set_aside_on is None]
    in_group: dict[GroupId | None, list[BoardCard]] = {}
    there = {group.id for group in groups}
    for card in on_list:
        in_group.setdefault(card.group if card.group in there else None, []).append(card)
    return Board(
        round=round_.id,
        groups=tuple(
            BoardGroup(group.id, group.letter, group.headline, tuple(in_group.get(group.id, ())))
            for group in groups
        ),
        loose=tuple(in_group.get(None, ())),
        aside=tuple(card for card in cards if card.set_aside_on is not None and not card.is_bare),
        left=tuple(card for card in cards if card.left is not None and card.set_aside_on is None),
    )


def _board_cards(store: StoreReader, round_: Round) -> list[BoardCard]:
    words, heard = _said(store, round_)
    rows = _cards(store)
    doubtful = {mark.row for mark in store.rows(Doubtful, settled_on=None)}
    known = _known(store, round_, doubtful)
    nobody: Customers = frozenset()
    found = []
    for card, place in places(store, round_.id).items():
        made = rows[card], place, words.get(card, ()), heard.get(card, nobody)
        before = known.get(card)
        if before is None or before[0] != made:
            new = _board_card(*made, number=round_.number, doubtful=doubtful)
            before = known[card] = made, new
        found.append(before[1])
    return found


_Said = tuple[dict[CardId, tuple[Verbatim, ...]], dict[CardId, Customers]]


def _said(store: StoreReader, round_: Round) -> _Said:
    """What was said of each card, and by whom; a card that is moved changes nothing of it."""

    def make() -> _Said:
        said = said_until(store, round_)
        words: dict[CardId, list[Verbatim]] = {}
        for verbatim in said:
            if verbatim.card is not None:
                words.setdefault(verbatim.card, []).append(verbatim)
        return {card: tuple(rows) for card, rows in words.items()}, customers_among(store, said)

    return store.cached(("said of the board", round_.id, str(round_.ended_on)), make)


def _cards(store: StoreReader) -> dict[CardId, Card]:
    return store.cached(("cards by id",), lambda: {card.id: card for card in store.rows(Card)})


_Made = tuple[Card, RoundCard, tuple[Verbatim, ...], Customers]  # what a board's card is made of


def _known(
    store: StoreReader, round_: Round, doubtful: set[str]
) -> dict[CardId, tuple[_Made, BoardCard]]:
    """The cards as they were made last, and of what.

    It is made of no row, and so lasts as long as the store.
    """
    key = "cards of the board", round_.id, *sorted(doubtful)
    return store.cached(key, dict)


def _board_card(
    card: Card,
    place: RoundCard,
    words: tuple[Verbatim, ...],
    heard: Customers,
    *,
    number: int,
    doubtful: set[str],
) -> BoardCard:
    since = number_of(card.first_round)
    its_rows = {card.id, place.id, *(verbatim.id for verbatim in words)} if doubtful else set()
    return BoardCard(
        id=card.id,
        code=card.code,
        headline=card.headline,
        verbatims=words,
        customers=heard,
        way=next((verbatim.way for verbatim in words if verbatim.way), None),
        rounds=number - since + 1,
        since=since,
        group=place.card_group,
        set_aside_on=place.set_aside_on,
        left=place.left,
        step=card.step,
        is_doubtful=not doubtful.isdisjoint(its_rows),
    )


def state_of(store: StoreReader, board_: Board) -> dict[CardId, str]:
    """ "picked", "list", "aside" or how it left, for each card; one of a picked group is picked."""
    taken: set[CardId] = set()
    for pick in slots(store, board_.round).values():
        taken.update(pick_subject(store, store.get(Pick, pick)).cards)
    state = {card.id: "picked" if card.id in taken else "list" for card in board_.cards}
    state |= {card.id: card.left.value for card in board_.left if card.left is not None}
    return state | {card.id: "aside" for card in board_.aside}
