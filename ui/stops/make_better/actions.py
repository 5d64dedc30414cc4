"""What a person can do with a plan, one method each.

Each returns None when the core refused, so that a field can go back to the value that stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Unpack

from cxworkshop.i18n import _
from cxworkshop.model import Licence, PickId
from cxworkshop.stops.make_better import PlanWords
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge

ForReason = Callable[[str], object]  # takes the written reason; "" for none


class PlanActions:
    """Writes to the pick whose plan is shown.

    `again` does what was refused once more, with a written reason; None where none would help.
    `days_are_clear` says whether all days on the sheet can be read; it leads to one that can't.
    """

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.pick: PickId | None = None
        self.again: ForReason | None = None
        self.days_are_clear: Callable[[], bool] = lambda: True

    @property
    def workshop(self) -> Workshop:
        return self._bridge.workshop

    def today(self) -> date:
        """The day that the workshop believes in."""
        return self.workshop.today

    def names(self) -> list[str]:
        """Everybody whose name can be completed."""
        return self.workshop.people.names()

    def do(self, action: Callable[[PickId], object]) -> object:
        """Do something with the pick; return None when there is none, or when it was refused."""
        pick = self.pick
        if pick is None:
            return None
        return self._bridge.attempt(lambda: action(pick)) or None

    def do_for_reason(self, action: Callable[[PickId, str], object], reason: str = "") -> object:
        """Do what R9 or R10 may refuse; `again` waits with it for a written reason."""
        with self._waiting(lambda why: self.do_for_reason(action, why)):
            return self.do(lambda pick: action(pick, reason))

    @contextmanager
    def _waiting(self, again: ForReason) -> Iterator[None]:
        self.again = again
        try:
            yield
        finally:
            self.again = None

    def set_title(self, text: str) -> object:
        """Set the plan's title."""
        return self.do(lambda pick: self.workshop.make_better.rename(pick, text))

    def set_words(self, **words: Unpack[PlanWords]) -> object:
        """Write texts of the plan; those not named stay."""
        return self.do(lambda pick: self.workshop.make_better.set_words(pick, **words))

    def set_owner(self, name: str) -> object:
        """Set the owner by name."""

        def action(pick: PickId, reason: str) -> object:
            with self.workshop.as_one(_("Choose the owner")):
                owner = self.workshop.people.find_or_add(name)
                return self.workshop.make_better.assign_owner(pick, owner, reason)

        return self.do_for_reason(action)

    def set_helpers(self, names: str) -> object:
        """Set the helpers by their names, with commas between them."""

        def action(pick: PickId) -> None:
            better, people = self.workshop.make_better, self.workshop.people
            with self.workshop.as_one(_("Choose the helpers")):
                new = set(people.find_or_add_all(names)) if names.strip() else set()
                old = set(better.helpers(pick))
                for person in old - new:
                    better.remove_helper(pick, person)
                for person in new - old:
                    better.add_helper(pick, person)

        return self.do(action)

    def set_licence(self, *, may: str | None = None, up_to: str | None = None) -> object:
        """Say what may be done, and up to what; what is None stays."""
        was = self._licence()
        may, up_to = was.may if may is None else may, was.up_to if up_to is None else up_to
        return self._grant(replace(was, may=may, up_to=up_to))

    def set_until(self, day: date | None) -> object:
        """Set until when the licence holds; None is without an end."""
        return self._grant(replace(self._licence(), until=day))

    def set_giver(self, name: str) -> object:
        """Set who gives the licence; nobody does where the name is empty."""

        def action(pick: PickId, reason: str) -> None:
            with self.workshop.as_one(_("Give the licence")):
                giver = self.workshop.people.find_or_add(name) if name.strip() else None
                self._write(pick, replace(self._licence(), given_by=giver), reason)

        return self.do_for_reason(action)

    def _licence(self) -> Licence:
        assert self.pick is not None  # its field is on a sheet that is shown
        return self.workshop.make_better.licence(self.pick)

    def _grant(self, new: Licence) -> object:
        return self.do(lambda pick: self._write(pick, new, ""))

    def _write(self, pick: PickId, new: Licence, reason: str) -> None:
        self.workshop.make_better.grant_licence(
            pick, new.may, new.given_by, up_to=new.up_to, until=new.until, reason=reason
        )

    def set_start(self, day: date | None) -> object:
        """Set the first of the thirty days; the check follows from it, and goes with it."""
        better = self.workshop.make_better
        if day is None:
            return self.do(better.unschedule)
        return self.do(lambda pick: better.schedule(pick, day))

    def set_check(self, day: date | None) -> object:
        """Set the day on which customers are asked; None is thirty days after the start."""

        def action(pick: PickId, reason: str) -> object:
            start = self.workshop.make_better.plan(pick).start_on or self.workshop.today
            return self.workshop.make_better.schedule(pick, start, day, reason)

        return self.do_for_reason(action)

    def lock_or_unlock(self) -> object:
        """Lock a plan, or unlock it before the first customer has answered."""

        def action(pick: PickId, reason: str) -> object:
            better = self.workshop.make_better
            locked = better.plan(pick).locked_on
            return better.unlock(pick) if locked else better.lock(pick, reason)

        return self.do_for_reason(action) if self.days_are_clear() else None
