"""The session pack: a cover, backs left blank where they must be, and numbers through all of it.

An office printer prints on both sides unless somebody tells it not to. So each sheet begins on a
leaf of its own, and what is cut, hung up or given away has nothing on its back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import FOOT, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.pack_cover import PackedSheet, cover

if TYPE_CHECKING:
    from cxworkshop.sheets.job import PrintJob

FROM_STOPS = 3  # sheets of so many stops are a pack: fewer are what one stop needs
_NUMBER_ABOVE = 8.6  # mm from the lower edge: below the feet of all sheets and all labels
_BESIDE_MARKS = 7.0  # mm that keep it away from marks to cut along


def is_pack(jobs: Sequence[PrintJob]) -> bool:
    """Whether these sheets are so many that they get a cover."""
    return len({each.sheet.stop for each in jobs}) >= FROM_STOPS


def packed(jobs: Sequence[PrintJob], laid_out: Sequence[Sequence[Page]]) -> list[list[Page]]:
    """Return the pages of the cover, and those of each job; blank ones are in between."""
    chapters = [_on_leaves(each, pages) for each, pages in zip(jobs, laid_out, strict=True)]
    length = 0
    while True:  # the cover says on which pages all is, so it is laid out until its length holds
        listed = _listed(jobs, laid_out, chapters, length)
        front = _even(cover(listed, length + sum(map(len, chapters)), jobs[0]))
        if len(front) == length:
            break
        length = len(front)
    return _numbered([front, *chapters])


def _listed(
    jobs: Sequence[PrintJob],
    laid_out: Sequence[Sequence[Page]],
    chapters: Sequence[Sequence[Page]],
    before: int,
) -> list[PackedSheet]:
    found, at = [], before + 1
    for each, pages, with_blanks in zip(jobs, laid_out, chapters, strict=True):
        last = at + max(n for n, page in enumerate(with_blanks) if not page.is_blank)
        found.append(PackedSheet(each, tuple(pages), at, last))
        at += len(with_blanks)
    return found


def _on_leaves(each: PrintJob, pages: Sequence[Page]) -> list[Page]:
    """The pages with blank ones where nothing may stand on a back; always an even number."""
    leaves: list[Page] = []
    for page in pages:
        if (page.to_cut or each.sheet.alone) and not page.is_back:
            leaves = _even(leaves)
        leaves.append(page)
        if each.sheet.alone and not page.is_back:
            leaves = _even(leaves)
    return _even(leaves)


def _even(pages: list[Page]) -> list[Page]:
    return [*pages, _blank(pages[-1])] if len(pages) % 2 else pages


def _blank(page: Page) -> Page:
    return Page(paper=page.paper, paint=lambda _canvas: None, scale=page.scale, is_blank=True)


def _numbered(chapters: list[list[Page]]) -> list[list[Page]]:
    of, before, made = sum(map(len, chapters)), 0, []
    for pages in chapters:
        made.append(
            [
                page if page.is_blank else replace(page, paint=partial(_paint, page, number, of))
                for number, page in enumerate(pages, before + 1)
            ]
        )
        before += len(pages)
    return made


def _paint(page: Page, number: int, of: int, canvas: PageCanvas) -> None:
    page.paint(canvas)
    text = _("Pack {n} of {of}").format(n=number, of=of)
    words = set_text(text, aligned(FOOT, "right"), canvas.paper.column - _BESIDE_MARKS)
    with canvas.aside():
        canvas.words(words, canvas.paper.left, canvas.paper.height - _NUMBER_ABOVE)
