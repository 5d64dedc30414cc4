"""The printed sheets. Only these modules know reportlab, and only once something is printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _, n_
from cxworkshop.sheets import big_list, check, make_better, pick, prepare, share, staff_test, talk
from cxworkshop.sheets.job import PrintJob, job, write
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import paper_called
from cxworkshop.sheets.progress import ProgressCallback
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

__all__ = [
    "PACK",
    "SHEETS",
    "PrintOptions",
    "Sheet",
    "jobs_for",
    "sheet_called",
    "wanted_by",
    "write_sheets",
]

PACK = "session-pack"  # not a sheet of its own: all that make sense now, in one bookmarked PDF
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
)
SHEETS = {sheet.slug: sheet for sheet in _ALL}


def write_sheets(
    workshop: Workshop,
    slugs: Sequence[str],
    folder: Path,
    wanted: PrintOptions | None = None,
    tell: ProgressCallback | None = None,
) -> list[Path]:
    """Write a PDF for each sheet into the folder; without slugs, all that make sense now.

    Raises NotFound for a sheet that is not known or when nothing can be printed yet, CannotPrint,
    and Cancelled when `tell` says so.
    """
    wanted = wanted or requested_sheets(workshop)
    singles = [slug for slug in slugs if slug != PACK]
    jobs = jobs_for(workshop, singles, wanted) if singles or not slugs else []
    folder.mkdir(parents=True, exist_ok=True)
    paths = [write([one], folder / f"{one.sheet.slug}.pdf", tell=tell) for one in jobs]
    if PACK in slugs:
        everything = jobs_for(workshop, (), wanted)
        paths.append(write(everything, folder / f"{PACK}.pdf", _(PACK_TITLE), tell))
    return paths


def jobs_for(workshop: Workshop, slugs: Sequence[str], wanted: PrintOptions) -> list[PrintJob]:
    """The sheets of these names with their values; without names, all that make sense now."""
    sheets = [sheet_called(slug) for slug in slugs] or _sensible(workshop)
    return [job(workshop, sheet, wanted) for sheet in sheets]


def requested_sheets(workshop: Workshop) -> PrintOptions:
    """The team's own paper, and all else as it is usual."""
    return PrintOptions(paper=paper_called(workshop.prepare.team().paper))


def sheet_called(slug: str) -> Sheet:
    """The sheet of this name."""
    if slug not in SHEETS:
        sentence = _("There is no sheet called “{slug}”. These can be printed: {known}.")
        raise NotFound(sentence.format(slug=slug, known=", ".join([*SHEETS, PACK])))
    return SHEETS[slug]


def _sensible(workshop: Workshop) -> list[Sheet]:
    found = [sheet for sheet in SHEETS.values() if sheet.usual and sheet.sensible(workshop)]
    if not found:
        raise NotFound(
            _("There is nothing to print yet. Pick something first, then print its plan.")
        )
    return found
