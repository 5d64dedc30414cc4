"""What is concluded from a 30-day check beside its verdict, and the checks before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cxworkshop.errors import BadWords, NobodyAsked
from cxworkshop.i18n import _
from cxworkshop.model import DayCheck, Expected, Pick, PickId, Verbatim, VerbatimId, Verdict
from cxworkshop.outcomes import count_of, counts_in_order, expectation_of
from cxworkshop.queries.progress import answers_of, latest_check
from cxworkshop.queries.rounds import number_of
from cxworkshop.queries.stories import checks_before
from cxworkshop.stops.stop import StopPart, headline


@dataclass(frozen=True)
class EarlierCheck:
    """A check of a pick that this one continues; `counted` is "0 of 2"."""

    check: DayCheck
    round_number: int
    counted: str

    @property
    def day(self) -> date:
        """The day of its verdict, or else the day on which it was due."""
        return self.check.done_on or self.check.due_on


class Conclusions(StopPart):
    """What we learned, which answer says it best, and whether we had expected it."""

    def write_learned(self, pick: PickId, words: str) -> DayCheck:
        """Write in one sentence what we learned where customers don't notice; "" takes it back.

        Raises BadWords with any other verdict, and for more than 500 characters.
        """
        check = self._latest(pick)
        if check.verdict is not Verdict.NONE:
            raise BadWords(
                _("What we learned is for when {customers} don’t notice. Give the verdict first.")
            )
        return self._write(replace(check, learned=headline(words)), _("Write what we learned"))

    def choose_best(self, pick: PickId, answer: VerbatimId | None) -> DayCheck:
        """Choose the answer that says it best, for the poster, or none.

        Raises BadWords for what is no answer of this check, or has no words.
        """
        check = self._latest(pick)
        if answer is not None and not self._has_words(check, answer):
            raise BadWords(_("Choose an answer of this check that has words."))
        return self._write(replace(check, best=answer), _("Choose what says it best"))

    def best(self, pick: PickId) -> Verbatim | None:
        """Return the answer that says it best."""
        return self._store.find(Verbatim, self._latest(pick).best)

    def compare(self, pick: PickId, expected: Expected | None) -> DayCheck:
        """Say whether customers said what we had expected, or take that back.

        Raises BadWords while the expectation is covered, and where none was written.
        """
        check = self._latest(pick)
        words = expectation_of(self._store, check)
        if words is None:
            raise BadWords(_("What we expected is still covered. Take the answers first."))
        if not words:
            raise BadWords(_("Nobody wrote down what we expected, so there is nothing to compare."))
        return self._write(replace(check, expected=expected), _("Compare with what we expected"))

    def earlier(self, pick: PickId) -> list[EarlierCheck]:
        """Return the checks of the story before this pick, the oldest first."""
        checks = checks_before(self._store, self._store.get(Pick, pick))
        return [
            EarlierCheck(
                check=check,
                round_number=number_of(self._store.get(Pick, check.pick).round),
                counted=count_of(self._store, check),
            )
            for check in checks
        ]

    def counted(self, pick: PickId) -> str:
        """Return how many noticed in each check so far: "0 of 2, then 2 of 2"."""
        return counts_in_order(self._store, self._store.get(Pick, pick))

    def _latest(self, pick: PickId) -> DayCheck:
        check = latest_check(self._store, pick)
        if check is None:
            raise NobodyAsked
        return check

    def _has_words(self, check: DayCheck, answer: VerbatimId) -> bool:
        return any(row.id == answer and row.said for row in answers_of(self._store, check))

    def _write(self, row: DayCheck, title: str) -> DayCheck:
        with self._store.edit(title) as edit:
            edit.write(row)
        return row
