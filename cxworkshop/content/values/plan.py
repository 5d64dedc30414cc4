"""What an action plan says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.model import Pick


@dataclass(frozen=True, kw_only=True)
class CustomerQuote:
    """A customer's own words, and who said them as far as paper may tell ("regular customer")."""

    words: str
    said_by: str


@dataclass(frozen=True, kw_only=True)
class CriterionReason:
    """One of the four criteria with its answer: "yes", "no", "unsure" or "" (not asked yet)."""

    title: str
    answer: str
    why: str


@dataclass(frozen=True, kw_only=True)
class PlanStep:
    """A first step: what, who, by when."""

    words: str
    who: str
    by_when: date | None
    done: bool


@dataclass(frozen=True, kw_only=True)
class PlanBlocker:
    """A blocker as the sheet shows it; `removed_on` is None while it still delays."""

    words: str
    remover: str
    days_lost: int
    removed_on: date | None


@dataclass(frozen=True, kw_only=True)
class PlanLicence:
    """What the doers may do without asking. All may be empty on a plan that is not locked."""

    may: str
    up_to: str
    giver: str
    until: date | None


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """Everything on one action plan. Empty strings and None print as lines to write on.

    `pick` holds what the plan says in its own fields; the rest is looked up or worked out.
    """

    pick: Pick
    team: str
    language: str
    round_number: int
    slot: int
    of: int
    code: str  # "17" of a card, "B" of a group
    title: str
    quotes: tuple[CustomerQuote, ...]
    heard: int  # customers who asked for something like this
    asked: int  # customers we talked to in all
    reasons: tuple[CriterionReason, ...]
    owner: str
    helpers: tuple[str, ...]
    licence: PlanLicence
    steps: tuple[PlanStep, ...]
    blockers: tuple[PlanBlocker, ...]
    overrides: tuple[str, ...]  # written reasons for going past R9 or R10: always printed
    names_shown: bool = False  # turned on for this print: the foot of the page then says so

    @property
    def begun(self) -> float:
        """The share that is there of what locking wants: four times yes, people, dates."""
        asked = [reason.answer == "yes" for reason in self.reasons]
        asked += [bool(self.owner), bool(self.licence.giver)]
        asked += [self.pick.start_on is not None, self.pick.check_on is not None]
        return sum(asked) / len(asked)


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week on the wall: its days, and what was written down of it so far."""

    number: int
    first: date
    last: date


@dataclass(frozen=True, kw_only=True)
class WallPlan:
    """The thirty days of one plan. `free` are its weekends and the team's holidays."""

    plan: PlanPage
    promise: str
    free: tuple[date, ...]
    weeks: tuple[Week, ...]

    @property
    def slot(self) -> int:
        """From 1 to 3, as on the plan."""
        return self.plan.slot
