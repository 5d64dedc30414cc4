"""First steps: what is done first, by whom and by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import FirstStep, PersonId, PickId
from cxworkshop.stops.stop import StopPart, needed


class FirstSteps(StopPart):
    """The first steps of each plan."""

    def of(self, pick: PickId) -> list[FirstStep]:
        """Return a plan's steps, done ones included, without what was set aside."""
        return self._store.rows(FirstStep, pick=pick, set_aside_on=None)

    def add(
        self, pick: PickId, words: str, who: PersonId | None = None, by_when: date | None = None
    ) -> FirstStep:
        """Append a step to a plan; raises BadWords when it says nothing."""
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

    def finish(self, step: str) -> None:
        """Mark a step as done today."""
        row = self._store.get(FirstStep, step)
        with self._store.edit(_("Finish a first step")) as edit:
            edit.write(replace(row, done_on=self._today()))

    def set_aside(self, step: str) -> None:
        row = self._store.get(FirstStep, step)
        with self._store.edit(_("Set a first step aside")) as edit:
            edit.write(replace(row, set_aside_on=self._today()))
