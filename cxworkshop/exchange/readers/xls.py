"""Excel's old files (.xls): each sheet's records are counted before another reader has them."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cxworkshop.exchange.readers.compound import CompoundFile, compound_file
from cxworkshop.exchange.readers.limits import MAX_CELLS
from cxworkshop.exchange.readers.sheet_bounds import SheetBounds, refuse_bounds
from cxworkshop.exchange.readers.xls_strings import string_sizes
from cxworkshop.exchange.readers.xlsx import MAX_SHEETS, PlainWorkbook, SheetPart, is_named
from cxworkshop.exchange.refusals import BrokenFile, LockedFile, NoSuchSheet, TooManyCells
from cxworkshop.progress import go_on

_BEGIN, _END, _LOCKED, _SHEET = 0x0809, 0x000A, 0x002F, 0x0085
_STRINGS, _GOES_ON, _STRING_CELL = 0x00FC, 0x003C, 0x00FD
_BOUNDS, _ROW, _FORMULA, _NUMBERS = 0x0200, 0x0208, 0x0006, 0x00BD
# A cell each: whole and broken numbers, texts, formulas, truths and errors.
_CELLS = frozenset((0x0203, 0x027E, 0x0204, 0x00D6, 0x0205, _FORMULA, _STRING_CELL))
_HIDDEN_ROW = 0x20
_NEW = 0x0600  # the version from Excel 97 on
_LOOK_EVERY = 20_000  # records
_TOKENS = 20  # where a formula's own text begins in its record


class _Record(NamedTuple):
    kind: int
    begin: int
    end: int


@dataclass
class _SheetScan:
    """What a walk through a sheet's records has found."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    text: int = 0
    hidden: list[int] = field(default_factory=list)


def plain_xls(file: CompoundFile, wanted: str) -> PlainWorkbook:
    """Look at the sheets, or at the one that is wanted; raises an ImportRefusal."""
    name = "Workbook" if "Workbook" in file.names else "Book"
    stream = bytearray(file.stream(name))
    try:
        sheets = _looked_at(stream, wanted)
    except (struct.error, IndexError):
        raise BrokenFile from None
    return PlainWorkbook(sheets, io.BytesIO(compound_file(name, bytes(stream))))


def _looked_at(stream: bytearray, wanted: str) -> list[SheetPart]:
    (version,) = struct.unpack_from("<H", stream, 4)
    listed: list[tuple[int, str, bool]] = []
    sizes: Sequence[int] = ()
    records = list(_records(stream, 0))
    for number, record in enumerate(records):
        if record.kind == _LOCKED:
            raise LockedFile
        if record.kind == _SHEET:
            listed.append(_listed(stream, record, is_new=version >= _NEW))
        elif record.kind == _STRINGS:
            sizes = string_sizes(stream, _with_the_rest(records, number))
    if not listed or len(listed) > MAX_SHEETS or len({at for at, *_rest in listed}) < len(listed):
        raise BrokenFile
    if wanted and not any(is_named(name, wanted) for _at, name, _hidden in listed):
        raise NoSuchSheet(wanted, [name for _at, name, _hidden in listed])
    return list(_sheets(stream, listed, sizes, wanted))


def _sheets(
    stream: bytearray, listed: Sequence[tuple[int, str, bool]], sizes: Sequence[int], wanted: str
) -> Iterator[SheetPart]:
    cells = 0
    for number, (at, name, is_hidden) in enumerate(listed):
        found = _scanned(stream, at, sizes)
        cells += found.cells
        if cells > MAX_CELLS:
            raise TooManyCells(MAX_CELLS)
        refuse_bounds(SheetBounds(found.rows, found.columns, found.cells, found.text), name)
        if found.cells and (not wanted or is_named(name, wanted)):
            yield SheetPart(name, number, is_hidden, tuple(found.hidden))


def _scanned(stream: bytearray, at: int, sizes: Sequence[int]) -> _SheetScan:
    """Count a sheet's cells, and leave out what a reader would believe or work on in vain."""
    found = _SheetScan()
    longest = max(sizes, default=0)
    for record in _records(stream, at):
        kind, begin, end = record
        if kind in _CELLS:
            row, column = struct.unpack_from("<2H", stream, begin)
            found.cells += 1
            found.rows, found.columns = max(found.rows, row + 1), max(found.columns, column + 1)
            if kind == _STRING_CELL:
                (text,) = struct.unpack_from("<I", stream, begin + 6)
                found.text += sizes[text] if text < len(sizes) else longest
            elif kind == _FORMULA and end - begin >= _TOKENS + 2:
                stream[begin + _TOKENS : begin + _TOKENS + 2] = b"\0\0"
        elif kind == _NUMBERS and end - begin >= 6:
            row, first = struct.unpack_from("<2H", stream, begin)
            more = (end - begin - 6) // 6
            found.cells += more
            found.rows, found.columns = max(found.rows, row + 1), max(found.columns, first + more)
        elif kind == _BOUNDS:
            stream[begin:end] = bytes(end - begin)
        elif kind == _ROW and end - begin >= 14 and stream[begin + 12] & _HIDDEN_ROW:
            found.hidden.append(struct.unpack_from("<H", stream, begin)[0] + 1)
    return found


def _records(stream: bytearray, at: int) -> Iterator[_Record]:
    """The records of one part, up to its end, with those of charts in it."""
    depth = number = 0
    while True:
        if not number % _LOOK_EVERY:
            go_on()
        number += 1
        kind, size = struct.unpack_from("<2H", stream, at)
        begin, at = at + 4, at + 4 + size
        if at > len(stream) or number > 4 * MAX_CELLS:
            raise BrokenFile
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        yield _Record(kind, begin, at)


def _with_the_rest(records: Sequence[_Record], number: int) -> list[tuple[int, int]]:
    """Where a long record's pieces stand."""
    pieces = [records[number][1:]]
    for record in records[number + 1 :]:
        if record.kind != _GOES_ON:
            break
        pieces.append(record[1:])
    return pieces


def _listed(stream: bytearray, record: _Record, *, is_new: bool) -> tuple[int, str, bool]:
    """Where a sheet begins, its name, and whether it is hidden."""
    at, state, _kind, size = struct.unpack_from("<I3B", stream, record.begin)
    letters = bytes(stream[record.begin + 7 : record.end])
    if not is_new:
        return at, letters[:size].decode("cp1252", "replace"), bool(state & 3)
    if letters[0] & 1:
        return at, letters[1 : 1 + 2 * size].decode("utf-16-le", "replace"), bool(state & 3)
    return at, letters[1 : 1 + size].decode("latin-1"), bool(state & 3)
