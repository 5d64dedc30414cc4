"""Split a text at a delimiter into records: strictly, or with misplaced quotation marks as text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import takewhile

from cxworkshop.exchange.readers.limits import MAX_CELL, MAX_RECORD
from cxworkshop.exchange.refusals import OpenQuote
from cxworkshop.exchange.table import TableRecord

LINE_END = re.compile(r"\r\n|\r|\n")
_ESCAPED_CELL = re.compile(r'(?<![^,;\t|\r\n])"(?:[^"\\]|\\.|"")*"(?=[,;\t|\r\n]|\Z)', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# U+2028 becomes a line break when words are cleaned, and is none by which lines are counted.
_ESCAPES = {"n": "\u2028", "r": "", "t": " ", '"': '""', "\n": "\n"}
_MOST_SETTINGS = 40
_SETTING = re.compile(r"#\s?[A-Za-z][\w ]{1,40}:")
_SEPARATOR = re.compile(r"#\s?(?:separator|delimiter|sep)\s*[:=]\s*(\S+)", re.IGNORECASE)
_SEPARATORS = {"semicolon": ";", "comma": ",", "tab": "\t", "pipe": "|", "colon": ":", "space": " "}


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


def literal_records(text: str, delimiter: str) -> Iterator[TableRecord]:
    """Each line a record, and quotation marks as any other sign."""
    for line, row in enumerate(LINE_END.split(text), start=1):
        if row.strip():
            yield TableRecord(line, tuple(row.split(delimiter)))


def unescaped(text: str) -> str:
    """The text with doubled quotation marks in place of escaped ones, in quoted cells."""
    return _ESCAPED_CELL.sub(lambda cell: _ESCAPE.sub(_plain, cell[0]), text)


def _plain(escape: re.Match[str]) -> str:
    return _ESCAPES.get(escape[1], escape[1])


def without_settings(text: str) -> tuple[str, str]:
    """The text without the lines of settings above its table, and the delimiter they name.

    They become empty lines, so that the others keep their numbers.
    """
    lines, named = text.split("\n", _MOST_SETTINGS), ""
    settings = list(takewhile(lambda line: line.lstrip("\ufeff").startswith("#"), lines))
    rows = lines[len(settings) : len(settings) + 2]
    if not settings or len(rows) < 2 or any(_is_row(line, rows) for line in settings):
        return text, ""
    for line in settings:
        if found := _SEPARATOR.match(line.lstrip("\ufeff")):
            named = _SEPARATORS.get(found[1].casefold(), found[1] if len(found[1]) == 1 else "")
    return "\n".join(("\n".join([""] * len(settings)), *lines[len(settings) :])), named


def _is_row(line: str, rows: list[str]) -> bool:
    """Whether a line that begins with # is as the rows below it, or as good as words."""
    if _SETTING.match(line.lstrip("\ufeff")):
        return False
    marks = [mark for mark in ",;\t|" if rows[0].count(mark) == rows[1].count(mark) > 0]
    return not marks or any(line.count(mark) == rows[0].count(mark) for mark in marks)
