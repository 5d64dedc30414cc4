"""What a row has to hold so that the program can show it, for rows that were not read for certain.

The screens rely on what the program alone writes: a round's id says its number, a slot is one of
three, a pick is of a card or a group. A damaged row that breaks such a rule would stop them, so it
is put right where the row itself, or its neighbours, say how; else it is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from datetime import date
from typing import Any

from cxworkshop.model import Heading, Round, Row, Slot, Team
from cxworkshop.store.recovery.identify import ColumnInfo, IdentifiedRow, Key, TableInfo
from cxworkshop.store.tables.codec import Value, Values, codec
from cxworkshop.textual import clean

_ROUND = re.compile(r"round-([1-9]\d{0,2})")
_SLOT = re.compile(r"(round-[1-9]\d{0,2})/([123])")
_LETTER = re.compile(r"[A-Z]{1,2}")
_MOST = 1_000_000  # of a code, a place, a vote in a doubtful row; people stay far below
_MOST_CERTAIN = 2**53  # a forged seal may hold more, and one more than that SQLite can't count
_YEARS = range(1990, 2200)
# What must be there and can't be read: a word under the first heading is better than no word.
_HEADING: Value = next(iter(Heading)).value


def round_number(name: str) -> int | None:
    """The number that a round's id is made of; None for what is none of ours."""
    found = _ROUND.fullmatch(name)
    return int(found[1]) if found else None


def is_sound(table: TableInfo, values: Values) -> bool:
    """Whether a row with the right seal can be shown and kept; only a forged one can't."""
    numbers = (value for value in values.values() if isinstance(value, int))
    if not all(abs(number) < _MOST_CERTAIN for number in numbers):
        return False
    if table.name == Slot.table and values["number"] not in (1, 2, 3):
        return False
    return all(_can_be_shown(table, name, value) for name, value in values.items())


def _can_be_shown(table: TableInfo, name: str, value: Value) -> bool:
    decode = _decoders(table.noun).get(name) if table.noun else None
    try:
        if decode is not None:
            decode(value)
    except (ValueError, TypeError):
        return False
    return True


_known: dict[str, dict[str, Callable[[Any], Any]]] = {}


def _decoders(kind: type[Row]) -> dict[str, Callable[[Any], Any]]:
    if kind.table not in _known:
        made = codec(kind)
        _known[kind.table] = {made.columns[place]: decode for place, decode in made.decoders}
    return _known[kind.table]


class RowRepair:
    """Puts doubtful rows right. `rounds` are those that there certainly were, `there` the rows
    that were certainly read."""

    def __init__(self, rounds: Iterable[str], there: Container[Key]) -> None:
        self._rounds, self._there = frozenset(rounds), there
        self._newest = max(self._rounds, key=lambda name: round_number(name) or 0)

    def made_of(self, table: TableInfo, values: Values, today: date) -> Values | None:
        """The row as the program could have written it; None when nobody can say how."""
        columns = [column for column in table.columns if column.name in values]
        found = {c.name: _field(table, c, values[c.name], today) for c in columns}
        if any(found[column.name] is None and column.is_needed for column in columns):
            return None
        for reference in table.references:
            name = found[reference.column]
            if reference.table == Round.table and name is not None and name not in self._rounds:
                found[reference.column] = self._newest
        by_name = getattr(self, f"_{table.name}", None)
        right: Values | None = by_name(found) if by_name else found
        return right if right and right["id"] else None

    def _workshop(self, values: Values) -> Values:
        return {**values, "id": Team.id}

    def _round(self, values: Values) -> Values | None:
        number = round_number(str(values["id"]))
        return {**values, "number": number} if values["id"] in self._rounds else None

    def _slot(self, values: Values) -> Values | None:
        said = _SLOT.fullmatch(str(values["id"]))
        if said and said[1] in self._rounds:
            return {**values, "round": said[1], "number": int(said[2])}
        if values["number"] not in (1, 2, 3):
            return None
        return {**values, "id": f"{values['round']}/{values['number']}"}

    def _round_card(self, values: Values) -> Values:
        round_id, _slash, card = str(values["id"]).partition("/")
        if round_id in self._rounds and ("card", card) in self._there:
            return {**values, "round": round_id, "card": card}
        return {**values, "id": f"{values['round']}/{values['card']}"}

    def _pick(self, values: Values) -> Values | None:
        subject = str(values["id"]).partition("/")[2]
        if ("card", subject) in self._there:
            return {**values, "card": subject, "card_group": None}
        if ("card_group", subject) in self._there:
            return {**values, "card": None, "card_group": subject}
        return values if values["card"] or values["card_group"] else None

    def _card_group(self, values: Values) -> Values:
        letter = values["letter"] if _LETTER.fullmatch(str(values["letter"])) else ""
        return {**values, "letter": letter}

    def _holiday(self, values: Values) -> Values:
        return {**values, "id": values["day"]}


def _field(table: TableInfo, column: ColumnInfo, value: Value, today: date) -> Value:
    """One field, cleaned; None when it can't be shown and nothing can stand in for it."""
    if isinstance(value, str):
        value = clean(value)
    is_far = isinstance(value, int) and not 0 <= value <= _MOST
    if is_far or not _can_be_shown(table, column.name, value) or _is_far_day(table, column, value):
        return _instead(table, column, today) if column.is_needed else None
    return value


def _is_far_day(table: TableInfo, column: ColumnInfo, value: Value) -> bool:
    if not (isinstance(value, str) and _is_day(table, column)):
        return False
    return date.fromisoformat(value).year not in _YEARS


def _is_day(table: TableInfo, column: ColumnInfo) -> bool:
    return not _can_be_shown(table, column.name, "no day") and _can_be_shown(
        table, column.name, "2026-11-23"
    )


def _instead(table: TableInfo, column: ColumnInfo, today: date) -> Value:
    if column.kind != "TEXT":
        return 0
    if _is_day(table, column):
        return today.isoformat()
    return _HEADING if column.name == "heading" else None


def rounds_in(found: Iterable[IdentifiedRow]) -> set[str]:
    """Find the rounds that certain rows are or refer to; without any, those of doubtful rows."""
    certain: set[str] = set()
    doubtful: set[str] = set()
    for row in found:
        names = [row.values[r.column] for r in row.table.references if r.table == Round.table]
        names += [row.values["id"]] if row.table.name == Round.table else []
        known = {str(name) for name in names if round_number(str(name)) is not None}
        (certain if row.is_certain else doubtful).update(known)
    return certain or doubtful or {"round-1"}
