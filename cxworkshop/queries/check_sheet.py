"""The rows of a check sheet typed in from paper: whom each means, and what does not fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cxworkshop.i18n import _
from cxworkshop.model import Conversation, Customer, CustomerId, DayCheck, Mark
from cxworkshop.queries.progress import answers_of
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import MAX_VERBATIM, clean, fold

# "7", "#7", "no. 7" and "7, regular"
_NUMBER = re.compile(r"(?:[a-z]{1,2}\.?\s*|#\s*)?(\d{1,9})(?:\s*,.*)?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class SheetRow:
    """A row as it was typed: its number on paper, a mark, the customer's words, and who it was.

    `who` is a customer's number ("7" or "no. 7, regular"), a name, or the kind of a new customer.
    """

    number: int
    mark: Mark | None = None
    words: str = ""
    who: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody was asked; `who` may be filled in all the same, for it is printed."""
        return self.mark is None and not clean(self.words)


@dataclass(frozen=True)
class MatchedRow:
    """A row with its customer: one we know, or else a new one of this kind."""

    row: SheetRow
    customer: CustomerId | None = None
    kind: str = ""
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckSheet:
    """The rows of a sheet that are not empty."""

    rows: tuple[MatchedRow, ...] = ()

    @property
    def complete(self) -> tuple[MatchedRow, ...]:
        """The rows that can be taken as they are."""
        return tuple(row for row in self.rows if not row.troubles)

    @property
    def troubles(self) -> tuple[tuple[int, str], ...]:
        """What is missing or does not fit, each with the number of its row."""
        return tuple((row.row.number, text) for row in self.rows for text in row.troubles)


def check_sheet(store: StoreReader, check: DayCheck, rows: Sequence[SheetRow]) -> CheckSheet:
    """Match the rows of a sheet with customers; empty rows are left out."""
    typed = [row for row in rows if not row.is_empty]
    customers = {row.number: _customer(store, row.who) for row in typed}
    known = [who.id for who in customers.values() if isinstance(who, Customer)]
    talks = (row.conversation for row in answers_of(store, check))
    answered = {store.get(Conversation, talk).customer for talk in talks}
    counts = Counter(known)
    return CheckSheet(tuple(_matched(row, answered, counts, customers) for row in typed))


def _matched(
    row: SheetRow,
    answered: set[CustomerId],
    counts: Counter[CustomerId],
    customers: dict[int, Customer | str],
) -> MatchedRow:
    who = customers[row.number]
    troubles = [*_missing(row)]
    if isinstance(who, str):
        number = _number(who)
        if number is not None:
            troubles.append(_("There is no {customer} {number}.").format(number=number))
        return MatchedRow(row, None, "" if number is not None else who, tuple(troubles))
    if who.id in answered:
        text = _("{Customer} {number} has answered already.")
        troubles.append(text.format(number=who.number))
    if counts[who.id] > 1:
        others = [n for n, other in customers.items() if other == who and n != row.number]
        text = _("{Customer} {number} is in row {n} as well.")
        troubles.append(text.format(number=who.number, n=others[0]))
    return MatchedRow(row, who.id, "", tuple(troubles))


def _missing(row: SheetRow) -> Iterator[str]:
    if row.mark is None:
        yield _("There are words, and no mark yet.")
    elif not clean(row.words) and not clean(row.who):
        yield _("Whose mark is it? Their number or their kind is enough, or their words.")
    length = len(clean(row.words))
    if length > MAX_VERBATIM:
        text = _("That is {length} characters, {over} too many: {most} is the most.")
        yield text.format(length=length, over=length - MAX_VERBATIM, most=MAX_VERBATIM)


def _number(who: str) -> int | None:
    found = _NUMBER.fullmatch(who)
    return int(found[1]) if found else None


def _customer(store: StoreReader, who: str) -> Customer | str:
    """Find a customer by number or name; return what was typed, cleaned, if there is none."""
    words = " ".join(clean(who).split())
    number = _number(words)
    if number is not None:
        return store.one(Customer, number=number) or words
    named = (row for row in store.rows(Customer) if row.name and fold(row.name) == fold(words))
    return next(named, words) if words else ""
