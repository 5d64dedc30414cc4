"""The export command: the list, the dates, or everything, in other programs' formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.describe import big_list, status
from cxworkshop.commands.shared import FILE, command, opened
from cxworkshop.errors import BadWords
from cxworkshop.exchange.writers import ExportedAnswer, calendar, csv_table, markdown
from cxworkshop.filenames import shown
from cxworkshop.i18n import _

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


@command("export", _("Write the workshop for other programs: .csv, .md, .ics or .json."))
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, help=_("The new file; its end decides."))
def export_command(file: Path, target: Path, today: date | None) -> None:
    """The end of the name says what is written."""
    from cxworkshop.store.refusals import CannotWrite

    write = _writer(target)
    data = write(opened(file, today))
    try:
        target.write_bytes(data)
    except OSError:
        raise CannotWrite(target.name) from None
    click.echo(shown(target))


def _writer(target: Path) -> Callable[[Workshop], bytes]:
    writers: dict[str, Callable[[Workshop], bytes]] = {
        ".csv": _csv,
        ".md": _markdown,
        ".ics": _calendar,
        ".json": _json,
    }
    ending = target.suffix.casefold()
    if ending in (".xlsx", ".docx"):
        raise BadWords(
            _("{ending} can’t be written yet. Use .csv, .md, .ics or .json.").format(ending=ending)
        )
    if ending not in writers:
        raise BadWords(_("The name has to end in .csv, .md, .ics or .json."))
    return writers[ending]


def _csv(workshop: Workshop) -> bytes:
    titles = (_("Code"), _("Group"), _("Headline"), _("What the customer said"))
    more = (_("Customer"), _("Customer kind"), _("Way"), _("State"))
    return csv_table((*titles, *more), _said(workshop))


def _said(workshop: Workshop) -> Iterator[ExportedAnswer]:
    board = workshop.big_list.board()
    state = workshop.big_list.states()
    letters = {group.id: group.letter for group in board.groups}
    for card in sorted((*board.cards, *board.aside, *board.left), key=lambda card: card.code):
        for verbatim in card.verbatims:
            customer = workshop.talk.customers.who_said(verbatim)
            yield ExportedAnswer(
                code=card.code,
                group=letters.get(card.group, "") if card.group else "",
                headline=card.headline,
                words=verbatim.said or "",
                customer=customer.number,
                kind=customer.kind,
                way=verbatim.way or "",
                state=state[card.id],
            )


def _markdown(workshop: Workshop) -> bytes:
    board = workshop.big_list.board()
    title = f"{workshop.prepare.team().team}, {workshop.rounds.current().number}"
    groups = [(f"{group.letter} {group.headline}", group.cards) for group in board.groups]
    groups.append((_("Not grouped"), board.loose))
    said = [
        (heading, [f"{c.code}: {v.said}" for c in cards for v in c.verbatims if v.said])
        for heading, cards in groups
    ]
    return markdown(title, [(heading, words) for heading, words in said if words])


def _calendar(workshop: Workshop) -> bytes:
    from cxworkshop.commands.appointments import appointments

    return calendar(appointments(workshop), workshop.today)


def _json(workshop: Workshop) -> bytes:
    whole: dict[str, Any] = {"status": status(workshop), "list": big_list(workshop)}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()
