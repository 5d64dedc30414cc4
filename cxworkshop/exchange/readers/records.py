"""A text taken apart into records: by the delimiter that fits, or line by line.

A quotation mark in the wrong place is mended where it is sure what was meant, and always reported;
it never swallows the rows behind it in silence.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from cxworkshop.exchange.refusals import OpenQuote
from cxworkshop.exchange.table import TableRecord
from cxworkshop.i18n import _, ngettext

DELIMITERS = (",", ";", "\t", "|")
MOST_SHARE = 0.8  # of the records share one width, or it is no table
MAX_FIELD = 10_000_000
_SEP_LINE = re.compile(r'\ufeff?"?sep=([^\w"\r\n])"?[ ;,\t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_QUOTED_CELL = re.compile(r'^\ufeff?"', re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_VALUE = re.compile(r"^[-+]?[\d.,/:% -]*\d[\d.,/:% -]*$")


@dataclass(frozen=True)
class Split:
    """A text's records; the delimiter is "" for a list of lines."""

    delimiter: str
    records: tuple[TableRecord, ...]
    notes: tuple[str, ...] = ()


class _Broken(Exception):
    """A quotation mark in this line does not stand where this delimiter wants it."""

    def __init__(self, line: int) -> None:
        self.line = line


def split(text: str) -> Split:
    """The records of a text; raises OpenQuote where a mark would swallow rows."""
    named = _SEP_LINE.match(text)
    if named:
        return _named("\n" + text[named.end() :], named[1])
    there = [mark for mark in DELIMITERS if mark in text]
    tables = [table for mark in there if (table := _tidy(text, mark))]
    if not tables and '"' in text:
        tables = [table for mark in there if (table := _mended(text, mark))]
    if tables:
        # A comma stands between words as well, so where two fit alike it is the other one.
        return max(
            tables, key=lambda table: (*_shared_width(table.records), table.delimiter != ",")
        )
    return _list(text)


def _named(text: str, delimiter: str) -> Split:
    """By the delimiter that the file itself names, whatever its records look like."""
    try:
        return _right(tuple(_strict(text, delimiter)), delimiter)
    except _Broken:
        return _repaired(text, delimiter)


def _tidy(text: str, delimiter: str) -> Split | None:
    """The table, if there is one in which every quotation mark stands right."""
    try:
        records = tuple(_strict(text, delimiter))
    except _Broken:
        return None
    return _right(records, delimiter) if _is_table(records, delimiter) else None


def _right(records: tuple[TableRecord, ...], delimiter: str) -> Split:
    width = _shared_width(records)[1]
    lines = [str(record.line) for record in records if _swallowed(record, delimiter, width)]
    note = _("An answer that begins in line {lines} holds lines that look like rows; look there.")
    notes = (note.format(lines=", ".join(lines[:10])),) if lines else ()
    return Split(delimiter, records, notes)


def _mended(text: str, delimiter: str) -> Split | None:
    """The table, if there is one, in spite of marks that stand wrong; raises OpenQuote."""
    try:
        found = _repaired(text, delimiter)
    except OpenQuote:
        if _looks_delimited(text, delimiter):
            raise
        return None
    return found if _is_table(found.records, delimiter) else None


def _repaired(text: str, delimiter: str) -> Split:
    stray: list[int] = []
    records = tuple(_tolerant(text, delimiter, stray))
    width = _shared_width(records)[1]
    for record in records:
        if _swallowed(record, delimiter, width) or _opens_again(record, delimiter):
            raise OpenQuote(record.line)
    note = ngettext(
        "A quotation mark in line {lines} is not where it belongs; look at what was read there.",
        "Quotation marks in lines {lines} are not where they belong; look at what was read there.",
        len(stray),
    )
    return Split(delimiter, records, (note.format(lines=_named_lines(stray)),))


def _named_lines(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:10])) + (" …" if len(lines) > 10 else "")


def _strict(text: str, delimiter: str) -> Iterator[TableRecord]:
    """By the letter of RFC 4180; raises _Broken at the first mark that stands wrong."""
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield TableRecord(begins, tuple(cells))
            begins = reader.line_num + 1
    except csv.Error:
        raise _Broken(begins) from None


