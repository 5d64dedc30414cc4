"""First steps: what is done first, by whom and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import FirstStep, PersonId, PickId
from cxworkshop.stops.make_better.ideas import Ideas
from cxworkshop.stops.make_better.ordering import in_order
from cxworkshop.stops.stop import StopPart, needed


class FirstSteps(StopPart):
    """The first steps of each plan. They change while the plan is locked too: work goes on."""

    def of(self, pick: PickId) -> list[FirstStep]:
        """Return a plan's steps, done ones included, without what was set aside."""
        return self._store.rows(FirstStep, pick=pick, set_aside_on=None)

    def aside(self, pick: PickId) -> list[FirstStep]:
        """Return the steps that were set aside."""
        rows = self._store.rows(FirstStep, pick=pick)
        return [row for row in rows if row.set_aside_on is not None]

    def add(
        self,
        pick: PickId,
        words: str,
        who: PersonId | None = None,
        by_when: date | None = None,
        *,
        idea: str = "",
    ) -> FirstStep:
        """Append a step to a plan; raises BadWords when it says nothing.

        `idea` is the key of the idea of the deck that it came from.
        """
        step = FirstStep(
            id=new_id(),
            pick=pick,
            words=needed(words),
            who=who,
            by_when=by_when,
            position=self._store.count(FirstStep, pick=pick),
            idea=idea,
        )
        with self._store.edit(_("Add a first step")) as edit:
            edit.write(step)
        return step

    def add_idea(
        self, pick: PickId, key: str, who: PersonId | None = None, by_when: date | None = None
    ) -> FirstStep:
        """Make an idea of the deck a step, in the idea's words; raises NotFound.

        The step can be reworded, and keeps the idea's key.
        """
        idea = Ideas(self._store, self._today).find(key)
        return self.add(pick, idea.words, who, by_when, idea=idea.key)

    def add_practice(
        self, pick: PickId, who: PersonId | None = None, by_when: date | None = None
    ) -> FirstStep:
        """Append the step that is ready-made: to try it on one another."""
        return self.add(pick, _("Try it on one another"), who, by_when)

    def reword(self, step: str, words: str) -> None:
        """Say it in other words; raises BadWords when nothing is left."""
        row = replace(self._store.get(FirstStep, step), words=needed(words))
        self._write(row, _("Reword a first step"))

    def assign(self, step: str, who: PersonId | None) -> None:
        """Give it to somebody, or to nobody yet."""
        row = replace(self._store.get(FirstStep, step), who=who)
        self._write_and_take_up(row, _("Give a first step to somebody"))

    def set_day(self, step: str, by_when: date | None) -> None:
        """Set by when it is done, or that there is no day yet."""
        row = replace(self._store.get(FirstStep, step), by_when=by_when)
        self._write_and_take_up(row, _("Date a first step"))

    def reorder(self, pick: PickId, order: Sequence[str]) -> None:
        """Put the steps in this order; those not named follow in the order they have."""
        rows = in_order(self._store.rows(FirstStep, pick=pick), order)
        with self._store.edit(_("Order the first steps")) as edit:
            for position, row in enumerate(rows):
                edit.write(replace(row, position=position))

    def finish(self, step: str) -> None:
        """Mark a step as done today."""
        row = replace(self._store.get(FirstStep, step), done_on=self._today())
        self._write(row, _("Finish a first step"))

    def reopen(self, step: str) -> None:
        """Take back that a step is done."""
        row = replace(self._store.get(FirstStep, step), done_on=None)
        self._write_and_take_up(row, _("Take back that a first step is done"))

    def set_aside(self, step: str) -> None:
        row = replace(self._store.get(FirstStep, step), set_aside_on=self._today())
        self._write(row, _("Set a first step aside"))

    def bring_back(self, step: str) -> None:
        row = replace(self._store.get(FirstStep, step), set_aside_on=None)
        self._write_and_take_up(row, _("Bring a first step back"))

    def _write(self, row: FirstStep, title: str) -> None:
        with self._store.edit(title) as edit:
            edit.write(row)
