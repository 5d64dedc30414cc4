"""Commands of stop 8: who was told, and on to the next round."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cxworkshop.commands.shared import FILE, changing, command
from cxworkshop.i18n import _, ngettext


@command("told", _("Tick somebody who was told how it went."))
@click.argument("file", type=FILE)
@click.argument("who")
@click.option("--how", default="", help=_("How they were told."))
@click.option("--round", "round_number", type=int, help=_("Of this round alone."))
def told_command(
    file: Path, who: str, how: str, round_number: int | None, today: date | None
) -> None:
    """Of every round of which they had not heard; who is on no list is added."""
    with changing(file, today) as workshop:
        rows = workshop.share.tell(who, how, round_number)
        left = sum(row.told_on is None for row in workshop.share.to_tell(round_number))
        text = ngettext(
            "{who} was told. {n} is still to be told.", "{who} was told. {n} are still to be told.",
            left,
        )  # fmt: skip
        if not left:
            text = _("{who} was told. Now everybody has heard.")
        click.echo(text.format(who=rows[0].who, n=left))


@command("next", _("Start the next round: the list goes on, what was kept stays behind."))
@click.argument("file", type=FILE)
def next_command(file: Path, today: date | None) -> None:
    """It begins today."""
    with changing(file, today) as workshop:
        round_ = workshop.rounds.start_next()
        cards = len(workshop.big_list.board().cards)
        text = ngettext(
            "Round {number} has begun with {n} card on the list.",
            "Round {number} has begun with {n} cards on the list.",
            cards,
        )
        click.echo(text.format(number=round_.number, n=cards))
