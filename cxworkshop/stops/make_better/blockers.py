"""Blockers: what delays the doers, and who removes it."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Blocker, PersonId, Pick, PickId
from cxworkshop.stops.make_better.overrides import check_own_road
from cxworkshop.stops.stop import StopPart, needed


class Blockers(StopPart):
    """The blockers of each plan, numbered from 1 in the order in which they came up."""

    def of(self, pick: PickId) -> list[Blocker]:
        """Return a plan's blockers, removed ones included."""
        return self._store.rows(Blocker, pick=pick, set_aside_on=None)

    def add(self, pick: PickId, words: str, remover: PersonId, reason: str = "") -> Blocker:
        """Append a blocker; raises ClearsOwnRoad when the owner is to remove it (R10).

        A written reason passes over R10.
        """
        row = Blocker(id=new_id(), pick=pick, words=needed(words), remover=remover)
        owner = self._store.get(Pick, pick).owner
        with self._store.edit(_("Add a blocker")) as edit:
            check_own_road(self._store, edit, pick, (owner, remover), reason)
            edit.write(row)
        return row

    def clear(self, pick: PickId, number: int, days_lost: int = 0) -> Blocker:
        """Mark the blocker with this number as removed today; raises NotFound."""
        blockers = self.of(pick)
        if not 1 <= number <= len(blockers):
            raise NotFound(_("There is no blocker {number} here.").format(number=number))
        row = replace(blockers[number - 1], removed_on=self._today(), days_lost=max(0, days_lost))
        with self._store.edit(_("Remove a blocker")) as edit:
            edit.write(row)
        return row
