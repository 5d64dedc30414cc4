"""Commands of stop 8: on to the next round."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cxworkshop.commands.shared import FILE, changing, command
from cxworkshop.i18n import _


@command("next", _("Start the next round: the list goes on, what was kept stays behind."))
@click.argument("file", type=FILE)
def next_command(file: Path, today: date | None) -> None:
    """It begins today."""
    with changing(file, today) as workshop:
        round_ = workshop.rounds.start_next()
        cards = len(workshop.big_list.board().cards)
        text = _("Round {number} has begun with {cards} cards on the list.")
        click.echo(text.format(number=round_.number, cards=cards))
