"""What the list of answers to everybody says, and the slips for those who want to hear."""

from __future__ import annotations

from cxworkshop.value_object import ValueObject


class AnsweredWish(ValueObject):
    """A wish with its answer. `words` are our headline, or a customer's own where `said` is true.

    `kind` is a wishes.AnswerKind. The answer is `lead` and the `sentences` that follow it.
    """

    code: str
    words: str
    said: bool
    customers: int
    kind: str
    lead: str
    sentences: tuple[str, ...]
    slips: int  # how many of these customers want to hear
    awaited: bool  # handed on, and not answered yet


class AnswersContent(ValueObject):
    """Every wish by code, and how many have each answer, in the order of the answers.

    `kinds` are the answers that the list is for; empty for all.
    """

    team: str
    round_number: int
    wishes: tuple[AnsweredWish, ...]
    counts: tuple[tuple[str, int], ...]
    unanswered: int  # 0: each wish has one
    awaited: int
    slips: int  # how many customers want to hear
    kinds: tuple[str, ...] = ()

    @property
    def listed(self) -> tuple[AnsweredWish, ...]:
        """The wishes that have one of the answers the list is for."""
        return tuple(wish for wish in self.wishes if not self.kinds or wish.kind in self.kinds)


class SlipWish(ValueObject):
    """One wish of one customer, in their own `words`, or in the card's where they only agreed."""

    code: str
    words: tuple[str, ...]
    agreed: bool
    kind: str
    lead: str
    sentences: tuple[str, ...]


class AnswerSlip(ValueObject):
    """A slip to hand out; the customer is a number, and has a name only where turned on (R7)."""

    customer: int
    wishes: tuple[SlipWish, ...]
    customer_name: str = ""


class AnswerSlipsContent(ValueObject):
    """A slip for each customer who wants to hear and has a wish, by number."""

    team: str
    round_number: int
    slips: tuple[AnswerSlip, ...]
