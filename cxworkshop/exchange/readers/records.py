"""Split a text into records, by the delimiter that fits, or line by line.

A misplaced quotation mark is repaired where the meaning is certain, and always reported; it never
swallows the rows behind it silently.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from cxworkshop.exchange.line_numbers import listed_lines
from cxworkshop.exchange.readers.delimited import (
    LINE_END,
    MisplacedQuote,
    literal_records,
    strict_records,
    tolerant_records,
    unescaped,
    without_settings,
)
from cxworkshop.exchange.readers.entities import hide_entities, with_entities
from cxworkshop.exchange.readers.limits import MAX_REPAIRED_CELLS, TakenRecords, take
from cxworkshop.exchange.readers.ragged import RowShape, is_torn_table
from cxworkshop.exchange.refusals import ImportRefusal, OpenQuote
from cxworkshop.exchange.table import TableRecord
from cxworkshop.exchange.titles import is_label
from cxworkshop.i18n import _, ngettext, with_commas

DELIMITERS = (",", ";", "\t", "|")
MOST_SHARE = 0.8  # of the records share one width, or it is no table, but perhaps a torn one
LEAST_SHARE = 0.5
_LABELS = 2  # words that name columns, in a line that is none of a list
LOOK_AT = 2_000  # records that show whether a list is prose
_SEP_LINE = re.compile(r'\ufeff?"?sep=([^\w"\r\n])"?[ ;,\t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_QUOTED_CELL = re.compile(r'^\ufeff?"', re.MULTILINE)
_LINE = re.compile(r"[^\r\n]+")
_VALUE = re.compile(r"^[-+]?[.,/:% -]*\d[\d.,/:% -]*$")


@dataclass(frozen=True)
class Split:
    """A text's records; the delimiter is "" for a list of lines."""

    delimiter: str
    records: tuple[TableRecord, ...]
    notes: tuple[str, ...] = ()
    refusal: ImportRefusal | None = None  # there was more; these are the first records


class _SeveralCells(Exception):
    """It is no list of quoted cells, if this is the delimiter."""


def split(text: str, delimiter: str | None = None) -> Split:
    """Split a text into records; raises OpenQuote where a mark would swallow rows.

    Raises another ImportRefusal where there are more records than can be taken.
    """
    hidden = hide_entities(text)
    found = _split(hidden, delimiter)
    if hidden is not text:
        found = replace(found, records=tuple(map(with_entities, found.records)))
    if found.refusal is not None:
        raise found.refusal
    return found


def _split(text: str, wanted: str | None) -> Split:
    named = _SEP_LINE.match(text)
    text, setting = ("\n" + text[named.end() :], named[1]) if named else without_settings(text)
    if wanted == "":
        return _list_of_lines(text)
    if delimiter := wanted or setting:
        return _with_delimiter(text, delimiter)
    present = [mark for mark in DELIMITERS if mark in text]
    best = _best(_strict_table(text, mark) for mark in present)
    if (best is None or (best.delimiter == "\t" and best.notes)) and '"' in text:
        best = _literal_table(text) or best or _mended_table(text, present)
    return best or _list_of_lines(text)


def _mended_table(text: str, present: Sequence[str]) -> Split | None:
    """The table in spite of marks that are misplaced: escaped by a backslash, or only stray."""
    best = None
    if '\\"' in text:
        plain = unescaped(text)
        best = _best(_strict_table(plain, mark) for mark in present)
    if best is not None:
        note = _("Backslashes before quotation marks and “\\n” are read as what they stand for.")
        return replace(best, notes=(*best.notes, note))
    return _best(_repaired_table(text, mark) for mark in present)


def _literal_table(text: str) -> Split | None:
    """The table of tabs in which quotation marks are words: each of its lines is a row."""
    taken = take(literal_records(text, "\t"))
    width = len(taken.records[0].cells) if taken.records else 0
    if width < 2 or any(len(record.cells) != width for record in taken.records):
        return None
    note = _("Quotation marks in this file belong to the words; each line is a row.")
    return Split("\t", taken.records, (note,), taken.refusal)


