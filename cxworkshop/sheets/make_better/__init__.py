"""Sheets of stop 5: the action plan, and what the doers carry away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxworkshop.content.values import PlanContent, WallSheetContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import PICKED, chosen
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _plans(workshop: Workshop, wanted: PrintOptions) -> list[PlanContent]:
    plans = chosen(workshop.content.make_better.plans(names=wanted.names), wanted)
    return [replace(plan, names_shown=wanted.names) for plan in plans]


def _wall(workshop: Workshop, wanted: PrintOptions) -> tuple[WallSheetContent, ...]:
    return chosen(workshop.content.make_better.wall_sheets(), wanted)


SHEETS = (
    Sheet("action-plan", 5, n_("Action plan"), _plans, PICKED, quotes=True),
    Sheet("licence-cards", 5, n_("Licence cards"), _plans, PICKED),
    Sheet("wall-sheet", 5, n_("Thirty days on the wall"), _wall, PICKED),
    Sheet("fridge-card", 5, n_("Fridge cards"), _plans, PICKED),
)
