"""Stop 5, Make it better: the plan of a pick, and the day on which it becomes an improvement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxworkshop.errors import CannotUnlock, Locked, NotFound
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import (
    Blocker,
    CheckId,
    DayCheck,
    FirstStep,
    FrozenVerbatim,
    Helper,
    Licence,
    Override,
    PersonId,
    Pick,
    PickId,
)
from cxworkshop.queries.feedback import words_of
from cxworkshop.queries.progress import (
    answers_of,
    latest_check,
    licence_of,
    missing_dates,
    missing_people,
)
from cxworkshop.queries.subjects import pick_subject
from cxworkshop.queries.workdays import check_day
from cxworkshop.rules import (
    refuse_early_check,
    refuse_late_check,
    refuse_lock,
    refuse_own_road,
)
from cxworkshop.stops.stop import Stop, fitting, headline, needed
from cxworkshop.store.tables.journal import Edit


class Planning(Stop):
    """What a plan says, until it is locked."""

    def plan(self, pick: PickId) -> Pick:
        """The pick with its plan, as it is now."""
        return self._store.get(Pick, pick)

    def rename(self, pick: PickId, title: str) -> Pick:
        """What we will do, as the plan's title: also the way to make it smaller."""
        return self._change(replace(self.plan(pick), title=headline(title)), _("Name the plan"))

    def set_promise(self, pick: PickId, when: str, we: str) -> Pick:
        """ "When a customer …, we …"."""
        row = replace(self.plan(pick), promise_when=fitting(when), promise_we=fitting(we))
        return self._change(row, _("Write the promise"))

    def assign_owner(self, pick: PickId, owner: PersonId, reason: str = "") -> Pick:
        """Who owns it; raises OwnRoad when they gave its licence or remove its blockers (R10)."""
        with self._store.edit(_("Choose the owner")) as edit:
            for who in self._who_clears(pick):
                self._own_road(edit, pick, owner, who, reason)
            return self._change(replace(self.plan(pick), owner=owner), "")

    def add_helper(self, pick: PickId, person: PersonId) -> None:
        """Somebody who does the work as well."""
        with self._store.edit(_("Add a helper")) as edit:
            edit.write(Helper(id=f"{pick}/{person}", pick=pick, person=person))

    def remove_helper(self, pick: PickId, person: PersonId) -> None:
        """They do not after all."""
        helper = self._store.find(Helper, f"{pick}/{person}")
        if helper is not None:
            with self._store.edit(_("Take a helper out")) as edit:
                edit.remove(helper)

    def helpers(self, pick: PickId) -> list[PersonId]:
        """Who does the work beside the owner."""
        return [row.person for row in self._store.rows(Helper, pick=pick)]

    def licence(self, pick: PickId) -> Licence:
        """The licence as it is now; an empty one where nobody has given any."""
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
        """What the doers may do without asking, and who says so; raises OwnRoad (R10).

        Without a giver these are words that still wait for somebody to say them.
        """
        with self._store.edit(_("Give the licence")) as edit:
            if giver is not None:
                self._own_road(edit, pick, self.plan(pick).owner, giver, reason)
            row = replace(licence_of(self._store, pick), may=fitting(may))
            edit.write(replace(row, up_to=fitting(up_to), given_by=giver, until=until))

    def schedule(
        self, pick: PickId, start: date, check: date | None = None, reason: str = ""
    ) -> Pick:
        """Start and check date; without one, start + 30 days moved to the next working day.

        Raises CheckBeforeStart, and CheckTooLate without a written reason (R10).
        """
        row = replace(
            self.plan(pick), start_on=start, check_on=check or check_day(self._store, start)
        )
        refuse_early_check(row)
        with self._store.edit(_("Set the dates")) as edit:
            if reason.strip():
                self._override(edit, pick, "R10", reason)
            else:
                refuse_late_check(row)
            return self._change(row, "")

    def plan_check(
        self, pick: PickId, *, who: str = "", whom: str = "", expectation: str = ""
    ) -> Pick:
        """Who asks whom on day 30, and what we expect customers to say."""
        row = replace(self.plan(pick), who_asks=fitting(who), whom=fitting(whom))
        return self._change(replace(row, expectation=fitting(expectation)), _("Plan the asking"))

    def add_step(
        self, pick: PickId, words: str, who: PersonId | None = None, by_when: date | None = None
    ) -> FirstStep:
        """A first step, with name and date."""
        step = FirstStep(
            id=new_id(),
            pick=pick,
            words=needed(words),
            who=who,
            by_when=by_when,
            position=self._store.count(FirstStep, pick=pick),
        )
        with self._store.edit(_("Add a first step")) as edit:
            edit.write(step)
        return step

    def steps(self, pick: PickId) -> list[FirstStep]:
        """The first steps, those that are done among them."""
        return self._store.rows(FirstStep, pick=pick, set_aside_on=None)

    def finish_step(self, step: str) -> None:
        """It is done, today."""
        was = self._store.get(FirstStep, step)
        with self._store.edit(_("Finish a first step")) as edit:
            edit.write(replace(was, done_on=self._today()))

    def set_aside_step(self, step: str) -> None:
        """It is not needed after all."""
        was = self._store.get(FirstStep, step)
        with self._store.edit(_("Set a first step aside")) as edit:
            edit.write(replace(was, set_aside_on=self._today()))

    def add_blocker(self, pick: PickId, words: str, remover: PersonId, reason: str = "") -> Blocker:
        """Something delays the doers; raises OwnRoad when the owner is to remove it (R10)."""
        row = Blocker(id=new_id(), pick=pick, words=needed(words), remover=remover)
        with self._store.edit(_("Add a blocker")) as edit:
            self._own_road(edit, pick, self.plan(pick).owner, remover, reason)
            edit.write(row)
        return row

    def blockers(self, pick: PickId) -> list[Blocker]:
        """What delays and what delayed, in the order in which it came up."""
        return self._store.rows(Blocker, pick=pick, set_aside_on=None)

    def clear_blocker(self, pick: PickId, number: int, days_lost: int = 0) -> Blocker:
        """The pick's blocker with this number (1, 2 …) is out of the way, today."""
        there = self.blockers(pick)
        if not 1 <= number <= len(there):
            raise NotFound(_("There is no blocker {number} here.").format(number=number))
        row = replace(there[number - 1], removed_on=self._today(), days_lost=max(0, days_lost))
        with self._store.edit(_("Remove a blocker")) as edit:
            edit.write(row)
        return row

    def missing(self, pick: PickId) -> tuple[str, ...]:
        """What locking still wants, in words; empty when it is ready (R9)."""
        row = self.plan(pick)
        return missing_people(self._store, row) + missing_dates(row)

    def _change(self, row: Pick, title: str) -> Pick:
        """Write a plan's own row; raises Locked once it is an improvement."""
        if row.locked_on is not None:
            raise Locked
        with self._store.edit(title) as edit:
            edit.write(row)
        return row

    def _who_clears(self, pick: PickId) -> list[PersonId | None]:
        removers: list[PersonId | None] = [row.remover for row in self.blockers(pick)]
        return [licence_of(self._store, pick).given_by, *removers]

    def _own_road(
        self, edit: Edit, pick: PickId, owner: PersonId | None, who: PersonId | None, reason: str
    ) -> None:
        if reason.strip() and owner is not None and owner == who:
            self._override(edit, pick, "R10", reason)
        else:
            refuse_own_road(self._store, owner, who)

    def _override(self, edit: Edit, pick: PickId, rule: str, reason: str) -> None:
        edit.write(Override(id=new_id(), pick=pick, rule=rule, reason=needed(reason)))


