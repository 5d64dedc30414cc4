"""What a person can do with a plan's first steps and blockers; both change while it is locked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.model import PickId
from ui.stops.make_better.actions import PlanActions


class StepActions:
    """Writes to the first steps of the plan that is shown. `step` is the id of one."""

    def __init__(self, plan: PlanActions) -> None:
        self._plan = plan

    @property
    def plan(self) -> PlanActions:
        return self._plan

    def add(self, words: str, who: str, day: date | None) -> object:
        """Add a first step; the name may be empty."""
        workshop = self._plan.workshop

        def action(pick: PickId) -> object:
            with workshop.as_one(_("Add a first step")):
                person = workshop.people.find_or_add(who) if who.strip() else None
                return workshop.make_better.steps.add(pick, words, person, day)

        return self._plan.do(action)

    def add_idea(self, key: str) -> object:
        """Make an idea of the deck a step; it keeps the idea's name."""
        steps = self._plan.workshop.make_better.steps
        return self._plan.do(lambda pick: steps.add_idea(pick, key))

    def add_practice(self) -> object:
        """Add the step in which we try it on one another."""
        steps = self._plan.workshop.make_better.steps
        return self._plan.do(steps.add_practice)

    def reword(self, step: str, words: str) -> object:
        steps = self._plan.workshop.make_better.steps
        return self._plan.do(lambda _pick: steps.reword(step, words))

    def assign(self, step: str, name: str) -> object:
        """Give it to somebody, or to nobody yet."""
        workshop = self._plan.workshop

        def action(_pick: PickId) -> None:
            with workshop.as_one(_("Give a first step to somebody")):
                who = workshop.people.find_or_add(name) if name.strip() else None
                workshop.make_better.steps.assign(step, who)

        return self._plan.do(action)

    def set_day(self, step: str, day: date | None) -> object:
        steps = self._plan.workshop.make_better.steps
        return self._plan.do(lambda _pick: steps.set_day(step, day))

    def set_done(self, step: str, *, done: bool) -> None:
        """Tick it, or take the tick back."""
        steps = self._plan.workshop.make_better.steps
        self._plan.do(lambda _pick: steps.finish(step) if done else steps.reopen(step))

    def reorder(self, order: Sequence[str]) -> None:
        steps = self._plan.workshop.make_better.steps
        self._plan.do(lambda pick: steps.reorder(pick, order))

    def set_aside(self, step: str) -> None:
        steps = self._plan.workshop.make_better.steps
        self._plan.do(lambda _pick: steps.set_aside(step))

    def bring_back(self, step: str) -> None:
        steps = self._plan.workshop.make_better.steps
        self._plan.do(lambda _pick: steps.bring_back(step))


class BlockerActions:
    """Writes to the blockers of the plan that is shown. `blocker` is the id of one."""

    def __init__(self, plan: PlanActions) -> None:
        self._plan = plan

    @property
    def plan(self) -> PlanActions:
        return self._plan

    def add(self, words: str, who: str) -> object:
        """Add a blocker that came up today; the owner removes none without a reason."""
        workshop = self._plan.workshop

        def action(pick: PickId, reason: str) -> object:
            with workshop.as_one(_("Add a blocker")):
                person = workshop.people.find_or_add(who)
                return workshop.make_better.blockers.add(pick, words, person, reason)

        return self._plan.do_for_reason(action)

    def reword(self, blocker: str, words: str) -> object:
        blockers = self._plan.workshop.make_better.blockers
        return self._plan.do(lambda _pick: blockers.reword(blocker, words))

    def assign(self, blocker: str, name: str) -> object:
        """Let somebody else remove it."""
        workshop = self._plan.workshop

        def action(_pick: PickId, reason: str) -> None:
            with workshop.as_one(_("Let somebody else remove a blocker")):
                who = workshop.people.find_or_add(name)
                workshop.make_better.blockers.assign(blocker, who, reason)

        return self._plan.do_for_reason(action)

    def clear(self, number: int) -> None:
        """Say that the blocker with this number, from 1, is out of the way."""
        blockers = self._plan.workshop.make_better.blockers
        self._plan.do(lambda pick: blockers.clear(pick, number))

    def reopen(self, blocker: str) -> None:
        blockers = self._plan.workshop.make_better.blockers
        self._plan.do(lambda _pick: blockers.reopen(blocker))

    def reorder(self, order: Sequence[str]) -> None:
        blockers = self._plan.workshop.make_better.blockers
        self._plan.do(lambda pick: blockers.reorder(pick, order))

    def set_aside(self, blocker: str) -> None:
        blockers = self._plan.workshop.make_better.blockers
        self._plan.do(lambda _pick: blockers.set_aside(blocker))

    def bring_back(self, blocker: str) -> None:
        blockers = self._plan.workshop.make_better.blockers
        self._plan.do(lambda _pick: blockers.bring_back(blocker))
