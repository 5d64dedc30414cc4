"""The plans of this round as lines of text, and as work to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cxworkshop import days
from cxworkshop.exchange.issues import WorkItem
from cxworkshop.i18n import _, with_commas
from cxworkshop.textual import without_full_stop

if TYPE_CHECKING:
    from cxworkshop.content.values.make_better import PlanContent, PlanStep
    from cxworkshop.workshop import Workshop


def plan_lines(plan: PlanContent) -> list[str]:
    """All of a plan, a line for each thing that is written on it."""
    steps = [(_("First step"), _step(step.words, step.who, step.by_when)) for step in plan.steps]
    parts = [*_agreed(plan), *steps, *_thirty_days(plan)]
    return [f"{heading}: {words}" for heading, words in parts if words]


def work_items(workshop: Workshop) -> list[WorkItem]:
    """Each plan with its first steps; those that are done stay, so that it is whole."""
    return [_item(plan) for plan in workshop.content.make_better.plans()]


def _item(plan: PlanContent) -> WorkItem:
    parts = [*_agreed(plan), *_thirty_days(plan)]
    notes = tuple(f"{heading}: {words}" for heading, words in parts if words)
    steps = tuple(map(_part, plan.steps))
    return WorkItem(f"{plan.code} {plan.title}", notes, plan.pick.check_on, steps)


def _part(step: PlanStep) -> WorkItem:
    who = "{}: {}".format(_("Who"), step.who) if step.who else ""
    notes = (who, _("done") if step.done else "")
    return WorkItem(step.words, tuple(filter(None, notes)), step.by_when)


def _agreed(plan: PlanContent) -> list[tuple[str, str]]:
    given = plan.licence
    licence = (without_full_stop(given.may), given.up_to, given.giver)
    return [
        (_("Promise"), plan.promise),
        (_("Who"), plan.doers),
        (_("Licence"), with_commas(filter(None, licence))),
        *((_("Decided all the same, because"), reason) for reason in plan.overrides),
    ]


def _thirty_days(plan: PlanContent) -> list[tuple[str, str]]:
    return [
        (_("Start"), days.full(plan.pick.start_on)),
        (_("We ask {customers} on"), days.full(plan.pick.check_on)),
        (_("We expect them to say"), plan.pick.expectation),
    ]


def _step(words: str, who: str, by_when: date | None) -> str:
    return with_commas(filter(None, (words, who, days.full(by_when))))
