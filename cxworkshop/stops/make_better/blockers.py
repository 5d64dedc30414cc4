"""Blockers: what delays the doers, and who removes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Blocker, PersonId, Pick, PickId
from cxworkshop.queries.delays import days_lost
from cxworkshop.stops.make_better.ordering import in_order
from cxworkshop.stops.make_better.overrides import check_own_road
from cxworkshop.stops.stop import StopPart, needed


class Blockers(StopPart):
    """The blockers of each plan, numbered from 1 in their order. A locked plan has them too."""

    def of(self, pick: PickId) -> list[Blocker]:
        """Return a plan's blockers, removed ones included, without what was set aside."""
        return self._store.rows(Blocker, pick=pick, set_aside_on=None)

    def aside(self, pick: PickId) -> list[Blocker]:
        """Return the blockers that were set aside."""
        rows = self._store.rows(Blocker, pick=pick)
        return [row for row in rows if row.set_aside_on is not None]

    def days_lost(self, blocker: str) -> int:
        """Return the calendar days that it has cost so far."""
        return days_lost(self._store.get(Blocker, blocker), self._today())

    def add(self, pick: PickId, words: str, remover: PersonId, reason: str = "") -> Blocker:
        """Append a blocker that came up today.

        Raises ClearsOwnRoad when the owner is to remove it (R10); a written reason passes over it.
        """
        row = Blocker(
            id=new_id(),
            pick=pick,
            words=needed(words),
            remover=remover,
            came_up_on=self._today(),
            position=self._store.count(Blocker, pick=pick),
        )
        owner = self._store.get(Pick, pick).owner
        with self._store.edit(_("Add a blocker")) as edit:
            check_own_road(self._store, edit, pick, (owner, remover), reason)
            edit.write(row)
        return row

    def reword(self, blocker: str, words: str) -> None:
        """Say it in other words; raises BadWords when nothing is left."""
        row = replace(self._store.get(Blocker, blocker), words=needed(words))
        self._write(row, _("Reword a blocker"))

    def assign(self, blocker: str, remover: PersonId, reason: str = "") -> None:
        """Let somebody else remove it; raises ClearsOwnRoad for the owner without a reason."""
        was = self._store.get(Blocker, blocker)
        if remover == was.remover:
            return
        row = replace(was, remover=remover)
        owner = self._store.get(Pick, row.pick).owner
        with self._store.edit(_("Let somebody else remove a blocker")) as edit:
            check_own_road(self._store, edit, row.pick, (owner, remover), reason)
            edit.write(row)
            self._take_up_again(edit, row)

    def reorder(self, pick: PickId, order: Sequence[str]) -> None:
        """Put the blockers in this order; those not named follow in the order they have."""
        rows = in_order(self._store.rows(Blocker, pick=pick), order)
        with self._store.edit(_("Order the blockers")) as edit:
            for position, row in enumerate(rows):
                edit.write(replace(row, position=position))

    def clear(self, pick: PickId, number: int, days_lost: int | None = None) -> Blocker:
        """Mark the blocker with this number as removed today; raises NotFound.

        Days lost count from the day on which it came up; `days_lost` puts that day right.
        """
        blockers = self.of(pick)
        if not 1 <= number <= len(blockers):
            raise NotFound(_("There is no blocker {number} here.").format(number=number))
        row = replace(blockers[number - 1], removed_on=self._today())
        if days_lost is not None:
            row = self._with_days_lost(row, max(0, days_lost))
        self._write(row, _("Remove a blocker"))
        return row

    def reopen(self, blocker: str) -> None:
        """Take back that a blocker is removed."""
        row = replace(self._store.get(Blocker, blocker), removed_on=None)
        self._write_and_take_up(row, _("Take back that a blocker is removed"))

    def set_aside(self, blocker: str) -> None:
        row = replace(self._store.get(Blocker, blocker), set_aside_on=self._today())
        self._write(row, _("Set a blocker aside"))

    def bring_back(self, blocker: str) -> None:
        row = replace(self._store.get(Blocker, blocker), set_aside_on=None)
        self._write_and_take_up(row, _("Bring a blocker back"))

    def _with_days_lost(self, row: Blocker, days: int) -> Blocker:
        if row.came_up_on is None:
            return replace(row, days_lost=days)
        return replace(row, came_up_on=self._today() - timedelta(days=days))

    def _write(self, row: Blocker, title: str) -> None:
        with self._store.edit(title) as edit:
            edit.write(row)
