"""Who of us talks to which customers before the first meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import PersonId, PlannedTalk
from cxworkshop.stops.stop import StopPart, needed


class PlannedTalks(StopPart):
    """The talks that this round plans."""

    def all(self) -> list[PlannedTalk]:
        return self._store.rows(PlannedTalk, round=self._round.id)

    def add(self, asker: PersonId, whom: str, by_when: date | None = None) -> PlannedTalk:
        """Plan that `asker` talks to `whom`; raises BadWords when `whom` is empty."""
        row = PlannedTalk(
            id=new_id(), round=self._round.id, asker=asker, whom=needed(whom), by_when=by_when
        )
        with self._store.edit(_("Plan a talk with {customers}")) as edit:
            edit.write(row)
        return row

    def set_asker(self, talk: str, asker: PersonId) -> None:
        """Say who of us talks to them."""
        self._change(replace(self._store.get(PlannedTalk, talk), asker=asker))

    def set_whom(self, talk: str, whom: str) -> None:
        """Say to whom; raises BadWords when nothing is said."""
        self._change(replace(self._store.get(PlannedTalk, talk), whom=needed(whom)))

    def set_by_when(self, talk: str, by_when: date | None) -> None:
        """Set until when, or None for no day."""
        self._change(replace(self._store.get(PlannedTalk, talk), by_when=by_when))

    def _change(self, row: PlannedTalk) -> None:
        with self._store.edit(_("Change a talk with {customers}")) as edit:
            edit.write(row)

    def set_done(self, talk: str, *, done: bool) -> None:
        row = self._store.get(PlannedTalk, talk)
        with self._store.edit(_("Tick a talk with {customers}")) as edit:
            edit.write(replace(row, done_on=self._today() if done else None))

    def remove(self, talk: str) -> None:
        row = self._store.get(PlannedTalk, talk)
        with self._store.edit(_("Take out a talk with {customers}")) as edit:
            edit.remove(row)