def _best(tables: Iterable[Split | None]) -> Split | None:
    """The table whose records agree most; only the best so far is kept in memory."""
    best, most = None, (0.0, 0, False)
    for table in tables:
        if table is not None:
            # A comma separates words as well, so where two fit equally it is the other one.
            fit = (*_shared_width(table.records), table.delimiter != ",")
            if fit > most:
                best, most = table, fit
    return best


def _with_delimiter(text: str, delimiter: str) -> Split:
    """Split by the delimiter that the file itself names, whatever its records look like."""
    try:
        return _checked(take(strict_records(text, delimiter)), delimiter)
    except MisplacedQuote:
        return _repaired(text, delimiter)


def _strict_table(text: str, delimiter: str) -> Split | None:
    """The table, if there is one in which every quotation mark is in place."""
    try:
        taken = take(strict_records(text, delimiter))
    except MisplacedQuote:
        return None
    is_table = _is_table(taken.records, delimiter) or _is_torn(taken.records, delimiter)
    return _checked(taken, delimiter) if is_table else None


def _is_torn(records: tuple[TableRecord, ...], delimiter: str) -> bool:
    """Whether it is a table some of whose rows are torn by the delimiter or by line breaks."""
    share, width = _shared_width(records)
    if share < LEAST_SHARE or width < 2 or share >= MOST_SHARE or len(records) < 4:
        return False
    regular = tuple(record for record in records if len(record.cells) == width)
    tails = [cell for record in regular for cell in record.cells[1:] if cell]
    spaced = sum(cell.startswith(" ") for cell in tails)
    return spaced * 4 < len(tails) and is_torn_table(records, delimiter)


def _checked(taken: TakenRecords, delimiter: str) -> Split:
    """Note the records in which an answer seems to have swallowed rows."""
    records = taken.records
    width = _shared_width(records)[1]
    swallowed = [record for record in records if _swallowed(record, delimiter, width)]
    shape = RowShape(records, width, delimiter) if swallowed else None
    lines = [str(record.line) for record in swallowed if shape and _holds_rows(record, shape)]
    note = ngettext(
        "An answer that begins in line {lines} holds lines that look like rows; look there.",
        "Answers that begin in lines {lines} hold lines that look like rows; look there.",
        len(lines),
    )
    notes = (note.format(lines=with_commas(lines[:10])),) if lines else ()
    return Split(delimiter, records, notes, taken.refusal)


def _repaired_table(text: str, delimiter: str) -> Split | None:
    """The table, if there is one in spite of misplaced marks; raises OpenQuote."""
    try:
        found = _repaired(text, delimiter)
    except OpenQuote:
        if _looks_delimited(text, delimiter):
            raise
        return None
    return found if _is_table(found.records, delimiter) else None


def _repaired(text: str, delimiter: str) -> Split:
    stray: list[int] = []
    taken = take(tolerant_records(text, delimiter, stray), MAX_REPAIRED_CELLS)
    records = taken.records
    width = _shared_width(records)[1]
    for record in records:
        if _swallowed(record, delimiter, width) or _opens_again(record, delimiter):
            raise OpenQuote(record.line)
    note = ngettext(
        "A quotation mark in line {lines} is not where it belongs; look at what was read there.",
        "Quotation marks in lines {lines} are not where they belong; look at what was read there.",
        len(stray),
    )
    return Split(delimiter, records, (note.format(lines=listed_lines(stray)),), taken.refusal)


def _is_table(records: tuple[TableRecord, ...], delimiter: str) -> bool:
    share, width = _shared_width(records)
    if width < 2 or share < MOST_SHARE:
        return False
    return delimiter == "\t" or (len(records) > 1 and not _is_prose(records[:LOOK_AT]))


def _shared_width(records: Iterable[TableRecord]) -> tuple[float, int]:
    widths = Counter(len(record.cells) for record in records)
    if not widths:
        return 0.0, 0
    width, count = widths.most_common(1)[0]
    return count / widths.total(), width


