"""Count what each column of a table gives, and say why another gives nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from cxworkshop.days import day_month, month
from cxworkshop.exchange.choosing import ColumnChoices
from cxworkshop.exchange.column_kinds import ColumnKind, TableColumn
from cxworkshop.exchange.dates import days
from cxworkshop.exchange.import_plan import ImportPlan
from cxworkshop.exchange.respondents import is_nobody
from cxworkshop.exchange.roles import ColumnRole
from cxworkshop.exchange.table import Table
from cxworkshop.exchange.titles import HEADLINE, plain
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.textual import fold


@dataclass(frozen=True)
class ColumnCount:
    """A column, what is taken of it, in how many rows it has something, and what that gives.

    `is_unsure` where a person should say whether its words are customers'.
    """

    number: int
    title: str
    role: ColumnRole
    filled: int
    gives: str
    is_personal: bool = False
    is_unsure: bool = False


def count_columns(
    table: Table, chosen: ColumnChoices, found: ImportPlan | None
) -> tuple[ColumnCount, ...]:
    """Count every column."""
    cards = Counter(card.answers[0].column for card in found.cards) if found else Counter[int]()
    praise = Counter(answer.column for answer in found.praise) if found else Counter[int]()
    counts, offered = [], frozenset(chosen.offered)
    for column, role in zip(chosen.guessed, chosen.roles, strict=True):
        values = [value for cell in table.column(column.number) if (value := cell.strip())]
        n = column.number
        is_unsure = n in offered or (role.holds_words and not column.is_sure)
        if role.holds_words:
            gives = _words(cards[n], praise[n])
        else:
            gives = _values(role, values) if role.is_alone else _why_not(column, role, values)
        if n in offered:
            gives = _("perhaps words?")
        is_personal = column.kind is ColumnKind.PERSONAL
        filled = len(values)
        count = ColumnCount(n, column.title, role, filled, gives, is_personal, is_unsure)
        counts.append(count)
    return tuple(counts)


def _words(cards: int, praise: int) -> str:
    said = []
    if cards or not praise:
        said.append(ngettext("{n} card", "{n} cards", cards).format(n=f"{cards:,}"))
    if praise:
        said.append(ngettext("{n} praise", "{n} praise", praise).format(n=f"{praise:,}"))
    return with_commas(said)


def _values(role: ColumnRole, values: list[str]) -> str:
    if role is ColumnRole.DATE:
        found = [day for day in days(values).days if day is not None]
        if not found:
            return _("no day in it")
        first, last = _day(found, min(found)), _day(found, max(found))
        return first if first == last else _("{first} to {last}").format(first=first, last=last)
    n = len(set(map(fold, values)))
    if role is ColumnRole.WHO:
        n = len({name for value in values if not is_nobody(name := fold(value))})
    texts = {
        ColumnRole.WHO: ngettext("{n} {customer}", "{n} {customers}", n),
        ColumnRole.KIND: ngettext("{n} kind", "{n} kinds", n),
    }
    text = texts.get(role) or ngettext("{n} question", "{n} questions", n)
    return text.format(n=f"{n:,}")


def _day(among: list[date], day: date) -> str:
    """The day; where there are several years, its month and year."""
    is_one_year = len({other.year for other in among}) == 1
    return day_month(day) if is_one_year else f"{month(day)} {day.year}"


def _why_not(column: TableColumn, role: ColumnRole, values: list[str]) -> str:
    """Why nothing is taken of a column, as far as that shows in it."""
    if column.kind is ColumnKind.CHOICE and HEADLINE.match(plain(column.title)):
        return _("titles of the answers")
    if column.kind is ColumnKind.CHOICE and len(set(values)) == len(values) > 1:
        return _("names or codes")
    reasons = {
        ColumnKind.EMPTY: _("empty"),
        ColumnKind.REPLY: _("it replies to {customers}"),
        ColumnKind.ACTIONS: _("our own steps"),
        ColumnKind.HEADLINE: _("titles of the answers"),
        ColumnKind.THING: _("names of things"),
        ColumnKind.PERSONAL: _("personal"),
        ColumnKind.SCORE: _("marks, not kept"),
        ColumnKind.ASKED_BY: _("who asked"),
        ColumnKind.CHOICE: _("ticks, no words"),
        ColumnKind.ID: _("codes or numbers"),
    }
    return reasons.get(column.kind, "" if role is ColumnRole.LEAVE_OUT else _("not kept"))
