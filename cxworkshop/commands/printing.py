"""The print command: PDFs of the sheets that make sense now."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.shared import FILE, changing, command, opened
from cxworkshop.errors import BadWords, Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.sheets import (
    PACK,
    PACK_TITLE,
    SHEETS,
    PrintOptions,
    default_options,
    jobs_for,
    pack_sheets,
    write_sheets,
)
from cxworkshop.sheets.many_pages import ManyPages, ask_before_many
from cxworkshop.sheets.paper import A3, paper_called
from cxworkshop.sheets.preflight import preflight
from cxworkshop.sheets.progress import Cancelled
from cxworkshop.sheets.stock import offset_of, stock_called, stocks
from cxworkshop.wishes import AnswerKind

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

_LARGER = "-a3"  # ends the names of sheets that are drawn for A3


@command("print", _("Write PDFs of sheets; without SHEET, all that make sense now."))
@click.argument("file", type=FILE)
@click.argument("sheets", metavar="[SHEET]...", nargs=-1)
@click.option("--to", "folder", type=FILE, required=True, help=_("The folder for the PDFs."))
@click.option(
    "--paper", help=_("A4, Letter, or A3 for what is hung up; else what the workshop says.")
)
@click.option("--slot", "slots", multiple=True, type=click.IntRange(1, 3), help=_("Only these."))
@click.option(
    "--answer",
    "answers",
    multiple=True,
    type=click.Choice([kind.value for kind in AnswerKind]),
    help=_("Only these answers, on the list of answers."),
)
@click.option(
    "--large", is_flag=True, help=_("Large print: half as large again, some on A3 or Tabloid.")
)
@click.option("--names", is_flag=True, help=_("Show customers’ names, for this print only."))
@click.option("--profile", default="", help=_("The cards or labels in the printer."))
@click.option(
    "--offset",
    default="0,0",
    metavar="X,Y",
    help=_("Millimetres that this printer prints too far left, and too high."),
)
@click.option(
    "--drift",
    default="0,0",
    metavar="X,Y",
    help=_("Millimetres more that it is off at ruler 2 of the test sheet."),
)
@click.option("--backs", is_flag=True, help=_("The backs of cards too, mirrored."))
@click.option(
    "--codes", is_flag=True, help=_("Codes for the camera, on cards, headlines and ballots.")
)
@click.option("--yes", is_flag=True, help=_("Say yes to 100 pages or more in a PDF."))
@click.option("--round", "round_number", type=int, help=_("Print an earlier round’s papers."))
@click.option(
    "--link", default="", help=_("Where customers can say more, for posters and the counter card.")
)
def print_command(
    file: Path,
    sheets: tuple[str, ...],
    folder: Path,
    today: date | None,
    *,
    round_number: int | None,
    yes: bool,
    **asked: Any,
) -> None:
    """No SHEET: all that make sense now."""
    workshop = opened(file, today)
    if round_number is not None:
        workshop = workshop.in_round(round_number)
    if (asked["paper"] or "").strip().casefold() == A3.name.casefold():
        sheets, asked["paper"] = _on_a3(sheets), None
    wanted = _wanted(workshop, **asked)
    written = write_sheets(workshop, sheets, folder, wanted, ask=partial(_ask, yes=yes))
    for path in written:
        click.echo(shown(path))
    _say_what_to_look_at(workshop, sheets, wanted)
    made = _made(workshop, written)
    if workshop.share.not_noted(made):
        _note_printed(file, made, round_number, today)


def _ask(pages: int, *, yes: bool) -> None:
    """Ask before many pages whoever sits at a terminal; a script has to say yes beforehand."""
    try:
        ask_before_many(pages, sure=yes)
    except ManyPages:
        if not sys.stdin.isatty():
            raise
        question = ngettext("This is {n} page. Go on?", "These are {n} pages. Go on?", pages)
        if not click.confirm(question.format(n=pages), err=True):
            raise Cancelled from None


def _made(workshop: Workshop, written: Sequence[Path]) -> list[str]:
    """The names of the sheets in these files, those of the session pack too."""
    made = [path.stem for path in written]
    if PACK in made:
        made += [one.slug for one in pack_sheets(workshop)]
    return made


def _note_printed(
    file: Path, sheets: Sequence[str], round_number: int | None, today: date | None
) -> None:
    """Note in the workshop what tells others how it went; that it can't be, stops no print."""
    try:
        with changing(file, today) as workshop:
            one = workshop if round_number is None else workshop.in_round(round_number)
            one.share.note_printed(sheets)
    except Refusal as refusal:
        note = _("It is not noted in the workshop that this was printed. {why}")
        click.echo(note.format(why=refusal.sentence), err=True)


def _on_a3(sheets: Sequence[str]) -> tuple[str, ...]:
    """The sheets to hang up that are drawn for A3; raises BadWords where one is not."""
    larger = tuple(slug if slug.endswith(_LARGER) else slug + _LARGER for slug in sheets)
    if not larger or not all(slug in SHEETS for slug in larger):
        known = [slug.removesuffix(_LARGER) for slug in SHEETS if slug.endswith(_LARGER)]
        sentence = _("Only these are printed on A3: {known}.")
        raise BadWords(sentence.format(known=with_commas(known)))
    return larger


def _wanted(workshop: Workshop, *, paper: str | None, **asked: Any) -> PrintOptions:
    """How it shall be printed; raises BadWords for paper, labels or an offset that are none."""
    asked["profile"] = stock_called(asked["profile"])
    asked["offset"], asked["drift"] = map(offset_of, (asked["offset"], asked["drift"]))
    asked["link"] = asked["link"].strip()
    wanted = replace(default_options(workshop), **asked)
    return replace(wanted, paper=paper_called(paper)) if paper else wanted


def _say_what_to_look_at(workshop: Workshop, sheets: Sequence[str], wanted: PrintOptions) -> None:
    """What may be somebody's name (R7), and what no font of ours can write."""
    slugs = [slug for slug in sheets if slug != PACK]
    if PACK in sheets:
        slugs += [sheet.slug for sheet in pack_sheets(workshop) if sheet.slug not in slugs]
    jobs = jobs_for(workshop, slugs, wanted)
    found = preflight(jobs, workshop.content.customers_names())
    for note in found.notes:
        click.echo(note, err=True)


def _known() -> str:
    """Every SHEET with its title, and every profile, as the end of the help."""
    sheets = [(sheet.slug, _(sheet.title)) for sheet in SHEETS.values()]
    parts = [(_("Sheets:"), [*sheets, (PACK, _(PACK_TITLE))])]
    parts.append((_("Profiles:"), [(one.slug, _(one.title)) for one in stocks()]))
    return "\n\n".join(_listed(head, rows) for head, rows in parts if rows)


def _listed(head: str, rows: Sequence[tuple[str, str]]) -> str:
    wide = max(len(slug) for slug, _title in rows)
    return "\n".join(("\b", head, *(f"  {slug:<{wide}}  {title}" for slug, title in rows)))


print_command.epilog = _known()
