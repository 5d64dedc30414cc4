"""Read rows from the bytes of a damaged file without SQLite, each leaf page by itself.

The layout is described in SQLite's documentation ("Database File Format"): a table's page
holds cells, a cell holds a record, and what does not fit continues in a chain of overflow pages.
No number that is read here is trusted.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

Field = str | int | float | bytes | None

MAGIC = b"SQLite format 3\0"
PAGE = 4096  # of a file whose header is lost: SQLite's own choice, and so ours
# The kinds of page that hold rows, and the bytes before their cells' places. A table with row
# numbers (formats 1 and 2) has rows in its leaves alone, one without in all pages.
_LEAF, _INNER_OF_INDEX, _LEAF_OF_INDEX = 0x0D, 0x02, 0x0A
_HEADS = {_LEAF: 8, _INNER_OF_INDEX: 12, _LEAF_OF_INDEX: 8}
_NO_ROWS = (0x00, 0x05)  # overflow or free; the inside of a table with row numbers
_FEWEST_FIELDS = 4  # of a row of ours; less is an entry of an index
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes by serial type
MAX_PAYLOAD = 20 * 1024 * 1024  # bytes of one row
MAX_FIELDS = 64


@dataclass(frozen=True)
class CarvedRecord:
    """One record of a page (counted from 0), with its fields in the order of the columns."""

    page: int
    fields: tuple[Field, ...]


class Unreadable(Exception):
    """These bytes are no record."""


def carve(data: bytes) -> Iterator[CarvedRecord]:
    """Every record that can be read. Never raises; takes time in proportion to the bytes.

    Bytes that are not UTF-8 become U+FFFD; then the row's seal does not fit.
    """
    size = page_size(data)
    budget = 4 * len(data) + size  # overflow chains of a hostile file may point at one another
    for page in range(-(-len(data) // size)):
        for fields, taken in _page(data, page, size, budget):
            budget -= taken
            yield CarvedRecord(page, fields)


def page_size(data: bytes) -> int:
    """The page size in the header if it is plausible, else the usual one."""
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    is_power = size >= 512 and not size & (size - 1)
    return size if data.startswith(MAGIC) and is_power else PAGE


def _page(
    data: bytes, page: int, size: int, budget: int
) -> Iterator[tuple[tuple[Field, ...], int]]:
    base = page * size
    head = base + (100 if page == 0 and data.startswith(MAGIC) else 0)
    if head + 12 > len(data) or data[head] in _NO_ROWS:
        return
    kinds = [data[head]] if data[head] in _HEADS else [_LEAF, _LEAF_OF_INDEX]  # damaged: try both
    found = [list(_records(data, _Page(base, head, size, kind), budget)) for kind in kinds]
    yield from max(found, key=len)


class _Page(NamedTuple):
    """Where a page begins and its head stands, its size and its kind."""

    base: int
    head: int
    size: int
    kind: int


def _records(data: bytes, page: _Page, budget: int) -> Iterator[tuple[tuple[Field, ...], int]]:
    places = page.head + _HEADS[page.kind]
    cells = int.from_bytes(data[page.head + 3 : page.head + 5], "big")
    room = (min(page.base + page.size, len(data)) - places) // 2
    for number in range(min(cells, room, page.size // 4)):
        at = places + 2 * number
        offset = page.base + int.from_bytes(data[at : at + 2], "big")
        try:
            payload = _payload(data, offset, page, budget)
            fields = _record(payload)
        except (Unreadable, IndexError, struct.error):
            continue
        budget -= len(payload)
        if page.kind == _LEAF or len(fields) >= _FEWEST_FIELDS:
            yield fields, len(payload)


def _payload(data: bytes, offset: int, where: _Page, budget: int) -> bytes:
    """The record in a cell, with its overflow pages."""
    size = where.size
    offset += 4 if where.kind == _INNER_OF_INDEX else 0  # the page to its left
    length, offset = _varint(data, offset)
    if where.kind == _LEAF:
        _row_id, offset = _varint(data, offset)
    if not 0 < length <= min(MAX_PAYLOAD, budget):
        raise Unreadable
    local = _local_size(length, size, where.kind)
    found = bytearray(data[offset : offset + local])
    if local == length:
        return _complete(found, length)
    page = int.from_bytes(data[offset + local : offset + local + 4], "big")
    for _link in range(length // (size - 4) + 1):
        if page == 0 or len(found) >= length:
            break
        start = (page - 1) * size
        found += data[start + 4 : min(start + size, start + 4 + length - len(found))]
        page = int.from_bytes(data[start : start + 4], "big")
    return _complete(found, length)


def _complete(found: bytearray, length: int) -> bytes:
    if len(found) != length:
        raise Unreadable
    return bytes(found)


def _local_size(length: int, size: int, kind: int) -> int:
    """How many bytes of a payload are in the page itself."""
    most = size - 35 if kind == _LEAF else (size - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    return local if local <= most else least


def _record(payload: bytes) -> tuple[Field, ...]:
    head, offset = _varint(payload, 0)
    if not offset <= head <= len(payload):
        raise Unreadable
    kinds: list[int] = []
    while offset < head:
        kind, offset = _varint(payload, offset)
        kinds.append(kind)
    if offset != head or len(kinds) > MAX_FIELDS:
        raise Unreadable
    fields: list[Field] = []
    for kind in kinds:
        field, offset = _field(payload, offset, kind)
        fields.append(field)
    if offset != len(payload):
        raise Unreadable
    return tuple(fields)


def _field(payload: bytes, offset: int, kind: int) -> tuple[Field, int]:
    if kind == 0:
        return None, offset
    if kind in (8, 9):
        return kind - 8, offset
    if kind == 7:
        return struct.unpack(">d", payload[offset : offset + 8])[0], offset + 8
    if kind in _INTEGERS:
        end = offset + _INTEGERS[kind]
        return int.from_bytes(payload[offset:end], "big", signed=True), end
    if kind < 12:
        raise Unreadable
    end = offset + (kind - 12) // 2
    if end > len(payload):
        raise Unreadable
    found = payload[offset:end]
    return (found.decode("utf-8", "replace") if kind % 2 else found), end


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    """Read SQLite's variable-length number (1 to 9 bytes); returns it and the next offset."""
    number = 0
    for _byte in range(8):
        byte = data[offset]
        offset += 1
        number = (number << 7) | (byte & 0x7F)
        if byte < 0x80:
            return number, offset
    return (number << 8) | data[offset], offset + 1
