"""The cover of the session pack: which sheets it has, how many copies they need, and on what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cxworkshop import days
from cxworkshop.i18n import _, ngettext, with_dots
from cxworkshop.sheets.layout.document import Page, size_of
from cxworkshop.sheets.layout.large import SCALE, with_same_margins
from cxworkshop.sheets.layout.page_frame import Frame, framed, table_on_pages
from cxworkshop.sheets.layout.profiles import requested
from cxworkshop.sheets.layout.rehearsal import marked
from cxworkshop.sheets.paper import A3, A4, LETTER, MM, TABLOID
from cxworkshop.sheets.share.parts import BookParts
from cxworkshop.sheets.sheet import Large

if TYPE_CHECKING:
    from cxworkshop.sheets.job import PrintJob

_SHARES = (0.3, 0.2, 0.26, 0.24)  # of the width: sheet, pages, copies, paper
_SIZES = (A4, LETTER, A3, TABLOID)


@dataclass(frozen=True)
class PackedSheet:
    """A sheet in the pack: its pages, and the numbers of the first and the last in the pack."""

    job: PrintJob
    pages: tuple[Page, ...]
    first: int
    last: int


def cover(chapters: list[PackedSheet], of: int, job: PrintJob) -> list[Page]:
    """List what is in the pack of so many pages, on the paper of this job."""
    with job.speaking():
        as_of = _("as of {day}").format(day=days.full(job.as_of)) if job.as_of else ""
        whose = with_dots(filter(None, (job.team, as_of)))
        frame, paper = Frame(kind=_("Session pack"), whose=whose), job.options.paper
        if job.options.large:
            paper = with_same_margins(paper)
        parts = BookParts(paper.left, paper.column)
        head, *rows = parts.table(
            (_("Sheet"), _("Pages"), _("Copies"), _("On")), map(_row, chapters), _SHARES
        )
        top = [
            parts.title(_("What is in this pack")),
            parts.text(_how_to_print(len(chapters), of), gap=2.0),
        ]
        pages = framed(frame, table_on_pages(top, head, rows, paper.room), paper)
        if job.options.large:
            pages = [replace(page, scale=SCALE) for page in pages]
    return [marked(page) for page in pages] if job.is_rehearsal else pages


def _how_to_print(n: int, pages: int) -> str:
    """The count, and what to tell the printer."""
    count = ngettext("{n} sheet on {pages} pages.", "{n} sheets on {pages} pages.", n)
    how = _(
        "Print them on both sides, turned over the long edge, at 100 %: each sheet begins on a "
        "front, and what is cut, hung up or given to somebody has a blank back."
    )
    return f"{count.format(n=n, pages=pages)} {how}"


def _row(chapter: PackedSheet) -> tuple[str, str, str, str]:
    first, last, job = chapter.first, chapter.last, chapter.job
    numbers = f"{first}–{last}" if last > first else str(first)
    copies = _(job.sheet.copies) if job.sheet.copies else "1"
    return job.title, numbers, copies, _stock(chapter)


def _stock(chapter: PackedSheet) -> str:
    """What has to be in the printer, and whether it is cut."""
    on_labels = chapter.job.sheet.large is Large.UNLESS_STOCK
    labels = requested(chapter.job.options) if on_labels else None
    if labels:
        return _(labels.title)
    sides = sorted(size / MM for size in size_of(chapter.pages[0]))
    paper = next(
        (one.name for one in _SIZES if abs(one.width - sides[0]) + abs(one.height - sides[1]) < 1),
        chapter.pages[0].paper.name,
    )
    if any(page.to_cut for page in chapter.pages):
        return _("{paper}, to cut").format(paper=paper)
    return paper
