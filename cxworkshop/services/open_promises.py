"""Still open: what is due, what comes next, and what is put down with a written reason (R13)."""

from __future__ import annotations

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.model import Blocker, FirstStep, Fix, LookAgain, PutDown, Told
from cxworkshop.open_thing import OpenThing
from cxworkshop.still_open import coming, open_of_round, promised, still_open, was_open
from cxworkshop.stops.stop import Stop, needed

# The kinds of which one can be done although it was put down, and the column that says so.
_DONE = {
    FirstStep.table: (FirstStep, "done_on"),
    Fix.table: (Fix, "done_on"),
    Blocker.table: (Blocker, "removed_on"),
    Told.table: (Told, "told_on"),
}


class OpenPromises(Stop):
    """What the rounds promised and have not finished."""

    def now(self) -> list[OpenThing]:
        """Everything due or left from an earlier round, what is latest first."""
        return still_open(self._store, self._today())

    def coming(self) -> list[OpenThing]:
        """What is promised for a later day, the nearest first."""
        return coming(self._store, self._today())

    def of_round(self, round_number: int | None = None) -> list[OpenThing]:
        """What is not finished of a round, of the current one without a number."""
        return open_of_round(self._store, self._round_id(round_number))

    def put_down(self, thing_id: str, reason: str) -> PutDown:
        """Give something up, with a written reason, which is printed.

        Raises BadWords without a reason, and NotFound for what is not open.
        """
        thing = next((one for one in promised(self._store) if one.id == thing_id), None)
        if thing is None:
            raise NotFound(_("That is not open any more."))
        row = PutDown(
            id=thing.id,
            tbl=thing.table,
            row=thing.row,
            reason=needed(reason),
            put_down_on=self._today(),
        )
        with self._store.edit(_("Put down what was still open")) as edit:
            edit.write(row)
        return row

    def put_downs(self) -> list[PutDown]:
        """Everything that was put down and not done all the same, with its reason.

        The reason of what was done stays, for the book of its round. If somebody takes back that
        it is done, it is open again.
        """
        return [row for row in self._store.rows(PutDown) if not self._was_done(row)]

    def _was_done(self, down: PutDown) -> bool:
        kind, column = _DONE.get(down.tbl, (None, ""))
        row = kind and self._store.find(kind, down.row)
        return row is not None and getattr(row, column) is not None

    def words_of(self, down: PutDown) -> str:
        """What was put down, in words, with the improvement that it belongs to."""
        thing = was_open(self._store, down.id)
        if thing is None:
            return _("A look again") if down.tbl == LookAgain.table else _("A promise")
        return f"{thing.title}: {thing.words}" if thing.title else thing.words

    def take_up_again(self, thing_id: str) -> None:
        """Make something that was put down open again."""
        row = self._store.get(PutDown, thing_id)
        with self._store.edit(_("Take up again what was put down")) as edit:
            edit.remove(row)
