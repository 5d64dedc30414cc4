"""Bytes in, a table out: any delimiter, any encoding, the lines where each record stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

from cxworkshop.exchange import records as parts
from cxworkshop.exchange.encoding import decode
from cxworkshop.exchange.headers import header_rows, is_single_header, titles
from cxworkshop.exchange.refusals import NothingInIt, OnlyASummary, OtherKind, TooBig
from cxworkshop.i18n import _, n_

MAX_HEADER_ROWS = 3
MAX_BYTES = 15_000_000  # some 240,000 answers: 5 s and 300 MB of memory
Record = parts.TextRecord  # a table is known by its records

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    (b"SQLite format 3\0", n_("A workshop or another database")),
    (b"%PDF", n_("A PDF")),
    (b"{\\rtf", n_("A rich text document (.rtf)")),
    (_OLE[:4], n_("An old Excel or Word file (.xls, .doc)")),
)
_ZIPPED_KINDS = (  # named by a part inside, which stands in the clear, or by the file's name
    (b"xl/", ".xlsx", n_("An Excel file (.xlsx)")),
    (b"word/", ".docx", n_("A Word file (.docx)")),
    (b"opendocument.spreadsheet", ".ods", n_("An OpenDocument table (.ods)")),
    (b"opendocument.text", ".odt", n_("An OpenDocument text (.odt)")),
    (b"", "", n_("A packed file (.zip)")),
)
_COUNT = re.compile(r"^\d[\d.,]*$")


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

    def headed(self, skipped: int, rows: int) -> Table:
        """The same table when a person says where its header is, and so where answers begin.

        `rows` is 0 to 3; both numbers are kept within the table.
        """
        skipped = max(0, min(skipped, len(self.records)))
        rows = max(0, min(rows, MAX_HEADER_ROWS, len(self.records) - skipped))
        names = _titles(self.records, skipped, rows)
        return replace(self, skipped=skipped, header_rows=rows, titles=names)


def read(data: bytes, name: str = "") -> Table:
    """What a file holds; raises an ImportRefusal that says what to do instead.

    The name only helps to say what kind of file it is.
    """
    _refuse_other_kinds(data, name)
    if len(data) > MAX_BYTES:
        raise TooBig(MAX_BYTES // 1_000_000)
    text, encoding, notes = decode(data)
    if not text.strip("\ufeff\0 \t\r\n"):
        raise NothingInIt
    found = parts.split(text)
    if not found.records:
        raise NothingInIt
    _refuse_summary(found.records)
    skipped, rows = _header(found.delimiter, found.records)
    names = _titles(found.records, skipped, rows)
    notes = (*notes, *found.notes, *_too_wide(found.records[skipped:]))
    return Table(found.records, encoding, found.delimiter, skipped, rows, names, notes)


def _too_wide(records: Sequence[Record]) -> Iterator[str]:
    """Rows whose words run on behind the last column: a delimiter stands among them unquoted."""
    width = max(Counter(len(record.cells) for record in records).items(), key=itemgetter(1))[0]
    lines = [str(record.line) for record in records if "".join(record.cells[width:]).strip()]
    if lines:
        note = _("More columns than in the other rows, so words may be cut off: line {lines}.")
        yield note.format(lines=", ".join(lines[:10]))


def _refuse_other_kinds(data: bytes, name: str) -> None:
    for magic, kind in _OTHER_KINDS:
        if data.startswith(magic):
            raise OtherKind(_(kind))
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return
    ends = data[:4000] + data[-8000:]
    for part, extension, kind in _ZIPPED_KINDS:
        if part in ends or (extension and name.casefold().endswith(extension)):
            raise OtherKind(_(kind))


def _header(delimiter: str, records: Sequence[Record]) -> tuple[int, int]:
    cells = [record.cells for record in records]
    if delimiter:
        return header_rows(cells)
    return 0, int(is_single_header([row[0] for row in cells]))


def _titles(records: Sequence[Record], skipped: int, rows: int) -> tuple[str, ...]:
    width = max(len(record.cells) for record in records)
    return titles([record.cells for record in records[skipped : skipped + rows]], width)


def _refuse_summary(records: Sequence[Record]) -> None:
    """A survey tool's summary repeats "Answered, 97" and "Skipped, 0" instead of answers."""
    pairs = pairwise(records)
    if sum(_counts(one, "answered") and _counts(two, "skipped") for one, two in pairs) >= 2:
        raise OnlyASummary


def _counts(record: Record, what: str) -> bool:
    cells = [cell.strip() for cell in record.cells if cell.strip()]
    return len(cells) == 2 and cells[0].casefold() == what and bool(_COUNT.match(cells[1]))
