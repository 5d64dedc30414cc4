"""The export command: the list, the plans, the days, or everything, in other programs' formats."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.commands.shared import FILE, command, opened
from cxworkshop.errors import BadWords
from cxworkshop.exports import formats
from cxworkshop.filenames import shown
from cxworkshop.i18n import _

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


@command("export", _("Write the workshop for other programs: .csv, .md, .ics or .json."))
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, help=_("The new file; its end decides."))
@click.option("--plans", is_flag=True, help=_("This round’s plans in place of the list, as .md."))
@click.option("--names", is_flag=True, help=_("Customers’ names too, as .csv."))
def export_command(
    file: Path, target: Path, today: date | None, *, plans: bool, names: bool
) -> None:
    """The end of the name says what is written."""
    from cxworkshop.store.refusals import CannotWrite

    write = _writer(target, plans=plans, names=names)
    data = write(opened(file, today))
    try:
        target.write_bytes(data)
    except OSError:
        raise CannotWrite(target.name) from None
    click.echo(shown(target))


def _writer(target: Path, *, plans: bool, names: bool) -> Callable[[Workshop], bytes]:
    ending = target.suffix.casefold()
    writers: dict[str, Callable[[Workshop], bytes]] = {
        ".csv": partial(formats.list_table, names=names),
        ".md": formats.plans_text if plans else formats.list_text,
        ".ics": formats.calendar_file,
        ".json": formats.everything,
    }
    if ending in (".xlsx", ".docx"):
        raise BadWords(
            _("{ending} can’t be written yet. Use .csv, .md, .ics or .json.").format(ending=ending)
        )
    if ending not in writers:
        raise BadWords(_("The name has to end in .csv, .md, .ics or .json."))
    if plans and ending != ".md":
        raise BadWords(_("Plans are written as .md only."))
    if names and ending != ".csv":
        raise BadWords(_("Names are written as .csv only."))
    return writers[ending]
