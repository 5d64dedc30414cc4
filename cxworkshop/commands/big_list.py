"""Commands of stop 3: the big list and its groups."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.commands.shared import FILE, changing, command, opened
from cxworkshop.exports.describe import big_list
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Left

if TYPE_CHECKING:
    from cxworkshop.queries.board import BoardGroup

_LEFT = tuple(left.value for left in Left)


@command("list", _("Show the big list."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, described in docs/json."))
@click.option("--all", "with_left", is_flag=True, help=_("Those that left the list too."))
def list_command(file: Path, today: date | None, *, as_json: bool, with_left: bool) -> None:
    """Every card of this round's list, those set aside among them."""
    rows = [row for row in big_list(opened(file, today)) if with_left or row["state"] not in _LEFT]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        words = " ".join(row["headline"].split())[:90]
        group = row["group"] or "-"
        click.echo(f"{row['code']:>5} {group:>2} {row['customers']:>4}  {row['state']:<9}  {words}")


@command("group", _('Put piles of cards together: "Waiting on the phone: 3 17 22".'))
@click.argument("file", type=FILE)
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@click.option("--yes", is_flag=True, help=_("Say yes to 20 cards or more."))
def group_command(file: Path, lines: tuple[str, ...], yes: bool, today: date | None) -> None:
    """Paper lines, each a pile; a group's letter before the colon adds to it. All or nothing."""
    with changing(file, today) as workshop:
        groups = workshop.big_list.piles.group("\n".join(lines), sure=yes)
        for found in workshop.big_list.board().groups:
            if found.id in groups:
                click.echo(_counted(found))


def _counted(group: BoardGroup) -> str:
    """ "Group A, Waiting: 4 customers, 5 cards."."""
    customers, cards = len(group.customers), len(group.cards)
    return _("Group {letter}, {headline}: {heard}, {cards}.").format(
        letter=group.letter,
        headline=group.headline,
        heard=ngettext("{n} {customer}", "{n} {customers}", customers).format(n=customers),
        cards=ngettext("{n} card", "{n} cards", cards).format(n=cards),
    )
