"""Which module draws which sheet of stop 6."""

from cxworkshop.sheets.check.check_sheet import check_sheets
from cxworkshop.sheets.pages import Pages

PAGES: dict[str, Pages] = {"check-sheet": check_sheets}
