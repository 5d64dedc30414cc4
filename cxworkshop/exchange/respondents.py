"""Find the column of a table that tells people apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cxworkshop.exchange import titles as say
from cxworkshop.exchange.column_kinds import ColumnKind, TableColumn
from cxworkshop.exchange.table import Table
from cxworkshop.textual import fold

_NOBODY = re.compile(
    r"(?:an? )?(?:google user|anonym\w*|unknown|unbekannt|inconnu|desconocido|guests?|gast|invit\w+"
    r"|deleted(?: user)?|n a|none|null|nan|user|kunde|customer|onbekend|ukendt|ukjent|okänd|x+)"
)


def respondent(table: Table, guessed: Sequence[TableColumn]) -> tuple[int | None, int | None]:
    """The column that tells people apart, and one that may; a name alone is not sure to."""
    if table.respondent is not None:
        return table.respondent, None
    ranked = sorted(_ranked(guessed))
    repeated = [(rank, n) for rank, n in ranked if has_repeats(table.column(n))]
    if any(rank in (_PERSON_ID, _MAIL) and _differs(table, n) for rank, n in ranked):
        repeated = [(rank, n) for rank, n in repeated if rank < _USERNAME]  # the others: namesakes
    doubtful = {n for rank, n in repeated if rank == _USERNAME and _are_few(table, n)}
    sure = [n for rank, n in repeated if rank < _NAME and n not in doubtful]
    unsure = [n for rank, n in repeated if rank == _NAME or n in doubtful]
    carried = [n for rank, n in ranked if rank < _NAME and is_carried(table, n)]
    if carried:
        return carried[0], None
    ids = [c.number for c in guessed if c.kind is ColumnKind.RESPONDENT]
    if sure:
        return sure[0], None
    return (ids[0] if ids else None), (unsure[0] if unsure else None)


def columns_of_people(table: Table, guessed: Sequence[TableColumn]) -> tuple[int, ...]:
    """The columns in which somebody stands in several rows, the surest first."""
    ranked = (number for _rank, number in sorted(_ranked(guessed)))
    return tuple(n for n in ranked if is_carried(table, n) or has_repeats(table.column(n)))


def _are_few(table: Table, number: int) -> bool:
    """Whether so few people fill so many rows that they are rather ours, whom tasks are given."""
    values = [*filter(None, table.column(number))]
    return len(set(values)) * _ROWS_OF_ONE < len(values)


def _differs(table: Table, number: int) -> bool:
    """Whether nearly every row names somebody in this column, each time another person."""
    filled = [value for value in table.column(number) if value and not value.isspace()]
    return len(set(filled)) == len(filled) > 0.9 * len(table.body)


def _ranked(guessed: Sequence[TableColumn]) -> list[tuple[int, int]]:
    """The columns that may tell people apart, with how surely; an account may be a company's."""
    found = [(rank, column) for column in guessed if (rank := _rank(column)) is not None]
    people = [(r, c) for r, c in found if not _ACCOUNT.search(say.plain(c.title))]
    is_known = any(rank in (_PERSON_ID, _MAIL) for rank, _column in people)
    return [(rank, column.number) for rank, column in (people if is_known else found)]


_ACCOUNT = re.compile(r"\b(?:account|tenant|organi[sz]ation|company)\b")
_PERSON_ID, _MAIL, _USERNAME, _NAME = 0, 2, 3, 4
_SOME = 200  # rows
_ROWS_OF_ONE = 10  # more than a customer fills
_COUNTED = re.compile(r"\D{0,20}\d{1,4}")
_NAMED = re.compile(
    r"(?:(?:your|full|first|last|sur|nick|display|person|voller|ihr|votre|su|uw|dit|ditt) ?)?"
    r"(?:names?|nom(?: complet)?|nombre(?: completo)?|naam|navn|namn|vorname|nachname|prénom)"
)


def _rank(column: TableColumn) -> int | None:
    """How surely a column tells people apart, 0 is best; None if it does not."""
    words = say.plain(column.title)
    if column.kind is ColumnKind.RESPONDENT:
        return _PERSON_ID if say.PERSON_ID.search(words) else 1
    if column.kind is not ColumnKind.PERSONAL:
        return None
    if say.EMAIL.search(words):
        return _MAIL
    if say.USERNAME.match(words):
        return _USERNAME
    return _NAME if _NAMED.fullmatch(words) else None


def has_repeats(values: Sequence[str]) -> bool:
    """Whether somebody stands in several rows."""
    if len(set(values)) == len(values):
        return False  # in most files, and soon found out
    people = [name for value in values if (name := fold(value)) and not is_nobody(name)]
    return len(set(people)) < len(people)


def is_carried(table: Table, number: int) -> bool:
    """Whether somebody is named in their first row alone: "P1", two empty cells, "P2"."""
    begins = _are_carried(table.column_begins(number, _SOME))  # a whole column takes its time
    return begins and _are_carried(table.column(number))


def _are_carried(values: Sequence[str]) -> bool:
    if not values or values.count("") < 0.4 * len(values) or not values[0].strip():
        return False
    filled = [stripped for value in values if (stripped := value.strip())]
    return (
        len(filled) > 1 and len(set(filled)) == len(filled) and all(map(_COUNTED.fullmatch, filled))
    )


def is_nobody(folded: str) -> bool:
    """Whether a name stands for anybody: "A Google user", "anonymous", "-"."""
    return not any(map(str.isalnum, folded)) or bool(_NOBODY.fullmatch(folded))
