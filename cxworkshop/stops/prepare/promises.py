"""Deeds, not words: what we promise, beside what customers say we do."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Deed
from cxworkshop.stops.stop import StopPart, fitting, needed


class Promises(StopPart):
    """The team's promises; a `Deed` holds both sides of one."""

    def all(self) -> list[Deed]:
        """Return the promises, without what was set aside."""
        return self._store.rows(Deed, set_aside_on=None)

    def add(self, promise: str, customers_say: str = "") -> Deed:
        row = Deed(id=new_id(), promise=needed(promise), customers_say=fitting(customers_say))
        with self._store.edit(_("Write down a promise")) as edit:
            edit.write(row)
        return row

    def reword(self, deed: str, words: str) -> None:
        row = self._store.get(Deed, deed)
        with self._store.edit(_("Reword a promise")) as edit:
            edit.write(replace(row, promise=needed(words)))

    def set_customers_say(self, deed: str, words: str) -> None:
        """Write what customers say about a promise."""
        row = self._store.get(Deed, deed)
        with self._store.edit(_("Put down what {customers} say of it")) as edit:
            edit.write(replace(row, customers_say=fitting(words)))

    def set_aside(self, deed: str) -> None:
        row = self._store.get(Deed, deed)
        with self._store.edit(_("Set aside a promise")) as edit:
            edit.write(replace(row, set_aside_on=self._today()))
