"""How rows stand in a table: its columns, the statements for them, and the content of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from operator import itemgetter

from cxworkshop.model import NOUNS, STORE_COLUMNS
from cxworkshop.store.tables.codec import (
    OWN,
    Column,
    Value,
    Values,
    codec,
    content_of_text,
    contents,
)
from cxworkshop.value_object import ValueObject

Record = tuple[Value, ...]  # a row's own columns, in the order of its layout; the id is the first


class Layout(ValueObject):
    """A table's own columns, in their order; the store's three (seq, by, seal) stand behind."""

    table: str
    columns: tuple[str, ...]

    def place(self, column: str) -> int:
        """Where a column stands in a record."""
        return self.columns.index(column)

    def value(self, record: Record, column: str) -> Value:
        return record[self.place(column)]

    def changed(self, record: Record, column: str, value: Value) -> Record:
        """The record with another value in a column."""
        place = self.place(column)
        return (*record[:place], value, *record[place + 1 :])

    @cached_property
    def insert(self) -> str:
        """INSERT of a whole row, with the store's three columns."""
        names = (*self.columns, *OWN)
        quoted = ", ".join(f'"{name}"' for name in names)
        holes = ", ".join("?" * len(names))
        return f'INSERT INTO "{self.table}" ({quoted}) VALUES ({holes})'  # noqa: S608

    @cached_property
    def upsert(self) -> str:
        """INSERT, or UPDATE of the row that has the same id."""
        names = (*self.columns[1:], *OWN)
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        return f"{self.insert} ON CONFLICT (id) DO UPDATE SET {sets}"

    def update(self, places: tuple[int, ...]) -> str:
        """UPDATE of the columns at these places and the store's three, in the row with an id.

        Fewer columns take less time, and what refers to other rows is looked up when it is named.
        """
        if places not in self._updates:
            names = (*(self.columns[place] for place in places), *OWN)
            sets = ", ".join(f'"{name}" = ?' for name in names)
            self._updates[places] = f'UPDATE "{self.table}" SET {sets} WHERE id = ?'  # noqa: S608
        return self._updates[places]

    @cached_property
    def _updates(self) -> dict[tuple[int, ...], str]:
        return {}

    @cached_property
    def delete(self) -> str:
        """DELETE of the row with an id."""
        return f'DELETE FROM "{self.table}" WHERE id = ?'  # noqa: S608 - table names are ours

    @cached_property
    def select(self) -> str:
        """SELECT of whole rows by their ids, `{}` being the placeholders."""
        names = ", ".join(f'"{name}"' for name in (*self.columns, *OWN))
        return f'SELECT {names} FROM "{self.table}" WHERE id IN ({{}})'  # noqa: S608

    @cached_property
    def find(self) -> str:
        """SELECT of the one row with an id."""
        return self.select.format("?")

    @cached_property
    def _hashed(self) -> tuple[tuple[int, str], ...]:
        return tuple((self.columns.index(name), f"\0{name}=") for name in sorted(self.columns))

    @cached_property
    def _template(self) -> str:
        """The text that is hashed of a record without NULL."""
        return self.table + "".join([f"{name}%s" for _place, name in self._hashed])

    @cached_property
    def _in_order(self) -> Callable[[Record], object]:
        return itemgetter(*[place for place, _name in self._hashed])

    def content(self, record: Record) -> int:
        """What a row adds to the digest; the same as `codec.content` of its values."""
        if None not in record:
            return content_of_text(self._template % self._in_order(record))
        text = self.table
        for place, name in self._hashed:
            value = record[place]
            if value is not None:
                text += f"{name}{value}"
        return content_of_text(text)

    def contents(self, columns: Sequence[Column]) -> tuple[int, ...]:
        """`content` of many rows, given by columns."""
        return contents(self.table, self.columns, columns)

    def record(self, values: Values) -> Record:
        """These values in the order of the columns; what is not named is NULL."""
        return tuple(map(values.get, self.columns))


@cache
def layout(table: str) -> Layout:
    """The layout of one of today's tables, which every open database has; raises KeyError."""
    if table in STORE_COLUMNS:
        return Layout(table, tuple(STORE_COLUMNS[table]))
    return Layout(table, codec(_NOUNS[table]).columns)


_NOUNS = {kind.table: kind for kind in NOUNS}
TABLES = frozenset(_NOUNS) | frozenset(STORE_COLUMNS)
