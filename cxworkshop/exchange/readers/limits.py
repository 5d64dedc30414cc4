"""How much of a file is taken into memory, and the refusal of what has more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop.exchange.refusals import (
    ImportRefusal,
    StrangeSigns,
    TooLongCell,
    TooManyCells,
    TooManyColumns,
    TooManyRows,
)
from cxworkshop.exchange.table import TableRecord
from cxworkshop.limits import MOST_ANSWERS
from cxworkshop.progress import go_on
from cxworkshop.textual import piled_up_marks

MAX_ROWS = MOST_ANSWERS + 12  # a header and a title may stand above the answers
MAX_LINES = 1_000_000  # with empty ones: a spreadsheet saves as many when its rows have a format
MAX_COLUMNS = 1_000
MAX_CELLS = 1_500_000
MAX_REPAIRED_CELLS = 500_000  # of a table with misplaced quotation marks, which takes longer
MAX_LINE = 1_000_000  # characters
MAX_RECORD = 2 * MAX_LINE
MAX_CELL = 100_000  # characters; of these an answer may have a tenth
MAX_EXPANDING = 100_000  # signs that become three or more letters when texts are compared
MAX_MARKS = 100  # on one letter
MAX_PILED_UP = 20_000  # marks in a file, on letters that have more than any writing has
SHOWN = 2_000  # records of a refused table, by which it is compared with other delimiters
LOOK_EVERY = 1_000  # records: whether to go on

# One sign for a word or for three letters (NFKC): fractions, ligatures, numbers in brackets, units
# and eras in squares, Arabic phrases, notes of music, Hebrew letters with two marks.
_EXPANDING = re.compile(
    "[\u2034-\u2037\u2057\u2100-\u2106\u2120-\u2121\u213b\u2150-\u217f\u222d-\u2230\u2474-\u24b5"
    "\u2a0c\u2a74-\u2a76\u3200-\u33ff\ufb03-\ufb06\ufb2c\ufb2d\ufbea-\ufdff\U0001d15e-\U0001d164"
    "\U0001d1bb-\U0001d1c0\U0001f100-\U0001f248]"
)


@dataclass(frozen=True)
class TakenRecords:
    """All records; or the first ones, and the refusal of what has more than can be taken."""

    records: tuple[TableRecord, ...]
    refusal: ImportRefusal | None = None

    def all(self) -> tuple[TableRecord, ...]:
        """All records; raises the refusal if there is one."""
        if self.refusal is not None:
            raise self.refusal
        return self.records


def take(records: Iterable[TableRecord], most_cells: int = MAX_CELLS) -> TakenRecords:
    """Take what can be taken of the records that are not empty."""
    taken: list[TableRecord] = []
    cells = 0
    for number, record in enumerate(records):
        if not number % LOOK_EVERY:
            go_on()
        joined = "".join(record.cells)
        if not joined or joined.isspace():
            continue
        taken.append(record)
        cells += len(record.cells)
        if len(taken) > MAX_ROWS or cells > most_cells or len(joined) > MAX_CELL:
            refusal = _too_much(taken, cells, most_cells)
            if refusal is not None:
                return TakenRecords(tuple(taken[:SHOWN]), refusal)
    widest = max((len(record.cells) for record in taken), default=0)
    too_wide = TooManyColumns(widest, MAX_COLUMNS) if widest > MAX_COLUMNS else None
    return TakenRecords(tuple(taken), too_wide)


def _too_much(taken: list[TableRecord], cells: int, most_cells: int) -> ImportRefusal | None:
    widest = max(len(record.cells) for record in taken)
    if widest > MAX_COLUMNS:
        return TooManyColumns(widest, MAX_COLUMNS)
    if len(taken) > MAX_ROWS:
        return TooManyRows(MOST_ANSWERS)
    if cells > most_cells:
        return TooManyCells(most_cells)
    last = taken[-1]
    return TooLongCell(last.line, MAX_CELL) if max(map(len, last.cells)) > MAX_CELL else None


def without_empty_end(text: str) -> str:
    """The text without the rows at its end that hold nothing but delimiters.

    Raises TooManyRows where too many lines are left, StrangeSigns for signs that no text has.
    """
    full = len(text.rstrip(",;|\0\ufeff \t\r\n"))
    ends = [at for at in (text.find("\n", full), text.find("\r", full)) if at >= 0]
    text = text[: min(ends) + 1] if ends else text
    if text.count("\n") + text.count("\r") > MAX_LINES:
        raise TooManyRows(MOST_ANSWERS)
    _refuse_endless_line(text)
    if not text.isascii():
        _refuse_strange(text)
    return text


def _refuse_endless_line(text: str) -> None:
    begins = 0
    while len(text) - begins > MAX_LINE:
        end = begins + MAX_LINE
        last = max(text.rfind("\n", begins, end), text.rfind("\r", begins, end))
        if last < 0:
            ends = text.count("\n", 0, begins) + text.count("\r", 0, begins)
            raise TooLongCell(1 + ends - text.count("\r\n", 0, begins), MAX_LINE)
        begins = last + 1


def _refuse_strange(text: str) -> None:
    piled_up = 0
    for marks in piled_up_marks(text):
        piled_up += marks
        if marks > MAX_MARKS or piled_up > MAX_PILED_UP:
            raise StrangeSigns
    for number, _found in enumerate(_EXPANDING.finditer(text)):
        if number > MAX_EXPANDING:
            raise StrangeSigns
