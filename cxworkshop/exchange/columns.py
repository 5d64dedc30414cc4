"""Guess what each column of a table holds, and choose which to take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cxworkshop.exchange.dates import is_date
from cxworkshop.exchange.headers import names_answers
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.questions import asked, is_praise, question_line
from cxworkshop.exchange.refusals import NoAnswers, NoSuchColumn, NoSuchQuestion
from cxworkshop.exchange.table import Table
from cxworkshop.progress import go_on
from cxworkshop.textual import fold

ANSWER_CHARACTERS = 18  # free text is longer than this on average
ANSWER_DISTINCT = 0.5  # and more than half of it differs
CHOICE_VALUES = 15
LOOK_AT = 2000  # rows
LOOK_AT_CELLS = 200_000  # fewer rows of a very wide table
LONG_VALUE = 500  # characters of a cell that show what its column holds
LONG_TITLE = 40  # a longer title is a question that only mentions an address or a name

_PERSONAL = re.compile(
    r"\b(e-?mail|(?:first|last|sur|full|vor|nach)[- ]?name|name|phone|telefon|mobile|ip|address|"
    r"adresse|birth|geburts\w*|postcode|zip|nom|prénom|courriel|téléphone|nombre|correo|naam)\b",
    re.IGNORECASE,
)
_RESPONDENT = re.compile(
    r"\b(respondents?|response|participant|customer|kunden?|teilnehmer)[-_ ]?(id|no|nr|number)\b|"
    r"^(respondent|customer|kundennummer|kunde)$",
    re.IGNORECASE,
)
_CUSTOMER_KIND = re.compile(
    r"\b(kundentyp|kundenart|customer (?:type|kind)|(?:type|kind) of customer|segment|"
    r"type de client|tipo de cliente|klanttype|soort klant)\b",
    re.IGNORECASE,
)
_ASKED_BY = re.compile(
    r"^(asked by|interviewer|interviewed by|collected by|gefragt von|befragt von|interviewt von|"
    r"demandé par|preguntado por|gevraagd door|spurt av)$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(date|datum|day|started|submitted|fecha|dato)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(question|frage|pregunta|vraag|spørsmål|fråga)\b", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?")
_SCORE = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?\s*%?")
_ID = re.compile(r"\S.{0,30}\d+(\s*-\s*\w+)?")


class ColumnKind(StrEnum):
    """What a column holds."""

    EMPTY = "empty"
    ANSWER = "answer"
    PERSONAL = "personal"
    DATE = "date"
    SCORE = "score"
    ID = "id"
    CHOICE = "choice"
    QUESTION = "question"
    RESPONDENT = "respondent"
    CUSTOMER_KIND = "kind of customer"
    ASKED_BY = "asked by"


@dataclass(frozen=True)
class TableColumn:
    """One column: its number from 0, its title, what it asks, and what it seems to hold."""

    number: int
    title: str
    kind: ColumnKind
    asks: str = ""


@dataclass(frozen=True)
class ColumnChoices:
    """What to take: numbers of columns from 0, and folded texts of questions.

    `asked` has the question of every column; `skipped` questions are set aside, answers to
    `praise` questions get no card. The header is moved with `Table.headed`, before choosing.
    """

    answers: tuple[int, ...]
    asked: tuple[str, ...] = ()
    question: int | None = None
    respondent: int | None = None
    customer_kind: int | None = None
    day: int | None = None
    skipped: frozenset[str] = frozenset()
    praise: frozenset[str] = frozenset()


def guess(table: Table) -> tuple[TableColumn, ...]:
    """Guess what every column holds; a person may know better."""
    asks = asked(table.titles)
    rows = min(LOOK_AT, LOOK_AT_CELLS // max(1, len(asks)))
    columns = []
    for number, title in enumerate(table.titles):
        go_on()
        stripped = (value[:LONG_VALUE].strip() for value in table.column_begins(number, rows))
        values = [value for value in stripped if value]
        columns.append(TableColumn(number, title, _kind(title, values), asks[number]))
    return tuple(_with_siblings(columns))


def _with_siblings(columns: Sequence[TableColumn]) -> Iterable[TableColumn]:
    """Take the further boxes of an open question as answers too, however short they are."""
    open_questions = {column.asks for column in columns if column.kind is ColumnKind.ANSWER}
    for column in columns:
        numbered = column.asks != column.title and column.asks in open_questions
        if numbered and column.kind in (ColumnKind.CHOICE, ColumnKind.ID):
            yield replace(column, kind=ColumnKind.ANSWER)
        else:
            yield column


def _kind(title: str, values: Sequence[str]) -> ColumnKind:
    if not values:
        return ColumnKind.EMPTY
    for pattern, kind in _ROLES:
        if pattern.search(title):
            return kind
    last = title.rpartition(" — ")[2]
    if _PERSONAL.search(last) and len(last) < LONG_TITLE:
        return ColumnKind.PERSONAL
    for test, share, kind in _FORMS:
        if _share(values, test) > share:
            return kind
    return _words(title, values)


_ROLES = (
    (_RESPONDENT, ColumnKind.RESPONDENT),
    (_CUSTOMER_KIND, ColumnKind.CUSTOMER_KIND),
    (_ASKED_BY, ColumnKind.ASKED_BY),
)
_FORMS: tuple[tuple[Callable[[str], object], float, ColumnKind], ...] = (
    (_MAIL.fullmatch, 0.5, ColumnKind.PERSONAL),
    (_IP.fullmatch, 0.5, ColumnKind.PERSONAL),
    (is_date, 0.8, ColumnKind.DATE),
    (_SCORE.fullmatch, 0.9, ColumnKind.SCORE),
)


def _words(title: str, values: Sequence[str]) -> ColumnKind:
    distinct = {fold(value) for value in values}
    if _QUESTION.search(title) and len(distinct) <= CHOICE_VALUES and len(values) > len(distinct):
        return ColumnKind.QUESTION
    if distinct == {fold(title.rpartition(" — ")[2])}:
        return ColumnKind.CHOICE  # a tick box: the only value is the column's own title
    if _share(values, _ID.fullmatch) > 0.95 and len(values) > 3 and len(distinct) == len(values):
        return ColumnKind.ID  # all end in their own number: NEAS PTS 570, R-0012
    spoken = [value for value in values if not is_non_answer(value)] or values
    if len({fold(value) for value in spoken}) <= ANSWER_DISTINCT * len(spoken):
        return ColumnKind.CHOICE
    return ColumnKind.ANSWER if names_answers(title) else _spoken(spoken)


def _spoken(values: Sequence[str]) -> ColumnKind:
    """Classify values that differ: free text is long; long values without spaces are codes."""
    if sum(map(len, values)) <= ANSWER_CHARACTERS * len(values):
        return ColumnKind.CHOICE
    return ColumnKind.ANSWER if _share(values, _several_words) >= 0.2 else ColumnKind.ID


def _several_words(value: str) -> bool:
    """Whether it has several words; Chinese, Japanese and Thai write no spaces between them."""
    return " " in value or not value.isascii()


def _share(values: Sequence[str], test: Callable[[str], object]) -> float:
    return len([*filter(test, values)]) / len(values)


def _question_column(guessed: Sequence[TableColumn], name: str | None) -> int | None:
    return _named(guessed, name) if name else _first(guessed, ColumnKind.QUESTION)


def choices(
    table: Table,
    columns: Sequence[str] = (),
    question_column: str | None = None,
    skip_questions: Sequence[str] = (),
) -> ColumnChoices:
    """Take the columns that a person named by title or number, and guess the others.

    Raises NoSuchColumn, NoSuchQuestion, and NoAnswers when no column was named and none looks
    like answers.
    """
    guessed = guess(table)
    question = _question_column(guessed, question_column)
    answers = tuple(dict.fromkeys(_named(guessed, column) for column in columns))
    answers = answers or _answers(guessed, question)
    if not answers:
        raise NoAnswers(table.titles)
    questions = _questions(table, guessed, answers, question)
    others = [column for column in guessed if column.number not in (*answers, question)]
    return ColumnChoices(
        answers=answers,
        asked=tuple(column.asks for column in guessed),
        question=question,
        respondent=_first(others, ColumnKind.RESPONDENT),
        customer_kind=_first(others, ColumnKind.CUSTOMER_KIND),
        day=_day(others),
        skipped=_skipped(skip_questions, questions),
        praise=frozenset(folded for folded, text in questions.items() if is_praise(text)),
    )


def _questions(
    table: Table, guessed: Sequence[TableColumn], answers: Sequence[int], question: int | None
) -> dict[str, str]:
    """Every question that is answered in the table, by its folded text."""
    texts = [guessed[number].asks for number in answers]
    if question is not None:
        texts = [*dict.fromkeys(table.column(question)), *texts]
    lines = (question_line(text) for text in texts)
    return {fold(line): line for line in lines if line}


def _skipped(wanted: Sequence[str], questions: dict[str, str]) -> frozenset[str]:
    for text in wanted:
        if fold(text) not in questions:
            raise NoSuchQuestion(text, tuple(questions.values()))
    return frozenset(fold(text) for text in wanted)


def _answers(guessed: Sequence[TableColumn], question: int | None) -> tuple[int, ...]:
    found = tuple(column.number for column in guessed if column.kind is ColumnKind.ANSWER)
    if found or len(guessed) > 1 or question is not None:
        return tuple(number for number in found if number != question)
    return (0,) if guessed else ()


def _named(guessed: Sequence[TableColumn], wanted: str) -> int:
    """Find a column by title, by number from 1, or by a part of a title that only it has."""
    sought, number = fold(wanted), wanted.strip()
    same = [column for column in guessed if sought and fold(column.title) == sought]
    if same:  # a box of choices and the words beside it often share their title
        return next((c.number for c in same if c.kind is ColumnKind.ANSWER), same[0].number)
    if number.isascii() and number.isdecimal() and 1 <= int(number[:9]) <= len(guessed):
        return int(number[:9]) - 1
    inside = [column.number for column in guessed if sought and sought in fold(column.title)]
    if len(inside) == 1:
        return inside[0]
    raise NoSuchColumn(wanted, tuple(column.title for column in guessed))


def _first(guessed: Sequence[TableColumn], kind: ColumnKind) -> int | None:
    return next((column.number for column in guessed if column.kind is kind), None)


def _day(guessed: Sequence[TableColumn]) -> int | None:
    dates = [column for column in guessed if column.kind is ColumnKind.DATE]
    named = [column for column in dates if _DAY.search(column.title)]
    return next((column.number for column in named or dates), None)
