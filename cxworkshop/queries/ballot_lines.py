"""What ballots typed from paper say about a round's list; writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxworkshop.errors import NotFound, quoted
from cxworkshop.exchange.paper_lines import BallotLine, ballot_lines
from cxworkshop.i18n import _
from cxworkshop.model import Ballot, Card, CardGroup, Round
from cxworkshop.queries.places import place_of
from cxworkshop.queries.subjects import Subject, ballot_name, subject_for_code
from cxworkshop.store.tables.query import StoreReader

MOST_VOTES = 9_999


@dataclass(frozen=True)
class Vote:
    """One typed line: its subject, its votes, the votes typed before (`was`), and what is wrong.

    `inside` is the letter of a card's group: only votes for the group show in the list.
    """

    number: int
    text: str
    subject: Subject | None = None
    votes: int = 0
    was: int | None = None
    inside: str = ""
    is_said: bool = False  # whether its headline is what a customer said
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Votes:
    """All lines of a text, and what the round's ballots add up to."""

    lines: tuple[Vote, ...] = ()
    before: int = 0  # votes that were typed before

    @property
    def doing(self) -> tuple[Vote, ...]:
        """The lines that can be counted."""
        return tuple(vote for vote in self.lines if not vote.troubles)

    @property
    def replaced(self) -> tuple[Vote, ...]:
        """The lines that would change votes typed before."""
        return tuple(vote for vote in self.doing if vote.was not in (None, vote.votes))

    @property
    def total(self) -> int:
        """The votes in these lines."""
        return sum(vote.votes for vote in self.doing)

    @property
    def after(self) -> int:
        """All votes of the round once these are counted."""
        return self.before + sum(vote.votes - (vote.was or 0) for vote in self.doing)

    @property
    def troubles(self) -> tuple[tuple[int, str], ...]:
        """What does not fit, each with the number of its line."""
        return tuple((vote.number, text) for vote in self.lines for text in vote.troubles)


def votes(store: StoreReader, round_: Round, text: str) -> Votes:
    """Look the ballots of a text up on this round's list."""
    lines = ballot_lines(text)
    subjects = [_subject(store, round_, line) for line in lines]
    found = []
    for line, subject in zip(lines, subjects, strict=True):
        troubles = tuple(_troubles(line, subject, lines, subjects))
        found.append(_vote(store, round_, line, subject, troubles))
    before = sum(row.votes for row in store.rows(Ballot, round=round_.id))
    return Votes(tuple(found), before)


def _subject(store: StoreReader, round_: Round, line: BallotLine) -> Subject | str:
    """The subject of a line, or a sentence why it has none."""
    if not line.code:
        return _("Type a ballot as a number or letter, a colon and its votes, like 17: 9")
    try:
        return subject_for_code(store, round_.id, line.code)
    except NotFound as refusal:
        return str(refusal)


def _troubles(
    line: BallotLine,
    subject: Subject | str,
    lines: Sequence[BallotLine],
    subjects: Sequence[Subject | str],
) -> Iterator[str]:
    if isinstance(subject, str):
        yield subject
        return
    if line.votes is None or line.votes > MOST_VOTES:
        text = _("Votes are a whole number from 0 to {most}, not “{votes}”.")
        yield text.format(votes=quoted(line.typed), most=MOST_VOTES)
    for other, theirs in zip(lines, subjects, strict=True):
        if other.number != line.number and isinstance(theirs, Subject) and _same(subject, theirs):
            text = _("{name} is in line {n} as well.")
            yield text.format(name=subject.name, n=other.number)


def _same(one: Subject, other: Subject) -> bool:
    return (one.card, one.card_group) == (other.card, other.card_group)


def _vote(
    store: StoreReader,
    round_: Round,
    line: BallotLine,
    subject: Subject | str,
    troubles: tuple[str, ...],
) -> Vote:
    if isinstance(subject, str):
        return Vote(line.number, line.text, troubles=troubles)
    ballot = store.find(Ballot, ballot_name(round_, subject))
    return Vote(
        number=line.number,
        text=line.text,
        subject=subject,
        votes=line.votes or 0,
        was=ballot.votes if ballot else None,
        inside=_inside(store, round_, subject),
        is_said=subject.card is not None and not store.get(Card, subject.card).headline,
        troubles=troubles,
    )


def _inside(store: StoreReader, round_: Round, subject: Subject) -> str:
    if subject.card is None:
        return ""
    place = place_of(store, round_.id, subject.card)
    group = store.find(CardGroup, place.card_group) if place and place.card_group else None
    return group.letter if group else ""
