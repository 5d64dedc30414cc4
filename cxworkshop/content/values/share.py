"""What the sheets of stop 8 say: an improvement as it may be told, and the page for all staff."""

from __future__ import annotations

from datetime import date

from cxworkshop.content.values.shared import CustomerQuote
from cxworkshop.i18n import _
from cxworkshop.value_object import ValueObject


class PosterContent(ValueObject):
    """One improvement: you said, we did, you say now. `lead` is what R6 lets us say above `ours`.

    `heard` of `asked` customers asked for it; `notice` of `answered` say that they notice.
    """

    team: str
    round_number: int
    slot: int
    month: date
    title: str
    topic: str  # its headline on the big list: stands in where there is no customer's quote
    quote: CustomerQuote | None
    heard: int
    asked: int
    claim: str  # a rules.Claim
    stage: str  # a stages.Stage
    lead: str
    ours: str  # to customers
    ours_among_us: str  # of customers, for the people who work here
    promise: str  # as it was made, whatever became of it; "" where there is none
    done: tuple[str, ...]  # first steps that are done
    doers: str
    notice: int
    answered: int
    counted: str  # "3 of 5 customers notice.", or "" before anybody was asked
    others: str  # "1 no difference, 1 worse"
    answers: tuple[CustomerQuote, ...]
    days_asked: tuple[date, ...]  # of the 30-day check, earliest first
    coming: str

    @property
    def not_asked(self) -> str:
        """What the team reads in place of answers, where nobody has been asked."""
        if not self.coming:
            return _("Nobody has been asked yet.")
        text = _("Nobody has been asked yet. It goes along; round {n} will remind you.")
        return text.format(n=self.round_number + 1)


class PromiseLine(ValueObject):
    """What we promise, and what customers say they get; "" where nobody has asked them."""

    promise: str
    customers_get: str


class StaffPageContent(ValueObject):
    """The round for everybody who works here. `next_steps` are sentences.

    `customers` of the `asked` said the `verbatims` of this round.
    """

    team: str
    round_number: int
    verbatims: int
    customers: int
    asked: int
    improvements: tuple[PosterContent, ...]
    promises: tuple[PromiseLine, ...]
    next_steps: tuple[str, ...]
