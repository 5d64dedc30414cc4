"""Commands of stop 2: import a file of customers' words, or add one thing that was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.shared import FILE, changing, command, name_option
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import PersonId

if TYPE_CHECKING:
    from cxworkshop.exchange.choosing import ImportChoices
    from cxworkshop.exchange.import_plan import ImportPlan
    from cxworkshop.exchange.table import TableRecord
    from cxworkshop.model import ConversationId, Customer
    from cxworkshop.queries.subjects import Subject
    from cxworkshop.services.import_reading import ImportFile, PreparedImport
    from cxworkshop.workshop import Workshop

SHOW_ASIDE = 20
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "none": ""}
LONG_WORK = 2_000  # records from which progress is shown


def known_encoding(
    _context: click.Context, _option: click.Parameter, name: str | None
) -> str | None:
    """An encoding that Python knows; raises BadParameter for others."""
    try:
        if name is not None and "a".encode(name):
            return name
    except (LookupError, ValueError, TypeError):
        raise click.BadParameter(_("No encoding is called so.")) from None
    return None


@command("import", _("Bring in customers’ words: a table, a workbook, a document or a list."))
@click.argument("file", type=FILE)
@click.argument("source", type=FILE)
@click.option("--column", "columns", multiple=True, help=_("An answer column: title or number."))
@click.option("--question-column", help=_("The column that says which question was asked."))
@click.option("--skip-question", "skip", multiple=True, help=_("Leave out answers to this."))
@click.option("--sheet", default="", help=_("The sheet of a workbook that is read."))
@click.option("--header", type=click.IntRange(0, 3), help=_("How many rows name the columns."))
@click.option("--respondent", help=_("The column that tells customers apart, or “none”."))
@click.option("--kind", help=_("The column with the kind of customer, or “none”."))
@click.option("--date", "day", help=_("The column with the day of the answer, or “none”."))
@click.option("--praise", multiple=True, help=_("A column in which people praise."))
@click.option("--leave-out", multiple=True, help=_("A column that is nobody’s answers."))
@click.option("--skip-rows", "skipped", type=click.IntRange(min=0), help=_("Rows above those."))
@click.option("--delimiter", type=click.Choice([*DELIMITERS]), help=_("What ends a column."))
@click.option("--encoding", callback=known_encoding, help=_("How letters are written: cp1252 …"))
@click.option("--as-last-time", is_flag=True, help=_("As was chosen for the same columns before."))
@click.option("--dry-run", is_flag=True, help=_("Only say what would happen."))
@click.option("--yes", is_flag=True, help=_("Say yes to 20 cards or more."))
def import_command(
    file: Path,
    source: Path,
    today: date | None,
    *,
    as_last_time: bool,
    dry_run: bool,
    yes: bool,
    **named: Any,
) -> None:
    """One import is one edit; the report adds up."""
    from cxworkshop.services.importing import ImportFile

    with changing(file, today) as workshop:
        words = ImportFile.read(source)
        wanted = _as_last_time(workshop, words, named) if as_last_time else _wanted(**named)
        prepared = workshop.importing.prepare(words, wanted=wanted, watch=_progress)
        _show_what_was_read(prepared, is_all=dry_run)
        if prepared.recipe is None and _was_otherwise(workshop, words):
            text = _("Something else was chosen for these columns before.")
            click.echo(f"{text} {_adding('--as-last-time')}")
        _show_comebacks(workshop, prepared)
        _show_aside(prepared.plan)
        if not dry_run:
            _take(workshop, prepared, sure=yes)


def _show_comebacks(workshop: Workshop, prepared: PreparedImport) -> None:
    from cxworkshop.services.importing import comeback_line

    comebacks = workshop.importing.comebacks(prepared)
    if comebacks:
        click.echo(comeback_line(comebacks))


def _take(workshop: Workshop, prepared: PreparedImport, *, sure: bool) -> None:
    workshop.importing.take(prepared, sure=sure)
    click.echo(_("Imported as one step: `undo` takes it all back."))


def _as_last_time(workshop: Workshop, words: ImportFile, named: dict[str, Any]) -> ImportChoices:
    """What was chosen for the same columns before, in the window too."""
    from cxworkshop.services.import_preview import as_last_time

    if any(value not in (None, "", ()) for value in named.values()):
        raise BadWords(_("Use --as-last-time or other options, not both."))
    return as_last_time(words, workshop.importing.recipes())


def _was_otherwise(workshop: Workshop, words: ImportFile) -> bool:
    from cxworkshop.services.import_preview import was_otherwise

    return was_otherwise(words, workshop.importing.recipes())


def _wanted(
    *,
    columns: tuple[str, ...],
    question_column: str | None,
    skip: tuple[str, ...],
    day: str | None,
    delimiter: str | None,
    **named: Any,
) -> ImportChoices:
    from cxworkshop.exchange.choosing import ImportChoices

    mark = None if delimiter is None else DELIMITERS[delimiter]
    return ImportChoices(columns, question_column, skip, date=day, delimiter=mark, **named)


def _show_what_was_read(prepared: PreparedImport, *, is_all: bool) -> None:
    for line in prepared.understood if is_all else ():
        click.echo(line)
    options = {doubt.question: doubt.option for doubt in prepared.doubts}
    for line in prepared.report:
        option = options.get(line)
        click.echo(line if option is None else f"{line} {_adding(option)}")


def _adding(option: str) -> str:
    return _("Add {option} to change that.").format(option=option)


def _show_aside(plan: ImportPlan) -> None:
    for aside in plan.aside[:SHOW_ASIDE]:
        words = " ".join(aside.words.split())[:60]
        text = _("  line {line}: {why}: {words}")
        click.echo(text.format(line=aside.line, why=aside.why, words=words))
    rest = len(plan.aside) - SHOW_ASIDE
    if rest > 0:
        more = ngettext(
            "  and {n} more, all kept with their reason",
            "  and {n} more, all kept with their reason",
            rest,
        )
        click.echo(more.format(n=rest))


def _progress(records: Iterable[TableRecord]) -> Iterator[TableRecord]:
    """Report progress of long imports on standard error, where it disturbs no script."""
    todo = list(records)
    if len(todo) < LONG_WORK:
        yield from todo
        return
    for number, record in enumerate(todo, start=1):
        if number % LONG_WORK == 0:
            text = _("{n} of {all} rows")
            click.echo(text.format(n=number, all=len(todo)), err=True)
        yield record


@command("say", _("Type what a customer said: a new card on the big list."))
@click.argument("file", type=FILE)
@click.argument("words")
@click.option("--customer", type=click.IntRange(min=1), help=_("The customer’s number."))
@click.option("--kind", default="", help=_("Kind of customer: regular, new, parent …"))
@click.option("--asked-by", help=_("Who of us asked."))
@click.option("--way", help=_("One of the ten ways: quick, easy, right …"))
@click.option("--card", "code", help=_("The card that says the same, also one that left the list."))
@click.option("--wants-to-hear", is_flag=True, help=_("They want to hear what becomes of it."))
def say_command(
    file: Path,
    words: str,
    customer: int | None,
    kind: str,
    asked_by: str | None,
    way: str | None,
    code: str | None,
    wants_to_hear: bool,
    today: date | None,
) -> None:
    """One card; without --customer, somebody we have not talked to before.

    With --card the words go to a card that is there; it comes back if it had left the list.
    """
    with changing(file, today) as workshop:
        same = None if code else workshop.similarity.raised_again([words]).get(words)
        with workshop.as_one(_("Add what {a_customer} said")):
            who = _customer(workshop, customer, kind)
            asker = name_option(workshop, asked_by)
            talk = workshop.talk.begin(who.id, asked_by=PersonId(asker) if asker else None)
            said = _said(workshop, words, talk.id, way, code)
            if wants_to_hear:
                workshop.talk.customers.set_wants_to_hear(who.id)
        text = _("Card {code}, said by {customer} {number}.")
        click.echo(text.format(code=said, number=who.number))
        if same is not None:
            _hint_at(workshop, same)


def _said(
    workshop: Workshop, words: str, talk: ConversationId, way: str | None, code: str | None
) -> str:
    """Write the words down; return the code of their card."""
    if code is None:
        return str(workshop.talk.say(words, talk, way=way).code)
    subject = workshop.answers.subject(code)
    if subject.card is None:
        raise BadWords(_("Words go to one card. Name its number."))
    workshop.talk.say_also(words, talk, subject.card)
    return subject.code


def _hint_at(workshop: Workshop, same: Subject) -> None:
    """Say which card off the list says the same, and how to take it back."""
    (card, *_others) = same.cards
    text = _("Card {code} says the same ({why}). To take that back, undo, and add --card {code}.")
    click.echo(text.format(code=same.code, why=workshop.similarity.why_left(card)))


def _customer(workshop: Workshop, number: int | None, kind: str) -> Customer:
    known = workshop.talk.customers.with_number(number) if number is not None else None
    return known or workshop.talk.next_customer(kind=kind, number=number)
