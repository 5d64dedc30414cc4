"""All that draws sheets. Imported when something is printed, not before."""

from __future__ import annotations

from cxworkshop.sheets.big_list.drawn import PAGES as BIG_LIST
from cxworkshop.sheets.make_better.drawn import PAGES as MAKE_BETTER
from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.pick.drawn import PAGES as PICK
from cxworkshop.sheets.share.drawn import PAGES as SHARE

PAGES: dict[str, Pages] = {**BIG_LIST, **PICK, **MAKE_BETTER, **SHARE}
