"""All that draws sheets. Imported when something is printed, not before."""

from __future__ import annotations

from cxworkshop.sheets.make_better.drawn import PAGES as MAKE_BETTER
from cxworkshop.sheets.pages import Pages

PAGES: dict[str, Pages] = {**MAKE_BETTER}