class MakeBetter(Planning):
    """The plans of the picks, and the day on which one becomes an improvement."""

    def lock(self, pick: PickId, reason: str = "") -> Pick:
        """Make it an improvement: words and headline are frozen, and a 30-day check is due.

        Raises NotReadyToLock (R9) and Locked. The reason passes over all but the dates.
        """
        row = self.plan(pick)
        if row.locked_on is not None:
            raise Locked
        refuse_lock(self._store, row, reason)
        subject = pick_subject(self._store, row)
        with self._store.edit(_("Lock {name}").format(name=subject.in_title)) as edit:
            if self.missing(pick):
                self._override(edit, pick, "R9", reason)
            locked = replace(row, locked_on=self._today(), frozen_headline=subject.headline)
            edit.write(locked)
            self._freeze(edit, locked)
            self._expect_check(edit, locked)
        return locked

    def unlock(self, pick: PickId) -> Pick:
        """Open the plan again; raises CannotUnlock once the first customer has answered."""
        check = latest_check(self._store, pick)
        if check is not None and answers_of(self._store, check):
            raise CannotUnlock
        row = replace(self.plan(pick), locked_on=None)
        with self._store.edit(_("Unlock a plan")) as edit:
            edit.write(row)
            self._thaw(edit, row)
        return row

    def _freeze(self, edit: Edit, pick: Pick) -> None:
        self._thaw(edit, pick)
        cards = pick_subject(self._store, pick).cards
        said = [verbatim for card in cards for verbatim in words_of(self._store, card)]
        for place, verbatim in enumerate(said):
            edit.write(
                FrozenVerbatim(
                    id=f"{pick.id}/{verbatim.id}",
                    pick=pick.id,
                    verbatim=verbatim.id,
                    words=verbatim.said,
                    position=place,
                )
            )

    def _thaw(self, edit: Edit, pick: Pick) -> None:
        for frozen in self._store.rows(FrozenVerbatim, pick=pick.id):
            edit.remove(frozen)

    def _expect_check(self, edit: Edit, pick: Pick) -> None:
        """The check that is due; one that has its verdict already is followed by the next."""
        assert pick.check_on is not None  # R9 has just seen to it
        last = latest_check(self._store, pick.id)
        if last is not None and last.verdict is None:
            edit.write(replace(last, due_on=pick.check_on, round=self._round.id))
            return
        attempt = last.attempt + 1 if last else 1
        name = CheckId(f"{pick.id}/check-{attempt}")
        edit.write(
            DayCheck(
                id=name,
                pick=pick.id,
                round=self._round.id,
                attempt=attempt,
                due_on=pick.check_on,
            )
        )
