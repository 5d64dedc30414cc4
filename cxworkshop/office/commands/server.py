"""From a laptop or a stick into the database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.commands.shared import FILE
from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext
from cxworkshop.office.commands.laptop import Command, leaving_options, read_figures
from cxworkshop.office.refusals import NeedsDriver, ServerRefusal
from cxworkshop.office.row_checks import refuse_unfitting
from cxworkshop.office.rows import Figures
from cxworkshop.office.sealed_file import ENDING, read_sealed

if TYPE_CHECKING:
    from cxworkshop.office.database.connection import Connection

REFUSED = 2
Reader = Callable[[Path], Figures]


def server_option(function: Command) -> Command:
    """Add the option `--to URL`."""
    return click.option(
        "--to",
        "url",
        metavar="URL",
        required=True,
        envvar="CXWORKSHOP_OFFICE",
        help=_("The database, or the variable CXWORKSHOP_OFFICE; never with a password in it."),
    )(function)


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """A connection, closed at the end of the block; raises a Refusal."""
    try:
        from cxworkshop.office.database.connection import connect
    except ImportError:
        raise NeedsDriver from None
    with connect(url, _asked() if sys.stdin.isatty() else None) as connection:
        yield connection


def _asked() -> Callable[[], str]:
    return partial(click.prompt, _("Password"), hide_input=True, err=True)


@click.command("push", short_help=_("Send what `preview` shows to the database."))
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE...")
@server_option
@click.option("--no-refresh", is_flag=True, help=_("Leave the published figures for later."))
@leaving_options
def push_command(
    files: tuple[Path, ...],
    url: str,
    programme: str,
    site: str,
    *,
    no_refresh: bool,
    with_promises: bool,
) -> int:
    """Send what `preview` shows of each FILE to the database, each whole or not at all."""
    read = partial(_of_workshop, programme=programme, site=site, with_promises=with_promises)
    return _send(url, files, read, no_refresh=no_refresh)


def _of_workshop(path: Path, *, programme: str, site: str, with_promises: bool) -> Figures:
    figures = read_figures(path, programme, site, with_promises=with_promises)
    refuse_unfitting(figures, _today())
    return figures


@click.command("load", short_help=_("Take all sealed files of a folder into the database."))
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@server_option
@click.option("--no-refresh", is_flag=True, help=_("Leave the published figures for later."))
def load_command(folder: Path, url: str, *, no_refresh: bool) -> int:
    """Take all sealed files of FOLDER, in any order; what is damaged is named, and stays."""
    files = sorted(path for path in folder.iterdir() if path.suffix.casefold() == ENDING)
    if not files:
        raise Refusal(
            _("There is no {ending} file in {folder}.").format(ending=ENDING, folder=shown(folder))
        )
    return _send(url, files, partial(read_sealed, today=_today()), no_refresh=no_refresh)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the office's own calendar day is meant


def _send(url: str, files: Iterable[Path], read: Reader, *, no_refresh: bool) -> int:
    """Read and send one file after another; what can't be read is said, and the rest goes on."""
    refused = 0
    with connected(url) as connection:
        from cxworkshop.office.database import pushing

        pushing.refuse_other_schema(connection)
        for path in files:
            try:
                figures = read(path)
            except Refusal as refusal:
                refused += 1
                click.echo(refusal.sentence, err=True)
                continue
            refused += not _sent(connection, path, figures)
        if not no_refresh:
            pushing.refresh(connection)
    return REFUSED if refused else 0


def _sent(connection: Connection, path: Path, figures: Figures) -> bool:
    """Send one file's figures and say what became of them; a refusal names the file."""
    from cxworkshop.office.database import pushing

    try:
        pushing.make_room(connection, [figures])
        took = pushing.push(connection, figures)
    except ServerRefusal as refusal:
        sentence = f"{shown(path.name)}: {refusal.sentence}"
        if connection.closed:
            raise ServerRefusal(sentence) from refusal
        click.echo(sentence, err=True)
        return False
    n = len(figures.rows) + 1
    said = {
        pushing.Took.TAKEN: ngettext("taken, {n} row", "taken, {n} rows", n),
        pushing.Took.SAME: _("is there already, and nothing has changed"),
        pushing.Took.OLDER: _("older than what is there, which stays"),
        pushing.Took.ERASED: _("was erased there for good, and is not taken again"),
    }[took]
    click.echo(f"{shown(path.name)}: {said.format(n=n)}")
    if figures.team.made_up:
        click.echo(_("It is an example: nobody said any of it, so it is counted nowhere."))
    return took is not pushing.Took.ERASED


@click.command("refresh", short_help=_("Make the published figures anew."))
@server_option
def refresh_command(url: str) -> None:
    """Make the published figures anew, of the months in which something has changed."""
    with connected(url) as connection:
        from cxworkshop.office.database import pushing

        n = pushing.refresh(connection)
    click.echo(ngettext("{n} month made anew.", "{n} months made anew.", n).format(n=n))
