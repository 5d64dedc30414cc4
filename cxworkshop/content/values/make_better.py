"""What the sheets of stop 5 say: action plans, and the thirty days on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.content.values.shared import CriterionReason, CustomerQuote
from cxworkshop.i18n import _
from cxworkshop.model import Pick


@dataclass(frozen=True, kw_only=True)
class PlanStep:
    """A first step: what, who, by when."""

    words: str
    who: str
    by_when: date | None
    done: bool


@dataclass(frozen=True, kw_only=True)
class PlanBlocker:
    """A blocker; `removed_on` is None while it still delays the work, then it has no days yet."""

    words: str
    remover: str
    days_lost: int
    removed_on: date | None
    since: date | None = None  # the day on which it came up, where that is known


@dataclass(frozen=True, kw_only=True)
class PlanLicence:
    """What the doers may do without asking; parts may be empty until the plan is locked."""

    may: str = ""
    up_to: str = ""
    giver: str = ""
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class PlanContent:
    """Everything on one action plan. Empty strings and None print as lines to write on.

    `pick` holds what was written on the plan itself; the rest is looked up or counted.
    """

    pick: Pick
    team: str
    language: str
    round_number: int
    slot: int
    of: int  # number of picks in this round
    reasons: tuple[CriterionReason, ...]
    code: str = ""  # "17" of a card, "B" of a group
    title: str = ""
    quotes: tuple[CustomerQuote, ...] = ()
    heard: int = 0  # customers who asked for something like this
    asked: int = 0  # customers we talked to in all
    owner: str = ""
    helpers: tuple[str, ...] = ()
    licence: PlanLicence = PlanLicence()
    steps: tuple[PlanStep, ...] = ()
    blockers: tuple[PlanBlocker, ...] = ()
    overrides: tuple[str, ...] = ()  # written reasons for going past R9 or R10: always printed
    names_shown: bool = False  # the footer then says that customers' names are on the page

    @property
    def promise(self) -> str:
        """The promise as a sentence, "When a customer …, we …"; or only the half that is there."""
        we = self.pick.promise_we.rstrip(".")
        if not self.pick.promise_when or not we:
            return self.pick.promise_we
        when = self.pick.promise_when.rstrip(",")
        return _("When a customer {when}, we {we}.").format(when=when, we=we)

    @property
    def begun(self) -> float:
        """The share, from 0 to 1, of what locking needs: four times yes, people and dates."""
        parts = [reason.answer == "yes" for reason in self.reasons]
        parts += [bool(self.owner), bool(self.licence.giver)]
        parts += [self.pick.start_on is not None, self.pick.check_on is not None]
        return sum(parts) / len(parts)


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week of the thirty days, numbered from 1."""

    number: int
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class WallSheetContent:
    """The thirty days of one plan. `days_off` are its weekends and the team's holidays."""

    plan: PlanContent
    days_off: tuple[date, ...]
    weeks: tuple[Week, ...]

    @property
    def slot(self) -> int:
        """From 1 to 3, as on the plan."""
        return self.plan.slot
