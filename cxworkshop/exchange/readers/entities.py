"""Keep the semicolons of "&amp;" and its like from being taken for a table's delimiter."""

from __future__ import annotations

import re
from html.entities import html5

from cxworkshop.exchange.table import TableRecord

_ENTITY = re.compile(r"&(#\d{2,6}|#x[\da-fA-F]{2,6}|[a-zA-Z]{2,8}\d?);")
_HIDDEN = "\ue000"  # of the area for private use: no text has it


def hide_entities(text: str) -> str:
    """The text with another sign in place of these semicolons; the same if there are none."""
    if "&" not in text or _HIDDEN in text or not _ENTITY.search(text):
        return text
    return _ENTITY.sub(_hidden, text)


def with_entities(record: TableRecord) -> TableRecord:
    """The record as it stood in the file."""
    cells = record.cells
    if not any(_HIDDEN in cell for cell in cells):
        return record
    return TableRecord(record.line, tuple(cell.replace(_HIDDEN, ";") for cell in cells))


def _hidden(entity: re.Match[str]) -> str:
    is_one = entity[1].startswith("#") or f"{entity[1]};" in html5
    return f"&{entity[1]}{_HIDDEN}" if is_one else entity[0]
