"""Which module draws which sheet of stop 4."""

from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.pick.ballots import ballots
from cxworkshop.sheets.pick.criteria_grid import criteria_grid

PAGES: dict[str, Pages] = {"ballots": ballots, "criteria-grid": criteria_grid}
