"""Print jobs: content is gathered from the workshop at once, and drawn into a PDF later.

Drawing needs no workshop, so it can run in a thread of its own while people go on working.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from cxworkshop import days, i18n
from cxworkshop.customer_word import DEFAULT, CustomerWord, calling_customers
from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.model import Letterhead
from cxworkshop.sheets.many_pages import Ask
from cxworkshop.sheets.needs import NotYet
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.progress import ProgressCallback, report_progress, reporting
from cxworkshop.sheets.sheet import Sheet
from cxworkshop.value_object import ValueObject

if TYPE_CHECKING:
    from cxworkshop.sheets.layout.document import Document, DocumentInfo, Page
    from cxworkshop.workshop import Workshop

_STOPS_OF_A_PACK = 3  # sheets of fewer stops get no cover: they are what one stop needs


_NONE = Letterhead()


class PrintJob(ValueObject):
    """One sheet with its content, ready to be drawn. `day` goes into the PDF's metadata."""

    sheet: Sheet
    content: Any
    options: PrintOptions
    team: str
    day: date | None
    language: str
    customer_word: CustomerWord = DEFAULT
    is_rehearsal: bool = False  # marked on every page
    names: tuple[str, ...] = ()  # of customers, where they may stand on it (R7)
    as_of: date | None = None  # stands on what goes out of date
    letterhead: Letterhead = _NONE

    @property
    def title(self) -> str:
        """The sheet's title in the language of the paper."""
        with self.speaking():
            return _(self.sheet.title)

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Speak the language of the paper, and say the team's word for its customers."""
        with i18n.speaking(self.language), calling_customers(self.customer_word):
            yield

    def pages(self) -> list[Page]:
        """Lay the sheet out; raises a Refusal where there is nothing to print."""
        from cxworkshop.sheets.layout.large import large_pages
        from cxworkshop.sheets.layout.letterhead import page_look
        from cxworkshop.sheets.layout.names import any_of
        from cxworkshop.sheets.layout.rehearsal import marked

        with self.speaking():
            laid_out = large_pages if self.options.large else Sheet.pages
            pages = laid_out(self.sheet, self.content, self.options)
            if self.names:
                found = any_of(self.names)
                pages = [replace(page, names=found) for page in pages]
            if self.sheet.ages and self.as_of:
                as_of = _("as of {day}").format(day=days.full(self.as_of))
                pages = [replace(page, as_of=as_of) for page in pages]
            look = page_look(self.letterhead)
            pages = [replace(page, look=look) for page in pages]
            return [marked(page) for page in pages] if self.is_rehearsal else pages


def job(workshop: Workshop, sheet: Sheet, options: PrintOptions) -> PrintJob:
    """Gather what the sheet says; raises NotYet where there is nothing to print on it yet."""
    if not sheet.sensible(workshop):
        raise NotYet(sheet.needs)
    about = workshop.content
    with about.speaking():
        content = sheet.gather(workshop, options)
    return PrintJob(
        sheet,
        content,
        options,
        about.team_name(),
        about.day(),
        about.language(),
        about.customer_word(),
        workshop.is_rehearsal,
        about.customers_names() if options.names else (),
        about.as_of(workshop.today),
        about.letterhead(),
    )


def as_pdf(
    jobs: Sequence[PrintJob],
    title: str = "",
    progress: ProgressCallback | None = None,
    ask: Ask | None = None,
) -> bytes:
    """Draw all jobs into one PDF; with several jobs, or with a title, each becomes a chapter.

    `ask` is told how many pages there are. Raises NotFound without jobs, Cancelled when `progress`
    raises it, and what `ask` raises.
    """
    from cxworkshop.sheets.layout.document import Document

    if not jobs:
        raise NotFound(_("Tick what you would like to print."))
    document = Document(_info(jobs, title))
    if len({each.sheet.stop for each in jobs}) >= _STOPS_OF_A_PACK:
        _draw_pack(document, jobs, progress)
        both_sides = True
    else:
        both_sides = _draw_one_by_one(document, jobs, progress, chapters=bool(title))
    if ask is not None:
        ask(document.page_count)
    return document.finish(both_sides=both_sides)


def _draw_one_by_one(
    document: Document,
    jobs: Sequence[PrintJob],
    progress: ProgressCallback | None,
    *,
    chapters: bool,
) -> bool:
    """Draw the sheets one after the other; return whether all of them may have printed backs."""
    both_sides = True
    for each in jobs:
        with reporting(progress, each.title), each.speaking():
            pages = _draw(document, each, chapter=chapters or len(jobs) > 1)
        both_sides &= each.sheet.both_sides or any(page.is_back for page in pages)
    return both_sides


def _draw_pack(
    document: Document, jobs: Sequence[PrintJob], progress: ProgressCallback | None
) -> None:
    from cxworkshop.sheets.pack import packed

    laid_out = []
    for each in jobs:
        with reporting(progress, each.title):
            report_progress()
            laid_out.append(each.pages())
    front, *chapters = packed(jobs, laid_out)
    with jobs[0].speaking():
        document.draw(front, _("What is in this pack"))
    for each, pages in zip(jobs, chapters, strict=True):
        with reporting(progress, each.title), each.speaking():
            document.draw(pages, each.title)


def _draw(document: Document, each: PrintJob, *, chapter: bool) -> list[Page]:
    report_progress()
    pages = each.pages()
    if pages and not chapter and not any(page.bookmark for page in pages):
        pages = [replace(pages[0], bookmark=each.title), *pages[1:]]
    document.draw(pages, each.title if chapter else "")
    return pages


def _info(jobs: Sequence[PrintJob], title: str) -> DocumentInfo:
    from cxworkshop.sheets.layout.document import DocumentInfo

    first = jobs[0]
    return DocumentInfo(
        title=f"{title or first.title}: {first.team}",
        author=first.team,
        language=first.language,
        day=first.day,
    )
