"""Call rows of a workshop by other ids, wherever they are named: before a merge, two laptops may
have given the same thing ids of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from cxworkshop.model import NOUNS, Doubtful, PrintedCode, PutDown
from cxworkshop.store.merging.side import Key, Noted, Rows, Side, StampedRow
from cxworkshop.store.tables.layout import Record, layout
from cxworkshop.store.tables.migrations import references

_Form = Callable[[Record], str]
_NOT_DECLARED = ((PutDown.table, "row"), (Doubtful.table, "row"))  # these may name any row


def renamed(side: Side, names: Mapping[str, str]) -> Side:
    """The workshop with these ids instead of its own. What would become one row stays two."""
    known = _that_fit(side, names)
    if not known:
        return side
    for kind in NOUNS:  # what an id is made of stands before it
        form = _forms().get(kind.table)
        if form is not None:
            _rename_made(side.rows(kind.table), kind.table, form, known)
    return replace(
        side,
        tables={table: _rows(table, rows, known) for table, rows in side.tables.items()},
        noted=_noted(side.noted, known),
        names=known,
    )


def _that_fit(side: Side, names: Mapping[str, str]) -> dict[str, str]:
    """Those of the names that no two rows of this side would get."""
    found = {was: now for was, now in names.items() if was != now}
    for rows in side.tables.values():
        taken: set[str] = {row_id for row_id in rows if row_id not in found}
        for row_id in sorted(rows.keys() & found.keys()):
            if found[row_id] in taken:
                del found[row_id]
            else:
                taken.add(found[row_id])
    return found


def _rename_made(rows: Rows, table: str, form: _Form, names: dict[str, str]) -> None:
    """Name the rows whose id is made of others."""
    for row_id, (record, _version) in rows.items():
        changed = _named(table, record, names)
        if changed != record and row_id == form(record):
            names[row_id] = form(changed)


def _rows(table: str, rows: Rows, names: Mapping[str, str]) -> Rows:
    found: dict[str, StampedRow] = {}
    for row_id, row in rows.items():
        record = _named(table, row.record, names)
        found[names.get(row_id, row_id)] = (
            row if record is row.record else row._replace(record=record)
        )
    return found


def _noted(
    noted: Mapping[Key, Sequence[Noted]], names: Mapping[str, str]
) -> dict[Key, list[Noted]]:
    found: dict[Key, list[Noted]] = {}
    for (table, row_id), lines in noted.items():
        found[table, names.get(row_id, row_id)] = [
            Noted(one.edit, one.before and _named(table, one.before, names)) for one in lines
        ]
    return found


def _named(table: str, record: Record, names: Mapping[str, str]) -> Record:
    """The record with other ids; itself where it names none of them."""
    if not any(record[place] in names for place in _places(table)):
        return record
    values = list(record)
    for place in _places(table):
        values[place] = names.get(str(values[place]), values[place])
    return tuple(values)


@cache
def _places(table: str) -> tuple[int, ...]:
    """Where a record holds ids: its own, and those to which it refers."""
    names = layout(table).columns
    held = [*((one.table, one.column) for one in references()), *_NOT_DECLARED]
    return (0, *(names.index(column) for of, column in held if of == table))


@cache
def _forms() -> dict[str, _Form]:
    """How ids are made, of the tables whose ids are made of other columns."""
    forms = {kind.table: kind.id_form for kind in NOUNS if "{" in kind.id_form}
    forms[PrintedCode.table] = "{card}/{code}"
    return {table: _form(table, form) for table, form in forms.items()}


def _form(table: str, form: str) -> _Form:
    names = layout(table).columns
    found = re.findall(r"([^{]+)|\{([^}]+)\}", form)
    parts = [
        (text, tuple(map(names.index, said.split("|"))) if said else ()) for text, said in found
    ]

    def made(record: Record) -> str:
        return "".join(
            text or next((str(record[n]) for n in places if record[n] is not None), "")
            for text, places in parts
        )

    return made
