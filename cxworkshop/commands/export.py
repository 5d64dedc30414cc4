"""The export command: the list, the plans, the days, sheets or everything, for other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.commands.shared import FILE, command, opened
from cxworkshop.errors import BadWords
from cxworkshop.exports import formats
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, with_commas
from cxworkshop.value_object import ValueObject

if TYPE_CHECKING:
    from cxworkshop.sheets.job import PrintJob
    from cxworkshop.workshop import Workshop

JIRA, AZURE_DEVOPS = "jira", "azure-devops"
PICTURES = (".png", ".svg")
_WRITERS: dict[str, Callable[..., bytes]] = {
    ".xlsx": formats.workbook,
    ".docx": formats.list_document,
    ".csv": formats.list_table,
    ".md": formats.list_text,
    ".ics": formats.calendar_file,
    ".qdpx": formats.qda_project,
    ".json": formats.everything,
}
_PLANS: dict[str, Callable[..., bytes]] = {
    ".md": formats.plans_text,
    ".docx": formats.plans_document,
}
_TRACKERS = {JIRA: formats.jira_table, AZURE_DEVOPS: formats.azure_table}
_WITH_NAMES = (".xlsx", ".docx", ".csv", ".qdpx", *PICTURES)


class ExportChoice(ValueObject):
    """What was asked for; `dpi` is None where nobody said."""

    plans: bool
    tracker: str | None
    sheet: str | None
    dpi: int | None
    names: bool


@command(
    "export",
    _(
        "Write the workshop for other programs: a table (.xlsx, .csv), text (.docx, .md), "
        "the days (.ics), what {customers} said for QualCoder, NVivo or MAXQDA (.qdpx), "
        "a sheet as a picture (.png, .svg), or everything (.json)."
    ),
)
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, help=_("The new file; its end decides."))
@click.option(
    "--plans", is_flag=True, help=_("This round’s plans in place of the list, as .md or .docx.")
)
@click.option(
    "--for",
    "tracker",
    type=click.Choice([JIRA, AZURE_DEVOPS]),
    help=_("This round’s plans with their first steps, as .csv that it imports."),
)
@click.option("--sheet", metavar="SHEET", help=_("The sheet, as .png or .svg; see print --help."))
@click.option(
    "--dpi", type=click.IntRange(50, 300), help=_("Dots per inch of a .png; 150 if not said.")
)
@click.option(
    "--names", is_flag=True, help=_("{Customers_s} names too; they are left out otherwise.")
)
def export_command(
    file: Path,
    target: Path,
    today: date | None,
    *,
    plans: bool,
    tracker: str | None,
    sheet: str | None,
    dpi: int | None,
    names: bool,
) -> None:
    """The end of the name says what is written."""
    ending = target.suffix.casefold()
    choice = ExportChoice(plans=plans, tracker=tracker, sheet=sheet, dpi=dpi, names=names)
    _refuse_what_does_not_fit(ending, choice)
    if ending in PICTURES:
        _write_pictures(opened(file, today), target, choice)
    else:
        _write([target], [_writer(ending, choice)(opened(file, today))])


def _refuse_what_does_not_fit(ending: str, choice: ExportChoice) -> None:
    """Raise BadWords for an ending that nothing has, and for an option that it has no use for."""
    if ending not in _WRITERS and ending not in PICTURES:
        known = with_commas([*_WRITERS, PICTURES[0]])
        text = _("The name has to end in {known} or {last}.")
        raise BadWords(text.format(known=known, last=PICTURES[1]))
    if choice.plans and ending not in _PLANS:
        raise BadWords(_("Plans are written as .md or .docx; as .csv with --for."))
    if choice.tracker and ending != ".csv":
        raise BadWords(_("What Jira and Azure DevOps import is written as .csv only."))
    if choice.names and (ending not in _WITH_NAMES or choice.tracker):
        raise BadWords(_("{Customers_s} names are not written into that."))
    if choice.sheet is None and ending in PICTURES:
        raise BadWords(_("Say which sheet: --sheet SHEET. They are listed by print --help."))
    if choice.sheet is not None and ending not in PICTURES:
        raise BadWords(_("A single sheet is written as .png or .svg; print writes it as a PDF."))
    if choice.dpi is not None and ending != ".png":
        raise BadWords(_("Only a .png has dots per inch."))


def _writer(ending: str, choice: ExportChoice) -> Callable[[Workshop], bytes]:
    if choice.tracker:
        return _TRACKERS[choice.tracker]
    write = _PLANS[ending] if choice.plans else _WRITERS[ending]
    return partial(write, names=True) if choice.names else write


def _write_pictures(workshop: Workshop, target: Path, choice: ExportChoice) -> None:
    """A file for each page; says what may be somebody's name (R7), as the print command does."""
    from cxworkshop.sheets import PACK, default_options, jobs_for
    from cxworkshop.sheets.pictures import USUAL_DPI, picture_paths, pictures

    if choice.sheet == PACK:
        raise BadWords(_("The session pack is many sheets: name one of them."))
    options = replace(default_options(workshop), names=choice.names)
    (job,) = jobs_for(workshop, [choice.sheet or ""], options)
    drawn = pictures(job, target.suffix.casefold(), choice.dpi or USUAL_DPI)
    _write(picture_paths(target, len(drawn)), drawn)
    _say_what_to_look_at(workshop, job)


def _say_what_to_look_at(workshop: Workshop, job: PrintJob) -> None:
    from cxworkshop.sheets.preflight import preflight

    for note in preflight([job], workshop.content.customers_names()).notes:
        click.echo(note, err=True)


def _write(targets: Sequence[Path], files: Sequence[bytes]) -> None:
    """Write each in place of what is there, and say so."""
    from cxworkshop.services.files import replace_for_others

    for target, data in zip(targets, files, strict=True):
        replace_for_others(target, data)
        click.echo(shown(target))
