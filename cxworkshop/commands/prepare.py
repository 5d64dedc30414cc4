"""Commands of stop 1: the team, its days off, and the encounter step by step."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.shared import DAY, FILE, changing, command, opened
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, in_quotes, ngettext

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


@command("holiday", _("Show the days on which the team does not work; add, name or undo one."))
@click.argument("file", type=FILE)
@click.argument("day", metavar="[DATE]", type=DAY, required=False)
@click.option("--name", help=_("What day it is; '' for nothing."))
@click.option("--undo", is_flag=True, help=_("The team works on it after all."))
def holiday_command(
    file: Path, day: date | None, name: str | None, undo: bool, today: date | None
) -> None:
    """DATE is written like 2026-12-25; checks move past it."""
    if day is None:
        if undo or name is not None:
            raise BadWords(_("Which day? Write it like 2026-12-25."))
        for row in opened(file, today).prepare.holidays():
            click.echo(f"{row.day.isoformat()}  {row.words}".rstrip())
        return
    with changing(file, today) as workshop:
        prepare = workshop.prepare
        if undo:
            prepare.remove_holiday(day)
        elif name is not None and any(row.day == day for row in prepare.holidays()):
            prepare.name_holiday(day, name)
        else:
            prepare.add_holiday(day, name or "")
        count = len(prepare.holidays())
        text = ngettext("{n} day off is known.", "{n} days off are known.", count)
        click.echo(text.format(n=count))


@command("team", _("Say what the team is good at, and what it wants to offer."))
@click.argument("file", type=FILE)
@click.option("--good-at", help=_("What we are good at, in one sentence."))
@click.option("--experience", help=_("The experience that we want to offer, in one sentence."))
@click.option("--customer", help=_("What you call a customer: patient, guest … '' for customer."))
@click.option("--customers", help=_("What you call several, where the word with an s is wrong."))
@click.option("--logo", help=_("A picture for posters, books and plans; '' takes it off."))
@click.option("--accent", help=_("The colour of your paper, as #0a6c74; '' is ours."))
def team_command(
    file: Path,
    good_at: str | None,
    experience: str | None,
    customer: str | None,
    customers: str | None,
    logo: str | None,
    accent: str | None,
    today: date | None,
) -> None:
    """What is not named stays as it is."""
    with changing(file, today) as workshop:
        with workshop.as_one(_("Describe the team")):
            if good_at is not None:
                workshop.prepare.set_good_at(good_at)
            if experience is not None:
                workshop.prepare.set_experience(experience)
            if customer is not None or customers is not None:
                word = workshop.prepare.customer_word()
                one = word.one if customer is None else customer
                workshop.prepare.call_customers(one, customers or "")
            _choose_letterhead(workshop, logo, accent)
        team = workshop.prepare.team()
        click.echo(_("{team} is good at: {words}").format(team=team.team, words=team.good_at))
        click.echo(_("We want to offer: {words}").format(words=team.experience))
        word = workshop.prepare.customer_word()
        click.echo(_("We call them: {one}, {many}").format(one=word.one, many=word.many))


def _choose_letterhead(workshop: Workshop, logo: str | None, accent: str | None) -> None:
    if logo:
        workshop.prepare.letterhead.take_logo(Path(logo))
    elif logo is not None:
        workshop.prepare.letterhead.take_off_logo()
    if accent is not None:
        workshop.prepare.letterhead.choose_accent(accent)


@command("encounter", _("Show the steps of the encounter, or add one, or say what it adds."))
@click.argument("file", type=FILE)
@click.option("--add", help=_("A new step at the end."))
@click.option("--step", type=int, help=_("The step that the next two are about, from 1."))
@click.option("--adds", help=_("What it adds in the customer’s eyes."))
@click.option("--worth-more", help=_("What would make it worth more."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, described in docs/json."))
def encounter_command(
    file: Path,
    add: str | None,
    step: int | None,
    adds: str | None,
    worth_more: str | None,
    as_json: bool,
    today: date | None,
) -> None:
    """Without --step, --adds and --worth-more are about the new step."""
    if all(given is None for given in (add, step, adds, worth_more)):
        _show(opened(file, today), as_json=as_json)
        return
    with changing(file, today) as workshop:
        encounter = workshop.prepare.encounter
        with workshop.as_one(_("Describe a step of the encounter")):
            if add is not None:
                encounter.add(add)
            row = encounter.numbered(step if step is not None else len(encounter.steps()))
            if adds is not None:
                encounter.set_adds(row.id, adds)
            if worth_more is not None:
                encounter.set_worth_more(row.id, worth_more)
        _show(workshop, as_json=as_json)


def _show(workshop: Workshop, *, as_json: bool) -> None:
    rows = _steps(workshop)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(f"{row['step']:>3}  {' '.join(row['words'].split())}")
        for said in row["said"]:
            click.echo(f"       {in_quotes(' '.join(said.split()))}")
        if not row["customers"]:
            click.echo("       " + _("Nobody spoke of it yet."))


def _steps(workshop: Workshop) -> list[dict[str, Any]]:
    """See docs/json/encounter.schema.json."""
    return [
        {
            "step": step.number,
            "words": step.words,
            "adds": step.adds,
            "worth_more": step.worth_more,
            "dropped": step.dropped,
            "customers": step.customers,
            "said": [quote.words for quote in step.said],
        }
        for step in workshop.content.prepare.encounter_map().steps
    ]


@command("step", _("Put a card’s or a group’s words at a step of the encounter."))
@click.argument("file", type=FILE)
@click.argument("card")
@click.argument("step", type=click.IntRange(min=0))
@click.option("--yes", is_flag=True, help=_("Say yes to 20 cards or more."))
def step_command(file: Path, card: str, step: int, yes: bool, today: date | None) -> None:
    """STEP is the step's number from 1, as `encounter` shows them; 0 takes the words away."""
    with changing(file, today) as workshop:
        subject, encounter = workshop.answers.subject(card), workshop.prepare.encounter
        if step == 0:
            encounter.take_words_away(subject.cards, sure=yes)
            click.echo(_("{name} is at no step.").format(name=subject.name))
            return
        row = encounter.numbered(step)
        encounter.put_words(subject.cards, row.id, sure=yes)
        n = len(encounter.cards_at(row.id))
        text = ngettext("Step {step}: words of {n} card.", "Step {step}: words of {n} cards.", n)
        click.echo(text.format(step=step, n=n))
