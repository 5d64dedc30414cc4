"""Kinds of customers: whom we serve, and whom we accept we will not please."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import Served
from cxworkshop.stops.stop import StopPart, headline, needed


class ServedCustomers(StopPart):
    """The two lists of kinds; `Served.serve` tells them apart."""

    def all(self) -> list[Served]:
        """Return both lists, without what was set aside."""
        return self._store.rows(Served, set_aside_on=None)

    def add(self, words: str) -> Served:
        """Add a kind of customer that we serve."""
        return self._add(words, serve=True)

    def add_not_pleased(self, words: str) -> Served:
        """Add a kind of customer that we accept we will not please."""
        return self._add(words, serve=False)

    def reword(self, served: str, words: str) -> None:
        """Reword a kind; raises BadWords where the same list has these words already."""
        row = self._store.get(Served, served)
        words = self._fresh(words, serve=row.serve, but=served)
        with self._store.edit(_("Reword whom we serve")) as edit:
            edit.write(replace(row, words=words))

    def set_aside(self, served: str) -> None:
        row = self._store.get(Served, served)
        with self._store.edit(_("Set aside whom we serve")) as edit:
            edit.write(replace(row, set_aside_on=self._today()))

    def _add(self, words: str, *, serve: bool) -> Served:
        position, words = self._store.count(Served), self._fresh(words, serve=serve)
        row = Served(id=new_id(), words=words, serve=serve, position=position)
        with self._store.edit(_("Write down whom we serve")) as edit:
            edit.write(row)
        return row

    def _fresh(self, words: str, *, serve: bool, but: str = "") -> str:
        """The words as they are kept, which none of the same list has, whatever the case."""
        words = headline(needed(words))
        same = (row.words.casefold() for row in self.all() if row.serve is serve and row.id != but)
        if words.casefold() in same:
            raise BadWords(_("“{words}” is on the list already.").format(words=quoted(words)))
        return words