def _is_prose(records: tuple[TableRecord, ...]) -> bool:
    """Whether it is a list of sentences with equally many commas, each before a space."""
    tails = [cell for record in records for cell in record.cells[1:] if cell]
    spaced = sum(cell.startswith(" ") for cell in tails)
    values = sum(bool(_VALUE.match(cell.strip())) for record in records for cell in record.cells)
    return spaced > 0.8 * len(tails) and values * 4 < len(records)


def _swallowed(record: TableRecord, delimiter: str, width: int) -> bool:
    """Whether half of the lines in a cell look like rows of their own."""
    return any(
        _looks_like_rows(LINE_END.split(cell)[1:], delimiter, width)
        for cell in record.cells
        if "\n" in cell or "\r" in cell
    )


def _holds_rows(record: TableRecord, shape: RowShape) -> bool:
    """Whether a line in a cell has in each column what rows have there."""
    cells = (cell for cell in record.cells if "\n" in cell or "\r" in cell)
    return any(shape.looks_like_row(line) for c in cells for line in LINE_END.split(c)[1:])


def _looks_like_rows(lines: list[str], delimiter: str, width: int) -> bool:
    rows = sum(line.count(delimiter) >= width - 1 for line in lines[:-1])
    last = lines[-1].count(delimiter) >= width - 1 > 1
    return rows + last >= max(1, len(lines) / 2)


def _opens_again(record: TableRecord, delimiter: str) -> bool:
    """Whether a further line of a cell has an opening mark: that line was a row."""
    cells = (cell for cell in record.cells if "\n" in cell or "\r" in cell)
    further = (line for cell in cells for line in LINE_END.split(cell)[1:])
    return any(line.startswith('"') or f'{delimiter}"' in line for line in further)


def _list_of_lines(text: str) -> Split:
    """Read a list of lines, or one column of cells some of which are quoted."""
    for delimiter in DELIMITERS if _QUOTED_CELL.search(text) else ():
        with suppress(MisplacedQuote, _SeveralCells):
            taken = take(_one_cell_each(strict_records(text, delimiter)))
            return Split("", taken.records, (), taken.refusal)
    taken = take(_lines(text))
    notes = (*_lone_marks(taken.records), *_torn_header(taken.records))
    return Split("", taken.records, notes, taken.refusal)


def _one_cell_each(records: Iterable[TableRecord]) -> Iterator[TableRecord]:
    for record in records:
        if len(record.cells) > 1 and any(map(str.strip, record.cells)):
            raise _SeveralCells
        yield record


def _lines(text: str) -> Iterator[TableRecord]:
    """Every line that is not empty; the others are counted, however many there are."""
    line, end = 1, 0
    for found in _LINE.finditer(text):
        line += text.count("\n", end, found.start()) + text.count("\r", end, found.start())
        line -= text.count("\r\n", end, found.start())
        yield TableRecord(line, (found[0],))
        end = found.end()


def _torn_header(lines: Sequence[TableRecord]) -> Iterator[str]:
    """Say that a list begins like a table, whose rows could not be put together."""
    first = lines[0].cells[0] if lines else ""
    if any(sum(map(is_label, first.split(mark))) >= _LABELS for mark in DELIMITERS):
        yield _("Read line by line, for the rows of this table do not fit its titles; look at it.")


def _lone_marks(lines: Sequence[TableRecord]) -> tuple[str, ...]:
    """A note on lines with an unpaired quotation mark."""
    odd = [record.line for record in lines if record.cells[0].count('"') % 2]
    if not odd:
        return ()
    note = ngettext(
        "Read line by line, for a quotation mark stands alone here: line {lines}.",
        "Read line by line, for a quotation mark stands alone here: lines {lines}.",
        len(odd),
    )
    return (note.format(lines=listed_lines(odd)),)


def _looks_delimited(text: str, delimiter: str) -> bool:
    """Whether half of the lines, quotes aside, have the same number of the delimiter."""
    lines = [line for line in LINE_END.split(text) if line.strip()]
    number, lines_with = Counter(line.count(delimiter) for line in lines).most_common(1)[0]
    return number > 0 and lines_with >= 0.5 * len(lines)
