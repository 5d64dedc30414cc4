"""What can be done with a 30-day check: one method for each thing a person does at stop 6."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxworkshop.errors import NobodyAsked
from cxworkshop.model import CustomerId, DayCheck, Mark, NextStep, PickId, Verdict
from cxworkshop.queries.check_sheet import CheckSheet, SheetRow
from cxworkshop.stops.check import Check
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
