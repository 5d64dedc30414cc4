"""The printed sheets. Only these modules know reportlab, and only once something is printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _, n_, with_commas
from cxworkshop.sheets import (
    anywhere,
    big_list,
    check,
    make_better,
    pick,
    prepare,
    share,
    staff_test,
    talk,
)
from cxworkshop.sheets.job import PrintJob, job, write_pdf
from cxworkshop.sheets.many_pages import Ask
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import paper_called
from cxworkshop.sheets.progress import ProgressCallback
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

__all__ = [
    "PACK",
    "PACK_TITLE",
    "SHEETS",
    "PrintOptions",
    "Sheet",
    "default_options",
    "jobs_for",
    "pack_sheets",
    "sheet_called",
    "write_sheets",
]

PACK = "session-pack"  # not a sheet: all sheets that make sense now, in one PDF with bookmarks
PACK_TITLE = n_("Session pack")
_ALL = (
    *prepare.SHEETS,
    *talk.SHEETS,
    *big_list.SHEETS,
    *pick.SHEETS,
    *make_better.SHEETS,
    *check.SHEETS,
    *staff_test.SHEETS,
    *share.SHEETS,
    *anywhere.SHEETS,
)
SHEETS = {sheet.slug: sheet for sheet in _ALL}


def write_sheets(
    workshop: Workshop,
    slugs: Sequence[str],
    folder: Path,
    options: PrintOptions | None = None,
    *,
    progress: ProgressCallback | None = None,
    ask: Ask | None = None,
) -> list[Path]:
    """Write a PDF for each sheet into the folder; without slugs, all that make sense now.

    `ask` is told how many pages each PDF has, before it is written. Raises NotFound for an unknown
    sheet or when nothing can be printed yet, CannotPrint, Cancelled when `progress` raises it, and
    what `ask` raises.
    """
    options = options or default_options(workshop)
    singles = [slug for slug in slugs if slug != PACK]
    jobs = jobs_for(workshop, singles, options) if singles or not slugs else []
    _make(folder)
    paths = [
        write_pdf([each], folder / f"{each.sheet.slug}.pdf", "", progress, ask) for each in jobs
    ]
    if PACK in slugs:
        pack = [job(workshop, sheet, options) for sheet in pack_sheets(workshop)]
        paths.append(write_pdf(pack, folder / f"{PACK}.pdf", _(PACK_TITLE), progress, ask))
    return paths


def _make(folder: Path) -> None:
    from cxworkshop.sheets.layout.document import CannotPrint

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotPrint(folder.name) from error


def jobs_for(workshop: Workshop, slugs: Sequence[str], options: PrintOptions) -> list[PrintJob]:
    """Print jobs for the sheets of these names; without names, for all that make sense now."""
    sheets = [sheet_called(slug) for slug in slugs] or _sensible(workshop)
    return [job(workshop, sheet, options) for sheet in sheets]


def pack_sheets(workshop: Workshop) -> list[Sheet]:
    """The sheets of the session pack, which says nothing twice; raises NotFound without any."""
    return [sheet for sheet in _sensible(workshop) if sheet.in_pack]


def default_options(workshop: Workshop) -> PrintOptions:
    """Print on the team's own paper."""
    return PrintOptions(paper=paper_called(workshop.prepare.team().paper))


def sheet_called(slug: str) -> Sheet:
    """The sheet with this slug; raises NotFound."""
    if slug not in SHEETS:
        sentence = _("There is no sheet called “{slug}”. These can be printed: {known}.")
        raise NotFound(sentence.format(slug=slug, known=with_commas([*SHEETS, PACK])))
    return SHEETS[slug]


def _sensible(workshop: Workshop) -> list[Sheet]:
    sheets = [sheet for sheet in SHEETS.values() if sheet.usual and sheet.sensible(workshop)]
    if not sheets:
        raise NotFound(
            _("There is nothing to print yet. Pick something first, then print its plan.")
        )
    return sheets
