"""What the sheets of stop 5 say: action plans, and the thirty days on the wall."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from cxworkshop.content.values.shared import CriterionReason, CustomerQuote, best_quote
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import Pick
from cxworkshop.textual import quote_order
from cxworkshop.value_object import ValueObject


class PlanStep(ValueObject):
    """A first step: what, who, by when."""

    words: str
    who: str
    by_when: date | None
    done: bool


class PlanBlocker(ValueObject):
    """A blocker; `removed_on` is None while it still delays the work, then it has no days yet."""

    words: str
    remover: str
    days_lost: int
    removed_on: date | None
    since: date | None = None  # the day on which it came up, where that is known


def licence_lead() -> str:
    """How a licence begins; what it does not allow is named behind it."""
    return _("Do what it takes. Only ask us about:")


class PlanLicence(ValueObject):
    """What the doers may do without asking; parts may be empty until the plan is locked.

    `may` is the whole sentence; `ask_about` is what was typed behind our lead.
    """

    may: str = ""
    up_to: str = ""
    giver: str = ""
    until: date | None = None

    @property
    def has_lead(self) -> bool:
        """Whether it is said, or will be said, in our words; an older one may have its own."""
        return not self.may.strip() or self.may.startswith(licence_lead())

    @property
    def ask_about(self) -> str:
        """What is typed behind the lead; all of it where it has no lead."""
        return self.may.removeprefix(licence_lead()).strip()


class PlanBefore(ValueObject):
    """An earlier pick that a plan continues: what became of it, and what customers said then."""

    became: str  # "round 1: tried, and learned: nobody looks up there"
    counted: str  # "0 of 2 customers notice."
    quotes: tuple[CustomerQuote, ...]


class ChosenQuote(NamedTuple):
    """The words that a person chose to quote; `place` is that of the whole among all quotes."""

    place: int
    quote: CustomerQuote


class PlanContent(ValueObject):
    """Everything on one action plan. Empty strings and None print as lines to write on.

    `pick` holds what was written on the plan itself; the rest is looked up or counted.
    """

    pick: Pick
    team: str
    language: str
    round_number: int
    slot: int
    of: int  # number of picks in this round; 0 if a slot before the last one is empty
    reasons: tuple[CriterionReason, ...]
    code: str = ""  # "17" of a card, "B" of a group
    title: str = ""
    quotes: tuple[CustomerQuote, ...] = ()
    chosen: ChosenQuote | None = None
    heard: int = 0  # customers who asked for something like this
    asked: int = 0  # customers we talked to in all
    owner: str = ""
    helpers: tuple[str, ...] = ()
    licence: PlanLicence = PlanLicence()
    steps: tuple[PlanStep, ...] = ()
    blockers: tuple[PlanBlocker, ...] = ()
    before: tuple[PlanBefore, ...] = ()  # what it continues, the oldest first
    overrides: tuple[str, ...] = ()  # written reasons for going past R9 or R10: always printed

    @property
    def quote(self) -> CustomerQuote | None:
        """What is quoted where there is room for one: what was chosen, else what says it best."""
        return self.chosen.quote if self.chosen else best_quote(self.quotes)

    def best_quotes(self, most: int) -> list[CustomerQuote]:
        """At most `most` quotes in their own order, the chosen one among them as it was cut.

        Of the others, those of a good length come first, and the shortest of them.
        """
        chosen = self.chosen.place if self.chosen else None

        def order(place: int) -> tuple[bool, bool, int]:
            words = self.quotes[place].words
            return place != chosen, quote_order(words)[0], len(words)

        best = sorted(sorted(range(len(self.quotes)), key=order)[:most])
        return [self.chosen.quote if self.chosen and n == chosen else self.quotes[n] for n in best]

    @property
    def promise(self) -> str:
        """The promise as a sentence, "When a customer …, we …"; "" before we promise anything."""
        from cxworkshop.promise_words import promise_of  # its patterns take 4 ms

        return promise_of(self.pick.promise_when, self.pick.promise_we).sentence

    @property
    def promise_opening(self) -> str:
        """Its first half, "When a customer …"; "" while there is none."""
        from cxworkshop.promise_words import promise_of

        return promise_of(self.pick.promise_when, self.pick.promise_we).opening

    @property
    def heard_by(self) -> str:
        """How many of the customers asked for something like this, as a sentence."""
        text = ngettext(
            "{heard} of the {n} {customer} we talked to asked for something like this.",
            "{heard} of the {n} {customers} we talked to asked for something like this.",
            self.asked,
        )
        return text.format(heard=self.heard, n=self.asked)

    @property
    def doers(self) -> str:
        """ "Mira leads; Ben and Ana help"; "" while nobody is named."""
        leads = _("{name} leads").format(name=self.owner) if self.owner else ""
        if not leads or not self.helpers:
            return leads or self.who_helps
        return _("{leads}; {help}").format(leads=leads, help=self.who_helps)

    @property
    def who_helps(self) -> str:
        """ "Ben and Ana help"; "" while nobody does."""
        if not self.helpers:
            return ""
        *first, last = self.helpers
        names = _("{names} and {last}").format(names=with_commas(first), last=last)
        text = ngettext("{names} helps", "{names} help", len(self.helpers))
        return text.format(names=names if first else last)

    @property
    def judged(self) -> float:
        """The share, from 0 to 1, of the criteria that are a yes."""
        yes = sum(reason.answer == "yes" for reason in self.reasons)
        return yes / len(self.reasons) if self.reasons else 0.0

    @property
    def begun(self) -> float:
        """The share, from 0 to 1, of what locking needs: four times yes, people and dates."""
        parts = [reason.answer == "yes" for reason in self.reasons]
        parts += [bool(self.owner), bool(self.licence.giver)]
        parts += [self.pick.start_on is not None, self.pick.check_on is not None]
        return sum(parts) / len(parts)


class InTheWay(ValueObject):
    """Something that delays the doers, and who clears it; a step past its date too."""

    words: str
    how_long: str  # "5 days lost", "3 days late"; "" on its first day
    who: str


class WeeklyLook(ValueObject):
    """What to say when the doers meet once a week."""

    moved: tuple[str, ...]  # in the last seven days
    in_the_way: tuple[InTheWay, ...]
    friday: date


class WeeklySheetContent(ValueObject):
    """The weekly look at one locked plan, for paper."""

    plan: PlanContent
    look: WeeklyLook
    day: date  # of the look

    @property
    def slot(self) -> int:
        """From 1 to 3, as on the plan."""
        return self.plan.slot


class Week(ValueObject):
    """One week of the thirty days, numbered from 1."""

    number: int
    first: date
    last: date


class WallSheetContent(ValueObject):
    """The thirty days of one plan. `days_off` are its weekends and the team's holidays."""

    plan: PlanContent
    days_off: tuple[date, ...]
    weeks: tuple[Week, ...]

    @property
    def slot(self) -> int:
        """From 1 to 3, as on the plan."""
        return self.plan.slot
