"""The plan and the thirty days larger, to be read and written on where people work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop import days
from cxworkshop.content.values import PlanContent, WallSheetContent
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.document import Page, enlarged
from cxworkshop.sheets.layout.tiled import tiled
from cxworkshop.sheets.make_better.action_plan import action_plans
from cxworkshop.sheets.make_better.wall_sheet import wall_sheets
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A3, A4


def action_plans_a3(plans: Sequence[PlanContent], options: PrintOptions) -> list[Page]:
    """Draw the plans as on A4, and enlarge them: letters and rows to write on grow alike."""
    pages = action_plans(plans, replace(options, paper=A4))
    return [enlarged(page, A3) for page in pages]


def wall_sheets_a3(contents: Sequence[WallSheetContent], options: PrintOptions) -> list[Page]:
    """Draw the thirty days as on A4, and enlarge them."""
    pages = wall_sheets(contents, replace(options, paper=A4))
    return [enlarged(page, A3) for page in pages]


def wall_sheets_tiled(contents: Sequence[WallSheetContent], options: PrintOptions) -> list[Page]:
    """Draw four sheets for each page of the thirty days."""
    sheets: list[Page] = []
    for content in contents:
        alt = _alt(content)
        for page in wall_sheets([content], options):
            # The later pages of a long month have no bookmark.
            sheets += tiled(page, alt if page.bookmark else content.plan.title, first=not sheets)
    return sheets


def _alt(content: WallSheetContent) -> str:
    """What is printed on it as text, for screen readers."""
    plan = content.plan
    calendar = _("A calendar from {first} to {last}").format(
        first=days.full(plan.pick.start_on), last=days.full(content.weeks[-1].last)
    )
    parts = (plan.title, plan.promise, calendar)
    return " ".join(part if part[-1] in ".!?”" else f"{part}." for part in parts if part)
