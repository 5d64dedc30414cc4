"""What a sheet of an .xlsx file would become in memory, found out before it is read.

The reader lays out every cell between the first and the last that is filled, and each text as often
as it is pointed to. It can't be stopped, and without memory it ends the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from cxworkshop.exchange.readers.limits import MAX_CELLS, MAX_COLUMNS
from cxworkshop.exchange.refusals import (
    BrokenFile,
    CellsFarAway,
    TooManyCells,
    TooManyColumns,
    TooMuchInside,
)
from cxworkshop.progress import go_on

MAX_LAID_OUT = 3_000_000  # cells between the first and the last: 24 bytes each
MAX_TEXT = 40_000_000  # bytes of texts in all cells
_MOST_TAGS = 5 * MAX_CELLS
_MANY, _WIDE = 300_000, 3 * MAX_COLUMNS  # cells in all and in a row, which no survey has
_LOOK_EVERY = 20_000  # cells: whether to go on

_PREFIX = rb"(?:[\w.-]+:)?"
_ATTRIBUTES = rb"""(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*"""
_OPENS = re.compile(rb"<" + _PREFIX + rb"c[\s/>]")
_USUAL = rb' r="([A-Z]{1,3})(\d{1,7})"(?: s="\d{1,6}")?(?: t="(\w{1,9})")?'
_CELL = re.compile(
    rb"<" + _PREFIX + rb"c(?=[\s/>])(?:" + _USUAL + rb"|(" + _ATTRIBUTES + rb"))\s*(/?)>"
    rb"(?:\s*<" + _PREFIX + rb"v>\s*(\d{1,9})\s*<)?"
)  # fmt: skip
_ROW = re.compile(rb"<" + _PREFIX + rb"row[\s/>]")
_ROW_NUMBER = re.compile(rb"<" + _PREFIX + rb"""row\s[^<>]*?\br\s*=\s*["'](\d{1,7})["']""")
_NUMBERED_ROW = re.compile(rb"<" + _PREFIX + rb"row\s[^<>]*?\br\s*=")
_HIDDEN_ROW = re.compile(rb"<" + _PREFIX + rb"""row\s[^<>]*\bhidden\s*=\s*["'](?:1|true)["']""")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']""")
_PLACED = re.compile(rb"\sr\s*=")
_SHARED = re.compile(rb"""\st\s*=\s*["']s["']""")
_STRING_ENDS = re.compile(rb"</" + _PREFIX + rb"si\s*>|<" + _PREFIX + rb"si\s*/>")


class SheetBounds(NamedTuple):
    """How far a sheet is filled, how many of its cells are, and how many bytes their texts take."""

    rows: int
    columns: int
    cells: int
    text: int


def refuse_large_sheet(xml: bytes, strings: Sequence[int], name: str) -> SheetBounds:
    """Refuse a sheet that would not fit into memory; raises an ImportRefusal.

    `strings` are the sizes of the shared texts.
    """
    if xml.count(b"<") > _MOST_TAGS:
        raise TooManyCells(MAX_CELLS)
    tags = sum(1 for _tag in islice(_OPENS.finditer(xml), MAX_CELLS + 1))
    if tags > MAX_CELLS:
        raise TooManyCells(MAX_CELLS)
    if tags > _MANY and tags > _WIDE * sum(1 for _row in _ROW.finditer(xml)):
        raise TooManyColumns(_widest(xml), MAX_COLUMNS)
    found = _bounds(xml, tags, strings)
    refuse_bounds(found, name)
    return found


def refuse_bounds(found: SheetBounds, name: str) -> None:
    """Refuse what would not fit into memory when it is laid out."""
    if found.columns > MAX_COLUMNS:
        raise TooManyColumns(found.columns, MAX_COLUMNS)
    if found.rows * found.columns > MAX_LAID_OUT:
        raise CellsFarAway(name, found.rows, found.columns)
    if found.text > MAX_TEXT:
        raise TooMuchInside(MAX_TEXT // 1_000_000)


def string_sizes(xml: bytes) -> list[int]:
    """How many bytes each shared text takes at most."""
    ends = [found.end() for found in _STRING_ENDS.finditer(xml)]
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def hidden_rows(xml: bytes) -> list[int]:
    """The numbers of the rows that are not shown."""
    rows = (_ROW_NUMBER.match(found[0]) for found in _HIDDEN_ROW.finditer(xml))
    return [int(row[1]) for row in rows if row]


def _bounds(xml: bytes, tags: int, strings: Sequence[int]) -> SheetBounds:
    letters: set[bytes] = set()
    last = read = filled = text = unplaced = 0
    longest = max(strings, default=0)
    for *usual, others, empty, number in _cells(xml):
        read += 1
        if empty:
            continue
        filled += 1
        column, row, kind = usual if others is None else _said_otherwise(others)
        if column:
            letters.add(column)
            last = max(last, int(row))
        else:
            unplaced += 1
        if kind == b"s":
            text += strings[int(number)] if number and int(number) < len(strings) else longest
    if read != tags:
        raise BrokenFile  # a tag that this does not understand, and another reader may
    columns = max(map(_column, letters), default=0)
    if not unplaced:
        return SheetBounds(last, columns, filled, text)
    numbers = [int(row[1]) for row in _ROW_NUMBER.finditer(xml)]
    if len(numbers) != sum(1 for _row in _NUMBERED_ROW.finditer(xml)):
        raise BrokenFile  # rows that no sheet has, and another reader would make room for them
    rows = max(last, *numbers, 0) + sum(1 for _row in _ROW.finditer(xml))
    return SheetBounds(rows, columns + _widest(xml), filled, text)


def _cells(xml: bytes) -> Iterator[Sequence[bytes]]:
    for number, found in enumerate(_CELL.finditer(xml)):
        if not number % _LOOK_EVERY:
            go_on()
        yield found.groups()


def _said_otherwise(attributes: bytes) -> tuple[bytes, bytes, bytes]:
    """Column, row and kind of a cell whose attributes are not in the usual order."""
    places = _PLACE.findall(attributes)
    if len(places) > 1 or len(places) != len(_PLACED.findall(attributes)) or b"&" in attributes:
        raise BrokenFile
    kind = b"s" if _SHARED.search(attributes) else b""
    return (places[0][0].upper(), places[0][1], kind) if places else (b"", b"", kind)


def _column(letters: bytes) -> int:
    """The number of a column: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _widest(xml: bytes) -> int:
    """The most cells in one row."""
    begins = [row.start() for row in _ROW.finditer(xml)]
    ends = [*begins[1:], len(xml)]
    rows = zip(begins, ends, strict=True)
    return max((sum(1 for _c in _OPENS.finditer(xml, at, end)) for at, end in rows), default=0)
