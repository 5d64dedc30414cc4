"""Find a table's header: none, one, two or three rows, perhaps below a preamble.

A row is judged as a whole, column by column, by what stands below it: words above numbers and
days name them, a day above days is a value. One number among labels decides nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from cxworkshop.exchange.dates import is_date
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.questions import is_praise, names_wishes
from cxworkshop.exchange.titles import is_label, is_question, names_answers

Cells = Sequence[str]

LOOK_AT = 12  # rows in which a header may stand
MOST_ROWS = 3
LONG_TITLE = 400
_BODY = 60  # rows by which a row is judged
_MOSTLY = 0.66

_NUMBER = re.compile(r"[-+]?(?=[.,\s]*\d)[\d.,\s]+%?")
_CODE = re.compile(r"[A-Za-z]{1,3}\d+(?:[_.#]\w+)*|\d{3,}X\d+X\w+|[A-Za-z]+_\w+")
_IMPORT_ID = re.compile(r'^\{"ImportId"')
_GENERIC = re.compile(  # what survey tools write in a second row
    r"(?:open[- ]ended )?response|other \(please .*\)|other|please specify.*|score|value|label"
    r"|antwort|offene antwort|sonstiges.*|andere.*|réponse(?: ouverte)?|autre \(.*\)|respuesta"
    r"(?: abierta)?|otro \(.*\)|antwoord|open antwoord|anders.*|andet.*|annet.*|annat.*|.* svar",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Below:
    """What stands below a cell."""

    values: tuple[str, ...]
    rows: int

    @cached_property
    def numbers(self) -> float:
        return self._share(lambda value: bool(_NUMBER.fullmatch(value)))

    @cached_property
    def days(self) -> float:
        return self._share(is_date)

    @cached_property
    def is_typed(self) -> bool:
        """Whether there are numbers, or days."""
        return max(self.numbers, self.days) >= _MOSTLY

    @cached_property
    def is_text(self) -> bool:
        """Whether there are several words."""
        return self._share(lambda value: " " in value) >= 0.5

    @cached_property
    def asking(self) -> float:
        return self._share(lambda value: value.endswith("?"))

    @cached_property
    def size(self) -> float:
        return median(map(len, self.values))

    def _share(self, test: object) -> float:
        assert callable(test)
        return sum(map(bool, map(test, self.values))) / max(1, len(self.values))


def header_rows(rows: Sequence[Cells]) -> tuple[int, int]:
    """How many rows come before the header, and how many it has."""
    skipped = _preamble(rows)
    rows = rows[skipped : skipped + _BODY]
    if not rows or not _is_first(rows):
        return skipped, 0
    for number in range(2, min(MOST_ROWS + 1, len(rows))):
        if any(_IMPORT_ID.match(cell) for cell in rows[number - 1]):
            return skipped, number
    return skipped, 1 + (len(rows) > 2 and _is_further(rows))


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
        is_pair = usual > 3 and width == 2 and _is_setting(rows[number])
        is_short = short and (is_pair or width < max(widths) / 2)
        if not (is_short or is_pair or _is_counted(rows[number])):
            return number
    return 0


def _is_setting(row: Cells) -> bool:
    """Whether a row of two says what was exported: "Period, January 2026", "Filter:, Unit A"."""
    return len(row) == 2 or (row[0].rstrip().endswith(":") and not any(map(str.strip, row[2:])))


def _is_counted(row: Cells) -> bool:
    """Whether a row only numbers the columns: 1, 2, 3, or A, B, C as a spreadsheet does."""
    cells = [cell.strip() for cell in row]
    numbers = [str(n) for n in range(1, len(cells) + 1)]
    letters = [chr(ord("A") + n) for n in range(len(cells))]
    return len(cells) > 2 and cells in (numbers, letters)


def _is_first(rows: Sequence[Cells]) -> bool:
    """Whether the first row names columns; where nothing speaks against it, it does."""
    named = [cell.strip() for cell in rows[0] if cell.strip()]
    if not named or 3 * sum(len(name) > LONG_TITLE for name in named) > len(named):
        return False
    if len({name.casefold() for name in named}) < len(named) / 2:
        return False
    if all(map(_is_value, named)):
        return False
    votes = [_vote(cell.strip(), below) for cell, below in _with_below(rows, 0)]
    return sum(votes) >= 0


def _is_further(rows: Sequence[Cells]) -> bool:
    """Whether the second row names columns too: that must show in two of them."""
    first, votes, labels = rows[0], [], 0
    for number, (cell, below) in enumerate(_with_below(rows, 1)):
        above = first[number].strip() if number < len(first) else ""
        vote = _further_vote(cell.strip(), above, below)
        votes.append(vote)
        labels += vote > 0 and bool(cell.strip())
    pros, cons = (sum(v for v in votes if v > 0), -sum(v for v in votes if v < 0))
    several = sum(vote > 0 for vote in votes) >= 2
    return several and labels > 0 and pros >= 1.5 and pros > 2 * cons


def _with_below(rows: Sequence[Cells], row: int) -> list[tuple[str, _Below]]:
    body = rows[MOST_ROWS:] if len(rows) >= 2 * MOST_ROWS else rows[row + 1 :]
    width = max(map(len, rows))
    found = []
    for column in range(width):
        cells = (r[column].strip() for r in body if column < len(r))
        cell = rows[row][column] if column < len(rows[row]) else ""
        found.append((cell, _Below(tuple(filter(None, cells)), len(body))))
    return found


def _vote(cell: str, below: _Below) -> float:
    """How much a cell speaks for a row of names, less than 0 for a row of values."""
    if _is_value(cell):
        return _vote_of_value(cell, below)
    if not cell or not below.values:
        return 0.5 * is_label(cell)
    if below.is_typed:
        return 1.5 if len(below.values) > 1 else 0.75
    if all(value.casefold() == cell.casefold() for value in below.values):
        return 1  # a tick box
    if cell in below.values:
        return 1 if names_answers(cell) else -1
    return _vote_of_words(cell, below)


def _vote_of_value(cell: str, below: _Below) -> float:
    if below.values and set(below.values) == {cell}:
        return 1  # a tick box of a scale
    is_day = is_date(cell)
    if below.is_typed and (below.days >= _MOSTLY) == is_day:
        return -2 if is_day else -1.5
    return -0.5 if below.values else 0


def _vote_of_words(cell: str, below: _Below) -> float:
    """Words above words."""
    if cell.endswith(("?", ":")) and below.asking < 0.2:
        return 1
    if is_label(cell) or _GENERIC.fullmatch(cell) or is_praise(cell) or names_wishes(cell):
        return 1
    if not below.is_text:
        return 0
    if _CODE.fullmatch(cell) or is_question(cell):
        return 0.75
    if len(cell.split()) <= 3 and len(cell) * 2 <= below.size:
        return 0.25
    return -0.5 if 0.4 <= len(cell) / below.size <= 2.5 else 0


def _further_vote(cell: str, above: str, below: _Below) -> float:
    """As `_vote`, below a first row of names, where only some signs are to be trusted."""
    if not cell:  # nobody answers without a number or a day
        is_always_there = below.is_typed and len(below.values) >= 0.9 * below.rows
        return float(is_always_there and bool(below.values))
    if is_non_answer(cell) or _IMPORT_ID.match(cell):
        return 0
    if above and set(below.values) == {cell}:
        return 0  # it says the same everywhere, which only below a blank shows a tick box
    vote = _vote(cell, below)
    is_span = not above or _CODE.fullmatch(above) is not None
    if vote <= 0 or is_span or (below.is_typed and not _is_value(cell)):
        return vote
    return vote if _GENERIC.fullmatch(cell) or _CODE.fullmatch(cell) else 0


def _is_value(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) or is_date(cell)
