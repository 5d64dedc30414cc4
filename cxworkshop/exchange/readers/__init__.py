"""A file's bytes in, a table out: its first bytes say which reader takes it.

To read one more kind of file, write its reader and put it in the place of its refusal in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.exchange.readers.signatures import (
    Signature,
    any_file,
    begins_with,
    is_json,
    zipped,
)
from cxworkshop.exchange.readers.text import read_text
from cxworkshop.exchange.refusals import OtherKind, TooBig
from cxworkshop.exchange.table import Table
from cxworkshop.i18n import _, n_

MAX_BYTES = 15_000_000  # in memory it is some ten times as much
Reader = Callable[[bytes], Table]


def read(data: bytes, name: str = "") -> Table:
    """What a file holds; raises an ImportRefusal that says what to do instead.

    The name only helps to say what kind of file it is.
    """
    reader = next(reader for matches, reader in READERS if matches(data, name))
    return reader(data)


def refuse_by_its_ends(ends: bytes, name: str) -> None:
    """Refuse a file that is larger than can be read, by its first and last bytes together."""
    reader = next(reader for matches, reader in READERS if matches(ends, name))
    if reader is not _text:
        reader(ends)
    raise TooBig(MAX_BYTES // 1_000_000)


def _refusing(kind: str) -> Reader:
    """A reader for a kind of file that can't be read yet; `kind` is marked for translation."""

    def refuse(_data: bytes) -> Table:
        raise OtherKind(_(kind))

    return refuse


def _text(data: bytes) -> Table:
    if len(data) > MAX_BYTES:
        raise TooBig(MAX_BYTES // 1_000_000)
    return read_text(data)


READERS: tuple[tuple[Signature, Reader], ...] = (  # the first whose signature matches
    (begins_with(b"SQLite format 3\0"), _refusing(n_("A workshop or another database"))),
    (begins_with(b"%PDF"), _refusing(n_("A PDF"))),
    (begins_with(b"{\\rtf"), _refusing(n_("A rich text document (.rtf)"))),
    (begins_with(b"\xd0\xcf\x11\xe0"), _refusing(n_("An old Excel or Word file (.xls, .doc)"))),
    (zipped(b"xl/", ".xlsx"), _refusing(n_("An Excel file (.xlsx)"))),
    (zipped(b"word/", ".docx"), _refusing(n_("A Word file (.docx)"))),
    (
        zipped(b"opendocument.spreadsheet", ".ods"),
        _refusing(n_("An OpenDocument table (.ods)")),
    ),
    (zipped(b"opendocument.text", ".odt"), _refusing(n_("An OpenDocument text (.odt)"))),
    (zipped(), _refusing(n_("A packed file (.zip)"))),
    (
        begins_with(b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"),
        _refusing(n_("A packed file")),
    ),
    (
        begins_with(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
        _refusing(n_("A picture")),
    ),
    (is_json, _refusing(n_("A JSON file"))),
    (any_file, _text),
)
