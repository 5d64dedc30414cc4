"""On the laptop: look at what would leave it, and write it into a file for a stick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cxworkshop.commands.shared import FILE
from cxworkshop.errors import BadWords
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext
from cxworkshop.office.leaving import figures_of
from cxworkshop.office.row_checks import columns
from cxworkshop.office.rows import KINDS_OF_ROWS, Figures
from cxworkshop.office.sealed_file import ENDING, write_sealed
from cxworkshop.textual import clean
from cxworkshop.value_object import ValueObject
from cxworkshop.workshop import Workshop

_LONGEST_NAME = 200
Command = Callable[..., Any]


def leaving_options(function: Command) -> Command:
    """Add the options that say what leaves, and where it belongs."""
    for option in (
        click.option(
            "--with-promises",
            is_flag=True,
            help=_("Our own headlines and promises too, without those that may name somebody."),
        ),
        click.option("--site", default="", help=_("The site that the team belongs to.")),
        click.option("--programme", required=True, help=_("The programme that it belongs to.")),
    ):
        function = option(function)
    return function


def read_figures(file: Path, programme: str, site: str, *, with_promises: bool) -> Figures:
    """The figures of one workshop, which is only looked at; raises a Refusal."""
    with Workshop.open(file) as workshop:
        return figures_of(
            workshop,
            programme=_name(programme),
            site=_name(site) if site else "",
            with_promises=with_promises,
        )


def _name(typed: str) -> str:
    name = " ".join(clean(typed).split())
    if not name or len(name) > _LONGEST_NAME:
        raise BadWords(_("A programme or a site needs a name of at most 200 characters."))
    return name


@click.command("preview", short_help=_("Show every row that would leave this laptop."))
@click.argument("file", type=FILE)
@leaving_options
def preview_command(file: Path, programme: str, site: str, *, with_promises: bool) -> None:
    """Show every row of FILE that would leave this laptop; nothing leaves it now."""
    figures = read_figures(file, programme, site, with_promises=with_promises)
    _show(type(figures.team), [figures.team])
    for kind in KINDS_OF_ROWS:
        if rows := figures.of(kind):
            click.echo()
            _show(kind, rows)
    click.echo()
    say_what_leaves(figures)


def _show(kind: type[ValueObject], rows: object) -> None:
    """A table: the names of its columns, and a line for each row."""
    assert isinstance(rows, (list, tuple))
    click.echo(str(getattr(kind, "table", "")))
    names = list(columns(kind))
    lines = [names, *([_cell(getattr(row, name)) for name in names] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        click.echo(f"  {'  '.join(padded)}".rstrip())


def _cell(value: object) -> str:
    if value is None or value == "":
        return "–"
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else (
        " ".join(str(value).split())
    )  # fmt: skip


def say_what_leaves(figures: Figures) -> None:
    """Count the rows, and say what was held back."""
    counts = Counter(type(row) for row in figures.rows)
    n = sum(counts.values()) + 1
    click.echo(
        ngettext("{n} row of {team}.", "{n} rows of {team}.", n).format(n=n, team=figures.team.team)
    )
    if figures.withheld:
        text = ngettext(
            "{n} text of ours may name somebody, and stays here.",
            "{n} texts of ours may name somebody, and stay here.",
            figures.withheld,
        )
        click.echo(text.format(n=figures.withheld))


@click.command("export", short_help=_("Write the rows into a sealed file, for a stick."))
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, help=_("The new file, x.cxoffice."))
@leaving_options
def export_command(
    file: Path, target: Path, programme: str, site: str, *, with_promises: bool
) -> None:
    """Write what `preview` shows of FILE into a sealed file, for a stick."""
    if target.suffix.casefold() != ENDING:
        raise BadWords(_("The name has to end in {ending}.").format(ending=ENDING))
    figures = read_figures(file, programme, site, with_promises=with_promises)
    write_sealed(target, figures)
    click.echo(shown(target))
    say_what_leaves(figures)