def _tolerant(text: str, delimiter: str, stray: list[int]) -> Iterator[TableRecord]:
    """A mark closes a cell only before a delimiter or the end of a line; others are words.

    The lines of records with such others are added to `stray`.
    """
    find = _cell_of(delimiter)
    text += "\n"  # so that every record ends with its line
    cells: list[str] = []
    at, line, begins = 0, 1, 1
    while at < len(text):
        raw, at, quoted = find(text, at, begins)
        line += len(_LINE_END.findall(raw))
        cells.append(raw.replace('""', '"') if quoted else raw)
        if quoted and '"' in raw.replace('""', "") and begins not in stray[-1:]:
            stray.append(begins)
        if text.startswith(delimiter, at):
            at += 1
            continue
        if any(map(str.strip, cells)):
            yield TableRecord(begins, tuple(cells))
        at += 2 if text.startswith("\r\n", at) else 1
        line += 1
        cells, begins = [], line


def _cell_of(delimiter: str) -> Callable[[str, int, int], tuple[str, int, bool]]:
    """Finds the cell at a place: what stands in it, where it ends, whether it is quoted.

    The third number is the line to name in the OpenQuote that it may raise.
    """
    mark = re.escape(delimiter)
    closes = re.compile(rf'""|"(?={mark}|[\r\n])')
    plain = re.compile(rf"(?:(?!{mark})[^\r\n])*")

    def find(text: str, at: int, line: int) -> tuple[str, int, bool]:
        if text[at] != '"':
            raw = plain.match(text, at)
            assert raw is not None, "it matches the empty text"
            return raw[0], raw.end(), False
        for end in closes.finditer(text, at + 1):
            if len(end[0]) == 1:
                return text[at + 1 : end.start()], end.end(), True
        raise OpenQuote(line)

    return find


def _is_table(records: tuple[TableRecord, ...], delimiter: str) -> bool:
    share, width = _shared_width(records)
    if width < 2 or share < MOST_SHARE:
        return False
    return delimiter == "\t" or (len(records) > 1 and not _is_prose(records))


def _shared_width(records: Iterable[TableRecord]) -> tuple[float, int]:
    widths = Counter(len(record.cells) for record in records)
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    return count / widths.total(), width


def _is_prose(records: tuple[TableRecord, ...]) -> bool:
    """A list of sentences with as many commas each: a space after every one, and no values."""
    tails = [cell for record in records for cell in record.cells[1:] if cell]
    spaced = sum(cell.startswith(" ") for cell in tails)
    values = sum(bool(_VALUE.match(cell.strip())) for record in records for cell in record.cells)
    return spaced > 0.8 * len(tails) and values * 4 < len(records)


def _swallowed(record: TableRecord, delimiter: str, width: int) -> bool:
    """Whether half of the lines that a cell runs over look like rows of their own."""
    return any(
        _looks_like_rows(_LINE_END.split(cell)[1:], delimiter, width)
        for cell in record.cells
        if "\n" in cell or "\r" in cell
    )


def _looks_like_rows(lines: list[str], delimiter: str, width: int) -> bool:
    rows = sum(line.count(delimiter) >= width - 1 for line in lines[:-1])
    last = lines[-1].count(delimiter) >= width - 1 > 1
    return rows + last >= max(1, len(lines) / 2)


def _opens_again(record: TableRecord, delimiter: str) -> bool:
    """Whether another cell's mark opens in a lower line of one cell: that line was a row."""
    lower = (line for cell in record.cells for line in _LINE_END.split(cell)[1:])
    return any(line.startswith('"') or f'{delimiter}"' in line for line in lower)


def _list(text: str) -> Split:
    """A list of lines, or one column of cells some of which stand in quotation marks."""
    for delimiter in DELIMITERS if _QUOTED_CELL.search(text) else ():
        with suppress(_Broken):
            records = tuple(_strict(text, delimiter))
            if all(len(record.cells) == 1 for record in records):
                return Split("", records)
    lines = enumerate(_LINE_END.split(text), start=1)
    records = tuple(TableRecord(number, (line,)) for number, line in lines if line.strip())
    return Split("", records, _lone_marks(records))


def _lone_marks(lines: Sequence[TableRecord]) -> tuple[str, ...]:
    """Said of a list in which a mark opens in one line and closes in another."""
    odd = [record.line for record in lines if record.cells[0].count('"') % 2]
    if not odd:
        return ()
    note = _("Read line by line, for a quotation mark stands alone here: line {lines}.")
    return (note.format(lines=_named_lines(odd)),)


def _looks_delimited(text: str, delimiter: str) -> bool:
    """Whether half of the lines, quotes aside, have the same number of the delimiter."""
    lines = [line for line in _LINE_END.split(text) if line.strip()]
    number, lines_with = Counter(line.count(delimiter) for line in lines).most_common(1)[0]
    return number > 0 and lines_with >= 0.5 * len(lines)
