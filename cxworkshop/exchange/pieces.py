"""Split a table into pieces: each answer of each record, with what the file says about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from cxworkshop.blake2 import blake2b
from cxworkshop.exchange.choosing import ColumnChoices
from cxworkshop.exchange.dates import Days, days
from cxworkshop.exchange.questions import question_line
from cxworkshop.exchange.respondents import is_nobody
from cxworkshop.exchange.sides import words_of_ours
from cxworkshop.exchange.table import Table, TableRecord
from cxworkshop.exchange.titles import plain
from cxworkshop.textual import FORMULA_OPENINGS, clean, fold

PIECE = "piece/"  # before a key among the ids of what was forgotten
_ID = "id "  # before the respondent of a row that says who it is
MAX_KIND = 80  # characters of a kind of customer
_BULLET = re.compile(r"^\s*(?:[-*•‣–—·▪●○◦▸►➤☐☑□■✓✔]|\(?\d{1,3}[.)])\s+(?=\S)")
_GUARD = re.compile(f"^'(?='*{FORMULA_OPENINGS})")  # added by our CSV export


class PlannedAnswer(NamedTuple):  # a file has tens of thousands
    """A customer's words with what the file says about them.

    `line` is where their record begins; `respondent` is the same for the same person of this
    file; `key` is the same when the same row is imported again, and its first half is the same
    for all pieces of one respondent; `column` is its number from 0, or -1 for a whole row.
    """

    words: str
    line: int
    respondent: str
    kind: str
    day: date | None
    question: str
    key: str
    is_praise: bool = False
    is_unsettled: bool = False  # a whole row, whose cells do not fit the columns
    column: int = -1
    is_ours: bool = False  # one of us speaks here

    @property
    def respondent_id(self) -> str:
        """What the row itself says who it is; "" where it says nothing of it."""
        return self.respondent.removeprefix(_ID) if self.respondent.startswith(_ID) else ""


def dated(table: Table, choices: ColumnChoices) -> Days:
    """The days of the records; None for each where no column of dates was chosen."""
    if choices.day is None:
        return Days((None,) * len(table.body), unsure=False)
    return days(table.column(choices.day))


def pieces(
    choices: ColumnChoices,
    body: Iterable[TableRecord],
    when: Days,
    delimiter: str,
    unsettled: Collection[int] = (),
) -> Iterator[PlannedAnswer]:
    """Every piece in the order of the file; empty ones have no key."""
    # Rows by their hashes: they themselves are as large as the file.
    rows: defaultdict[int, int] = defaultdict(int)
    repeats: defaultdict[int, int] = defaultdict(int)
    named, our_words = "", _our_words(choices)
    for record, day in zip(body, when.days, strict=True):
        if record.line in unsettled:
            yield _whole(record, delimiter, repeats)
            continue
        named = _person(_cell(record, choices.respondent)) or (choices.carries and named) or ""
        who, row = _who(record, named)
        kind = _kind(_cell(record, choices.customer_kind))
        rows[hash(row)] += not named  # equal rows are two people, unless they have an id
        respondent = _short(f"{row}\0{rows[hash(row)]}", 8)
        is_ours = bool(our_words) and fold(_cell(record, choices.speaker)) in our_words
        for column in choices.answers:
            question = _question(choices, record, column)
            praise = column in choices.praise_columns or _folded(question) in choices.praise
            for words in split_answers(_cell(record, column), delimiter):
                own = _key(row, question, words, repeats) if words else ""
                key = f"{respondent}.{own}" if own else ""
                known = (record.line, who, kind, day, question, key, praise)
                yield PlannedAnswer(words, *known, column=column, is_ours=is_ours)


def _our_words(choices: ColumnChoices) -> frozenset[str]:
    """What a cell of the column that says who speaks has where we do."""
    return (
        frozenset()
        if choices.speaker is None
        else words_of_ours(plain(choices.asked[choices.speaker]))
    )


def _who(record: TableRecord, named: str) -> tuple[str, str]:
    """The respondent of a row, and what its pieces are known by: the id, or all of its cells."""
    if named:
        return f"{_ID}{named}", f"{_ID}{named}"
    return f"line {record.line}", "\x1f".join(record.cells)


def _whole(record: TableRecord, delimiter: str, repeats: defaultdict[int, int]) -> PlannedAnswer:
    """A row whose cells do not fit the columns, for a person to look at."""
    words = clean(f"{delimiter} ".join(cell.strip() for cell in record.cells))
    row = "\x1f".join(record.cells)
    key = f"{_short(row, 8)}.{_key(row, '', words, repeats)}"
    who = f"line {record.line}"
    return PlannedAnswer(words, record.line, who, "", None, "", key, is_unsettled=True)


def _cell(record: TableRecord, column: int | None) -> str:
    if column is None or column >= len(record.cells):
        return ""
    return record.cells[column]


def _question(choices: ColumnChoices, record: TableRecord, column: int) -> str:
    asked = question_line(_cell(record, choices.question))
    return asked or question_line(choices.asked[column])


@lru_cache(maxsize=1000)
def _person(text: str) -> str:
    """What tells a person apart; "" for a name that stands for anybody."""
    name = clean(text)
    return "" if is_nobody(fold(name)) else name


@lru_cache(maxsize=1000)
def _kind(text: str) -> str:
    return " ".join(clean(text).split())[:MAX_KIND]


_folded = lru_cache(maxsize=1000)(fold)  # of questions, of which there are few


def split_answers(cell: str, delimiter: str) -> list[str]:
    """One answer is one piece, unless every line of it has a bullet or a number."""
    words = clean(_GUARD.sub("", cell) if cell.startswith("'") else cell)
    if "\n" in words and _BULLET.match(words):
        lines = [line for line in words.splitlines() if line.strip()]
        if len(lines) > 1 and all(map(_BULLET.match, lines)):
            return [without_bullet(line) for line in lines]
    return [words if delimiter else without_bullet(words)]


def without_bullet(line: str) -> str:
    """The line without its bullet or number."""
    return _BULLET.sub("", line).strip()


def _key(row: str, question: str, words: str, repeats: defaultdict[int, int]) -> str:
    """Hash the row, the question and the words, and a number where all three are repeated.

    The row is its person's id, or else all of its cells: so the same words from a new customer
    are new, and rows may be added anywhere.
    """
    base = "\0".join((row, _folded(question), words))
    number = repeats[hash(base)] = repeats[hash(base)] + 1
    return _short(f"{base}\0{number}", 12)


def _short(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def respondent_half(key: str) -> str:
    """The half of a key that all pieces of one respondent share."""
    return key.partition(".")[0]


def own_half(key: str) -> str:
    """The half of a key that only this piece has."""
    return key.partition(".")[2]
