"""The notes of an edit in the journal: for each row that it changed, the side that is not in its
table (nothing, for a row that was new).

They are kept as text: JSON, and where that is long, compressed and in base 64. An import of 20,000
answers is a few such texts.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeGuard

from cxworkshop.store.tables.codec import Value
from cxworkshop.store.tables.layout import TABLES, Record, layout

_LONG = 1_000  # characters of JSON from which on it is worth to compress
_LEVEL = 4  # of zlib's nine: ids are random, so more effort saves next to nothing
_MOST = 64 * 1024 * 1024  # bytes that a forged text may unfold to
MOST_UNFOLDED = 4 * _MOST  # characters of all texts of a file
_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


@dataclass
class Block:
    """Rows of one table, each once, in the order in which they were changed."""

    table: str
    rows: dict[str, Record | None]


def to_text(blocks: Iterable[Block]) -> str:
    """The text of these notes."""
    text = _json(list(map(_packed, blocks)))
    if len(text) < _LONG:
        return text
    packed = zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)
    return b64encode(packed).decode("ascii")


def from_text(text: str) -> list[Block]:
    """The notes in such a text; raises ValueError for any other."""
    return from_json(plain(text))


def from_json(text: str) -> list[Block]:
    """The notes in what `plain` gives; raises ValueError, and RecursionError when it is forged."""
    found: object = json.loads(text)
    if not isinstance(found, list):
        raise ValueError
    return list(map(_unpacked, found))


def plain(text: str) -> str:
    """The JSON of a text of notes; raises ValueError."""
    if text.startswith("["):
        return text
    unpack = zlib.decompressobj()
    try:
        found = unpack.decompress(b64decode(text, validate=True), _MOST)
    except zlib.error:
        raise ValueError from None
    if not unpack.eof:
        raise ValueError
    return found.decode("utf-8", "surrogatepass")


def _packed(block: Block) -> tuple[str, list[str], list[object]]:
    """The table, the columns that any row has, and the rows: an id alone for one that is new."""
    there = [*filter(None, block.rows.values())]
    said = there[0] if len(there) == 1 else map(_said, zip(*there, strict=True))
    used = [place for place, value in enumerate(said) if value is not None][1:]  # without the id
    rows: list[object] = [
        row_id if record is None else [row_id, *map(record.__getitem__, used)]
        for row_id, record in block.rows.items()
    ]
    return block.table, [*map(layout(block.table).columns.__getitem__, used)], rows


def _said(column: tuple[Value, ...]) -> Value:
    """Something in a column; None where no row has anything."""
    return next((value for value in column if value is not None), None)


def _unpacked(packed: Any) -> Block:
    """A block; a column that it does not name is NULL. Nothing in a forged one is of any type."""
    if not _is_list(packed, 3) or [type(part) for part in packed] != [str, list, list]:
        raise ValueError
    table, names, rows = packed
    if table not in TABLES:
        raise ValueError
    where, wide = layout(table), len(names) + 1
    if not all(names.count(name) == 1 and name in where.columns[1:] for name in names):
        raise ValueError
    if {*map(type, rows)} == {str}:  # new rows alone, as nearly all are
        return Block(table, dict.fromkeys(rows))
    there = {name: place for place, name in enumerate(names, start=1)}
    # A column without a name is the None that each row ends with below.
    in_order = itemgetter(0, *(there.get(name, wide) for name in where.columns[1:]), wide)
    block = Block(table, {})
    for row in rows:  # tens of thousands in a file of years: no call for each but the getter's
        if type(row) is str:
            block.rows[row] = None
        elif type(row) is list and len(row) == wide and type(row[0]) is str:
            row.append(None)
            block.rows[row[0]] = in_order(row)[:-1]
        else:
            raise ValueError
    return block


def _is_list(found: object, length: int) -> TypeGuard[list[Any]]:
    return isinstance(found, list) and len(found) == length
