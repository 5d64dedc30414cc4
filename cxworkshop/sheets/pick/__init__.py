"""Sheets of stop 4: ballots, and the grid of the four criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import BallotsContent, CriteriaGridContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import CARDS
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _ballots(workshop: Workshop, _options: PrintOptions) -> BallotsContent:
    return workshop.content.pick.ballots()


def _criteria_grid(workshop: Workshop, _options: PrintOptions) -> CriteriaGridContent:
    return workshop.content.pick.criteria_grid()


SHEETS = (
    Sheet(
        "ballots",
        4,
        n_("Ballots"),
        _ballots,
        "pick.ballots:ballots",
        quotes=True,
        large=Large.ON_LARGER_PAPER,
    ),
    Sheet(
        "criteria-grid",
        4,
        n_("Grid of the four criteria"),
        _criteria_grid,
        "pick.criteria_grid:criteria_grid",
        CARDS,
        quotes=True,
        ages=True,
        large=Large.ON_LARGER_PAPER,
        alone=True,
    ),
)
