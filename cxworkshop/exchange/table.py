"""Bytes in, a table out: any delimiter, any encoding, the lines where each record stands."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.exchange.encoding import decode
from cxworkshop.exchange.headers import header_rows, is_single_header, titles
from cxworkshop.exchange.refusals import NothingInIt, OnlyASummary, OpenQuote, OtherKind
from cxworkshop.i18n import _

DELIMITERS = (",", ";", "\t", "|")
MOST_SHARE = 0.8  # of the records share one width, or it is no table
MAX_FIELD = 10_000_000

_OTHER_KINDS = (
    (b"PK\x03\x04", "A spreadsheet or document (.xlsx, .ods, .docx)"),
    (b"\xd0\xcf\x11\xe0", "An old spreadsheet or document (.xls, .doc)"),
    (b"%PDF", "A PDF"),
    (b"SQLite format 3\0", "A workshop or database"),
)


@dataclass(frozen=True)
class Record:
    """One record, and the line of the file in which it begins (from 1)."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A file's records. The first `header_rows` of them name the columns, after `skipped` ones."""

    records: tuple[Record, ...]
    encoding: str
    delimiter: str  # "" for a list of lines
    skipped: int
    header_rows: int
    titles: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def body(self) -> tuple[Record, ...]:
        """The records with answers in them."""
        return self.records[self.skipped + self.header_rows :]

    def column(self, number: int) -> list[str]:
        """One column of the body; a short record has nothing there."""
        return [r.cells[number] if number < len(r.cells) else "" for r in self.body]


def read(data: bytes) -> Table:
    """What a file holds; raises an ImportRefusal that says what to do instead."""
    _refuse_other_kinds(data)
    text, encoding, notes = decode(data)
    if not text.strip("\ufeff\0 \t\r\n"):
        raise NothingInIt
    delimiter, records = _split(text)
    if not records:
        raise NothingInIt
    _refuse_summary(records)
    skipped, rows = _header(delimiter, records)
    width = max(len(record.cells) for record in records)
    heads = [record.cells for record in records[skipped : skipped + rows]]
    names = titles(heads, width)
    return Table(tuple(records), encoding, delimiter, skipped, rows, names, notes)


def _refuse_other_kinds(data: bytes) -> None:
    for magic, kind in _OTHER_KINDS:
        if data.startswith(magic):
            raise OtherKind(_(kind))


def _header(delimiter: str, records: list[Record]) -> tuple[int, int]:
    cells = [record.cells for record in records]
    if delimiter:
        return header_rows(cells)
    return 0, int(is_single_header([row[0] for row in cells]))


def _split(text: str) -> tuple[str, list[Record]]:
    """The delimiter for which most records share one width, and the records."""
    first, _end, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], _records(rest, first.strip()[4], 1, strict=False)
    broken = 0
    found: list[tuple[bool, float, int, str, list[Record]]] = []
    for delimiter in DELIMITERS:
        try:
            tidy, records = _tidy_records(text, delimiter)
        except _Unclosed as unclosed:
            broken = broken or unclosed.line
            continue
        share, width = _shared_width(records)
        if width > 1 and share >= MOST_SHARE:
            found.append((tidy, share, width, delimiter, records))
    if found:
        best = max(found, key=lambda candidate: candidate[:3])
        return best[3], best[4]
    return "", _lines(text, broken)


class _Unclosed(Exception):
    def __init__(self, line: int) -> None:
        self.line = line


def _tidy_records(text: str, delimiter: str) -> tuple[bool, list[Record]]:
    """The records, and whether every quotation mark stands where this delimiter wants it."""
    try:
        return True, _records(text, delimiter, 0, strict=True)
    except csv.Error:
        return False, _records(text, delimiter, 0, strict=False)


def _records(text: str, delimiter: str, lines_before: int, *, strict: bool) -> list[Record]:
    """The records of a delimited text; raises csv.Error, _Unclosed for an open quote."""
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    records, begins = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append(Record(begins + lines_before, tuple(cells)))
            begins = reader.line_num + 1
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise _Unclosed(begins + lines_before) from None
        raise
    return records


def _shared_width(records: list[Record]) -> tuple[float, int]:
    widths = Counter(len(record.cells) for record in records)
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    return count / len(records), width


def _lines(text: str, broken: int) -> list[Record]:
    """A list of lines, or one column of quoted cells."""
    if broken and _looks_delimited(text):
        raise OpenQuote(broken)
    if text.lstrip("\ufeff").startswith('"'):
        try:
            records = _tidy_records(text, ",")[1]
        except _Unclosed as unclosed:
            raise OpenQuote(unclosed.line) from None
        if all(len(record.cells) == 1 for record in records):
            return records
    return [
        Record(number, (line,))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]


def _looks_delimited(text: str) -> bool:
    """Whether most lines, quotes aside, have the same number of one delimiter."""
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        number, lines_with = counts.most_common(1)[0]
        if number and lines_with >= 0.5 * len(lines):
            return True
    return False


def _refuse_summary(records: Iterable[Record]) -> None:
    """A survey tool's summary repeats "Answered" and "Skipped" instead of holding answers."""
    first = Counter(record.cells[0].strip().casefold() for record in records)
    if first["answered"] >= 2 and first["skipped"] >= 2:
        raise OnlyASummary
