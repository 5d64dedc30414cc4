"""A file's bytes in, a table out: its first bytes say which reader takes it.

To read one more kind of file, write its reader and put it in the place of its refusal in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.exchange.readers.signatures import (
    Signature,
    any_file,
    begins_with,
    compound,
    is_json,
    is_markup,
    named,
    zipped,
)
from cxworkshop.exchange.readers.text import read_text
from cxworkshop.exchange.refusals import LockedFile, OtherKind, TooBig
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


def _refusing(kind: str, advice: str) -> Reader:
    """A reader for a kind of file that can't be read; both texts are marked for translation."""

    def refuse(_data: bytes, _sheet: str) -> Table:
        raise OtherKind(_(kind), _(advice))

    return refuse


def _locked(_data: bytes, _sheet: str) -> Table:
    raise LockedFile


def _text(data: bytes, _sheet: str) -> Table:
    return read_text(data)


def _xlsx(data: bytes, sheet: str) -> Table:
    from cxworkshop.exchange.readers.workbook import read_xlsx

    return read_xlsx(data, sheet)


def _docx(data: bytes, _sheet: str) -> Table:
    from cxworkshop.exchange.readers.docx import read_docx

    return read_docx(data)


def _markdown(data: bytes, _sheet: str) -> Table:
    from cxworkshop.exchange.readers.markdown import read_markdown

    return read_markdown(data)


_BY_NAME = b"\0no part has this name\0"
_TAKEN: frozenset[Reader] = frozenset((_text, _xlsx, _docx, _markdown))
_SAVE_AS_TABLE = n_("Open it, save it as an Excel workbook (.xlsx) or as CSV, and import that.")
_SAVE_AS_DOCUMENT = n_("Open it, save it as a Word document (.docx) or as text, and import that.")
_COPY_WORDS = n_("Copy the words out of it and paste them at stop 2, one answer on each line.")
_UNPACK = n_("Unpack it first, then import the file with the answers.")
_EXPORT_APPLE = n_("Open it where it was made, export it as Excel or Word, and import that.")
_MERGE = n_("A copy of this workshop is merged. Export any other as CSV, and import that.")
_ASK_FOR_TABLE = n_("Ask for the table or text it was made from, or paste its words at stop 2.")

READERS: tuple[tuple[Signature, Reader], ...] = (  # the first whose signature matches
    (begins_with(b"SQLite format 3\0"), _refusing(n_("A workshop or another database"), _MERGE)),
    (begins_with(b"%PDF"), _refusing(n_("A PDF"), _ASK_FOR_TABLE)),
    (
        begins_with(b"{\\rtf"),
        _refusing(n_("A rich text document (.rtf)"), _SAVE_AS_DOCUMENT),
    ),
    (compound("EncryptedPackage"), _locked),
    (compound("Workbook"), _refusing(n_("An old Excel file (.xls)"), _SAVE_AS_TABLE)),
    (compound("WordDocument"), _refusing(n_("An old Word file (.doc)"), _SAVE_AS_DOCUMENT)),
    (compound("PowerPoint Document"), _refusing(n_("A presentation"), _COPY_WORDS)),
    (compound(), _refusing(n_("An old office file or a mail"), _COPY_WORDS)),
    (zipped(b"word/document.xml"), _docx),
    (zipped(b"xl/workbook.bin"), _refusing(n_("A binary Excel file (.xlsb)"), _SAVE_AS_TABLE)),
    (zipped(b"xl/"), _xlsx),
    (zipped(b"ppt/"), _refusing(n_("A presentation"), _COPY_WORDS)),
    (
        zipped(b"opendocument.spreadsheet"),
        _refusing(n_("An OpenDocument table (.ods)"), _SAVE_AS_TABLE),
    ),
    (
        zipped(b"opendocument.text"),
        _refusing(n_("An OpenDocument text (.odt)"), _SAVE_AS_DOCUMENT),
    ),
    (zipped(b"opendocument.presentation"), _refusing(n_("A presentation"), _COPY_WORDS)),
    (
        zipped(b"Index/Document.iwa"),
        _refusing(n_("A file of Numbers, Pages or Keynote"), _EXPORT_APPLE),
    ),
    (zipped(_BY_NAME, ".xlsx", ".xlsm"), _xlsx),
    (zipped(_BY_NAME, ".docx", ".docm"), _docx),
    (zipped(), _refusing(n_("A packed file (.zip)"), _UNPACK)),
    (
        begins_with(b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"),
        _refusing(n_("A packed file"), _UNPACK),
    ),
    (
        begins_with(
            *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
            *(b"\0\0\0\x18ftyphei", b"\0\0\0\x1cftyphei", b"\0\0\0\x24ftyphei"),
        ),
        _refusing(n_("A picture"), _COPY_WORDS),
    ),
    (is_json, _refusing(n_("A JSON file"), _SAVE_AS_TABLE)),
    (is_markup, _refusing(n_("A web page or an XML file"), _SAVE_AS_TABLE)),
    (named(".md", ".markdown"), _markdown),
    (any_file, _text),
)
