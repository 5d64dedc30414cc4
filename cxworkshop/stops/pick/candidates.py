"""What can be picked: each line with its customers, its opposites, and what became of it before."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.model import Ballot, CardId, Pick, Round
from cxworkshop.outcomes import outcomes_before
from cxworkshop.queries.board import BoardCard, board
from cxworkshop.queries.feedback import Customers, Heard, heard_from
from cxworkshop.queries.opposites import (
    OppositeSide,
    board_card_subject,
    board_group_subject,
    opposite_pairs,
)
from cxworkshop.queries.rounds import slots
from cxworkshop.queries.subjects import Subject, pick_subject
from cxworkshop.store.tables.query import StoreReader


@dataclass(frozen=True)
class Candidate:
    """A line to pick from, with how many customers said it."""

    subject: Subject
    quote: str  # what one of those customers said; "" when nobody used words of their own
    heard: Heard
    votes: int
    slot: int  # the slot that it is in, 0 for none
    opposites: tuple[OppositeSide, ...] = ()
    before: tuple[str, ...] = ()  # what became of it in earlier rounds, the oldest first

    @property
    def customers(self) -> int:
        """How many customers said it."""
        return self.heard.customers

    @property
    def served(self) -> int:
        """Those among them whom we said we serve."""
        return self.heard.served


def candidates(store: StoreReader, round_: Round) -> list[Candidate]:
    """Return groups and loose cards, those that most customers said first."""
    list_ = board(store, round_)
    lines = _Lines(store, round_)
    found = [
        lines.line(board_group_subject(group), group.cards, group.customers)
        for group in list_.groups
    ]
    found += [lines.line(board_card_subject(card), (card,), card.customers) for card in list_.loose]
    return sorted(found, key=lambda candidate: -candidate.customers)


class _Lines:
    """Makes the lines; what is in a slot is looked up once for all of them."""

    def __init__(self, store: StoreReader, round_: Round) -> None:
        self._store, self._round = store, round_
        picks = {n: store.get(Pick, pick) for n, pick in slots(store, round_.id).items()}
        self._slots: dict[tuple[CardId, ...], int] = {
            pick_subject(store, pick).cards: n for n, pick in picks.items()
        }

    def line(
        self, subject: Subject, cards: tuple[BoardCard, ...], customers: Customers
    ) -> Candidate:
        ballot = self._store.find(Ballot, f"{subject.pick_id(self._round.id)}/ballot")
        most = sorted(cards, key=lambda card: -len(card.customers))
        quotes = (verbatim.said for card in most for verbatim in card.verbatims if verbatim.said)
        pairs = opposite_pairs(self._store, self._round)
        against = (pair.opposite_of(subject) for pair in pairs)
        before = outcomes_before(self._store, subject, self._round.number)
        return Candidate(
            subject,
            next(quotes, ""),
            heard_from(self._store, customers),
            ballot.votes if ballot else 0,
            self._slots.get(subject.cards, 0),
            opposites=tuple(side for side in against if side is not None),
            before=tuple(outcome.in_short for outcome in before),
        )
