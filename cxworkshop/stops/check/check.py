"""What the answers of a 30-day check add up to: the expectation, the verdict, and what then."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import DayCheck, Mark, NextStep, Pick, PickId, Verdict
from cxworkshop.outcomes import ENOUGH_ANSWERS, few_answers
from cxworkshop.rules import refuse_verdict_without_words
from cxworkshop.stops.check.sheets import Sheets
from cxworkshop.stops.stop import fitting


class Check(Sheets):
    """The checks of the improvements; every method speaks of the latest one."""

    def marks(self, pick: PickId) -> Counter[Mark]:
        """How many customers gave which mark."""
        return Counter(answer.notices for answer in self.answers(pick) if answer.notices)

    def mark_all_in(self, pick: PickId) -> None:
        """ "These are all we have": the expectation may be looked at."""
        with self._store.edit(_("These are all we have")) as edit:
            edit.write(replace(self.latest(pick), all_in=True))

    def expectation(self, pick: PickId) -> str | None:
        """What we expected to hear; None while it is covered, until three answers are in."""
        check = self.latest(pick)
        if not check.all_in and len(self.answers(pick)) < ENOUGH_ANSWERS:
            return None
        return self._store.get(Pick, pick).expectation

    def few_answers(self, pick: PickId) -> str | None:
        """What the sheet says when only one or two customers have answered (R4)."""
        count = sum(answer.said is not None for answer in self.answers(pick))
        return few_answers(count) or None

    def give_verdict(self, pick: PickId, verdict: Verdict) -> DayCheck:
        """What the answers say together; raises NoAnswersYet (R4)."""
        check = self.latest(pick)
        refuse_verdict_without_words(self._store, check)
        row = replace(check, verdict=verdict, done_on=self._today())
        if verdict is not Verdict.NONE:
            row = replace(row, after=None)
        with self._store.edit(_("Give the verdict of the 30-day check")) as edit:
            edit.write(row)
        return row

    def choose_next_step(self, pick: PickId, after: NextStep) -> DayCheck:
        """They don't notice: another 30 days, or back to the list. Raises BadWords otherwise."""
        check = self.latest(pick)
        if check.verdict is not Verdict.NONE:
            raise BadWords(
                _("That choice is for when customers don’t notice. Give the verdict first.")
            )
        row = replace(check, after=after)
        with self._store.edit(_("Decide how to go on")) as edit:
            edit.write(row)
        return row

    def write_note(self, pick: PickId, notes: str) -> None:
        """Our own view: welcome, and no verdict."""
        with self._store.edit(_("Note our own view")) as edit:
            edit.write(replace(self.latest(pick), notes=fitting(notes)))
