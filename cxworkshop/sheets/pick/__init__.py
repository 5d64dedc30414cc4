"""Sheets of stop 4: ballots, and the grid of the four criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import BallotPaper, CriteriaGrid
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import CARDS
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _ballots(workshop: Workshop, _wanted: PrintOptions) -> BallotPaper:
    return workshop.content.ballot_paper()


def _grid(workshop: Workshop, _wanted: PrintOptions) -> CriteriaGrid:
    return workshop.content.criteria_grid()


SHEETS = (
    Sheet("ballots", 4, n_("Ballots"), _ballots, quotes=True),
    Sheet("criteria-grid", 4, n_("Grid of the four criteria"), _grid, CARDS, quotes=True),
)
