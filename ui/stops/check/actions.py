"""What can be done with a 30-day check: one method for each thing a person does at stop 6."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxworkshop.errors import NobodyAsked
from cxworkshop.i18n import _
from cxworkshop.model import (
    CustomerId,
    DayCheck,
    Expected,
    Mark,
    NextStep,
    PickId,
    VerbatimId,
    Verdict,
)
from cxworkshop.queries.check_sheet import CheckSheet, SheetRow
from cxworkshop.stops.check import Check, CheckWords
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.widgets.improvement_tabs import ImprovementTabs


class CheckActions:
    """Actions on the latest check of the improvement whose tab is open.

    Each returns whether it was done; a refusal goes out through the bridge.
    """

    def __init__(self, bridge: Bridge, tabs: ImprovementTabs) -> None:
        self._bridge, self._tabs = bridge, tabs

    @property
    def latest(self) -> DayCheck | None:
        """The check of the open tab; None while nothing is picked or the plan is not locked."""
        pick = self._tabs.pick
        return latest_check(self._bridge.workshop, pick) if pick is not None else None

    def record_answer(self, words: str, mark: Mark, customer: CustomerId | None, kind: str) -> bool:
        """Write what a customer says now: one we know, or else a new one of this kind."""
        return self._do(
            lambda check, pick: check.record_answer(pick, words, mark, customer=customer, kind=kind)
        )

    def correct(self, said: CheckWords, words: str, mark: Mark | None) -> bool:
        """Put an answer's words right, or mark it otherwise, as one step."""

        def action(check: Check, _pick: PickId) -> None:
            with self._bridge.workshop.as_one(_("Correct an answer of the 30-day check")):
                if words.strip() != said.words:
                    check.corrections.correct(said.id, words)
                if mark is not None and mark is not said.mark:
                    check.corrections.change_mark(said.id, mark)

        return self._do(action)

    def set_aside(self, answer: VerbatimId) -> bool:
        """Set an answer aside."""
        return self._do(lambda check, _pick: check.corrections.set_aside(answer))

    def bring_back(self, answer: VerbatimId) -> bool:
        """Bring an answer back that was set aside."""
        return self._do(lambda check, _pick: check.corrections.bring_back(answer))

    def choose_best(self, answer: VerbatimId | None) -> bool:
        """Choose the answer that says it best, or none."""
        return self._do(lambda check, pick: check.conclusions.choose_best(pick, answer))

    def compare(self, expected: Expected) -> bool:
        """Say whether customers said what we had expected."""
        return self._do(lambda check, pick: check.conclusions.compare(pick, expected))

    def write_learned(self, words: str) -> bool:
        """Write what we learned, in one sentence."""
        return self._do(lambda check, pick: check.conclusions.write_learned(pick, words))

    def preview_sheet(self, rows: Sequence[SheetRow]) -> CheckSheet:
        """Match a sheet's rows with customers; empty while there is no check."""
        check = self.latest
        if check is None:
            return CheckSheet()
        return self._bridge.workshop.check.sheets.preview(check.pick, rows)

    def take_sheet(self, rows: Sequence[SheetRow], *, but_these: bool) -> bool:
        """Record a sheet as one step; `but_these` leaves out the rows that don't fit."""
        return self._do(lambda check, pick: check.sheets.take(pick, rows, but_these=but_these))

    def mark_all_in(self) -> bool:
        """Uncover the expectation, for no more answers will come."""
        return self._do(Check.mark_all_in)

    def give_verdict(self, verdict: Verdict) -> bool:
        """Judge the answers as a whole."""
        return self._do(lambda check, pick: check.give_verdict(pick, verdict))

    def choose_next_step(self, after: NextStep) -> bool:
        """Choose another 30 days, or back to the list."""
        return self._do(lambda check, pick: check.choose_next_step(pick, after))

    def write_note(self, text: str) -> bool:
        """Write our own view."""
        return self._do(lambda check, pick: check.write_note(pick, text))

    def _do(self, action: Callable[[Check, PickId], object]) -> bool:
        pick, check = self._tabs.pick, self._bridge.workshop.check
        return pick is not None and self._bridge.attempt(lambda: action(check, pick))


def latest_check(workshop: Workshop, pick: PickId) -> DayCheck | None:
    """Return the latest check of an improvement; None before its plan was ever locked."""
    try:
        return workshop.check.latest(pick)
    except NobodyAsked:
        return None
