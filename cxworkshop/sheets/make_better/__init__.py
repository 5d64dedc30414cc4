"""Sheets of stop 5: the action plan, and what the doers carry away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxworkshop.i18n import n_
from cxworkshop.papers import PlanPage
from cxworkshop.papers.plan import WallPaper
from cxworkshop.sheets.sheet import Sheet, Wanted

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _plans(workshop: Workshop, wanted: Wanted) -> list[PlanPage]:
    plans = workshop.printing.plans(names=wanted.names)
    chosen = [plan for plan in plans if not wanted.slots or plan.slot in wanted.slots]
    return [replace(plan, names_shown=wanted.names) for plan in chosen]


def _wall(workshop: Workshop, wanted: Wanted) -> list[WallPaper]:
    found = workshop.printing.wall_sheets()
    return [paper for paper in found if not wanted.slots or paper.plan.slot in wanted.slots]


def _picked(workshop: Workshop) -> bool:
    return bool(workshop.pick.slots())


SHEETS = (
    Sheet(
        "action-plan",
        5,
        n_("Action plan"),
        _plans,
        _picked,
        quotes=True,
        not_yet=n_("Pick one thing first, then print its plan."),
    ),
    Sheet("licence-cards", 5, n_("Licence cards"), _plans, _picked),
    Sheet("wall-sheet", 5, n_("Thirty days on the wall"), _wall, _picked),
    Sheet("fridge-card", 5, n_("Fridge cards"), _plans, _picked),
)
