"""Stop 5, Make it better: the plan of a pick, and the day on which it becomes an improvement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from cxworkshop.errors import CannotUnlock, Locked
from cxworkshop.i18n import _, n_
from cxworkshop.model import CheckId, DayCheck, Helper, Licence, PersonId, Pick, PickId
from cxworkshop.on_demand import Part
from cxworkshop.queries.progress import (
    answers_of,
    latest_check,
    licence_of,
    missing_to_lock,
)
from cxworkshop.queries.stories import checks_before
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.queries.workdays import check_day
from cxworkshop.rules import refuse_early_check, refuse_late_check, refuse_lock
from cxworkshop.stops.make_better.frozen_words import freeze_words, remove_frozen_words
from cxworkshop.stops.make_better.overrides import check_own_road, write_override
from cxworkshop.stops.stop import Stop, fitting, headline
from cxworkshop.store.tables.edit import Edit

if TYPE_CHECKING:
    from cxworkshop.stops.make_better.blockers import Blockers
    from cxworkshop.stops.make_better.ideas import Ideas
    from cxworkshop.stops.make_better.quotes import Quotes
    from cxworkshop.stops.make_better.steps import FirstSteps


class PlanWords(TypedDict, total=False):
    """The texts of a plan, named like the fields of `Pick` that hold them."""

    promise_when: str
    promise_we: str
    who_asks: str
    whom: str
    expectation: str


EDIT_TITLES: Mapping[str, str] = {
    "promise_when": n_("Write the promise"),
    "promise_we": n_("Write the promise"),
    "who_asks": n_("Plan the asking"),
    "whom": n_("Plan the asking"),
    "expectation": n_("Plan the asking"),
}  # by the first field that is written


class MakeBetter(Stop):
    """The plans of the picks; a locked plan is an improvement."""

    steps: Part[FirstSteps] = Part("cxworkshop.stops.make_better.steps:FirstSteps")
    blockers: Part[Blockers] = Part("cxworkshop.stops.make_better.blockers:Blockers")
    quotes: Part[Quotes] = Part("cxworkshop.stops.make_better.quotes:Quotes")
    ideas: Part[Ideas] = Part("cxworkshop.stops.make_better.ideas:Ideas")

    def plan(self, pick: PickId) -> Pick:
        """Return the pick with its plan, as it is now."""
        return self._store.get(Pick, pick)

    def rename(self, pick: PickId, title: str) -> Pick:
        """Set the plan's title: what we will do, or the part of it that fits thirty days."""
        return self._change(replace(self.plan(pick), title=headline(title)), _("Name the plan"))

    def set_words(self, pick: PickId, **words: Unpack[PlanWords]) -> Pick:
        """Write texts of the plan; those not named stay. Raises Locked, and BadWords if too long.

        `set_words(pick, promise_we="answer within a minute")`
        """
        cleaned: dict[str, Any] = {name: fitting(str(text)) for name, text in words.items()}
        title = _(EDIT_TITLES[next(iter(cleaned))])
        return self._change(replace(self.plan(pick), **cleaned), title)

    def assign_owner(self, pick: PickId, owner: PersonId, reason: str = "") -> Pick:
        """Set the owner; raises ClearsOwnRoad for the licence giver or a blocker's remover (R10).

        A written reason passes over R10.
        """
        clearing = self._who_clears(pick) if owner != self.plan(pick).owner else {}
        with self._store.edit(_("Choose the owner")) as edit:
            for who in clearing:
                check_own_road(self._store, edit, pick, (owner, who), reason)
            return self._change(replace(self.plan(pick), owner=owner), "")

    def add_helper(self, pick: PickId, person: PersonId) -> None:
        """Add somebody who does the work beside the owner."""
        with self._store.edit(_("Add a helper")) as edit:
            edit.write(Helper(id=f"{pick}/{person}", pick=pick, person=person))

    def remove_helper(self, pick: PickId, person: PersonId) -> None:
        helper = self._store.find(Helper, f"{pick}/{person}")
        if helper is not None:
            with self._store.edit(_("Take a helper out")) as edit:
                edit.remove(helper)

    def helpers(self, pick: PickId) -> list[PersonId]:
        """Return who does the work beside the owner."""
        return [row.person for row in self._store.rows(Helper, pick=pick)]

    def licence(self, pick: PickId) -> Licence:
        """Return the licence, an empty one where nobody has given any."""
        return licence_of(self._store, pick)

    def grant_licence(
        self,
        pick: PickId,
        may: str,
        giver: PersonId | None,
        *,
        up_to: str = "",
        until: date | None = None,
        reason: str = "",
    ) -> None:
        """Set what the doers may do without asking, and who allows it.

        Without a giver it is a draft. Raises ClearsOwnRoad when the owner gives it (R10), unless
        there is a written reason.
        """
        was = licence_of(self._store, pick)
        with self._store.edit(_("Give the licence")) as edit:
            if giver is not None and giver != was.given_by:
                check_own_road(self._store, edit, pick, (self.plan(pick).owner, giver), reason)
            row = replace(was, may=fitting(may))
            edit.write(replace(row, up_to=fitting(up_to), given_by=giver, until=until))

    def schedule(
        self, pick: PickId, start: date, check: date | None = None, reason: str = ""
    ) -> Pick:
        """Set start and check date, by default start + 30 days moved to the next working day.

        Raises CheckBeforeStart, and CheckTooLate without a written reason (R10).
        """
        row = replace(
            self.plan(pick), start_on=start, check_on=check or check_day(self._store, start)
        )
        refuse_early_check(row)
        with self._store.edit(_("Set the dates")) as edit:
            if reason.strip():
                write_override(edit, pick, "R10", reason)
            else:
                refuse_late_check(row)
            return self._change(row, "")

    def unschedule(self, pick: PickId) -> Pick:
        """Take both dates out; raises Locked."""
        row = replace(self.plan(pick), start_on=None, check_on=None)
        return self._change(row, _("Take the dates out"))

    def missing(self, pick: PickId) -> tuple[str, ...]:
        """Return what is missing before the plan can be locked (R9), as phrases to show."""
        return missing_to_lock(self._store, self.plan(pick))

    def lock(self, pick: PickId, reason: str = "") -> Pick:
        """Make a plan an improvement: freeze words and headline, and expect a 30-day check.

        Raises Locked and NotReadyToLock (R9); a reason passes over all but missing dates.
        """
        row = self.plan(pick)
        if row.locked_on is not None:
            raise Locked
        refuse_lock(self._store, row, reason)
        subject = pick_subject(self._store, row)
        with self._store.edit(_("Lock {name}").format(name=subject.in_title)) as edit:
            if self.missing(pick):
                write_override(edit, pick, "R9", reason)
            locked = replace(row, locked_on=self._today(), frozen_headline=subject.headline)
            edit.write(locked)
            freeze_words(self._store, edit, locked)
            self._expect_check(edit, locked)
        return locked

    def unlock(self, pick: PickId) -> Pick:
        """Reopen a plan; raises CannotUnlock once the first customer has answered."""
        check = latest_check(self._store, pick)
        if check is not None and answers_of(self._store, check):
            raise CannotUnlock
        row = replace(self.plan(pick), locked_on=None)
        with self._store.edit(_("Unlock a plan")) as edit:
            edit.write(row)
            remove_frozen_words(self._store, edit, row)
        return row

    def _change(self, row: Pick, title: str) -> Pick:
        """Write the row of a plan; raises Locked once it is an improvement."""
        if row.locked_on is not None:
            raise Locked
        with self._store.edit(title) as edit:
            edit.write(row)
        return row

    def _who_clears(self, pick: PickId) -> dict[PersonId | None, None]:
        removers: list[PersonId | None] = [row.remover for row in self.blockers.of(pick)]
        return dict.fromkeys([licence_of(self._store, pick).given_by, *removers])

    def _expect_check(self, edit: Edit, pick: Pick) -> None:
        """Set when the open check is due; begin the next one where the last has its verdict."""
        assert pick.check_on is not None  # R9 has just refused a plan without it
        last = latest_check(self._store, pick.id)
        if last is not None and last.verdict is None:
            edit.write(replace(last, due_on=pick.check_on))
            self._take_up_again(edit, last)
            return
        earlier = [*checks_before(self._store, pick), *([last] if last else [])]
        attempt = max((check.attempt for check in earlier), default=0) + 1
        name = CheckId(f"{pick.id}/check-{attempt}")
        edit.write(DayCheck(id=name, pick=pick.id, attempt=attempt, due_on=pick.check_on))
