"""Find a table's header: none, one, two or three rows, perhaps below a preamble."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cxworkshop.exchange.titles import names_answers

Cells = Sequence[str]

LOOK_AT = 12  # rows in which a header may stand
LONG_TITLE = 400

_NUMBER = re.compile(r"^[-+]?[\d.,\s]+%?$")
_DATE = re.compile(r"^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b")
_SHORT_CODE = re.compile(r"^[A-Za-z]{1,3}\d+(?:[_.]\w+)*$")
_IMPORT_ID = re.compile(r'^\{"ImportId"')


def header_rows(rows: Sequence[Cells]) -> tuple[int, int]:
    """How many rows come before the header, and how many it has."""
    skipped = _preamble(rows)
    rows = rows[skipped : skipped + LOOK_AT * 4]
    if not rows or not _names_columns(rows[0], rows[1:]):
        return skipped, 0
    for number in range(2, min(4, len(rows))):
        if any(_IMPORT_ID.match(cell) for cell in rows[number - 1]):
            return skipped, number
    if len(rows) > 2 and (_spans(rows) or _codes_then_texts(rows)):
        return skipped, 2
    return skipped, 1


def is_single_header(cells: Sequence[str]) -> bool:
    """Whether the first line of a list names it: "Answer", or one question above statements."""
    first, rest = cells[0].strip(), cells[1:]
    if not rest:
        return False
    if names_answers(first):
        return True
    asked = sum(cell.strip().endswith("?") for cell in rest)
    return first.endswith("?") and asked * 4 < len(rest)


def titles(header: Sequence[Cells], width: int) -> tuple[str, ...]:
    """The columns' titles; spanned ones are joined as "Question — Other"."""
    carried = [""] * len(header)
    names = []
    for column in range(width):
        parts: list[str] = []
        for level, row in enumerate(header):
            cell = " ".join(row[column].split()) if column < len(row) else ""
            if cell:
                carried[level] = cell
                carried[level + 1 :] = [""] * (len(header) - level - 1)
            spanned = cell or (carried[level] if level < len(header) - 1 or not level else "")
            if spanned and spanned not in parts and not _IMPORT_ID.match(spanned):
                parts.append(spanned)
        names.append(" — ".join(parts)[:LONG_TITLE])
    return tuple(names) if header else ("",) * width


def _preamble(rows: Sequence[Cells]) -> int:
    """Title lines above the header: far emptier than what follows."""
    widths = [sum(bool(cell.strip()) for cell in row) for row in rows[:LOOK_AT]]
    usual = Counter(len(row) for row in rows).most_common(1)[0][0]
    for number, width in enumerate(widths):
        short = len(rows[number]) < usual or (width <= 1 and usual > 2)
        if not short or width >= max(widths) / 2:
            return number
    return 0


def _is_value(cell: str) -> bool:
    cell = cell.strip()
    return bool(_NUMBER.match(cell) or _DATE.match(cell))


def _names_columns(first: Cells, rest: Sequence[Cells]) -> bool:
    """Whether a row is a header: words that differ, and are not repeated as values below."""
    named = [cell.strip() for cell in first if cell.strip()]
    if not named or sum(map(_is_value, named)) > len(named) / 4:
        return False
    if (
        max(map(len, named)) > LONG_TITLE
        or len({name.casefold() for name in named}) < len(named) / 2
    ):
        return False
    if any(names_answers(name) or name.endswith(("?", ":")) for name in named):
        return True
    again = sum(
        _is_repeated(cell, column, rest) for column, cell in enumerate(first) if cell.strip()
    )
    return again * 4 <= len(named)


def _is_repeated(cell: str, column: int, rest: Sequence[Cells]) -> bool:
    return any(column < len(row) and row[column].strip() == cell.strip() for row in rest)


def _spans(rows: Sequence[Cells]) -> bool:
    """Whether a second header row fills the blanks of the first."""
    first, second, rest = rows[0], rows[1], rows[2:]
    blanks = [n for n, cell in enumerate(first) if not cell.strip()]
    filled = [n for n in blanks if n < len(second) and second[n].strip()]
    if len(filled) < 2 or any(_is_value(second[n]) for n in filled):
        return False
    anywhere = any(_is_value(cell) for cell in second)
    choices = sum(_is_repeated(second[n], n, rest) for n in filled)
    generic = sum("respon" in cell.casefold() or "specify" in cell.casefold() for cell in second)
    return not anywhere and (choices + generic >= 2 or len(filled) > len(blanks) * 0.8)


def _codes_then_texts(rows: Sequence[Cells]) -> bool:
    """Whether the first row has codes (Q1, Q2_3 …) and the second the questions."""
    first, second = rows[0], rows[1]
    codes = sum(bool(_SHORT_CODE.match(cell.strip())) for cell in first)
    asked = sum(cell.strip().endswith("?") for cell in second)
    return codes * 2 >= len(first) and asked * 3 >= codes
