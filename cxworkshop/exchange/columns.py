"""Guess what each column of a table holds: by its title, its values, and the other columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cxworkshop.exchange import titles as say
from cxworkshop.exchange.dates import is_date
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.own_table import in_default_words
from cxworkshop.exchange.questions import asked, is_praise
from cxworkshop.exchange.table import Table
from cxworkshop.exchange.wording import (
    has_several_words,
    is_courteous,
    is_spoken,
    is_ticked,
    length,
    share,
)
from cxworkshop.progress import go_on
from cxworkshop.textual import fold

ANSWER_CHARACTERS = 18  # free text is longer than this on average
ANSWER_DISTINCT = 0.5  # and more than half of it differs
CHOICE_VALUES = 15
LOOK_AT = 2000  # rows
LOOK_AT_CELLS = 200_000  # fewer rows of a very wide table
LOOK_AT_WORDS = 300  # values of a column whose wording is looked at
LONG_VALUE = 500  # characters of a cell that show what its column holds

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_SCORE = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?\s*%?")
_ID = re.compile(r"\S.{0,30}\d+(\s*-\s*\w+)?")


class ColumnKind(StrEnum):
    """What a column holds."""

    EMPTY = "empty"
    ANSWER = "answer"
    REPLY = "our own answers"
    ACTIONS = "our own steps"
    HEADLINE = "title of an answer"
    THING = "name of a thing"
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
    """One column: its number from 0, its title, what it asks, and what it seems to hold.

    `is_sure` is False where a person should say whether its words are answers.
    """

    number: int
    title: str
    kind: ColumnKind
    asks: str = ""
    is_sure: bool = True


@dataclass(frozen=True)
class _Values:
    """The values of one column that are not empty, and in which rows they stand."""

    column: TableColumn
    values: tuple[str, ...]
    rows: frozenset[int]

    @property
    def spoken(self) -> float:
        return share(self.values[:LOOK_AT_WORDS], is_spoken)

    @property
    def courteous(self) -> float:
        return share(self.values[:LOOK_AT_WORDS], is_courteous)

    @property
    def mean(self) -> float:
        return sum(map(length, self.values)) / max(1, len(self.values))


def guess(table: Table) -> tuple[TableColumn, ...]:
    """Guess what every column holds; a person may know better."""
    asks, known = asked(table.titles), in_default_words(table.titles)
    rows = min(LOOK_AT, LOOK_AT_CELLS // max(1, len(asks)))
    found = []
    for number, title in enumerate(table.titles):
        go_on()
        cells = [cell[:LONG_VALUE].strip() for cell in table.column_begins(number, rows)]
        values = tuple(filter(None, cells))
        column = TableColumn(number, title, _kind(known[number], values), asks[number])
        filled = frozenset(row for row, cell in enumerate(cells) if cell)
        found.append(_Values(column, values, filled))
    return tuple(_compared(_with_siblings(found)))


def _with_siblings(found: Sequence[_Values]) -> list[_Values]:
    """Take the further boxes of an open question as answers too, however short they are."""
    columns = [one.column for one in found]
    open_questions = {column.asks for column in columns if column.kind is ColumnKind.ANSWER}
    return [
        replace(one, column=replace(one.column, kind=ColumnKind.ANSWER))
        if one.column.asks != one.column.title
        and one.column.asks in open_questions
        and one.column.kind in (ColumnKind.CHOICE, ColumnKind.ID)
        else one
        for one in found
    ]


def _compared(found: Sequence[_Values]) -> Iterator[TableColumn]:
    """Compare the columns that may be answers with one another."""
    answers = [one for one in found if one.column.kind is ColumnKind.ANSWER]
    if not answers and (short := [one for one in found if _might_be_words(one, len(found))]):
        only = max(short, key=lambda one: (one.spoken, one.mean)).column
        answer = replace(only, kind=ColumnKind.ANSWER, is_sure=False)
        yield from (answer if one.column is only else one.column for one in found)
        return
    for one in found:
        others = [other for other in answers if other is not one]
        if one.column.kind is ColumnKind.ANSWER and others:
            yield _beside(one, others)
        elif one.column.kind is ColumnKind.CHOICE and _might_be_words(one, len(found)):
            yield replace(one.column, is_sure=False)
        else:
            yield one.column


def _beside(one: _Values, others: Sequence[_Values]) -> TableColumn:
    """What a column of words is beside others: answers, replies to them, their titles, things."""
    column, title = one.column, one.column.title
    if _replies(one, others):
        return replace(column, kind=ColumnKind.REPLY)
    longest = max(other.mean for other in others)
    if say.HEADLINE.match(say.plain(title)) and longest > one.mean:
        return replace(column, kind=ColumnKind.HEADLINE, is_sure=False)
    if say.is_question(title) or say.names_answers(title) or say.is_open_box(title):
        return column
    best = max(other.spoken for other in others)
    if not title and longest > 2 * one.mean:
        return replace(column, kind=ColumnKind.HEADLINE, is_sure=False)
    if best >= 0.5 and one.spoken < best / 3:
        return replace(column, kind=ColumnKind.THING, is_sure=False)
    return column


def _replies(one: _Values, others: Sequence[_Values]) -> bool:
    """Whether they stand only where another column has words, as courteous as it is not."""
    polite = one.courteous
    if polite < 0.5 or say.is_question(one.column.title):
        return False
    return any(
        one.rows <= other.rows and other.courteous <= polite / 2 and _is_about(other)
        for other in others
    )


def _is_about(other: _Values) -> bool:
    """Whether replies may be to these words: not to headlines or names."""
    return other.spoken >= 0.3


def _might_be_words(one: _Values, width: int) -> bool:
    """Whether short words that differ may be answers all the same: a person should say."""
    values, title = one.values, one.column.title
    if len(values) < 3 or width < 2 or say.THING.match(say.plain(title)):
        return False
    if not (say.asks_openly(title) or (not title and share(values, has_several_words) >= 0.5)):
        return False
    return len({fold(value) for value in values}) > 0.8 * len(values)


def _kind(title: str, values: Sequence[str]) -> ColumnKind:
    if not values:
        return ColumnKind.EMPTY
    words = say.plain(title)
    if (by_title := _by_title(title, words)) is not None and not _is_reply_day(by_title, values):
        return by_title
    last = say.last_part(title)
    is_short = len(last) < say.LONG_TITLE and not last.rstrip().endswith("?")
    if is_short and say.PERSONAL.search(say.plain(last)) and not say.THING.match(words):
        return ColumnKind.PERSONAL
    for test, most, kind in _FORMS:
        if share(values, test) > most:
            return kind
    return _words(title, words, values)


def _is_reply_day(kind: ColumnKind, values: Sequence[str]) -> bool:
    return kind is ColumnKind.REPLY and share(values, is_date) > 0.8


def _by_title(title: str, words: str) -> ColumnKind | None:
    if len(words.split()) > 6 or title.rstrip().endswith("?"):
        return ColumnKind.RESPONDENT if _is_respondent(words) and len(title) < 60 else None
    return next((kind for test, kind in _ROLES if test(words)), None)


def _is_respondent(words: str) -> bool:
    return bool(say.PERSON_ID.search(words) or say.RESPONSE_ID.search(words))


_ROLES: tuple[tuple[Callable[[str], object], ColumnKind], ...] = (
    (_is_respondent, ColumnKind.RESPONDENT),
    (say.CUSTOMER_KIND.search, ColumnKind.CUSTOMER_KIND),
    (say.ASKED_BY.match, ColumnKind.ASKED_BY),
    (say.REPLY.search, ColumnKind.REPLY),
    (say.ACTIONS.match, ColumnKind.ACTIONS),
    (say.USERNAME.match, ColumnKind.PERSONAL),
)
_FORMS: tuple[tuple[Callable[[str], object], float, ColumnKind], ...] = (
    (_MAIL.fullmatch, 0.5, ColumnKind.PERSONAL),
    (_IP.fullmatch, 0.5, ColumnKind.PERSONAL),
    (_URL.fullmatch, 0.5, ColumnKind.ID),
    (is_date, 0.8, ColumnKind.DATE),
    (_SCORE.fullmatch, 0.9, ColumnKind.SCORE),
)


def _words(title: str, plain: str, values: Sequence[str]) -> ColumnKind:
    folded = {value: fold(value) for value in values}
    distinct = set(folded.values())
    is_repeated = len(distinct) <= CHOICE_VALUES and len(values) > len(distinct)
    if is_repeated and (say.QUESTION.search(plain) or _are_questions(set(values))):
        return ColumnKind.QUESTION
    if distinct == {fold(say.last_part(title))}:
        return ColumnKind.CHOICE  # a tick box: the only value is the column's own title
    if say.is_open_box(title):
        return ColumnKind.ANSWER
    if share(values, _ID.fullmatch) > 0.95 and len(values) > 3 and len(distinct) == len(values):
        return ColumnKind.ID  # all end in their own number: NEAS PTS 570, R-0012
    said = [v for v in values if not is_non_answer(v, folded[v])] or [*values]
    return _said(title, plain, said, len({folded[value] for value in said}))


def _are_questions(values: set[str]) -> bool:
    """Whether a few texts that return are what was asked: "Went well", "What can be better?"."""
    asked = [v for v in values if " " in v and (v.endswith("?") or is_praise(v) or _is_open(v))]
    return len(asked) * 2 > len(values) > 1 and any(map(is_praise, asked))


def _is_open(text: str) -> bool:
    return say.asks_openly(text) or is_praise(text)


def _said(title: str, plain: str, values: Sequence[str], distinct: int) -> ColumnKind:
    """Classify words: free text differs and is long, unless its title says what it is."""
    if len(values) > 1 and distinct == 1:
        return ColumnKind.CHOICE
    is_named = say.names_answers(title)
    if distinct <= ANSWER_DISTINCT * len(values):
        open_enough = (is_named or _is_open(title)) and distinct > CHOICE_VALUES
        return ColumnKind.ANSWER if open_enough and not is_ticked(values) else ColumnKind.CHOICE
    if is_named:
        return ColumnKind.ANSWER
    if is_ticked(values):
        return ColumnKind.CHOICE
    is_thing = say.THING.match(plain) or say.asks_for_a_thing(title)
    if is_thing and share(values, is_spoken) < 0.5:
        return ColumnKind.THING
    return _spoken(title, values)


def _spoken(title: str, values: Sequence[str]) -> ColumnKind:
    """Classify values that differ: free text is long; long values without spaces are codes."""
    if sum(map(length, values)) <= ANSWER_CHARACTERS * len(values):
        is_open = _is_open(title) and share(values, _SCORE.fullmatch) < 0.5
        return ColumnKind.ANSWER if is_open else ColumnKind.CHOICE
    return ColumnKind.ANSWER if share(values, has_several_words) >= 0.2 else ColumnKind.ID
