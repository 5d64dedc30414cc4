"""Say how a table was understood: what was taken, what was left out and why, what is unsure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cxworkshop.exchange.choosing import ColumnChoices
from cxworkshop.exchange.column_kinds import ColumnKind, TableColumn
from cxworkshop.exchange.table import Table
from cxworkshop.i18n import _, ngettext

_TITLE = 60  # characters of a title that name a column
_MOST = 8  # columns that are listed


class ImportDoubt(NamedTuple):
    """What a person should say, and the option of the command that says it."""

    question: str
    option: str


def understood(table: Table, chosen: ColumnChoices) -> Iterator[str]:
    """What was taken for what."""
    if table.sheet:
        yield _("Sheet: “{name}”").format(name=_short(table.sheet))
    yield _header(table)
    yield _("{Customers_s} words: {columns}").format(columns=_listed(chosen, chosen.answers))
    if chosen.praise_columns:
        columns = _listed(chosen, sorted(chosen.praise_columns))
        yield _("Praise: {columns}").format(columns=columns)
    if chosen.respondent is None:
        yield _("Each row is one {customer}.")
    else:
        column = _named(chosen, chosen.respondent)
        yield _("One {customer} for each {column}.").format(column=column)
    if chosen.customer_kind is not None:
        column = _named(chosen, chosen.customer_kind)
        yield _("Kind of {customer}: {column}").format(column=column)
    if chosen.day is not None:
        yield _("Date: {column}").format(column=_named(chosen, chosen.day))


def left_out(chosen: ColumnChoices) -> Iterator[str]:
    """Columns of words that are nobody's answers, each with the reason."""
    reasons = {
        ColumnKind.REPLY: _("our own answers"),
        ColumnKind.ACTIONS: _("our own steps"),
        ColumnKind.HEADLINE: _("titles of the answers"),
        ColumnKind.TRANSLATION: _("translations"),
        ColumnKind.THING: _("names of things"),
    }
    for kind, reason in reasons.items():
        numbers = [c.number for c in chosen.guessed if c.kind is kind and c.is_sure]
        numbers = [n for n in numbers if n not in (*chosen.answers, chosen.respondent)]
        if numbers:
            columns = _listed(chosen, numbers)
            yield _("Left out as {reason}: {columns}").format(reason=reason, columns=columns)


def doubts(table: Table, chosen: ColumnChoices) -> Iterator[ImportDoubt]:
    """What could as well be otherwise."""
    for name in table.other_sheets[:_MOST]:
        question = _("Only one sheet is read. There are answers in this one too: “{name}”.")
        yield ImportDoubt(question.format(name=_short(name)), f'--sheet "{name}"')
    if chosen.unsure_who is not None:
        column = _named(chosen, chosen.unsure_who)
        question = _(
            "Somebody stands in several rows, and each counts as {a_customer} of its own: {column}."
        )
        option = f"--respondent {chosen.unsure_who + 1}"
        yield ImportDoubt(question.format(column=column), option)
    for number in chosen.offered[:_MOST]:
        question = _("Left out, but perhaps {customers_s} words too: {column}.")
        yield ImportDoubt(question.format(column=_named(chosen, number)), _with(chosen, number))
    unsure = [c.number for c in chosen.guessed if c.number in chosen.answers and not c.is_sure]
    for number in unsure:
        question = _("Taken for {customers_s} words, but perhaps it is not: {column}.")
        yield ImportDoubt(
            question.format(column=_named(chosen, number)), f"--leave-out {number + 1}"
        )
    if table.delimiter and not table.header_rows:
        question = _("All rows are taken for answers, for none seems to name the columns.")
        yield ImportDoubt(question, "--header 1")


def _with(chosen: ColumnChoices, number: int) -> str:
    """The options that take these columns and one more."""
    return " ".join(f"--column {n + 1}" for n in (*chosen.answers, number))


def _header(table: Table) -> str:
    n = table.header_rows
    if not n:
        return _("No row names the columns.")
    text = ngettext("{n} row names the columns.", "{n} rows name the columns.", n)
    return text.format(n=n)


def _listed(chosen: ColumnChoices, numbers: Sequence[int]) -> str:
    shown = "; ".join(_named(chosen, number) for number in numbers[:_MOST])
    return shown + (" …" if len(numbers) > _MOST else "")


def _named(chosen: ColumnChoices, number: int) -> str:
    """A column's number from 1 and its title."""
    column: TableColumn = chosen.guessed[number]
    title = _short(column.title)
    return f"{number + 1} “{title}”" if title else _("column {n}").format(n=number + 1)


def _short(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= _TITLE else title[:_TITLE].rstrip() + "…"
