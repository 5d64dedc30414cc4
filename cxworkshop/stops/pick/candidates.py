"""What can be picked: each line with its customers, its opposites, and what became of it before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.i18n import spoken
from cxworkshop.model import Ballot, CardId, Pick, Round
from cxworkshop.outcomes import Outcome, outcomes_before
from cxworkshop.queries.board import BoardCard, board
from cxworkshop.queries.feedback import Customers, Heard, heard_counter
from cxworkshop.queries.opposites import (
    OppositePair,
    board_card_subject,
    board_group_subject,
    opposite_pairs,
)
from cxworkshop.queries.progress import answers_of, answers_of_look
from cxworkshop.queries.rounds import number_of, slots
from cxworkshop.queries.subjects import Subject, ballot_name, pick_subject
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.value_object import ValueObject


class Before(ValueObject):
    """What became of a line in an earlier round, and what customers said of it then."""

    in_short: str  # "round 1: tried, and learned: …"
    counted: str  # "0 of 2 customers notice."; "" before anybody was asked
    said: str  # the answer that says it best, or else the first one


class Candidate(ValueObject):
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
    """Return groups and loose cards, those that most customers said first.

    A line of which nothing has changed is the same object as before.
    """
    key = "candidates", round_.id, str(round_.ended_on), *spoken()
    return store.cached(key, lambda: _Picked(store, round_).of(_lines(store, round_)))


def _lines(store: StoreReader, round_: Round) -> list[Candidate]:
    key = "lines to pick from", round_.id, str(round_.ended_on)
    return store.cached(key, lambda: _Lines(store, round_).all())


class _Lines:
    """Makes the lines without what earlier rounds and slots add to them."""

    def __init__(self, store: StoreReader, round_: Round) -> None:
        self._store, self._round = store, round_
        self._heard = heard_counter(store)
        self._votes = {row.id: row.votes for row in store.rows(Ballot)}
        self._pairs = opposite_pairs(store, round_)

    def all(self) -> list[Candidate]:
        """Groups and loose cards, those that most customers said first."""
        list_ = board(self._store, self._round)
        found = [
            self._line(board_group_subject(group), group.cards, group.customers)
            for group in list_.groups
        ]
        found += [
            self._line(board_card_subject(card), (card,), card.customers) for card in list_.loose
        ]
        return sorted(found, key=lambda candidate: -candidate.customers)

    def _line(
        self, subject: Subject, cards: tuple[BoardCard, ...], customers: Customers
    ) -> Candidate:
        most = sorted(cards, key=lambda card: -len(card.customers))
        quotes = (verbatim.said for card in most for verbatim in card.verbatims if verbatim.said)
        return Candidate(
            subject,
            next(quotes, ""),
            self._heard(customers),
            self._votes.get(ballot_name(self._round, subject), 0),
            slot=0,
            opposites=tuple(pair for pair in self._pairs if pair.opposite_of(subject) is not None),
            since=min((card.since for card in cards if card.rounds > 1), default=None),
        )


class _Picked:
    """Adds to lines the slot that they are in, and what became of them in earlier rounds."""

    def __init__(self, store: StoreReader, round_: Round) -> None:
        self._store, self._round = store, round_
        picks = {n: store.get(Pick, pick) for n, pick in slots(store, round_.id).items()}
        self._slots: dict[tuple[CardId, ...], int] = {
            pick_subject(store, pick).cards: n for n, pick in picks.items()
        }
        self._is_first = not any(number_of(pick.round) < round_.number for pick in store.rows(Pick))

    def of(self, lines: Sequence[Candidate]) -> list[Candidate]:
        """The same lines, in the same order."""
        return [self._with_picks(line) for line in lines]

    def _with_picks(self, line: Candidate) -> Candidate:
        subject = line.subject
        slot = self._slots.get(subject.cards, 0)
        before = self._outcomes(subject)
        if not slot and not before:
            return line
        return replace(line, slot=slot, before=tuple(self._before(outcome) for outcome in before))

    def _outcomes(self, subject: Subject) -> list[Outcome]:
        number = self._round.number
        return [] if self._is_first else outcomes_before(self._store, subject, number)

    def _before(self, outcome: Outcome) -> Before:
        if outcome.lost is not None:
            answers = answers_of_look(self._store, outcome.lost.id)
            counted = ""  # of the check: it is not so any more
        else:
            answers = list(answers_of(self._store, outcome.check)) if outcome.check else []
            answers.sort(key=lambda row: outcome.check is not None and row.id != outcome.check.best)
            counted = outcome.counted
        said = next((row.said for row in answers if row.said), "")
        return Before(outcome.in_short, counted, said)
