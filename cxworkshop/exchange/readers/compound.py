"""Microsoft's compound files, in which old office programs keep streams of bytes."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

from cxworkshop.exchange.refusals import BrokenFile

_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_ENTRY = 128
_MINI = 64
_CUTOFF = 4096  # bytes: smaller streams stand in small sectors
_STREAM, _ROOT = 2, 5
_SECTOR = 4096  # of the files written here


class CompoundFile:
    """The streams at the top of a compound file; chains that return to themselves are refused."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._read_header()
        except (struct.error, IndexError, ValueError):
            raise BrokenFile from None

    @property
    def names(self) -> frozenset[str]:
        """The names of the streams and folders at the top."""
        return frozenset(self._top)

    def stream(self, name: str) -> bytes:
        """One stream, whole; raises BrokenFile."""
        start, size = self._top[name]
        if size >= _CUTOFF:
            found = b"".join(map(self._sector, self._chain(start, self._table)))
        else:
            found = b"".join(map(self._small_sector, self._chain(start, self._small_table)))
        if len(found) < size:
            raise BrokenFile
        return found[:size]

    def _read_header(self) -> None:
        data = self._data
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise BrokenFile
        self._size = 1 << shift
        (directory,) = struct.unpack_from("<I", data, 48)
        (small,) = struct.unpack_from("<I", data, 60)
        self._table = self._joined(self._table_sectors())
        entries = b"".join(map(self._sector, self._chain(directory, self._table)))
        self._small_table = self._joined(self._chain(small, self._table))
        self._read_directory(entries)

    def _table_sectors(self) -> Iterator[int]:
        """The sectors that say which sector follows which."""
        first = struct.unpack_from("<109I", self._data, 76)
        yield from (sector for sector in first if sector != _FREE)
        (sector,) = struct.unpack_from("<I", self._data, 68)
        seen: set[int] = set()
        while sector not in (_END, _FREE):
            if sector in seen:
                raise BrokenFile
            seen.add(sector)
            *more, sector = struct.unpack(f"<{self._size // 4}I", self._sector(sector))
            yield from (number for number in more if number != _FREE)

    def _joined(self, sectors: Iterator[int]) -> array[int]:
        table = array("I")
        for number, sector in enumerate(sectors):
            if number * self._size > len(self._data):
                raise BrokenFile
            table.frombytes(self._sector(sector))
        return table

    def _read_directory(self, entries: bytes) -> None:
        self._top: dict[str, tuple[int, int]] = {}
        *_tree, child, start, size = self._entry(entries, 0)
        self._small = b"".join(map(self._sector, self._chain(start, self._table))) if size else b""
        waiting, seen = [child], set[int]()
        while waiting:
            number = waiting.pop()
            if number == _NONE or number in seen:
                continue
            seen.add(number)
            left, right, _child, start, size = self._entry(entries, number)
            length = struct.unpack_from("<H", entries, number * _ENTRY + 64)[0]
            name = entries[number * _ENTRY : number * _ENTRY + max(0, min(length, 64) - 2)]
            self._top[name.decode("utf-16-le", "replace")] = (start, size)
            waiting += [left, right]

    def _entry(self, entries: bytes, number: int) -> tuple[int, ...]:
        """Its two neighbours, its first child, where it starts and how long it is."""
        at = number * _ENTRY
        neighbours = struct.unpack_from("<3I", entries, at + 68)
        start, size = struct.unpack_from("<2I", entries, at + 116)
        return (*neighbours, start, size)

    def _chain(self, sector: int, table: array[int]) -> Iterator[int]:
        for _step in range(len(table) + 1):
            if sector in (_END, _FREE):
                return
            if sector >= len(table):
                raise BrokenFile
            yield sector
            sector = table[sector]
        raise BrokenFile

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        found = self._data[at : at + self._size]
        if not found:
            raise BrokenFile
        return found.ljust(self._size, b"\0")

    def _small_sector(self, number: int) -> bytes:
        return self._small[number * _MINI : (number + 1) * _MINI]


def compound_file(name: str, stream: bytes) -> bytes:
    """A compound file with this one stream, and nothing else that a reader could stumble over."""
    stream = stream.ljust(_CUTOFF, b"\0")
    body = -(-len(stream) // _SECTOR)
    tables = 1
    while tables * (_SECTOR // 4) < tables + 2 + body:
        tables += 1
    directory, root, first = tables, tables + 1, tables + 2
    links = [_FAT] * tables + [_END, _END]
    links += [*range(first + 1, first + body), _END]
    links += [_FREE] * (tables * (_SECTOR // 4) - len(links))
    entries = _written_entry("Root Entry", _ROOT, 1, root, _MINI)
    entries += _written_entry(name, _STREAM, _NONE, first, len(stream))
    header = struct.pack(
        "<8s16x5H6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 4, 0xFFFE, 12, 6),
        *(1, tables, directory, 0, _CUTOFF, _END, 0, _END, 0),
    )
    listed = struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    parts = [(header + listed).ljust(_SECTOR, b"\0"), struct.pack(f"<{len(links)}I", *links)]
    parts += [entries.ljust(_SECTOR, b"\0"), bytes(_SECTOR)]
    parts.append(stream.ljust(body * _SECTOR, b"\0"))
    return b"".join(parts)


def _written_entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    tree = struct.pack("<H2B3I", len(letters) + 2, kind, 1, _NONE, _NONE, child)
    return letters.ljust(64, b"\0") + tree + bytes(36) + struct.pack("<IQ", start, size)
