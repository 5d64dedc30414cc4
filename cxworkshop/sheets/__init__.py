"""The printed sheets. Only these modules know reportlab, and only once something is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.errors import NotFound
from cxworkshop.i18n import _, n_
from cxworkshop.sheets.paper import Paper, paper_called

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

Write = Callable[["Workshop", Path, Paper, bool, Sequence[int]], Path]


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet: its name on the command line, its title, and who writes it.

    `write` takes the workshop, the file, the paper, whether customers' names are shown, and the
    slots that are wanted (none named is all);
    `sensible` says whether there is anything to print yet.
    """

    slug: str
    title: str
    write: Write
    sensible: Callable[[Workshop], bool]


def _action_plans(
    workshop: Workshop,
    target: Path,
    paper: Paper,
    names: bool,  # noqa: FBT001 - as Write
    slots: Sequence[int],
) -> Path:
    from cxworkshop.sheets.action_plan import action_plans

    pages = workshop.printing.plans(names=names)
    pages = [page for page in pages if not slots or page.slot in slots]
    return action_plans([replace(page, names_shown=names) for page in pages], target, paper)


SHEETS = {
    sheet.slug: sheet
    for sheet in (
        Sheet(
            "action-plan",
            n_("Action plan, one page an improvement"),
            _action_plans,
            lambda workshop: bool(workshop.pick.slots()),
        ),
    )
}


def write_sheets(
    workshop: Workshop,
    slugs: Sequence[str],
    folder: Path,
    *,
    paper: str | None = None,
    names: bool = False,
    slots: Sequence[int] = (),
) -> list[Path]:
    """Write a PDF for each sheet into the folder; without slugs, all that make sense now.

    With slots named, sheets that are about one improvement show only theirs.

    The paper is the workshop's own unless named. Raises NotFound for a sheet that is not known,
    and BadWords for a paper that is not.
    """
    size = paper_called(paper or workshop.prepare.team().paper)
    sheets = [sheet_called(slug) for slug in slugs] or _sensible(workshop)
    folder.mkdir(parents=True, exist_ok=True)
    return [
        sheet.write(workshop, folder / f"{sheet.slug}.pdf", size, names, slots) for sheet in sheets
    ]


def sheet_called(slug: str) -> Sheet:
    """The sheet of this name."""
    if slug not in SHEETS:
        sentence = _("There is no sheet called “{slug}”. These can be printed: {known}.")
        raise NotFound(sentence.format(slug=slug, known=", ".join(SHEETS)))
    return SHEETS[slug]


def _sensible(workshop: Workshop) -> list[Sheet]:
    found = [sheet for sheet in SHEETS.values() if sheet.sensible(workshop)]
    if not found:
        raise NotFound(
            _("There is nothing to print yet. Pick something first, then print its plan.")
        )
    return found
