"""Rows from the bytes of a damaged file, without SQLite: every leaf page is read for itself.

The layout is that of SQLite's documentation ("Database File Format"): a table's leaf page holds
cells, a cell holds a record, and what does not fit goes into a chain of overflow pages. Nothing
here trusts a number that it reads.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

Field = str | int | float | bytes | None

MAGIC = b"SQLite format 3\0"
PAGE = 4096  # of a file whose header is lost: SQLite's own choice, and so ours
_NO_LEAVES = (0x00, 0x02, 0x05, 0x0A)  # overflow or free, and the three other kinds of page
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes by serial type
MAX_PAYLOAD = 20 * 1024 * 1024  # bytes of one row
MAX_FIELDS = 64


@dataclass(frozen=True)
class CarvedRecord:
    """One row as it lies in a page (counted from 0), with its fields in the order of the table."""

    page: int
    fields: tuple[Field, ...]


class Unreadable(Exception):
    """These bytes are no record."""


def carve(data: bytes) -> Iterator[CarvedRecord]:
    """Every record that can be made out. Never raises, and takes time in proportion to the bytes.

    Letters that are not UTF-8 come as U+FFFD: whoever compares the row's seal will see it.
    """
    size = page_size(data)
    budget = 4 * len(data) + size  # overflow chains of a hostile file may point at one another
    for page in range(-(-len(data) // size)):
        for fields, taken in _page(data, page, size, budget):
            budget -= taken
            yield CarvedRecord(page, fields)


def page_size(data: bytes) -> int:
    """What the header says when it can be believed, else the usual."""
    said = int.from_bytes(data[16:18], "big")
    said = 65536 if said == 1 else said
    is_power = said >= 512 and not said & (said - 1)
    return said if data.startswith(MAGIC) and is_power else PAGE


def _page(
    data: bytes, page: int, size: int, budget: int
) -> Iterator[tuple[tuple[Field, ...], int]]:
    base = page * size
    head = base + (100 if page == 0 and data.startswith(MAGIC) else 0)
    if head + 8 > len(data) or data[head] in _NO_LEAVES:
        return
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    room = (min(base + size, len(data)) - head - 8) // 2
    for number in range(min(cells, room, size // 4)):
        at = head + 8 + 2 * number
        place = base + int.from_bytes(data[at : at + 2], "big")
        try:
            payload = _payload(data, place, size, budget)
            yield _record(payload), len(payload)
        except (Unreadable, IndexError, struct.error):
            continue
        budget -= len(payload)


def _payload(data: bytes, place: int, size: int, budget: int) -> bytes:
    """A cell's bytes, with its overflow pages."""
    length, place = _varint(data, place)
    _row_id, place = _varint(data, place)
    if not 0 < length <= min(MAX_PAYLOAD, budget):
        raise Unreadable
    here = _local(length, size)
    found = bytearray(data[place : place + here])
    if here == length:
        return _whole(found, length)
    page = int.from_bytes(data[place + here : place + here + 4], "big")
    for _link in range(length // (size - 4) + 1):
        if page == 0 or len(found) >= length:
            break
        start = (page - 1) * size
        found += data[start + 4 : min(start + size, start + 4 + length - len(found))]
        page = int.from_bytes(data[start : start + 4], "big")
    return _whole(found, length)


def _whole(found: bytearray, length: int) -> bytes:
    if len(found) != length:
        raise Unreadable
    return bytes(found)


def _local(length: int, size: int) -> int:
    """How many bytes of a payload lie in the leaf itself."""
    most = size - 35
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    here = least + (length - least) % (size - 4)
    return here if here <= most else least


def _record(payload: bytes) -> tuple[Field, ...]:
    head, place = _varint(payload, 0)
    if not place <= head <= len(payload):
        raise Unreadable
    kinds: list[int] = []
    while place < head:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    if place != head or len(kinds) > MAX_FIELDS:
        raise Unreadable
    fields: list[Field] = []
    for kind in kinds:
        field, place = _field(payload, place, kind)
        fields.append(field)
    if place != len(payload):
        raise Unreadable
    return tuple(fields)


def _field(payload: bytes, place: int, kind: int) -> tuple[Field, int]:
    if kind == 0:
        return None, place
    if kind in (8, 9):
        return kind - 8, place
    if kind == 7:
        return struct.unpack(">d", payload[place : place + 8])[0], place + 8
    if kind in _INTEGERS:
        end = place + _INTEGERS[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    if kind < 12:
        raise Unreadable
    end = place + (kind - 12) // 2
    if end > len(payload):
        raise Unreadable
    found = payload[place:end]
    return (found.decode("utf-8", "replace") if kind % 2 else found), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """SQLite's number of one to nine bytes, and where the next thing begins."""
    number = 0
    for _byte in range(8):
        byte = data[place]
        place += 1
        number = (number << 7) | (byte & 0x7F)
        if byte < 0x80:
            return number, place
    return (number << 8) | data[place], place + 1
