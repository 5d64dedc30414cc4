"""Commands for what any round promised: still open, put down, looked at again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.commands.shared import FILE, changing, command, one_of, opened
from cxworkshop.errors import BadWords, NotFound
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import Look

if TYPE_CHECKING:
    from cxworkshop.model import PickId
    from cxworkshop.open_thing import OpenThing
    from cxworkshop.workshop import Workshop


@command("still-open", _("List what any round promised and has not finished."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("For other programs."))
def still_open_command(file: Path, today: date | None, *, as_json: bool) -> None:
    """What is latest comes first; the numbers are those that `put-down` takes."""
    workshop = opened(file, today)
    things = workshop.open_promises.now()
    if as_json:
        found = [_plain(workshop, thing) for thing in things]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for number, thing in enumerate(things, start=1):
        click.echo(f"{number}  {_line(workshop, thing)}")
    if not things:
        click.echo(_("Nothing is open."))


@command("put-down", _("Give up something that is still open, with a written reason."))
@click.argument("file", type=FILE)
@click.argument("number", type=click.IntRange(min=1))
@click.option("--reason", required=True, help=_("Why; it is printed."))
def put_down_command(file: Path, number: int, reason: str, today: date | None) -> None:
    """NUMBER is the thing’s in `still-open`."""
    with changing(file, today) as workshop:
        things = workshop.open_promises.now()
        if number > len(things):
            raise NotFound(_("There is no {number} in the list. Look again.").format(number=number))
        workshop.open_promises.put_down(things[number - 1].id, reason)
        click.echo(_("Put down: {what}").format(what=_line(workshop, things[number - 1])))


@command("look-again", _("Write what customers say now of something that was kept."))
@click.argument("file", type=FILE)
@click.argument("code")
@click.argument("words", required=False, default="")
@click.option("--mark", help=_("All in all: noticed, slipping or gone."))
@click.option("--customer", type=click.IntRange(min=1), help=_("The customer’s number."))
@click.option("--kind", default="", help=_("Kind of customer: regular, new, parent …"))
def look_again_command(
    file: Path,
    code: str,
    words: str,
    mark: str | None,
    customer: int | None,
    kind: str,
    today: date | None,
) -> None:
    """CODE is the card’s or the group’s. What is slipping or gone goes back on the list."""
    if not words and mark is None:
        raise BadWords(_("What do they say? Write it down, or what it comes to: --mark noticed."))
    with changing(file, today) as workshop:
        pick = workshop.looking_again.find(code)
        with workshop.as_one(_("Look again at what was kept")):
            if words:
                known = workshop.talk.customers.with_number(customer) if customer else None
                if customer and known is None:
                    raise NotFound(_("There is no {customer} {number}.").format(number=customer))
                workshop.looking_again.record_answer(
                    pick.id, words, customer=known.id if known else None, kind=kind
                )
            if mark is not None:
                workshop.looking_again.judge(pick.id, one_of(Look, mark))
        _say_look(workshop, pick.id)


def _say_look(workshop: Workshop, pick: PickId) -> None:
    """How many answers the latest look has, and what they say together."""
    look = workshop.looking_again.looks(pick)[-1]
    n = len(workshop.looking_again.answers(look.id))
    text = ngettext("After {months} months: {n} answer", "After {months} months: {n} answers", n)
    said = text.format(months=look.months, n=n)
    found = {
        Look.NOTICED: _("still noticed"),
        Look.SLIPPING: _("slipping, and on the list again"),
        Look.GONE: _("gone, and on the list again"),
    }
    click.echo(f"{with_commas((said, found[look.found]))}." if look.found else f"{said}.")


def _line(workshop: Workshop, thing: OpenThing) -> str:
    about = [_("round {n}").format(n=thing.round_number), thing.title, thing.words]
    who = workshop.people.name_of(thing.who) if thing.who else ""
    return ": ".join(part for part in about if part) + "".join(
        f", {part}" for part in (who, thing.when(workshop.today)) if part
    )


def _plain(workshop: Workshop, thing: OpenThing) -> dict[str, object]:
    return {
        "id": thing.id,
        "kind": thing.kind.value,
        "round": thing.round_number,
        "slot": thing.slot,
        "title": thing.title,
        "words": thing.words,
        "who": workshop.people.name_of(thing.who) if thing.who else None,
        "due_on": thing.due_on.isoformat() if thing.due_on else None,
        "days_late": thing.days_late(workshop.today),
        "since": thing.since.isoformat() if thing.since else None,
    }
