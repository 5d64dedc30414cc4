"""The encounter, step by step: what a customer goes through, and what each step adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import EncounterStep, StepId
from cxworkshop.stops.stop import StopPart, fitting, needed


class Encounter(StopPart):
    """The steps of meeting us."""

    def steps(self) -> list[EncounterStep]:
        """Return the steps in their order, dropped ones included."""
        return self._store.rows(EncounterStep)

    def add(self, words: str, adds: str = "") -> EncounterStep:
        """Append a step; `adds` is what it is worth in the customer's eyes."""
        position = self._store.count(EncounterStep)
        row = EncounterStep(
            id=StepId(new_id()), words=needed(words), adds=fitting(adds), position=position
        )
        with self._store.edit(_("Add a step of the encounter")) as edit:
            edit.write(row)
        return row

    def reword(self, step: str, words: str) -> None:
        row = self._store.get(EncounterStep, step)
        with self._store.edit(_("Reword a step of the encounter")) as edit:
            edit.write(replace(row, words=needed(words)))

    def set_adds(self, step: str, adds: str) -> None:
        """Write what a step adds in the customer's eyes; "" when it adds nothing."""
        row = self._store.get(EncounterStep, step)
        with self._store.edit(_("Say what a step adds")) as edit:
            edit.write(replace(row, adds=fitting(adds)))

    def reorder(self, order: Sequence[str]) -> None:
        """Put the steps into this order."""
        with self._store.edit(_("Order the steps of the encounter")) as edit:
            for position, step in enumerate(order):
                edit.write(replace(self._store.get(EncounterStep, step), position=position))

    def drop(self, step: str, *, dropped: bool = True) -> None:
        """Drop a step that adds nothing, or take it back; a dropped step stays visible."""
        row = self._store.get(EncounterStep, step)
        title = _("Drop a step of the encounter") if dropped else _("Take a step back in")
        with self._store.edit(title) as edit:
            edit.write(replace(row, dropped=dropped))
