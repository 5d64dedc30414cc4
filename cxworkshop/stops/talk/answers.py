"""What was said in this round: counts, the ten ways, and the latest answers."""

from __future__ import annotations

from collections import Counter

from cxworkshop.model import Card, Verbatim, Way
from cxworkshop.queries.feedback import asked_in, customer_of, said_in
from cxworkshop.stops.stop import StopPart
from cxworkshop.value_object import ValueObject


class RecordedAnswer(ValueObject):
    """One thing that a customer said; `code` is that of its card, None for praise.

    `wants_to_hear` is of the customer: whether they want to hear what becomes of it.
    """

    verbatim: Verbatim
    customer: int
    code: int | None
    wants_to_hear: bool = False


class RoundAnswers(StopPart):
    """The answers of this round, agreements and praise included, without what was set aside.

    Answers of 30-day checks and of looks again are not among them: those are no talks.
    """

    def counts(self) -> tuple[int, int]:
        """Return how many things were said, and by how many customers."""
        return len(self._verbatims()), len(asked_in(self._store, self._round.id))

    def counts_by_way(self) -> Counter[str]:
        """Return how many things were said about each of the ten ways, by the way's id."""
        return Counter(row.way for row in self._verbatims() if row.way)

    def unanswered_ways(self) -> list[Way]:
        """Return the ways about which no customer has said anything."""
        answered = self.counts_by_way()
        return [way for way in self._store.rows(Way, hidden=False) if way.id not in answered]

    def latest(self, most: int) -> list[RecordedAnswer]:
        """Return the `most` latest answers, newest first."""
        newest = sorted(self._verbatims(), key=lambda row: row.id, reverse=True)[:most]
        return [self._recorded(row) for row in newest]

    def set_aside(self) -> list[Verbatim]:
        """Return all answers that were set aside, of whatever round, newest first."""
        rows = [row for row in self._store.rows(Verbatim) if row.set_aside_on is not None]
        return sorted(rows, key=lambda row: row.id, reverse=True)

    def _recorded(self, row: Verbatim) -> RecordedAnswer:
        who = customer_of(self._store, row.conversation)
        code = self._store.get(Card, row.card).code if row.card else None
        return RecordedAnswer(row, who.number, code, who.wants_to_hear)

    def _verbatims(self) -> list[Verbatim]:
        return said_in(self._store, self._round.id)
