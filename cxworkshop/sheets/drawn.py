"""All that draws sheets. Imported when something is printed, not before."""

from __future__ import annotations

from cxworkshop.sheets.big_list.drawn import PAGES as BIG_LIST
from cxworkshop.sheets.check.drawn import PAGES as CHECK
from cxworkshop.sheets.make_better.drawn import PAGES as MAKE_BETTER
from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.pick.drawn import PAGES as PICK
from cxworkshop.sheets.prepare.drawn import PAGES as PREPARE
from cxworkshop.sheets.share.drawn import PAGES as SHARE
from cxworkshop.sheets.staff_test.drawn import PAGES as STAFF_TEST
from cxworkshop.sheets.talk.drawn import PAGES as TALK

PAGES: dict[str, Pages] = {
    **PREPARE,
    **TALK,
    **BIG_LIST,
    **PICK,
    **MAKE_BETTER,
    **CHECK,
    **STAFF_TEST,
    **SHARE,
}
