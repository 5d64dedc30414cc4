"""The print command: PDFs of the sheets that make sense now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from cxworkshop.commands.frame import FILE, command, opened
from cxworkshop.i18n import _
from cxworkshop.sheets import PACK, SHEETS, wanted_by, write_sheets
from cxworkshop.sheets.paper import paper_called
from cxworkshop.store.refusals import CannotWrite


@command(
    "print", _("Write PDFs. SHEET is one of: {slugs}.").format(slugs=", ".join([*SHEETS, PACK]))
)
@click.argument("file", type=FILE)
@click.argument("sheets", metavar="[SHEET]...", nargs=-1)
@click.option("--to", "folder", type=FILE, required=True, help=_("The folder for the PDFs."))
@click.option("--paper", help=_("A4 or Letter; else what the workshop says."))
@click.option("--slot", "slots", multiple=True, type=click.IntRange(1, 3), help=_("Only these."))
@click.option("--names", is_flag=True, help=_("Show customers' names, for this print only."))
def print_command(
    file: Path,
    sheets: tuple[str, ...],
    folder: Path,
    paper: str | None,
    slots: tuple[int, ...],
    names: bool,
    today: date | None,
) -> None:
    """No SHEET: all that make sense now."""
    workshop = opened(file, today)
    try:
        wanted = replace(wanted_by(workshop), names=names, slots=slots)
        wanted = replace(wanted, paper=paper_called(paper)) if paper else wanted
        written = write_sheets(workshop, sheets, folder, wanted)
    except OSError:
        raise CannotWrite(folder.name) from None
    for path in written:
        click.echo(path)
    likely = workshop.printing.likely_names(workshop.printing.plans(names=names))
    if likely:
        text = _("Before it goes on paper, look at what may be somebody's name: {names}")
        click.echo(text.format(names="; ".join(likely)), err=True)
