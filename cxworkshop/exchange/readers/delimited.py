"""Split a text at a delimiter into records: strictly, or with misplaced quotation marks as text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

from cxworkshop.exchange.readers.limits import MAX_CELL, MAX_RECORD
from cxworkshop.exchange.refusals import OpenQuote
from cxworkshop.exchange.table import TableRecord

LINE_END = re.compile(r"\r\n|\r|\n")


class MisplacedQuote(Exception):
    """A quotation mark in this line is misplaced, if this is the delimiter."""

    def __init__(self, line: int) -> None:
        self.line = line


def strict_records(text: str, delimiter: str) -> Iterator[TableRecord]:
    """Split strictly by RFC 4180; raises MisplacedQuote at the first misplaced mark."""
    csv.field_size_limit(MAX_CELL)
    begins, size = 1, 0

    def lines() -> Iterator[str]:
        nonlocal size
        for line in io.StringIO(text, newline=""):
            size += len(line)
            if size > MAX_RECORD:  # a mark that never closes, and it would all be kept
                raise MisplacedQuote(begins)
            yield line

    reader = csv.reader(lines(), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield TableRecord(begins, tuple(cells))
            begins, size = reader.line_num + 1, 0
    except csv.Error:
        raise MisplacedQuote(begins) from None


def tolerant_records(text: str, delimiter: str, stray: list[int]) -> Iterator[TableRecord]:
    """Let a mark close a cell only before a delimiter or a line's end; others are text.

    The lines of records with such marks are added to `stray`.
    """
    find = _cell_of(delimiter)
    text += "\n"  # so that every record ends with its line
    cells: list[str] = []
    at, line, begins, begins_at = 0, 1, 1, 0
    while at < len(text):
        raw, at, quoted = find(text, at, begins)
        line += len(LINE_END.findall(raw))
        cells.append(raw.replace('""', '"') if quoted else raw)
        if quoted and '"' in raw.replace('""', "") and begins not in stray[-1:]:
            stray.append(begins)
        if text.startswith(delimiter, at):
            at += 1
            if at - begins_at > MAX_RECORD:
                raise OpenQuote(begins)
            continue
        yield TableRecord(begins, tuple(cells))
        at += 2 if text.startswith("\r\n", at) else 1
        line += 1
        cells, begins, begins_at = [], line, at


def _cell_of(delimiter: str) -> Callable[[str, int, int], tuple[str, int, bool]]:
    """Make a function that finds the cell at an offset: its text, its end, whether it is quoted.

    The function's third argument is the line to name in the OpenQuote that it may raise.
    """
    mark = re.escape(delimiter)
    closes = re.compile(rf'""|"(?={mark}|[\r\n])')
    plain = re.compile(rf"[^{mark}\r\n]*")

    def find(text: str, at: int, line: int) -> tuple[str, int, bool]:
        if text[at] != '"':
            raw = plain.match(text, at)
            assert raw is not None, "the pattern matches the empty text"
            return raw[0], raw.end(), False
        for end in closes.finditer(text, at + 1):
            if len(end[0]) == 1:
                return text[at + 1 : end.start()], end.end(), True
        raise OpenQuote(line)

    return find
