"""Repair doubtful rows, so that the program can show them.

The screens rely on what the model declares: a round's id holds its number, a slot is one of three,
a pick is of a card or a group. A damaged row that breaks such a rule would be refused, so it is
repaired where the row itself or other rows say how, and left out otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from datetime import date
from functools import cache

from cxworkshop.ids import new_id
from cxworkshop.model import Round, Row
from cxworkshop.store.recovery.identify import ColumnInfo, IdentifiedRow, Key, TableInfo
from cxworkshop.store.tables.codec import Value, Values
from cxworkshop.store.tables.value_rules import is_day, rule_of
from cxworkshop.textual import clean

_ROUND = re.compile(r"round-([1-9]\d{0,2})")
_MOST = 1_000_000  # for a code, position or vote in a doubtful row; real ones are far lower
_MOST_CERTAIN = 100_000_000  # in a row with a (forged) seal; codes could not count up from more
_GIVEN_LATER = (("card", "code"), ("card_group", "letter"), ("customer", "number"))  # free ones
_YEARS = range(1990, 2200)  # in a doubtful row
_LONGEST_ID = 100  # characters; a longer one leaves no room in ids that are made of it
_MOST_LOST = 24  # rounds, one after the other


def round_number(name: str) -> int | None:
    """The number in a round's id; None for any other id."""
    found = _ROUND.fullmatch(name)
    return int(found[1]) if found else None


def is_sound(table: TableInfo, values: Values, rounds: Container[str]) -> bool:
    """Whether a row with the right seal can be shown; only a forged one can't."""
    for column in table.columns:
        if column.name in values:
            value = values[column.name]
            if not rule_of(table.name, column.name, column.kind).is_right(value):
                return False
            if isinstance(value, int) and table.noun and value > _MOST_CERTAIN:
                return False
    return (
        not _is_long_id(table, values)
        and keeps_rules(table.noun, values)
        and all(values[name] is None or values[name] in rounds for name in _round_columns(table))
    )


def _is_long_id(table: TableInfo, values: Values) -> bool:
    """Whether the row needs another id: it is no part of others' ids as long as this."""
    has_own = table.noun is not None and not table.noun.id_form
    return has_own and len(str(values["id"])) > _LONGEST_ID


def keeps_rules(kind: type[Row] | None, values: Values) -> bool:
    """Whether the row by itself is as its noun declares."""
    if kind is None:
        return True
    said = [sum(values[name] is not None for name in names) for names in kind.one_of]
    return all(number == 1 for number in said) and (
        not kind.id_form or values["id"] == made_id(kind.id_form, values)
    )


@cache
def _round_columns(table: TableInfo) -> list[str]:
    own = ["id"] if table.noun is Round else []
    return own + [r.column for r in table.references if r.table == Round.table]


def made_id(form: str, values: Values) -> str:
    """The id that these columns make."""

    def value(found: re.Match[str]) -> str:
        said = (values[name] for name in found[1].split("|"))
        return str(next((one for one in said if one is not None), ""))

    return re.sub(r"\{([^}]+)\}", value, form)


