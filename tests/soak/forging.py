"""Forge a value in a workshop's file as the program itself would have written it: seals and digest
are right, so that only what the model says of the value can refuse it."""

from __future__ import annotations

import sqlite3
import types
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from cxworkshop.model import NOUNS, STAMP_COLUMNS, STORE_COLUMNS, EditState, Row
from cxworkshop.store.disk import file
from cxworkshop.store.recovery.repair import made_id
from cxworkshop.store.tables.codec import Value, content, stamp, wrap
from cxworkshop.store.tables.layout import layout
from cxworkshop.store.tables.migrations import references
from cxworkshop.store.tables.notes import Block, to_text
from cxworkshop.workshop import Workshop

KINDS = {kind.table: kind for kind in NOUNS}
TARGETS = {(one.table, one.column): one.target for one in references()}
TEXTS: tuple[str, ...] = (
    *("", "x", "maybe", "nobody", "round-0", "round-2000000000", "-1", "NULL", "..", "a\0b"),
    *("2026-02-30", "9999-12-31", "0001-01-01", "20261123", "2026-11-23T10:00", "{}", "[" * 5000),
    *("\U0001f9c1 \u202e" * 300, "x" * 150_000),
)
NUMBERS = (-1, 0, 1, 2, 5, 99, 2_000_000_000, 2**53, 2**63 - 1, -(2**63))
# Where a noun takes few texts.
SAID = {
    "accent": "#0a6c74",
    "excerpt": "phone",  # a part of what a customer said
    "rule": "R10",
    "letter": "A",
    "paper": "A4",
    "stop": "prepare",
    "language": "en",
    "idea_group": "person",
}
Column = tuple[str, str]  # table and name


class Hint(NamedTuple):
    """What a noun says of a column."""

    type: type[Any]
    may_be_empty: bool
    is_id: bool


class ForgedFile(NamedTuple):
    """A file and what was forged in it."""

    column: Column
    value: Value
    image: bytes


@cache
def columns() -> dict[Column, Hint]:
    """All columns of all tables but the seal and the digest, which every forgery makes right."""
    found = {}
    for table in (*KINDS, *(name for name in STORE_COLUMNS if name != "edit_row")):
        said = _hints(table) | STAMP_COLUMNS
        for name, hint in said.items():
            if name not in ("seal", "digest"):
                found[table, name] = _hint(name, hint)
    return found


def _hints(table: str) -> dict[str, Any]:
    if table not in KINDS:
        return STORE_COLUMNS[table]
    hints = get_type_hints(KINDS[table], include_extras=True)
    return {field.name: hints[field.name] for field in fields(KINDS[table])}


def _hint(name: str, hint: Any) -> Hint:
    may_be_empty, is_id = False, name == "id"
    while not isinstance(hint, type) or get_origin(hint):
        if get_origin(hint) in (Union, types.UnionType):
            may_be_empty = True
            hint = next(one for one in get_args(hint) if one is not type(None))
        elif get_origin(hint) is Annotated:
            hint = get_args(hint)[0]
        else:
            hint, is_id = hint.__supertype__, True
    return Hint(hint, may_be_empty, is_id)


