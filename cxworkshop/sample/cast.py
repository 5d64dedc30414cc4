"""The bakery's people and its customers' cards, by the names they have in the story's file."""

from __future__ import annotations

from cxworkshop.model import CardId, CustomerId, PersonId
from cxworkshop.workshop import Workshop


class Cast:
    """Finds people, cards and groups; `cards` are those that were said so far."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self.cards: dict[str, CardId] = {}

    def person(self, name: str) -> PersonId:
        """One of the bakery's people, who is added when first named."""
        return self._workshop.people.find_or_add(name)

    def code(self, name: str) -> str:
        """The code of a group, by its headline, or of a card, by its name in the story."""
        board = self._workshop.big_list.board()
        for group in board.groups:
            if group.headline == name:
                return group.letter
        return str(next(card.code for card in board.cards if card.id == self.cards[name]))

    def customer(self, kind: str, asked: list[CustomerId]) -> CustomerId:
        """The first of these customers of a kind, or a new one."""
        known = (row for row in self._workshop.talk.customers.all() if row.id in asked)
        found = next((row for row in known if row.kind == kind), None)
        return (found or self._workshop.talk.next_customer(kind=kind)).id