@cache
def _pattern(form: str) -> tuple[re.Pattern[str], tuple[tuple[str, ...], ...]]:
    """Finds the parts of an id again, and the columns of which each part is one."""
    parts = re.split(r"\{([^}]+)\}", form)
    text = "".join("(.+)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    return re.compile(text), tuple(tuple(part.split("|")) for part in parts[1::2])


class RowRepair:
    """Repairs doubtful rows. `rounds` are known to have existed, `certain` rows were read well."""

    def __init__(self, rounds: Iterable[str], certain: Container[Key]) -> None:
        self._rounds, self._certain = frozenset(rounds), certain
        self._newest = max(self._rounds, key=lambda name: round_number(name) or 0)

    def repaired(
        self, table: TableInfo, values: Values, today: date, *, is_certain: bool = False
    ) -> Values | None:
        """The row as the program could have written it; None when nobody can say.

        One whose seal is right (`is_certain`) keeps its place even when a reference says nothing:
        there will be a placeholder where it leads to.
        """
        columns = [column for column in table.columns if column.name in values]
        found = {c.name: _field(table, c, values[c.name], today) for c in columns}
        if _is_long_id(table, values):
            found["id"] = new_id()
        found = self._with_parts_of_id(table, found)
        if table.noun is Round:
            return found if found["id"] in self._rounds else None
        self._repair_references(table, found, is_certain=is_certain)
        if any(found[c.name] is None and c.is_needed and c.name != "id" for c in columns):
            return None
        if table.noun is not None and table.noun.id_form:
            found["id"] = made_id(table.noun.id_form, found)
        found["id"] = found["id"] or new_id()
        return found if keeps_rules(table.noun, found) else None

    def _repair_references(self, table: TableInfo, found: Values, *, is_certain: bool) -> None:
        """Refer to the newest round for an impossible one, and to a new row for an empty id."""
        for name in _round_columns(table):
            if found[name] is not None and found[name] not in self._rounds:
                found[name] = self._newest
        for reference in table.references if is_certain else ():
            if reference.is_needed and not found[reference.column]:
                found[reference.column] = new_id()

    def _with_parts_of_id(self, table: TableInfo, values: Values) -> Values:
        """With what the id says of other columns, where all of that is known to exist."""
        if table.noun is None or not table.noun.id_form:
            return values
        pattern, columns = _pattern(table.noun.id_form)
        found = pattern.fullmatch(str(values["id"]))
        parts = found.groups() if found else ()
        said: Values = {}
        for names, text in zip(columns, parts, strict=False):
            name = next((name for name in names if self._says(table, name, text)), None)
            if name is None:
                return values
            said |= dict.fromkeys(names) | {name: _read(table, name, text)}
        return values | said

    def _says(self, table: TableInfo, name: str, text: str) -> bool:
        """Whether a part of an id may be the value of this column."""
        target = next((r.table for r in table.references if r.column == name), None)
        if target == Round.table:
            return text in self._rounds
        if target is not None:
            return (target, text) in self._certain
        return _read(table, name, text) is not None


def _read(table: TableInfo, name: str, text: str) -> Value:
    """The column's value in a part of an id; None for one that it can't hold."""
    column = next(column for column in table.columns if column.name == name)
    rule = rule_of(table.name, name, column.kind)
    if rule.type is str:
        return text if rule.is_right(text) else None
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(_MOST)) else 0
    return number if str(number) == text and rule.is_right(number) else None


def _field(table: TableInfo, column: ColumnInfo, value: Value, today: date) -> Value:
    """One field, cleaned; None when it can't be shown and has no substitute."""
    rule = rule_of(table.name, column.name, column.kind)
    if isinstance(value, str):
        value = clean(value)[: rule.most]
    if rule.is_right(value) and not _is_implausible(value, is_date=rule.accepts is is_day):
        return value
    if not column.is_needed:
        return None
    if (table.name, column.name) in _GIVEN_LATER:
        return 0 if rule.type is int else ""
    return today.isoformat() if rule.accepts is is_day else rule.instead


def _is_implausible(value: Value, *, is_date: bool) -> bool:
    if isinstance(value, int):
        return not 0 <= value <= _MOST
    return is_date and isinstance(value, str) and int(value[:4]) not in _YEARS


def rounds_in(found: Iterable[IdentifiedRow]) -> set[str]:
    """Find the rounds that certain rows are or refer to; without any, those of doubtful rows.

    They count from 1 without a gap; one that would leave too large a gap is none.
    """
    certain: set[int] = set()
    doubtful: set[int] = set()
    for row in found:
        names = [row.values[column] for column in _round_columns(row.table)]
        known = {number for name in names if (number := round_number(str(name))) is not None}
        (certain if row.is_certain else doubtful).update(known)
    newest = 1
    for number in sorted(certain or doubtful):
        newest = number if number - newest <= _MOST_LOST else newest
    return {f"round-{number}" for number in range(1, newest + 1)}
