"""Commands for answers: what becomes of each wish, and who is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.shared import DAY, FILE, changing, command, opened
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, ngettext

if TYPE_CHECKING:
    from cxworkshop.model import Answer
    from cxworkshop.wishes import Wish
    from cxworkshop.workshop import Workshop

CANT = "cant"


@command("answer", _("Answer that we can’t: a card or a group leaves the list."))
@click.argument("file", type=FILE)
@click.argument("card")
@click.argument("answer")
@click.option("--why", default="", help=_("Why we can’t, for customers to read."))
@click.option("--who-can", default="", help=_("Who can."))
@click.option("--yes", is_flag=True, help=_("Say yes to 20 cards or more."))
def answer_command(
    file: Path, card: str, answer: str, why: str, who_can: str, yes: bool, today: date | None
) -> None:
    """ANSWER is cant; the other answers follow from what the team does. It wants --why."""
    with changing(file, today) as workshop:
        if answer != CANT:
            raise BadWords(_("“{value}” is not one of: {known}.").format(value=answer, known=CANT))
        subject = workshop.answers.subject(card)
        _say(workshop, workshop.answers.cant(subject, why, who_can, sure=yes))


@command("hand-on", _("Hand a card or a group on to somebody else: it leaves the list."))
@click.argument("file", type=FILE)
@click.argument("card")
@click.option("--to", required=True, help=_("To whom."))
@click.option("--asked", type=DAY, help=_("The day on which they were asked; else today."))
@click.option("--answer", help=_("What they answered."))
@click.option("--yes", is_flag=True, help=_("Say yes to 20 cards or more."))
def hand_on_command(
    file: Path,
    card: str,
    to: str,
    asked: date | None,
    answer: str | None,
    yes: bool,
    today: date | None,
) -> None:
    """Given again with --answer, it adds their answer."""
    with changing(file, today) as workshop:
        subject = workshop.answers.subject(card)
        title = _("Hand on {name}").format(name=subject.in_title)
        with workshop.as_one(title):
            rows = _handed_on(workshop, subject.cards, to, asked) if answer else []
            rows = rows or workshop.answers.hand_on(subject, to, asked, sure=yes)
            if answer is not None:
                rows = [workshop.answers.their_answer(row.id, answer) for row in rows]
        _say(workshop, rows)


def _handed_on(workshop: Workshop, cards: Any, to: str, asked: date | None) -> list[Answer]:
    """The answers that it was handed on to them already, if it was: then they are only added to."""
    wishes = [workshop.answers.of(card) for card in cards]
    rows = [wish.answer for wish in wishes if wish and wish.answer]
    same = [row for row in rows if row.handed_to == to and asked in (None, row.asked_on)]
    return same if len(same) == len(wishes) else []


def _say(workshop: Workshop, rows: list[Answer]) -> None:
    for row in rows:
        wish = workshop.answers.of(row.card)
        if wish is not None:
            click.echo(_line(wish))


def _line(wish: Wish) -> str:
    told = " ".join((f"{wish.lead}:", *wish.sentences)) if wish.sentences else wish.lead
    return f"{wish.card.code:>5}  {' '.join(told.split())}"


@command("answers", _("Show every wish with its answer, as customers may be told."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, described in docs/json."))
def answers_command(file: Path, as_json: bool, today: date | None) -> None:
    """By code; customers who want to hear come with their wishes."""
    workshop = opened(file, today)
    found = workshop.answers.to_everybody()
    if as_json:
        click.echo(json.dumps(_described(workshop), ensure_ascii=False, indent=2))
        return
    for wish in found.wishes:
        click.echo(_line(wish))
    text = _("{n} of {all} without an answer")
    click.echo(text.format(n=found.unanswered, all=len(found.wishes)))
    hearing = len(workshop.answers.to_hear())
    text = ngettext("{n} {customer} wants to hear", "{n} {customers} want to hear", hearing)
    click.echo(text.format(n=hearing))


def _described(workshop: Workshop) -> dict[str, Any]:
    """See docs/json/answers.schema.json."""
    found = workshop.answers.to_everybody()
    return {
        "wishes": [
            {
                "code": wish.card.code,
                "words": wish.card.words,
                "customers": len(wish.card.customers),
                "answer": wish.kind.value,
                "since": wish.since,
                "lead": wish.lead,
                "sentences": list(wish.sentences),
                "awaited": wish.is_awaited,
            }
            for wish in found.wishes
        ],
        "counts": {kind.value: n for kind, n in found.counts.items()},
        "unanswered": found.unanswered,
        "want_to_hear": [
            {"customer": customer.number, "wishes": [wish.card.code for wish in wishes]}
            for customer, wishes in workshop.answers.to_hear().items()
        ],
    }
