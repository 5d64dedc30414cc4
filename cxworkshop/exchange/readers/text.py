"""Text in any encoding: a table with any delimiter, or a list of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from cxworkshop.exchange.headers import header_rows, is_single_header
from cxworkshop.exchange.readers.encoding import decode
from cxworkshop.exchange.readers.limits import without_empty_end
from cxworkshop.exchange.readers.records import split
from cxworkshop.exchange.refusals import NothingInIt, OnlyASummary
from cxworkshop.exchange.table import Table, TableRecord, titles_of
from cxworkshop.i18n import ngettext
from cxworkshop.progress import go_on

_COUNT = re.compile(r"^\d[\d.,]*$")


def read_text(data: bytes) -> Table:
    """The table or the list that a text file holds; raises an ImportRefusal."""
    text, encoding, notes = decode(data)
    if not text.strip("\ufeff\0 \t\r\n"):
        raise NothingInIt
    go_on()
    found = split(without_empty_end(text))
    if not found.records:
        raise NothingInIt
    _refuse_summary(found.records)
    skipped, rows = _header(found.delimiter, found.records)
    names = titles_of(found.records, skipped, rows)
    notes = (*notes, *found.notes, *_too_wide(found.records[skipped:]))
    return Table(found.records, encoding, found.delimiter, skipped, rows, names, notes)


def _header(delimiter: str, records: Sequence[TableRecord]) -> tuple[int, int]:
    cells = [record.cells for record in records]
    if delimiter:
        return header_rows(cells)
    return 0, int(is_single_header([row[0] for row in cells]))


def _too_wide(records: Sequence[TableRecord]) -> Iterator[str]:
    """Rows whose words run on behind the last column: a delimiter stands among them unquoted."""
    width = max(Counter(len(record.cells) for record in records).items(), key=itemgetter(1))[0]
    wider = (record for record in records if len(record.cells) > width)
    lines = [str(record.line) for record in wider if "".join(record.cells[width:]).strip()]
    if lines:
        note = ngettext(
            "More columns than in the other rows, so words may be cut off: line {lines}.",
            "More columns than in the other rows, so words may be cut off: lines {lines}.",
            len(lines),
        )
        yield note.format(lines=", ".join(lines[:10]))


def _refuse_summary(records: Sequence[TableRecord]) -> None:
    """A survey tool's summary repeats "Answered, 97" and "Skipped, 0" instead of answers."""
    pairs = pairwise(records)
    if sum(_counts(one, "answered") and _counts(two, "skipped") for one, two in pairs) >= 2:
        raise OnlyASummary


def _counts(record: TableRecord, what: str) -> bool:
    if what not in record.cells[0].casefold():  # first: it is asked of every record
        return False
    cells = [cell.strip() for cell in record.cells if cell.strip()]
    return len(cells) == 2 and cells[0].casefold() == what and bool(_COUNT.match(cells[1]))
