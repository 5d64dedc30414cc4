"""Answers of a 30-day check that were mistyped, or did not belong to it."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.i18n import _
from cxworkshop.model import Conversation, DayCheck, Mark, PickId, Verbatim, VerbatimId
from cxworkshop.queries.progress import latest_check
from cxworkshop.rules import corrected, refuse_emptying_verdict
from cxworkshop.stops.stop import StopPart, fitting
from cxworkshop.store.tables.edit import Edit


class CheckCorrections(StopPart):
    """Corrects answers, sets them aside and brings them back, in a check of any round.

    Typing errors are free until the verdict; after it the first version is kept (R2).
    """

    def correct(self, answer: VerbatimId, words: str) -> Verbatim:
        """Put the words right, or add some to a mark; raises WordsStay when none are left."""
        typed = self._store.get(Verbatim, answer)
        talk = self._store.get(Conversation, typed.conversation)
        is_closed = talk.closed or self._check_of(typed).verdict is not None
        row = corrected(typed, replace(talk, closed=is_closed), fitting(words))
        with self._store.edit(_("Correct an answer of the 30-day check")) as edit:
            edit.write(row)
        return row

    def change_mark(self, answer: VerbatimId, mark: Mark) -> Verbatim:
        """Mark an answer otherwise."""
        row = replace(self._store.get(Verbatim, answer), notices=mark)
        with self._store.edit(_("Mark an answer of the 30-day check otherwise")) as edit:
            edit.write(row)
        return row

    def set_aside(self, answer: VerbatimId) -> None:
        """Set an answer aside; it is not counted, and is no longer what says it best.

        Raises BadWords for the last words below a verdict (R4).
        """
        was = self._store.get(Verbatim, answer)
        refuse_emptying_verdict(self._store, self._check_of(was), was)
        with self._store.edit(_("Set an answer of the 30-day check aside")) as edit:
            edit.write(replace(was, set_aside_on=self._today()))
            self._forget_best(edit, was)

    def bring_back(self, answer: VerbatimId) -> None:
        row = replace(self._store.get(Verbatim, answer), set_aside_on=None)
        with self._store.edit(_("Bring an answer of the 30-day check back")) as edit:
            edit.write(row)

    def aside(self, pick: PickId) -> list[Verbatim]:
        """Return the answers of the latest check that were set aside."""
        check = latest_check(self._store, pick)
        talks = self._store.rows(Conversation, day_30_check=check.id) if check else []
        rows = [row for talk in talks for row in self._store.rows(Verbatim, conversation=talk.id)]
        return [row for row in rows if row.set_aside_on is not None]

    def _check_of(self, answer: Verbatim) -> DayCheck:
        check = self._store.get(Conversation, answer.conversation).day_30_check
        assert check is not None  # these are answers of checks
        return self._store.get(DayCheck, check)

    def _forget_best(self, edit: Edit, answer: Verbatim) -> None:
        check = self._check_of(answer)
        if check.best == answer.id:
            edit.write(replace(check, best=None))
