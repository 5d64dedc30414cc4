"""What can be picked: each line with its customers, its opposites, and what became of it before."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.model import Ballot, CardId, Pick, Round
from cxworkshop.outcomes import Outcome, outcomes_before
from cxworkshop.queries.board import BoardCard, board
from cxworkshop.queries.feedback import Customers, Heard, heard_from
from cxworkshop.queries.opposites import (
    OppositePair,
    board_card_subject,
    board_group_subject,
    opposite_pairs,
)
from cxworkshop.queries.progress import answers_of
from cxworkshop.queries.rounds import slots
from cxworkshop.queries.subjects import Subject, pick_subject
from cxworkshop.store.tables.query import StoreReader


@dataclass(frozen=True)
class Before:
    """What became of a line in an earlier round, and what customers said of it then."""

    in_short: str  # "round 1: tried, and learned: …"
    counted: str  # "0 of 2 customers notice."; "" before anybody was asked
    said: str  # the answer that says it best, or else the first one


@dataclass(frozen=True)
class Candidate:
    """A line to pick from, with how many customers said it."""

    subject: Subject
    quote: str  # what one of those customers said; "" when nobody used words of their own
    heard: Heard
    votes: int
    slot: int  # the slot that it is in, 0 for none
    opposites: tuple[OppositePair, ...] = ()
    before: tuple[Before, ...] = ()  # the oldest first
    since: int | None = None  # the round in which it was first said; None for this round

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
        before = outcomes_before(self._store, subject, self._round.number)
        return Candidate(
            subject,
            next(quotes, ""),
            heard_from(self._store, customers),
            ballot.votes if ballot else 0,
            self._slots.get(subject.cards, 0),
            opposites=tuple(pair for pair in pairs if pair.opposite_of(subject) is not None),
            before=tuple(self._before(outcome) for outcome in before),
            since=min((card.since for card in cards if card.rounds > 1), default=None),
        )

    def _before(self, outcome: Outcome) -> Before:
        check = outcome.check
        answers = [row for row in answers_of(self._store, check) if row.said] if check else []
        answers.sort(key=lambda row: check is not None and row.id != check.best)
        said = next((row.said for row in answers if row.said), "")
        return Before(outcome.in_short, outcome.counted, said)
