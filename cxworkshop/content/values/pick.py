"""What the sheets of stop 4 say: ballots, and the grid of the four criteria."""

from __future__ import annotations

from cxworkshop.content.values.shared import CriterionReason
from cxworkshop.value_object import ValueObject


class Contender(ValueObject):
    """A group or a card that can be picked. `said` is true where the words are a customer's own.

    `answers` are the four criteria where it is in a slot, else empty.
    """

    code: str
    words: str
    said: bool
    customers: int
    served: int  # how many of these customers are of a kind that we said we serve
    answers: tuple[CriterionReason, ...] = ()


class BallotsContent(ValueObject):
    """What can be voted for, the most heard first, and how many people have a say.

    `workshop` is its short identity.
    """

    team: str
    workshop: str
    round_number: int
    contenders: tuple[Contender, ...]
    voters: int


class CriteriaGridContent(ValueObject):
    """The same contenders against the four criteria, each with its title and its help."""

    team: str
    round_number: int
    contenders: tuple[Contender, ...]
    criteria: tuple[tuple[str, str], ...]
