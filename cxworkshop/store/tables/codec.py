"""Turn nouns into table rows and back; the statements for it, and the seal of each row.

A row's *content* is its table, its id and every column that is not NULL (so a column added later
leaves old seals right). A seal is the content's BLAKE2b-64 plus the stamp's number (`seq`, `by`),
modulo 2^64. The digest of a file is the sum of the contents alone: undo and redo change stamps,
and yet the same words have the same digest.
"""

from __future__ import annotations

import struct
import types
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from cxworkshop.blake2 import blake2b
from cxworkshop.model import Row
from cxworkshop.value_object import ValueObject

Value = str | int | None
Values = dict[str, Value]
Column = Sequence[Any]  # the values of many rows; nothing in a damaged file is of a certain type
Kinds = set[type]
R = TypeVar("R", bound=Row)

OWN = ("seq", "by", "seal")
_GOLDEN = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio: spreads small numbers well


# Thousands of rows refer to the same few rounds, questions and files. SQLite makes a string for
# each of them, of some 70 bytes.
_OFTEN_THE_SAME = frozenset({"round", "first_round", "question", "import_batch"})

_EMPTY, _UNPACK = blake2b(digest_size=8), struct.Struct(">q").unpack


def wrap(number: int) -> int:
    """The number modulo 2^64, as SQLite's signed 64 bits hold it."""
    return (number + 2**63) % 2**64 - 2**63


def content_of_text(text: str) -> int:
    """The content of a row, from its parts joined by NUL."""
    number: int = _UNPACK(_digests((text,))[0])[0]
    return number


def _digests(texts: Iterable[str]) -> list[bytes]:
    new, found = _EMPTY.copy, []  # a copy takes two thirds of the time of a new one
    for text in texts:
        hasher = new()
        hasher.update(text.encode("utf-8", "surrogatepass"))
        found.append(hasher.digest())
    return found


def content(table: str, values: Values) -> int:
    """Hash a row for the digest: its table and every column that is not NULL, by name.

    Joined by NUL, which no value holds: `textual.clean` removes it.
    """
    names = _in_order(tuple(values))
    parts = [f"{name}={value}" for name in names if (value := values[name]) is not None]
    return content_of_text("\0".join((table, *parts)))


def kinds_of(columns: Iterable[Column]) -> list[Kinds]:
    """Which types the values of each column have."""
    return [set(map(type, column)) for column in columns]


def contents(
    table: str,
    names: Sequence[str],
    columns: Sequence[Column],
    kinds: Sequence[Kinds] | None = None,
) -> tuple[int, ...]:
    """`content` of many rows at once, given by columns: a third of the time that each alone takes.

    The store's own columns may be among them. `kinds` are those of `kinds_of`, where known.
    """
    parts: list[Iterable[str]] = [[table] * len(columns[0])]
    described = zip(names, columns, kinds or kinds_of(columns), strict=True)
    for name, column, found in sorted(described, key=itemgetter(0)):
        if name not in OWN:
            parts += _parts_of(f"\0{name}=", column, found)
    digests = _digests(map("".join, zip(*parts, strict=False)))
    return struct.unpack(f">{len(digests)}q", b"".join(digests))


def _parts_of(begin: str, column: Column, kinds: Kinds) -> Sequence[Iterable[str]]:
    if kinds == {str}:  # as most are: no call for each
        return repeat(begin), column
    if kinds == {types.NoneType}:
        return ()
    return ([f"{begin}{value}" if value is not None else "" for value in column],)


@lru_cache(maxsize=256)
def _in_order(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(names))


def stamp(seq: int, by: str) -> int:
    """The number that a stamp adds to a seal; the factor is odd, so that each `seq` differs."""
    return seq * _GOLDEN + _hash_of_session(by)


def seals(contents: Sequence[int], stamped: int) -> list[int]:
    """The seals of rows with one stamp, whose number is given."""
    added, half, last = stamped + 2**63, 2**63, 2**64 - 1  # `wrap`, without a call for each
    return [(own + added & last) - half for own in contents]


def wrong_seals(
    contents: Sequence[int], seqs: Sequence[int], bys: Sequence[str], seals: Sequence[int]
) -> int:
    """How many of these rows have a seal that is not that of their content and stamp."""
    pairs = list(zip(seqs, bys, strict=True))
    added = {pair: stamp(*pair) for pair in set(pairs)}  # few: an import's rows have one
    compared = zip(contents, map(added.__getitem__, pairs), seals, strict=True)
    return len([own for own, stamped, seal in compared if own + stamped - seal & 2**64 - 1])


