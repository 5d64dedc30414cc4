"""What each column of a table is, and which of them a person wants to take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cxworkshop.exchange.dates import is_date
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.refusals import NoAnswers, NoSuchColumn
from cxworkshop.exchange.table import Table
from cxworkshop.textual import fold

ANSWER_CHARACTERS = 18  # free text is longer than this on average
ANSWER_DISTINCT = 0.5  # and more than half of it differs
CHOICE_VALUES = 15
LOOK_AT = 2000  # rows are enough to know a column by

_PERSONAL = re.compile(
    r"\b(e-?mail|(?:first|last|sur|full|vor|nach)[- ]?name|name|phone|telefon|mobile|ip|address|"
    r"adresse|birth|geburts\w*|postcode|zip|nom|prénom|courriel|téléphone|nombre|correo)\b",
    re.IGNORECASE,
)
_RESPONDENT = re.compile(
    r"\b(respondents?|response|participant|customer|kunden?|teilnehmer)[-_ ]?(id|no|nr|number)\b|"
    r"^(respondent|customer|kundennummer|kunde)$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(kundentyp|kundenart|customer (?:type|kind)|(?:type|kind) of customer|segment|"
    r"type de client|tipo de cliente|klanttype|soort klant)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(date|datum|day|started|submitted|fecha|dato)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(question|frage|pregunta|vraag|spørsmål|fråga)\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IP = re.compile(r"^\d{1,3}(?:\.\d{1,3}){3}$")
_SCORE = re.compile(r"^[-+]?\d{1,3}(?:[.,]\d+)?\s*%?$")
_PRAISE = re.compile(
    r"\bwhat (?:was|is|went|did you (?:like|enjoy)|do you like|did we do) ?(?:so )?"
    r"(?:good|well|great|best|right)?\b.*\b(?:good|well|great|best|like|enjoy)\b|"
    r"\bwas (?:war|ist|hat ihnen) .*(?:gut|gefallen)\b|\bmake it pleasant\b",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a column holds."""

    EMPTY = "empty"
    ANSWER = "answer"
    PERSONAL = "personal"
    DATE = "date"
    SCORE = "score"
    ID = "id"
    CHOICE = "choice"
    QUESTION = "question"


@dataclass(frozen=True)
class Column:
    """One column: its number from 0, its title, and what it seems to hold."""

    number: int
    title: str
    kind: Kind


@dataclass(frozen=True)
class Choices:
    """What to take: numbers of columns from 0, and folded texts of questions to leave out."""

    answers: tuple[int, ...]
    question: int | None = None
    respondent: int | None = None
    customer_kind: int | None = None
    day: int | None = None
    skipped: frozenset[str] = frozenset()


def guess(table: Table) -> tuple[Column, ...]:
    """What every column seems to be; a person may know better."""
    columns = []
    for number, title in enumerate(table.titles):
        values = [value.strip() for value in table.column(number)[:LOOK_AT] if value.strip()]
        columns.append(Column(number, title, _kind(title, values)))
    return tuple(columns)


def _kind(title: str, values: Sequence[str]) -> Kind:
    if not values:
        return Kind.EMPTY
    last = title.rpartition(" — ")[2]
    if _PERSONAL.search(last) and len(last) < 40:
        return Kind.PERSONAL
    if _share(values, _MAIL.fullmatch) > 0.5 or _share(values, _IP.match) > 0.5:
        return Kind.PERSONAL
    if _share(values, is_date) > 0.8:
        return Kind.DATE
    if _share(values, _SCORE.match) > 0.9:
        return Kind.SCORE
    return _words(title, values)


def _words(title: str, values: Sequence[str]) -> Kind:
    distinct = {fold(value) for value in values}
    spoken = [value for value in values if not is_non_answer(value)] or values
    length = sum(map(len, spoken)) / len(spoken)
    if _QUESTION.search(title) and len(distinct) <= CHOICE_VALUES and len(values) > len(distinct):
        return Kind.QUESTION
    if distinct == {fold(title.rpartition(" — ")[2])}:
        return Kind.CHOICE  # a tick box: the only value is the column's own title
    spaced = sum(" " in value for value in spoken) / len(spoken)
    if length > ANSWER_CHARACTERS and len({fold(v) for v in spoken}) > ANSWER_DISTINCT * len(
        spoken
    ):
        return Kind.ID if spaced < 0.2 or _looks_like_ids(values) else Kind.ANSWER
    if len(distinct) == len(values) > CHOICE_VALUES and _looks_like_ids(values):
        return Kind.ID
    return Kind.CHOICE


def _looks_like_ids(values: Sequence[str]) -> bool:
    """All end in their own number: NEAS PTS 570, R-0012."""
    return (
        len(values) > 3 and _share(values, re.compile(r"^\S.{0,30}\d+(\s*-\s*\w+)?$").match) > 0.95
    )


def _share(values: Sequence[str], test: object) -> float:
    assert callable(test)
    return sum(bool(test(value)) for value in values) / len(values)


def is_praise(question: str) -> bool:
    """Whether a question clearly asks for what was good."""
    return bool(_PRAISE.search(question))


def choices(
    table: Table,
    columns: Sequence[str] = (),
    question_column: str | None = None,
    skip_questions: Sequence[str] = (),
) -> Choices:
    """What a person named by title or number, the rest as guessed.

    Raises NoSuchColumn, and NoAnswers when none was named and none looks like answers.
    """
    seen = guess(table)
    question = _named(table, question_column) if question_column else _first(seen, Kind.QUESTION)
    answers = tuple(_named(table, column) for column in columns) or _answers(seen, question)
    if not answers:
        raise NoAnswers(table.titles)
    return Choices(
        answers=answers,
        question=question,
        respondent=_titled(seen, _RESPONDENT, answers),
        customer_kind=_titled(seen, _KIND, answers),
        day=_day(seen, answers),
        skipped=frozenset(fold(text) for text in skip_questions),
    )


def _answers(seen: Sequence[Column], question: int | None) -> tuple[int, ...]:
    found = tuple(column.number for column in seen if column.kind is Kind.ANSWER)
    if found or len(seen) > 1 or question is not None:
        return found
    return (0,) if seen else ()


def _named(table: Table, wanted: str) -> int:
    for number, title in enumerate(table.titles):
        if fold(title) == fold(wanted):
            return number
    if wanted.isdecimal() and 1 <= int(wanted) <= len(table.titles):
        return int(wanted) - 1
    inside = [n for n, title in enumerate(table.titles) if fold(wanted) in fold(title)]
    if len(inside) == 1:
        return inside[0]
    raise NoSuchColumn(wanted, table.titles)


def _first(seen: Sequence[Column], kind: Kind) -> int | None:
    return next((column.number for column in seen if column.kind is kind), None)


def _titled(seen: Sequence[Column], title: re.Pattern[str], answers: Sequence[int]) -> int | None:
    for column in seen:
        if title.search(column.title) and column.number not in answers:
            return None if column.kind is Kind.EMPTY else column.number
    return None


def _day(seen: Sequence[Column], answers: Sequence[int]) -> int | None:
    dates = [c for c in seen if c.kind is Kind.DATE and c.number not in answers]
    named = [column for column in dates if _DAY.search(column.title)]
    return next((column.number for column in named or dates), None)
