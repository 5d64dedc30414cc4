"""Commands about the file as a whole: new, sample, status, undo, redo, history, verify."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from cxworkshop.commands.shared import FILE, changing, command, new_workshop, opened
from cxworkshop.exports.describe import status
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import Verdict
from cxworkshop.verdict_words import verdict_words

SHOWN = 20  # doubtful rows, one a line


@command("new", _("Make an empty workshop with its first round."))
@click.argument("file", type=FILE)
@click.option("--team", required=True, help=_("The team’s name."))
@click.option("--customer", default="", help=_("What you call a customer: patient, guest …"))
@click.option("--customers", default="", help=_("What you call several of them."))
def new_command(file: Path, team: str, customer: str, customers: str, today: date | None) -> None:
    """An empty workshop."""
    workshop = new_workshop(file, team, today)
    workshop.prepare.call_customers(customer, customers)
    workshop.save()
    click.echo(_("{file} is ready for {team}.").format(file=shown(file), team=team))


@command("sample", _("Make a worked example: an invented bakery, four rounds in."))
@click.argument("file", type=FILE)
def sample_command(file: Path, today: date | None) -> None:
    """A believable example, built through the public methods only."""
    from cxworkshop.sample import bakery

    workshop = new_workshop(file, _("Corner Bakery"), today, made_up=True)
    bakery(workshop)
    workshop.save()
    click.echo(_("{file} holds the bakery’s four rounds.").format(file=shown(file)))


@command("status", _("Show where the team stands."))
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, described in docs/json."))
def status_command(file: Path, as_json: bool, today: date | None) -> None:
    """Counts, picks and improvements."""
    found = status(opened(file, today))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    click.echo(_("{team}, round {round}").format(team=found["team"], round=found["round"]))
    click.echo(_counts(found))
    for row in found["improvements"]:
        click.echo(_improvement(row))
    if found["still_open"]["all"]:
        click.echo(_still_open(found["still_open"]))


def _counts(found: dict[str, Any]) -> str:
    """ "43 things said by 12 customers; 30 cards, 5 groups"."""
    said, customers = found["verbatims"], found["customers"]
    cards, groups = found["cards"], found["groups"]
    return _("{things} {by}; {cards}, {groups}").format(
        things=ngettext("{n} thing said", "{n} things said", said).format(n=said),
        by=ngettext("by {n} {customer}", "by {n} {customers}", customers).format(n=customers),
        cards=ngettext("{n} card", "{n} cards", cards).format(n=cards),
        groups=ngettext("{n} group", "{n} groups", groups).format(n=groups),
    )


def _improvement(row: dict[str, Any]) -> str:
    state = _("locked") if row["locked"] else "-"
    if row["kept"] or row["verdict"]:
        state = _("kept") if row["kept"] else verdict_words(Verdict(row["verdict"]))
    text = _("round {round}, slot {slot}: {card} {title}, owner {owner}, check {check_on}: {state}")
    shown = {key: "-" if value in (None, "") else value for key, value in row.items()}
    return text.format(**shown, state=state)


def _still_open(counts: dict[str, int]) -> str:
    """ "5 things are still open, 3 of them late: cxworkshop still-open"."""
    n = counts["all"]
    text = ngettext("{n} thing is still open", "{n} things are still open", n).format(n=n)
    if counts["late"]:
        late = counts["late"]
        both = ngettext("{still_open}, {n} of them late", "{still_open}, {n} of them late", late)
        text = both.format(still_open=text, n=late)
    return _("{still_open}: cxworkshop still-open").format(still_open=text)


@command("undo", _("Take back the last action."))
@click.argument("file", type=FILE)
def undo_command(file: Path, today: date | None) -> None:
    """One step back."""
    with changing(file, today) as workshop:
        click.echo(_("Undone: {title}").format(title=workshop.undo().title))


@command("redo", _("Bring back what was undone last."))
@click.argument("file", type=FILE)
def redo_command(file: Path, today: date | None) -> None:
    """One step forward."""
    with changing(file, today) as workshop:
        click.echo(_("Redone: {title}").format(title=workshop.redo().title))


@command("history", _("List every action of the workshop’s life."))
@click.argument("file", type=FILE)
def history_command(file: Path, today: date | None) -> None:
    """The oldest first; what was undone says so."""
    marks = ("", _("  (undone)"), _("  (undone, then overtaken)"), "")
    for line in opened(file, today).history():
        click.echo(f"{line.day.isoformat()}  {line.title}{marks[line.state]}")


@command("verify", _("Check a file from end to end and say what is wrong with it."))
@click.argument("file", type=FILE)
def verify_command(file: Path, today: date | None) -> None:
    """Every row's seal, the digest, and SQLite's own checks."""
    from cxworkshop.services.files import examine

    report = examine(file)
    text = ngettext("{file} is whole: {n} row", "{file} is whole: {n} rows", report.rows)
    said = text.format(file=shown(file.name), n=report.rows)
    where = _("edit {seq}, digest {digest}").format(seq=report.seq, digest=f"{report.digest:016x}")
    click.echo(f"{with_commas((said, where))}.")


@command("recover", _("Save what can be read of a damaged file, or what a kill kept from it."))
@click.argument("file", type=FILE)
@click.option("--to", type=FILE, required=True, help=_("The new file."))
def recover_command(file: Path, to: Path, today: date | None) -> None:
    """Steps of a broken-off session that fit no file come first; else rows are carved."""
    from cxworkshop.services.files import has_stranded_steps, save_leftover
    from cxworkshop.workshop import Workshop

    if has_stranded_steps(file):
        save_leftover(file, to)
        click.echo(_("{to} holds the steps that were safe on this laptop.").format(to=shown(to)))
        return
    rescued = Workshop.rescue(file, today)
    rescued.save(to)
    click.echo(f"{shown(to)}: {rescued.sentence()}")
    doubts = opened(to).unverified.unverified_rows()
    for doubt in doubts[:SHOWN]:
        click.echo(f"  {doubt.what}: {doubt.words}")
    if doubts[SHOWN:]:
        more = ngettext("  and {n} more", "  and {n} more", len(doubts) - SHOWN)
        click.echo(more.format(n=len(doubts) - SHOWN))
