"""What a person can do with a plan, one method each.

Each returns None when the core refused, so that a field can go back to the value that stands.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Unpack

from cxworkshop.i18n import _
from cxworkshop.model import PickId
from cxworkshop.stops.make_better import PlanWords
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge


class PlanActions:
    """Writes to the pick whose plan is shown."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.pick: PickId | None = None

    @property
    def workshop(self) -> Workshop:
        return self._bridge.workshop

    def do(self, action: Callable[[PickId], object]) -> object:
        """Do something with the pick; return None when there is none, or when it was refused."""
        pick = self.pick
        if pick is None:
            return None
        return self._bridge.attempt(lambda: action(pick)) or None

    def set_title(self, text: str) -> object:
        """Set the plan's title."""
        return self.do(lambda pick: self.workshop.make_better.rename(pick, text))

    def set_words(self, **words: Unpack[PlanWords]) -> object:
        """Write texts of the plan; those not named stay."""
        return self.do(lambda pick: self.workshop.make_better.set_words(pick, **words))

    def set_owner(self, name: str) -> object:
        """Set the owner by name."""

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Choose the owner")):
                return self.workshop.make_better.assign_owner(
                    pick, self.workshop.people.find_or_add(name)
                )

        return self.do(action)

    def set_helpers(self, names: str) -> object:
        """Set the helpers by their names, with commas between them."""

        def action(pick: PickId) -> None:
            better, people = self.workshop.make_better, self.workshop.people
            with self.workshop.as_one(_("Choose the helpers")):
                new = {people.find_or_add(name) for name in names.split(",") if name.strip()}
                old = set(better.helpers(pick))
                for person in old - new:
                    better.remove_helper(pick, person)
                for person in new - old:
                    better.add_helper(pick, person)

        return self.do(action)

    def set_licence(
        self,
        may: str | None = None,
        up_to: str | None = None,
        giver: str | None = None,
        until: date | None = None,
    ) -> object:
        """Change parts of the licence; what is None stays."""

        def action(pick: PickId) -> None:
            licence = self.workshop.make_better.licence(pick)
            with self.workshop.as_one(_("Give the licence")):
                who = self.workshop.people.find_or_add(giver) if giver else licence.given_by
                self.workshop.make_better.grant_licence(
                    pick,
                    licence.may if may is None else may,
                    who,
                    up_to=licence.up_to if up_to is None else up_to,
                    until=until or licence.until,
                )

        return self.do(action)

    def set_start(self, day: date) -> object:
        """Set the first of the thirty days; the check follows from it."""
        return self.do(lambda pick: self.workshop.make_better.schedule(pick, day))

    def set_check(self, day: date) -> object:
        """Set the day on which customers are asked."""

        def action(pick: PickId) -> object:
            start = self.workshop.make_better.plan(pick).start_on or self.workshop.today
            return self.workshop.make_better.schedule(pick, start, day)

        return self.do(action)

    def add_step(self, words: str, who: str, day: date | None) -> object:
        """Add a first step; the name may be empty."""

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Add a first step")):
                person = self.workshop.people.find_or_add(who) if who.strip() else None
                return self.workshop.make_better.steps.add(pick, words, person, day)

        return self.do(action)

    def add_blocker(self, words: str, who: str) -> object:

        def action(pick: PickId) -> object:
            with self.workshop.as_one(_("Add a blocker")):
                person = self.workshop.people.find_or_add(who)
                return self.workshop.make_better.blockers.add(pick, words, person)

        return self.do(action)

    def finish_step(self, step: str) -> None:
        self.do(lambda _pick: self.workshop.make_better.steps.finish(step))

    def set_step_aside(self, step: str) -> None:
        self.do(lambda _pick: self.workshop.make_better.steps.set_aside(step))

    def clear_blocker(self, number: int) -> None:
        self.do(lambda pick: self.workshop.make_better.blockers.clear(pick, number))

    def lock_or_unlock(self, reason: str) -> object:
        """Lock a plan, or unlock it before the first customer has answered."""

        def action(pick: PickId) -> object:
            better = self.workshop.make_better
            locked = better.plan(pick).locked_on
            return better.unlock(pick) if locked else better.lock(pick, reason)

        return self.do(action)
