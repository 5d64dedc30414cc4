"""Opposites at stop 3: marked, taken off again, and shown on both sides with both counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.queries.opposites import (
    OppositePair,
    OppositeSide,
    board_card_subject,
    board_group_subject,
)
from cxworkshop.queries.subjects import Subject
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge

NO_BREAK = "\u00a0"  # a space at which no line ends


class OppositeActions:
    """Marks two as opposites, or takes the mark off.

    `choose` opens a form to name the other one; `say` shows a sentence; `go_to` shows a card.
    """

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.choose: Callable[[Subject], object] = lambda _subject: None
        self.say: Callable[[str], object] = lambda _sentence: None
        self.go_to: Callable[[CardId], object] = lambda _card: None

    @property
    def _workshop(self) -> Workshop:
        return self._bridge.workshop

    def captions(self) -> dict[str, str]:
        """The sentence for each card and group that has an opposite, by its id; a line each."""
        found: dict[str, list[str]] = {}
        for pair in self._workshop.pick.opposites.pairs():
            for side, other in pair.either_way:
                found.setdefault(_id(side.subject), []).append(_caption(side, other))
        return {key: "\n".join(lines) for key, lines in found.items()}

    def subjects_of(self, rows: Sequence[CardId | GroupId]) -> list[Subject]:
        """Cards and groups as sides of a pair; what is not on the list is left out."""
        board, wanted = self._workshop.big_list.board(), frozenset(rows)
        groups = [board_group_subject(group) for group in board.groups if group.id in wanted]
        return groups + [board_card_subject(card) for card in board.cards if card.id in wanted]

    def pairs_of(self, subject: Subject) -> list[tuple[OppositePair, Subject]]:
        """The pairs in which this very card or group is a side, each with the other side."""
        return [
            (pair, other.subject)
            for pair in self._workshop.pick.opposites.pairs()
            for side, other in pair.either_way
            if _id(side.subject) == _id(subject)
        ]

    def pair_of(self, one: Subject, other: Subject) -> OppositePair | None:
        """The pair that these two are; None while they are not marked."""
        return next((p for p, side in self.pairs_of(one) if _id(side) == _id(other)), None)

    def mark(self, one: Subject, other: Subject) -> bool:
        """Mark two as opposites; False if it was refused."""
        return self._bridge.attempt(lambda: self._workshop.pick.opposites.mark(one, other))

    def take_off(self, pair: OppositePair) -> bool:
        """Say that two are no opposites after all."""
        return self._bridge.attempt(lambda: self._workshop.pick.opposites.take_back(pair.id))

    def turn(self, one: Subject, other: Subject) -> bool:
        """Mark two, or take the mark off again."""
        pair = self.pair_of(one, other)
        return self.mark(one, other) if pair is None else self.take_off(pair)

    def press(self, rows: Sequence[CardId | GroupId]) -> None:
        """O: mark two, or go to the opposite of one; for one without, ask which it is."""
        if len(rows) > 2:
            self.say(_("Opposites are two: choose two cards, or one and then name the other."))
            return
        subjects = self.subjects_of(rows)
        if len(subjects) == 2:
            self.turn(*subjects)
        elif subjects:
            pairs = self.pairs_of(subjects[0])
            if pairs:
                self.go_to(pairs[0][1].cards[0])
            else:
                self.choose(subjects[0])


def _id(subject: Subject) -> str:
    found = subject.card or subject.card_group
    assert found is not None  # a subject is one or the other
    return found


def _caption(side: OppositeSide, other: OppositeSide) -> str:
    """ "Opposite of card 52: 4 here, 2 there", in customers."""
    here, there = side.heard.customers, other.heard.customers
    counts = _("{here} here, {there} there").format(here=here, there=there)
    text = _("Opposite of {other}: {counts}")
    return text.format(other=other.subject.in_title, counts=counts.replace(" ", NO_BREAK))
