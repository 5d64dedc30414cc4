"""Opposites: customers want the contrary, both sides are counted, and the team decides for whom."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import Opposite
from cxworkshop.queries.opposites import OppositePair, opposite_pairs
from cxworkshop.queries.subjects import Subject
from cxworkshop.stops.stop import StopPart, fitting


class Opposites(StopPart):
    """The pairs of this round; a pair has one id, whichever side is named first."""

    def pairs(self) -> list[OppositePair]:
        """Return the pairs of which both sides are wishes in this round."""
        return opposite_pairs(self._store, self._round)

    def mark(self, one: Subject, other: Subject) -> Opposite:
        """Mark two as opposites, also again after it was taken back; raises BadWords for itself."""
        if set(one.cards) & set(other.cards):
            raise BadWords(_("Nothing is the opposite of itself. Choose two that share no card."))
        new = _opposite(one, other)
        was = self._store.find(Opposite, new.id)
        row = new if was is None else replace(was, set_aside_on=None)
        if row != was:
            title = _("Mark {one} and {other} as opposites")
            with self._store.edit(title.format(one=one.in_title, other=other.in_title)) as edit:
                edit.write(row)
        return row

    def decide(self, opposite: str, words: str) -> None:
        """Write for whom the team decided; "" takes the decision back."""
        row = replace(self._store.get(Opposite, opposite), decided_for=fitting(words))
        with self._store.edit(_("Decide between opposites")) as edit:
            edit.write(row)

    def take_back(self, opposite: str) -> None:
        """Take the mark off two that are no opposites."""
        row = replace(self._store.get(Opposite, opposite), set_aside_on=self._today())
        with self._store.edit(_("Take opposites back")) as edit:
            edit.write(row)


def _opposite(one: Subject, other: Subject) -> Opposite:
    """The row of a pair, the same in whichever order the two are named."""
    first, second = sorted((one, other), key=_name)
    return Opposite(
        id=f"{_name(first)}/{_name(second)}",
        card=first.card,
        card_group=first.card_group,
        other_card=second.card,
        other_group=second.card_group,
    )


def _name(subject: Subject) -> str:
    name = subject.card or subject.card_group
    assert name is not None  # a subject is one or the other
    return name
