"""Markup that a web page stored with people's words becomes what they saw: "&amp;", "<br>"."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from cxworkshop.exchange.table import TableRecord

_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[\da-fA-F]{2,6}|[a-zA-Z][a-zA-Z\d]{1,30});")
_BREAK = re.compile(r"\s*(?:<br\s*/?>|</(?:p|div|li|h\d|tr)>)\s*", re.IGNORECASE)
_TAGS = (
    r"p|br|b|i|u|s|em|strong|span|div|font|ul|ol|li|a|h\d|blockquote|small|big|table|tr|td|tbody"
    r"|img|hr|sup|sub"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BARE = re.compile(r"&(?!#?\w{1,31};)|<(?![/a-zA-Z!])")
_LINE_ESCAPE = re.compile(r"\\r\\n|\\n|\\r")
_ANY_ESCAPE = re.compile(r"\\(?!r|n)")


def without_markup(records: Sequence[TableRecord]) -> tuple[tuple[TableRecord, ...], bool]:
    """The records as people saw them, and whether there was markup.

    It is markup only where more cells have it than have signs that markup would have escaped;
    else somebody wrote it.
    """
    marked = bare = 0
    for record in records:
        for cell in record.cells:
            if "&" in cell or "<" in cell:
                entities = bool(_ENTITY.search(cell))
                marked += entities + (entities or bool(_TAG.search(cell)))
                bare += bool(_BARE.search(cell))
    if marked < 2 or marked <= bare:
        return tuple(records), False
    return tuple(TableRecord(r.line, tuple(map(_seen, r.cells))) for r in records), True


def _seen(cell: str) -> str:
    """A cell as it was shown. A `<` of their own was escaped, and stays."""
    if "<" in cell:
        cell = _TAG.sub("", _BREAK.sub("\n", cell)).strip("\n")
    for _time in range(2):  # some are escaped twice
        if not _ENTITY.search(cell):
            break
        cell = html.unescape(cell)
    return cell.replace("\xa0", " ")


def with_line_breaks(records: Sequence[TableRecord]) -> tuple[tuple[TableRecord, ...], bool]:
    r"""The records with line breaks where cells say "\n", and whether some do.

    Other backslashes show that they are no escapes: "C:\new" beside "C:\temp".
    """
    cells = [cell for record in records for cell in record.cells if "\\" in cell]
    if len(cells) < 2 or any(map(_ANY_ESCAPE.search, cells)):
        return tuple(records), False
    return tuple(
        TableRecord(r.line, tuple(_LINE_ESCAPE.sub("\n", cell) for cell in r.cells))
        for r in records
    ), True
