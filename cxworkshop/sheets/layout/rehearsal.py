"""The mark on every page of a rehearsal, so that it is never taken for what a team has done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.paper import AMBER

_MARK = replace(aligned(LABEL, "center"), color=AMBER, role="P")
_TOP = 5.0  # mm from the upper edge: above the heads of all sheets, where printers still print


def marked(page: Page) -> Page:
    """The same page with the mark in its upper margin."""
    return replace(page, paint=partial(_paint, page))


def _paint(page: Page, canvas: PageCanvas) -> None:
    page.paint(canvas)
    words = set_text(_("Rehearsal: made up, to try things out"), _MARK, page.paper.width)
    canvas.words(words, 0.0, _TOP)
