"""Large print: any sheet half as large again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import A4, Paper, larger
from cxworkshop.sheets.sheet import Large, Sheet

SCALE = 1.5


def large_pages(sheet: Sheet, content: Any, options: PrintOptions) -> list[Page]:
    """Lay the sheet out for paper two thirds as wide and high, and enlarge that.

    A sheet whose form has no room there goes onto the next larger paper, and what must have its
    size, as labels must, keeps it.
    """
    on_stock = sheet.large is Large.UNLESS_STOCK and options.profile
    if on_stock or sheet.large is Large.NEVER:
        return sheet.pages(content, options)
    if sheet.large is Large.LAID_OUT:
        return _enlarged(sheet, content, options, _with_same_margins(options.paper), SCALE)
    to_fill = larger(options.paper)
    scale = to_fill.width / A4.width  # no form needs more width than A4 has
    small = replace(options.paper, width=A4.width, height=to_fill.height / scale)
    return _enlarged(sheet, content, options, small, scale)


def _enlarged(
    sheet: Sheet, content: Any, options: PrintOptions, small: Paper, scale: float
) -> list[Page]:
    pairs = options.offset, options.drift
    offset, drift = ((right / scale, down / scale) for right, down in pairs)
    wanted = replace(options, paper=small, offset=offset, drift=drift)
    sides = {small.width, small.height}
    return [
        replace(page, scale=page.scale * scale)
        if {page.paper.width, page.paper.height} == sides
        else page
        for page in sheet.pages(content, wanted)
    ]


def _with_same_margins(paper: Paper) -> Paper:
    return Paper(
        paper.name,
        paper.width / SCALE,
        paper.height / SCALE,
        paper.left / SCALE,
        paper.margin_right / SCALE,
        paper.top / SCALE,
        paper.margin_bottom / SCALE,
    )
