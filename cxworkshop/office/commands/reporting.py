"""The picture of a programme's year, as a page, on paper and as tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.errors import BadWords, Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from cxworkshop.office.commands.server import connected
from cxworkshop.sheets.paper import paper_called

if TYPE_CHECKING:
    from cxworkshop.office.database.connection import Connection


@click.command("report", short_help=_("Write the picture of a programme’s year."))
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), required=True,
    help=_("The folder that it is written into."),
)  # fmt: skip
@click.option(
    "--from", "url", metavar="URL", required=True, envvar="CXWORKSHOP_OFFICE",
    help=_("The database, or the variable CXWORKSHOP_OFFICE; never with a password in it."),
)  # fmt: skip
@click.option("--programme", help=_("The programme, where you may see several."))
@click.option("--site", help=_("One of its sites alone."))
@click.option("--year", type=click.IntRange(1990, 2199), help=_("The latest, if not said."))
@click.option("--paper", default="A4", help=_("A4 or Letter."))
@click.option("--csv", "with_tables", is_flag=True, help=_("Every view as .csv, too."))
def report_command(
    folder: Path,
    url: str,
    programme: str | None,
    site: str | None,
    year: int | None,
    paper: str,
    *,
    with_tables: bool,
) -> None:
    """Write report.html, which needs no network, and report.pdf into a folder."""
    from cxworkshop.office.report.page import html_page
    from cxworkshop.office.report.paper import pdf_of
    from cxworkshop.office.report.sections import report_of

    size, today = paper_called(paper), date.today()  # noqa: DTZ011 - the office's own day
    with connected(url) as connection:
        from cxworkshop.office.database import reading

        chosen = programme or _only(reading.programmes(connection))
        figures = reading.year_figures(connection, chosen, site, year)
        tables = _tables(connection) if with_tables else {}
    report = report_of(figures, today)
    files = {"report.html": html_page(report), "report.pdf": pdf_of(report, size)} | tables
    _write(folder, files)


def _only(programmes: list[str]) -> str:
    if not programmes:
        raise Refusal(_("Nothing has been published, or not to you."))
    if len(programmes) > 1:
        text = _("Say which programme: --programme {all}")
        raise BadWords(text.format(all=_(" or ").join(f"“{name}”" for name in programmes)))
    return programmes[0]


def _tables(connection: Connection) -> dict[str, bytes]:
    from cxworkshop.exchange.writers import csv_table
    from cxworkshop.office.database import reading

    return {
        f"{name}.csv": csv_table(titles, [[*map(_cell, row)] for row in rows])
        for name, (titles, rows) in reading.views(connection).items()
    }


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    from cxworkshop.services.files import replace_for_others

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refusal(_("{name} can’t be made.").format(name=shown(folder))) from None
    for name, data in files.items():
        replace_for_others(folder / name, data)
        click.echo(shown(folder / name))
