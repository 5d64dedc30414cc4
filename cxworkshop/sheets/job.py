"""A print: values gathered from the workshop at once, drawn into a PDF whenever there is time.

Drawing needs no workshop, so that it can go on in a thread of its own while people work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxworkshop import i18n
from cxworkshop.errors import NotFound
from cxworkshop.i18n import _
from cxworkshop.sheets.needs import NotYet
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.progress import ProgressCallback, report_progress, reporting
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.sheets.layout.document import Document, DocumentInfo, Page
    from cxworkshop.workshop import Workshop


@dataclass(frozen=True)
class PrintJob:
    """One sheet with its values, for one print."""

    sheet: Sheet
    values: Any
    wanted: PrintOptions
    team: str
    day: Any
    language: str

    @property
    def title(self) -> str:
        """The sheet's title in the language of the paper."""
        with i18n.speaking(self.language):
            return _(self.sheet.title)

    def pages(self) -> list[Page]:
        """Its pages, laid out; raises a Refusal where there is nothing to print."""
        from cxworkshop.sheets.drawn import PAGES

        with i18n.speaking(self.language):
            return PAGES[self.sheet.slug](self.values, self.wanted)


def job(workshop: Workshop, sheet: Sheet, wanted: PrintOptions) -> PrintJob:
    """Take what the sheet needs from the workshop; raises NotYet where there is nothing yet."""
    printing = workshop.content
    if not sheet.sensible(workshop):
        raise NotYet(sheet.needs)
    with i18n.speaking(printing.language()):
        values = sheet.gather(workshop, wanted)
    return PrintJob(
        sheet, values, wanted, printing.team_name(), printing.day(), printing.language()
    )


def as_pdf(
    jobs: Sequence[PrintJob], title: str = "", tell: ProgressCallback | None = None
) -> bytes:
    """One PDF of these sheets; several of them, or those of a pack with a title, are its chapters.

    Raises NotFound when there is none, and Cancelled when `tell` says so.
    """
    from cxworkshop.sheets.layout.document import Document

    if not jobs:
        raise NotFound(_("Tick what you would like to print."))
    document = Document(_about(jobs, title))
    for one in jobs:
        with reporting(tell, one.title), i18n.speaking(one.language):
            _draw(document, one, chapter=bool(title) or len(jobs) > 1)
    return document.finish()


def write(
    jobs: Sequence[PrintJob], target: Path, title: str = "", tell: ProgressCallback | None = None
) -> Path:
    """The same, in a file; raises CannotPrint too, and leaves an old file as it was."""
    from cxworkshop.sheets.layout.document import publish

    publish(as_pdf(jobs, title, tell), target)
    return target


def _draw(document: Document, one: PrintJob, *, chapter: bool) -> None:
    report_progress()
    pages = one.pages()
    if pages and not chapter and not any(page.bookmark for page in pages):
        pages = [replace(pages[0], bookmark=one.title), *pages[1:]]
    document.draw(pages, one.title if chapter else "")


def _about(jobs: Sequence[PrintJob], title: str) -> DocumentInfo:
    from cxworkshop.sheets.layout.document import DocumentInfo

    first = jobs[0]
    return DocumentInfo(
        title=f"{title or first.title}: {first.team}",
        author=first.team,
        language=first.language,
        day=first.day,
    )
