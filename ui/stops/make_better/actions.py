"""What the sheet of a plan says to the core: one method for each thing that can be written on it.

Each returns None when the core refused, so that a field can show again what is so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Unpack

from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _
from cxworkshop.model import PickId
from cxworkshop.stops.make_better import PlanWords
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge


class PlanActions:
    """Writes to the pick that is on the sheet."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.pick: PickId | None = None
        self.page: PlanContent | None = None

    @property
    def workshop(self) -> Workshop:
        """The open workshop."""
        return self._bridge.workshop

    def do(self, action: Callable[[PickId], object]) -> object:
        """Do something with the pick; None when there is none, or when it was refused."""
        pick = self.pick
        if pick is None:
            return None
        return self._bridge.attempt(lambda: action(pick)) or None

    def rename(self, text: str) -> object:
        """What we will do."""
        return self.do(lambda pick: self.workshop.make_better.rename(pick, text))

    def write(self, **words: Unpack[PlanWords]) -> object:
        """Write texts of the plan; those not named stay."""
        return self.do(lambda pick: self.workshop.make_better.set_words(pick, **words))

    def own(self, name: str) -> object:
        """One name."""

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Choose the owner")):
                return self.workshop.make_better.assign_owner(
                    pick, self.workshop.people.find_or_add(name)
                )

        return self.do(action)

    def help(self, names: str) -> object:
        """The helpers' names, with commas between them: who is not among them stops helping."""

        def action(pick: PickId) -> None:
            better, people = self.workshop.make_better, self.workshop.people
            with self.workshop.as_one(_("Choose the helpers")):
                now = {people.find_or_add(name) for name in names.split(",") if name.strip()}
                was = set(better.helpers(pick))
                for person in was - now:
                    better.remove_helper(pick, person)
                for person in now - was:
                    better.add_helper(pick, person)

        return self.do(action)

    def license(
        self,
        may: str | None = None,
        up_to: str | None = None,
        giver: str | None = None,
        until: date | None = None,
    ) -> object:
        """What may be done without asking, up to what, who says so, until when."""

        def action(pick: PickId) -> None:
            was = self.workshop.make_better.licence(pick)
            with self.workshop.as_one(_("Give the licence")):
                who = self.workshop.people.find_or_add(giver) if giver else was.given_by
                self.workshop.make_better.grant_licence(
                    pick,
                    was.may if may is None else may,
                    who,
                    up_to=was.up_to if up_to is None else up_to,
                    until=until or was.until,
                )

        return self.do(action)

    def start(self, day: date) -> object:
        """The first of the thirty days; the check follows from it."""
        return self.do(lambda pick: self.workshop.make_better.schedule(pick, day))

    def check(self, day: date) -> object:
        """Another day for asking customers."""

        def action(pick: PickId) -> object:
            start = self.workshop.make_better.plan(pick).start_on or self.workshop.today
            return self.workshop.make_better.schedule(pick, start, day)

        return self.do(action)

    def add_step(self, words: str, who: str, day: date | None) -> object:
        """A first step, with name and date if they are there."""

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Add a first step")):
                person = self.workshop.people.find_or_add(who) if who.strip() else None
                return self.workshop.make_better.steps.add(pick, words, person, day)

        return self.do(action)

    def block(self, words: str, who: str) -> object:
        """What delays us, and who removes it."""

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Add a blocker")):
                person = self.workshop.people.find_or_add(who)
                return self.workshop.make_better.blockers.add(pick, words, person)

        return self.do(action)

    def finish_step(self, step: str) -> None:
        """It is done, today."""
        self.do(lambda _pick: self.workshop.make_better.steps.finish(step))

    def unblock(self, number: int) -> None:
        """It is out of the way, today."""
        self.do(lambda pick: self.workshop.make_better.blockers.clear(pick, number))

    def lock_or_unlock(self, reason: str) -> object:
        """From a plan to an improvement, and back before the first customer has answered."""

        def action(pick: PickId) -> object:
            better = self.workshop.make_better
            locked = better.plan(pick).locked_on
            return better.unlock(pick) if locked else better.lock(pick, reason)

        return self.do(action)
