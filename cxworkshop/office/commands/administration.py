"""What the office's own people do with the database: schema, access, erasure, retention."""

from __future__ import annotations

import re
from datetime import date

import click

from cxworkshop.commands.shared import DAY
from cxworkshop.errors import BadWords, NotFound
from cxworkshop.i18n import _, ngettext
from cxworkshop.looks import months_after
from cxworkshop.office.commands.laptop import Command
from cxworkshop.office.commands.server import connected, server_option

_IDENTITY = re.compile(r"[0-9a-f]{32}")


@click.command("migrate", short_help=_("Make the office in a database, or bring it up to date."))
@server_option
def migrate_command(url: str) -> None:
    """Make the office in a database, or bring it up to date; run it as often as you like."""
    with connected(url) as connection:
        from cxworkshop.office.database.migrating import migrate, newest

        steps = migrate(connection)
        for step in steps:
            click.echo(f"{step.number:04} {step.name}")
        if not steps:
            click.echo(_("It is up to date: step {number}.").format(number=newest()))


def place_options(function: Command) -> Command:
    """Add the role, and the programme or site that it is about."""
    for option in (
        click.option("--site", help=_("This site alone, and not the whole programme.")),
        click.option("--programme", required=True, help=_("The programme.")),
        click.argument("role"),
    ):
        function = option(function)
    return function


@click.command("allow", short_help=_("Let a role see a programme or a site, or push to it."))
@place_options
@server_option
@click.option("--push", "pushes", is_flag=True, help=_("They may send figures, too."))
def allow_command(role: str, programme: str, site: str | None, url: str, *, pushes: bool) -> None:
    """Let ROLE, a person’s or a group’s, see a programme or one of its sites."""
    with connected(url) as connection:
        from cxworkshop.office.database import housekeeping

        housekeeping.allow(connection, role, programme, site, pushes=pushes)
    text = _("{role} may push to {place}.") if pushes else _("{role} may see {place}.")
    click.echo(text.format(role=role, place=_place(programme, site)))


@click.command("disallow", short_help=_("Take back what `allow` has given."))
@place_options
@server_option
def disallow_command(role: str, programme: str, site: str | None, url: str) -> None:
    """Take back what `allow` has given ROLE for this programme or site."""
    with connected(url) as connection:
        from cxworkshop.office.database import housekeeping

        if not housekeeping.disallow(connection, role, programme, site):
            raise NotFound(_("{role} was not allowed that.").format(role=role))
    text = _("{role} may no longer see {place}.")
    click.echo(text.format(role=role, place=_place(programme, site)))


def _place(programme: str, site: str | None) -> str:
    return programme if site is None else f"{programme}, {site}"


@click.command("erase", short_help=_("Erase a team’s figures for good."))
@server_option
@click.option("--workshop", help=_("Its identity, as `preview` shows it."))
@click.option("--programme", help=_("Or its programme …"))
@click.option("--team", help=_("… and the team’s name."))
def erase_command(url: str, workshop: str | None, programme: str | None, team: str | None) -> None:
    """Erase a team’s figures for good, in what was published too, and take them never again."""
    with connected(url) as connection:
        from cxworkshop.office.database import housekeeping

        if workshop is None:
            if not programme or not team:
                raise BadWords(_("Say which: --workshop IDENTITY, or --programme and --team."))
            found = housekeeping.teams_called(connection, programme, team)
            if len(found) != 1:
                raise NotFound(_several([one.workshop for one in found]))
            workshop = found[0].workshop
        elif not _IDENTITY.fullmatch(workshop):
            raise BadWords(_("An identity has 32 signs, 0 to 9 and a to f; `preview` shows it."))
        left = housekeeping.erase(connection, workshop)
    click.echo(_("Erased for good. Rows left of it:"))
    _show_left(left)


def _several(found: list[str]) -> str:
    if not found:
        return _("There is no such team there.")
    return _("Several teams are called so. Say which: --workshop {all}").format(
        all=_(" or ").join(found)
    )


@click.command("retain", short_help=_("Keep what began in the last months, and drop the rest."))
@server_option
@click.option("--months", type=click.IntRange(1, 1200), required=True, help=_("How many."))
@click.option("--today", type=DAY, help=_("The day to believe in."))
def retain_command(url: str, months: int, today: date | None) -> None:
    """Drop all rounds that began earlier, for good; they are not taken again."""
    now = today or date.today()  # noqa: DTZ011 - the office's own calendar day is meant
    first = months_after(now, -months).replace(day=1)
    with connected(url) as connection:
        from cxworkshop.office.database import housekeeping

        left = housekeeping.retain(connection, first)
    text = ngettext(
        "Kept is what began on {day} or later, {n} month. Rows left of what began earlier:",
        "Kept is what began on {day} or later, {n} months. Rows left of what began earlier:",
        months,
    )
    click.echo(text.format(day=first.isoformat(), n=months))
    _show_left(left)


def _show_left(left: dict[str, int]) -> None:
    for part, n in left.items():
        click.echo(f"  {part}: {n}")
