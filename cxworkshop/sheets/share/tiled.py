"""The poster on four sheets of ordinary paper, to be cut and laid over each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.papers.share import PosterPage
from cxworkshop.sheets.document import Page
from cxworkshop.sheets.drawing import Kit
from cxworkshop.sheets.look import FOOT, put
from cxworkshop.sheets.paper import GREY, Paper
from cxworkshop.sheets.share.poster import poster_pages, posters
from cxworkshop.sheets.sheet import Wanted

OVERLAP = 10.0  # mm by which a sheet lies over its neighbour
MARGIN = 8.0  # that printers leave white
_SIDE = 2  # sheets across and down
_MARK = (4.0, 0.5)  # a cut mark, from the edge of what is printed outwards


def tiled(told: Sequence[PosterPage], wanted: Wanted) -> list[Page]:
    """Four pages for each page of each poster; raises NothingToShow."""
    if not told:
        return posters(told, wanted)
    paper = wanted.paper
    return [
        replace(tile, bookmark=f"{one.slot}  {one.headline}" if not (number or place) else "")
        for one in told
        for number, page in enumerate(poster_pages(one, paper, wanted.link))
        for place, tile in enumerate(_tiles(page, paper, f"{one.lead}: {one.words}"))
    ]


def _tiles(page: Page, paper: Paper, words: str) -> list[Page]:
    places = [(row, column) for row in range(_SIDE) for column in range(_SIDE)]
    return [
        Page(paper=paper, paint=partial(_paint, page, words, row, column)) for row, column in places
    ]


def scale_on(paper: Paper) -> float:
    """How many times larger than one sheet the poster is."""
    wide, high = paper.width - 2 * MARGIN, paper.height - 2 * MARGIN
    whole = _SIDE * wide - (_SIDE - 1) * OVERLAP, _SIDE * high - (_SIDE - 1) * OVERLAP
    return min(whole[0] / paper.width, whole[1] / paper.height)


def _paint(page: Page, words: str, row: int, column: int, kit: Kit) -> None:
    paper = kit.paper
    wide, high = paper.width - 2 * MARGIN, paper.height - 2 * MARGIN
    right, down = column * (wide - OVERLAP), row * (high - OVERLAP)
    name = f"{'ABC'[row]}{column + 1}"
    alt = _("Sheet {name} of a poster. {words}").format(name=name, words=words)
    _notes(kit, name, last=row == column == _SIDE - 1)
    inside = kit.clipped((MARGIN, MARGIN, wide, high))
    with kit.figure(alt), inside, kit.moved(MARGIN - right, MARGIN - down, scale_on(paper)):
        page.paint(kit)
    _cut_marks(kit, row, column)


def _notes(kit: Kit, name: str, *, last: bool) -> None:
    """In the margin: which sheet this is, and what to do with it."""
    what = _("Sheet {name} of {n}.").format(name=name, n=_SIDE**2)
    how = _("Cut along the inner marks, lay the next sheet over the edge and glue it.")
    text = what if last else f"{what} {how}"
    style = replace(FOOT, size=6.5, leading=8, role="H1" if name == "A1" else "P")
    kit.words(put(text, style, 150), MARGIN + 12, 4.4)


def _cut_marks(kit: Kit, row: int, column: int) -> None:
    paper, (outer, inner) = kit.paper, _MARK
    ends_x, ends_y = paper.width - MARGIN, paper.height - MARGIN
    down = [MARGIN, ends_x, *([ends_x - OVERLAP] if column < _SIDE - 1 else [])]
    across = [MARGIN, ends_y, *([ends_y - OVERLAP] if row < _SIDE - 1 else [])]
    for x in down:
        kit.upright(x, MARGIN - outer, MARGIN - inner, 0.4, GREY)
        kit.upright(x, ends_y + inner, ends_y + outer, 0.4, GREY)
    for y in across:
        kit.rule(MARGIN - outer, MARGIN - inner, y, 0.4, GREY)
        kit.rule(ends_x + inner, ends_x + outer, y, 0.4, GREY)