@lru_cache(maxsize=256)
def _hash_of_session(by: str) -> int:
    return content_of_text(by)


def _plain(value: Value | date) -> Value:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, StrEnum):
        return value.value
    return value


@cache
def _decoder(hint: Any) -> Callable[[Any], Any] | None:
    """The function from a column's value to the field's type; None where they are the same."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = _decoder(next(arg for arg in get_args(hint) if arg is not type(None)))
        return inner and (lambda value: None if value is None else inner(value))
    if get_origin(hint) is Annotated:
        return _decoder(get_args(hint)[0])
    hint = getattr(hint, "__supertype__", hint)
    if hint is date:
        return _day
    if hint is bool:
        return bool
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else None


@lru_cache(maxsize=1_000)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=1_000)
def _one_of_equals(value: Value) -> Value:
    """The first value that was equal to this one, so that it is in memory once."""
    return value


class Codec(ValueObject, Generic[R]):
    """How one noun is written and read. `columns` starts with the id."""

    kind: type[R]
    columns: tuple[str, ...]
    decoders: tuple[tuple[int, Callable[[Any], Any]], ...]
    often_the_same: tuple[int, ...]  # the places of columns with few different values
    select: str
    fields: Callable[[R], Any]  # a tuple of all columns, or the only one

    def encode(self, row: R) -> Values:
        """The row's columns without the store's own three."""
        return dict(zip(self.columns, self.record(row), strict=True))

    def record(self, row: R) -> tuple[Value, ...]:
        """The same in the order of `columns`, which is that of the table."""
        found = self.fields(row)
        values: list[Value] = list(found) if len(self.columns) > 1 else [found]
        for place, _decode in self.decoders:
            values[place] = _plain(values[place])
        return tuple(values)

    def values_by_column(self, rows: Collection[R]) -> list[Column]:
        """The values of many rows, a sequence for each of `columns`."""
        found = map(self.fields, rows)
        values: list[Column] = (
            list(zip(*found, strict=True)) if len(self.columns) > 1 else [[*found]]
        )
        return self._plain_columns(values)

    def all_columns(self, given: Mapping[str, Column], same: Mapping[str, Any]) -> list[Column]:
        """The columns of many rows: those given, or what all have, or else the noun's defaults.

        Raises TypeError for a name that the noun has not, or one without a value.
        """
        count, first = len(given["id"]), {name: column[0] for name, column in given.items()}
        alike = self.fields(self.kind(**first, **same))
        pairs = zip(self.columns, alike, strict=True)
        return self._plain_columns([given.get(name, [value] * count) for name, value in pairs])

    def _plain_columns(self, values: list[Column]) -> list[Column]:
        for place, _decode in self.decoders:  # days, choices, yes and no: few different ones
            plain = {value: _plain(value) for value in set(values[place])}
            values[place] = list(map(plain.__getitem__, values[place]))
        return values

    def decode(self, record: tuple[Value, ...]) -> R:
        """The noun in one record of `select`."""
        values: list[Any] = list(record)
        for place, decode in self.decoders:
            values[place] = decode(values[place])
        for place in self.often_the_same:
            values[place] = _one_of_equals(values[place])
        noun = object.__new__(self.kind)  # its `__init__` would set each field by itself
        noun.__dict__.update(zip(self.columns, values, strict=True))
        return noun


_codecs: dict[type[Row], Any] = {}


def codec(kind: type[R]) -> Codec[R]:
    """The codec of one kind of noun."""
    if kind not in _codecs:
        _codecs[kind] = _make_codec(kind)
    found: Codec[R] = _codecs[kind]
    return found


def _make_codec(kind: type[R]) -> Codec[R]:
    # These are types: no noun quotes its annotations.
    hints: dict[str, Any] = {field.name: field.type for field in fields(kind)}
    names = tuple(sorted(hints, key=lambda name: name != "id"))
    decoders = ((place, _decoder(hints[name])) for place, name in enumerate(names))
    quoted = ", ".join(f'"{name}"' for name in names)
    return Codec(
        kind=kind,
        columns=names,
        decoders=tuple((place, decode) for place, decode in decoders if decode),
        often_the_same=tuple(n for n, name in enumerate(names) if name in _OFTEN_THE_SAME),
        select=f'SELECT {quoted} FROM "{kind.table}"',  # noqa: S608 - names from our own classes
        fields=attrgetter(*names),
    )