class Forger:
    """Forges values in one workshop, each in a file of its own."""

    def __init__(self, image: bytes) -> None:
        self._connection = file.hardened_connection()
        self._connection.set_progress_handler(None, 0)  # forging takes longer than any opening
        self._connection.deserialize(image)
        self._connection.execute("PRAGMA ignore_check_constraints = ON")
        self._connection.execute("PRAGMA foreign_keys = OFF")

    def __enter__(self) -> Forger:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._connection.close()

    def image(self) -> bytes:
        return self._connection.serialize()

    def values(self, column: Column) -> Iterator[Value]:
        """Values to forge in a column, most of them wrong."""
        if columns()[column].may_be_empty:
            yield None
        yield from NUMBERS if self._is_number(column) else TEXTS

    def forge(self, column: Column, value: Value, place: int = 0) -> ForgedFile | None:
        """The file with this value in a row; None where it is there, or the table is empty."""
        table, name = column
        found = self._connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
        if not found:
            return None
        self._connection.execute("BEGIN")
        try:
            row = self._named(table, found[place % len(found)])
            if row[name] == value:
                return None
            self._replace(table, row, {**row, name: value})
        except sqlite3.IntegrityError:  # the id of another row, or nothing where something must be
            return None
        else:
            self._connection.execute("COMMIT")  # what is not finished is not in the image
            image = self.image()
            self._connection.execute("BEGIN")
            self._replace(table, {**row, name: value}, row)
            return ForgedFile(column, value, image)
        finally:
            self._connection.execute("COMMIT" if row[name] != value else "ROLLBACK")

    def note(self, column: Column, value: Value) -> ForgedFile | None:
        """The file in which undo would write this value back; None where it is there already."""
        table, name = column
        row = self._first_row(table)
        if row is None or row[name] == value:
            return None
        where, edit = layout(table), self._first_row("edit")
        assert edit is not None
        noted = where.record({**row, name: value})
        block = Block(table, {str(noted[0]): noted})
        text = to_text([block])
        was = {**edit, "notes": text, "state": int(EditState.DONE)}
        self._connection.execute("BEGIN")
        self._replace("edit", edit, was)
        self._connection.execute("COMMIT")
        image = self.image()
        self._connection.execute("BEGIN")
        self._replace("edit", was, edit)
        self._connection.execute("COMMIT")
        return ForgedFile(column, value, image)

    def _first_row(self, table: str) -> dict[str, Value] | None:
        found = self._connection.execute(f'SELECT * FROM "{table}" ORDER BY id LIMIT 1').fetchone()
        return self._named(table, found) if found else None

    def first(self, column: Column) -> Value:
        """What stands in the row that `forge` takes."""
        table, name = column
        found = self._connection.execute(f'SELECT "{name}" FROM "{table}" ORDER BY id LIMIT 1')
        value: Value = found.fetchone()[0]
        return value

    def add(self, table: str, values: dict[str, Value]) -> None:
        """A row with right seals."""
        head = self._head()
        self._insert(table, {**values, "seq": head["seq"], "by": head["by"]})

    def _replace(self, table: str, was: dict[str, Value], row: dict[str, Value]) -> None:
        self._connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (was["id"],))
        if table != "head":
            self._count(-_content(table, was))
        self._insert(table, row)

    def _insert(self, table: str, row: dict[str, Value]) -> None:
        own = _content(table, row)
        seq, by = row["seq"], row["by"]
        assert isinstance(seq, int)
        record = (*layout(table).record(row), seq, by)
        seal = wrap(own + stamp(seq, str(by)))
        self._connection.execute(layout(table).insert, (*record, seal))
        if table != "head":
            self._count(own)

    def _count(self, added: int) -> None:
        head = self._head()
        digest = head["digest"]
        assert isinstance(digest, int)
        self._replace("head", head, {**head, "digest": wrap(digest + added)})

    def _head(self) -> dict[str, Value]:
        return self._named("head", self._connection.execute("SELECT * FROM head").fetchone())

    def _named(self, table: str, record: tuple[Value, ...]) -> dict[str, Value]:
        names = (*layout(table).columns, "seq", "by", "seal")
        return dict(zip(names, record, strict=True))

    def _is_number(self, column: Column) -> bool:
        return issubclass(columns()[column].type, int)


def _said(kind: type[Row]) -> set[str]:
    """The columns of which a row needs one, each time the first."""
    return {names[0] for names in kind.one_of}


def _content(table: str, row: dict[str, Value]) -> int:
    own = {name: value for name, value in row.items() if name not in STAMP_COLUMNS}
    return content(table, own)


def full_workshop(path: Path) -> bytes:
    """A small workshop with a row in every table."""
    with Workshop.new(path, "Team", date(2026, 11, 2)) as workshop:
        for words in ("phone", "forms", "parking"):
            workshop.talk.say(words, workshop.talk.begin(workshop.talk.next_customer().id).id)
        workshop.people.find_or_add("Ana")
        workshop.undo()
        image = workshop._store.image()
    with Forger(image) as forger:
        _fill(forger)
        return forger.image()


def _fill(forger: Forger) -> None:
    """A row in every table that has none."""
    there = {kind.table: _first_id(forger, kind.table) for kind in NOUNS}
    waiting = [kind for kind in NOUNS if there[kind.table] is None]
    while waiting:
        kind = next(k for k in waiting if _needs(k) <= {t for t, one in there.items() if one})
        values = _values(kind, there)
        forger.add(kind.table, values)
        there[kind.table] = values["id"]
        waiting.remove(kind)
    forger.add("edit_part", {"id": _first_id(forger, "edit") + ".000000", "notes": "[]"})


def _first_id(forger: Forger, table: str) -> Any:
    found = forger._connection.execute(f'SELECT min(id) FROM "{table}"').fetchone()
    return found[0]


def _needs(kind: type[Row]) -> set[str]:
    return {
        TARGETS[kind.table, field.name]
        for field in fields(kind)
        if (kind.table, field.name) in TARGETS
        and (not columns()[kind.table, field.name].may_be_empty or field.name in _said(kind))
    }


def _values(kind: type[Row], there: dict[str, Any]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for field in fields(kind):
        hint = columns()[kind.table, field.name]
        target = TARGETS.get((kind.table, field.name))
        if hint.may_be_empty and field.name not in _said(kind):
            values[field.name] = None
        elif target:
            values[field.name] = there[target]
        else:
            values[field.name] = _some(hint.type, f"words of {kind.table} {field.name}")
    values |= {name: text for name, text in SAID.items() if name in values}
    values["id"] = made_id(kind.id_form, values) if kind.id_form else f"a {kind.table}"
    return values


def _some(kind: type[Any], text: str) -> Value:
    if issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    if kind is date:
        return "2026-11-23"
    return 1 if issubclass(kind, int) else text
