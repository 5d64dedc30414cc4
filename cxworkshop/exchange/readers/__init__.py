"""A file's bytes in, a table out: its first bytes say which reader takes it.

To read one more kind of file, write its reader and put it in the place of its refusal in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.exchange.readers import advice as way
from cxworkshop.exchange.readers.signatures import (
    Signature,
    any_file,
    begins_with,
    is_json,
    is_markup,
    named,
    zipped,
)
from cxworkshop.exchange.readers.text import read_text
from cxworkshop.exchange.refusals import OtherKind, TooBig
from cxworkshop.exchange.table import Table
from cxworkshop.i18n import _, n_

MAX_BYTES = 15_000_000  # in memory it is some ten times as much
Reader = Callable[[bytes, str], Table]  # of a file's bytes, and the sheet that is wanted


def read(data: bytes, name: str = "", sheet: str = "") -> Table:
    """What a file holds; raises an ImportRefusal that says what to do instead.

    The name only helps to say what kind of file it is. Of a workbook the sheet that is wanted is
    read, else the one with the most answers.
    """
    reader = _reader(data, name)
    if reader in _TAKEN and len(data) > MAX_BYTES:
        raise TooBig(MAX_BYTES // 1_000_000)
    return reader(data, sheet)


def refuse_by_its_ends(ends: bytes, name: str) -> None:
    """Refuse a file that is larger than can be read, by its first and last bytes together."""
    reader = _reader(ends, name)
    if reader not in _TAKEN:
        reader(ends, "")
    raise TooBig(MAX_BYTES // 1_000_000)


def _reader(data: bytes, name: str) -> Reader:
    return next(reader for matches, reader in READERS if matches(data, name))


def _refusing(kind: str, way_out: str) -> Reader:
    """A reader for a kind of file that can't be read; both texts are marked for translation."""

    def refuse(_data: bytes, _sheet: str) -> Table:
        raise OtherKind(_(kind), _(way_out))

    return refuse


def _text(data: bytes, _sheet: str) -> Table:
    return read_text(data)


def _xlsx(data: bytes, sheet: str) -> Table:
    from cxworkshop.exchange.readers.workbook import read_xlsx

    return read_xlsx(data, sheet)


def _old_office(data: bytes, sheet: str) -> Table:
    from cxworkshop.exchange.readers.old_office import read_old_office

    return read_old_office(data, sheet)


def _ods(data: bytes, sheet: str) -> Table:
    from cxworkshop.exchange.readers.ods import read_ods

    return read_ods(data, sheet)


def _docx(data: bytes, _sheet: str) -> Table:
    from cxworkshop.exchange.readers.docx import read_docx

    return read_docx(data)


def _markdown(data: bytes, _sheet: str) -> Table:
    from cxworkshop.exchange.readers.markdown import read_markdown

    return read_markdown(data)


_BY_NAME = b"\0no part has this name\0"
_TAKEN: frozenset[Reader] = frozenset((_text, _xlsx, _old_office, _ods, _docx, _markdown))

READERS: tuple[tuple[Signature, Reader], ...] = (  # the first whose signature matches
    (
        begins_with(b"SQLite format 3\0"),
        _refusing(n_("A workshop or another database"), way.MERGE),
    ),
    (begins_with(b"%PDF"), _refusing(n_("A PDF"), way.ASK_FOR_TABLE)),
    (
        begins_with(b"{\\rtf"),
        _refusing(n_("A rich text document (.rtf)"), way.SAVE_AS_DOCUMENT),
    ),
    (begins_with(b"\xd0\xcf\x11\xe0"), _old_office),
    (zipped(b"word/document.xml"), _docx),
    (
        zipped(b"xl/workbook.bin"),
        _refusing(n_("A binary Excel file (.xlsb)"), way.SAVE_AS_TABLE),
    ),
    (zipped(b"xl/"), _xlsx),
    (zipped(b"ppt/"), _refusing(n_("A presentation"), way.COPY_WORDS)),
    (zipped(b"opendocument.spreadsheet"), _ods),
    (
        zipped(b"opendocument.text"),
        _refusing(n_("An OpenDocument text (.odt)"), way.SAVE_AS_DOCUMENT),
    ),
    (zipped(b"opendocument.presentation"), _refusing(n_("A presentation"), way.COPY_WORDS)),
    (
        zipped(b"Index/Document.iwa"),
        _refusing(n_("A file of Numbers, Pages or Keynote"), way.EXPORT),
    ),
    (zipped(_BY_NAME, ".xlsx", ".xlsm"), _xlsx),
    (zipped(_BY_NAME, ".ods"), _ods),
    (zipped(_BY_NAME, ".docx", ".docm"), _docx),
    (zipped(), _refusing(n_("A packed file (.zip)"), way.UNPACK)),
    (
        begins_with(b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"),
        _refusing(n_("A packed file"), way.UNPACK),
    ),
    (
        begins_with(
            *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
            *(b"\0\0\0\x18ftyphei", b"\0\0\0\x1cftyphei", b"\0\0\0\x24ftyphei"),
        ),
        _refusing(n_("A picture"), way.COPY_WORDS),
    ),
    (is_json, _refusing(n_("A JSON file"), way.SAVE_AS_TABLE)),
    (is_markup, _refusing(n_("A web page or an XML file"), way.SAVE_AS_TABLE)),
    (named(".md", ".markdown"), _markdown),
    (any_file, _text),
)
