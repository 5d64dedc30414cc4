"""Sheets of stop 5: the action plan, and what the doers carry away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxworkshop.content.values import PlanContent, WallSheetContent, WeeklySheetContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import LOCKED, PICKED, in_slots
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _plans(workshop: Workshop, options: PrintOptions) -> list[PlanContent]:
    return [*in_slots(workshop.content.make_better.plans(names=options.names), options)]


def _plans_ahead(workshop: Workshop, options: PrintOptions) -> list[PlanContent]:
    """The plans for what hangs where people work: a day that is over is left to be written."""
    return [
        replace(plan, pick=replace(plan.pick, check_on=None))
        if plan.pick.check_on and plan.pick.check_on < workshop.today
        else plan
        for plan in _plans(workshop, options)
    ]


def _wall_sheets(workshop: Workshop, options: PrintOptions) -> tuple[WallSheetContent, ...]:
    return in_slots(workshop.content.make_better.wall_sheets(), options)


def _weekly_looks(workshop: Workshop, options: PrintOptions) -> tuple[WeeklySheetContent, ...]:
    return in_slots(workshop.content.make_better.weekly_sheets(workshop.today), options)


SHEETS = (
    Sheet(
        "action-plan",
        5,
        n_("Action plan"),
        _plans,
        "make_better.action_plan:action_plans",
        PICKED,
        quotes=True,
        ages=True,
        alone=True,
        copies=n_("one for the owner, one for the wall"),
    ),
    Sheet(
        "action-plan-a3",
        5,
        n_("Action plan, A3"),
        _plans,
        "make_better.to_hang_up:action_plans_a3",
        PICKED,
        usual=False,
        same_as="action-plan",
        quotes=True,
        large=Large.NEVER,
        ages=True,
        alone=True,
    ),
    Sheet(
        "licence-cards", 5, n_("Licence cards"), _plans, "make_better.cards:licence_cards", PICKED
    ),
    Sheet(
        "wall-sheet",
        5,
        n_("Thirty days on the wall"),
        _wall_sheets,
        "make_better.wall_sheet:wall_sheets",
        PICKED,
        alone=True,
    ),
    Sheet(
        "wall-sheet-a3",
        5,
        n_("Thirty days on the wall, A3"),
        _wall_sheets,
        "make_better.to_hang_up:wall_sheets_a3",
        PICKED,
        usual=False,
        same_as="wall-sheet",
        large=Large.NEVER,
        alone=True,
    ),
    Sheet(
        "wall-sheet-tiled",
        5,
        n_("Thirty days on four sheets"),
        _wall_sheets,
        "make_better.to_hang_up:wall_sheets_tiled",
        PICKED,
        usual=False,
        same_as="wall-sheet",
        large=Large.NEVER,
        alone=True,
    ),
    Sheet(
        "weekly-look",
        5,
        n_("Weekly look"),
        _weekly_looks,
        "make_better.weekly_look:weekly_looks",
        LOCKED,
        ages=True,
    ),
    Sheet(
        "fridge-card", 5, n_("Fridge cards"), _plans_ahead, "make_better.cards:fridge_cards", PICKED
    ),
    Sheet(
        "practice",
        5,
        n_("Practice cards"),
        _plans,
        "make_better.practice:practice_cards",
        PICKED,
        quotes=True,
        large=Large.ON_LARGER_PAPER,
    ),
)
