"""Read an open database as one side of a merge."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace

from cxworkshop.model import NOUNS, EditState
from cxworkshop.store.merging.side import Key, RowNote, Side, StampedRow, Version
from cxworkshop.store.tables.layout import layout
from cxworkshop.store.tables.notes import Block, from_text

_TAKEN_BACK = (EditState.UNDONE, EditState.DROPPED)
_NOTES = """SELECT id, id || '/' AS place, notes FROM edit WHERE state = 0 AND notes IS NOT NULL
    UNION ALL SELECT substr(id, 1, length(id) - 7), id, notes FROM edit_part
    WHERE substr(id, 1, length(id) - 7) IN (SELECT id FROM edit WHERE state = 0)
    ORDER BY place"""  # "/" sorts behind the "." before a part's number


def read_sides(
    ours: tuple[sqlite3.Connection, str], theirs: tuple[sqlite3.Connection, str]
) -> tuple[Side, Side]:
    """Both workshops, each given with the name that people call it by."""
    a, b = _read(*ours), _read(*theirs)
    different = _different(a, b)
    return (
        replace(a, notes=_notes(ours[0], different)),
        replace(b, notes=_notes(theirs[0], different)),
    )


def _read(connection: sqlite3.Connection, name: str) -> Side:
    edits, undone, days = set(), set(), defaultdict[str, list[tuple[int, str]]](list)
    sql = "SELECT id, day, state FROM edit ORDER BY id"
    for row_id, day, state in connection.execute(sql):
        version = _version(row_id)
        edits.add(version)
        if state in _TAKEN_BACK:
            undone.add(version)
        known = days[version.by]
        if not known or known[-1][1] != day:
            known.append((version.seq, day))
    counters = connection.execute("SELECT id, last FROM counter").fetchall()
    return Side(
        name=name,
        tables={kind.table: _rows(connection, kind.table) for kind in NOUNS},
        edits=frozenset(edits),
        undone=frozenset(undone),
        days=dict(days),
        counters=dict(counters),
    )


def _rows(connection: sqlite3.Connection, table: str) -> dict[str, StampedRow]:
    names = ", ".join(f'"{name}"' for name in (*layout(table).columns, "seq", "by"))
    found = connection.execute(f'SELECT {names} FROM "{table}"')  # noqa: S608 - our own names
    return {row[0]: StampedRow(row[:-2], Version(*row[-2:])) for row in found}


def _version(edit: str) -> Version:
    """The commit of an edit, from its id."""
    seq, _dash, by = edit.partition("-")
    return Version(int(seq) if seq.isdecimal() else 0, by)


def _different(a: Side, b: Side) -> set[Key]:
    """The rows that are not the same version in both."""
    found: set[Key] = set()
    for table in a.tables:
        ours, theirs = a.rows(table), b.rows(table)
        found |= {
            (table, row_id)
            for row_id in ours.keys() | theirs.keys()
            if ours.get(row_id) != theirs.get(row_id)
        }
    return found


def _notes(connection: sqlite3.Connection, wanted: Collection[Key]) -> dict[Key, list[RowNote]]:
    """What the journal says of these rows, the oldest edit first."""
    found: dict[Key, list[RowNote]] = defaultdict(list)
    for edit, block in _blocks(connection):
        for row_id, before in block.rows.items():
            if (block.table, row_id) in wanted:
                found[block.table, row_id].append(RowNote(edit, before))
    return dict(found)


def _blocks(connection: sqlite3.Connection) -> Iterator[tuple[Version, Block]]:
    """The notes of all edits that are done, in order: the last part of an edit is its own line."""
    for edit, _place, notes in connection.execute(_NOTES):
        for block in from_text(notes):
            yield _version(edit), block
