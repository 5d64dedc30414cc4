"""Bring identified rows of older formats into today's form, whatever is lost among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from cxworkshop.store.recovery.identify import (
    Identified,
    IdentifiedRow,
    Key,
    tables,
    tables_of,
)
from cxworkshop.store.tables.codec import OWN
from cxworkshop.store.tables.older_journal import Tables, Values
from cxworkshop.store.tables.upgrade_rounds import upgrade_rounds

_JOURNAL = ("edit", "edit_row")
_IDENTITY = ("workshop", "identity")  # is made of what the other rows say
_ROUND_GROUP = "round_group"  # formats 1 and 2 lack it
# The first format in today's form: what came later are columns that may be empty, and new tables.
_LEAN = 3


def in_todays_form(identified: Identified) -> Identified:
    """The same rows, with the columns that they have today.

    Among rows of format 3 and later, older ones are what was left of before an upgrade: they go.
    """
    rows = {key: _whole(row) for key, row in identified.rows.items()}
    identified = replace(identified, rows=rows)
    older = {key for key, row in rows.items() if _is_older(row)}
    if not older:
        return identified
    if any(table == _ROUND_GROUP for table, _id in rows):
        kept = {key: row for key, row in rows.items() if key not in older}
        return replace(identified, rows=kept)
    found = _of_tables(row for row in rows.values() if row.table.name in _upgraded())
    upgrade_rounds(found, is_whole=False)
    untouched = {key: row for key, row in rows.items() if key[0] not in _upgraded()}
    return replace(identified, rows={**untouched, **_rows_of(found)})


def _is_older(row: IdentifiedRow) -> bool:
    return not _lean_columns(row.table.name) <= row.values.keys()


def _whole(row: IdentifiedRow) -> IdentifiedRow:
    """With nothing in the columns that format 3 lacks."""
    if _is_older(row):
        return row
    lacked = {c.name: None for c in row.table.columns if c.name not in (*row.values, *OWN)}
    return replace(row, values={**row.values, **lacked}) if lacked else row


@cache
def _lean_columns(table: str) -> frozenset[str]:
    """The columns that a row has at least: those of format 3, where its table is as old.

    One that no row has, for a table that formats 1 and 2 alone have.
    """
    known = tables_of(_LEAN).get(table)
    if known is not None:
        return frozenset(c.name for c in known.columns) - {*OWN}
    return frozenset() if table in tables() else frozenset({""})


def _upgraded() -> frozenset[str]:
    return frozenset(tables()) | set(_JOURNAL)


def _of_tables(rows: Iterable[IdentifiedRow]) -> Tables:
    found: Tables = {name: [] for name in _upgraded()}
    for row in rows:
        own: Values = {"_certain": row.is_certain, "_page": row.page, "seq": row.seq, "by": row.by}
        found[row.table.name].append({**row.values, **own})
    return found


def _rows_of(found: Tables) -> dict[Key, IdentifiedRow]:
    known: dict[Key, IdentifiedRow] = {}
    for name, rows in found.items():
        for values in rows if name not in _JOURNAL else ():
            row = _row(name, values)
            known[row.key] = row
    return known


def _row(name: str, values: Values) -> IdentifiedRow:
    table = tables()[name]
    empty = {"TEXT": "", "INTEGER": 0}
    own = {
        column.name: values.get(column.name, empty[column.kind] if column.is_needed else None)
        for column in table.columns
        if column.name not in OWN and (name, column.name) != _IDENTITY
    }
    return IdentifiedRow(
        table, own, values["seq"], values["by"], is_certain=values["_certain"], page=values["_page"]
    )
