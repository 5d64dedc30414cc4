"""The command for photos of the wall: piles and ballots, read by the codes on the paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.commands.shared import FILE, changing, command, opened
from cxworkshop.i18n import _, ngettext

if TYPE_CHECKING:
    from cxworkshop.services.photos.gathering import WallFound
    from cxworkshop.workshop import Workshop


@command("photos", _("Group cards and count ballots by photos of the wall."))
@click.argument("file", type=FILE)
@click.argument("pictures", type=FILE, nargs=-1, required=True, metavar="PICTURE...")
@click.option("--dry-run", is_flag=True, help=_("Only say what the photos show."))
@click.option("--yes", is_flag=True, help=_("Say yes to 20 cards or more."))
@click.option("--again", is_flag=True, help=_("Replace votes that were counted before."))
def photos_command(
    file: Path, pictures: tuple[Path, ...], dry_run: bool, yes: bool, again: bool,
    today: date | None,
) -> None:  # fmt: skip
    """What is sure is done, in one step; what is not is listed, and left to you."""
    from cxworkshop.services.photos.reading import read_photos

    photos = read_photos(pictures)
    if dry_run:
        workshop = opened(file, today)
        _say(workshop, workshop.importing.photos.look(photos))
        return
    with changing(file, today) as workshop:
        found = workshop.importing.photos.look(photos)
        _say(workshop, found)
        if found.piles or found.votes:
            workshop.importing.photos.take(
                found.piles, found.votes, sure=yes, but_these=True, again=again
            )


def _say(workshop: Workshop, found: WallFound) -> None:
    """The counts, the lines, and beside them what is not done and why."""
    cards = ngettext("{n} card", "{n} cards", found.cards).format(n=found.cards)
    heads = ngettext("{n} headline", "{n} headlines", found.headlines).format(n=found.headlines)
    slips = ngettext("{n} ballot slip", "{n} ballot slips", found.slips).format(n=found.slips)
    text = _("Found: {cards}, {headlines}, {slips}.")
    click.echo(text.format(cards=cards, headlines=heads, slips=slips))
    piles = workshop.big_list.piles.preview(found.piles)
    votes = workshop.pick.ballots.preview(found.votes)
    for pile in piles.doing:
        click.echo(f"{pile.letter}: {' '.join(map(str, pile.codes))}")
    for vote in votes.doing:
        click.echo(vote.text)
    for line in found.open_piles.splitlines():
        click.echo(_("Not done: {line}").format(line=line), err=True)
    for _n, trouble in (*piles.troubles, *votes.troubles):
        click.echo(trouble, err=True)
    for doubt in found.doubts:
        click.echo(doubt.sentence(), err=True)
