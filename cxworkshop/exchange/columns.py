"""Guess what each column of a table holds: by its title, its values, and the other columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cxworkshop.exchange import titles as say
from cxworkshop.exchange.column_kinds import ColumnKind, TableColumn
from cxworkshop.exchange.customer_kinds import is_kind_of_customer
from cxworkshop.exchange.dates import is_date
from cxworkshop.exchange.neighbours import ColumnValues, asks_or_names, compared, with_siblings
from cxworkshop.exchange.non_answers import is_non_answer
from cxworkshop.exchange.own_table import in_default_words
from cxworkshop.exchange.questions import asked, is_praise, names_wishes, praised
from cxworkshop.exchange.sides import says_who_speaks
from cxworkshop.exchange.table import Table
from cxworkshop.exchange.wording import (
    has_several_words,
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
LONG_VALUE = 500  # characters of a cell that show what its column holds

_COUNTED = 8  # numbers one after another are no marks

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_SCORE = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?\s*%?")
_ID = re.compile(r"\S.{0,30}\d+(\s*-\s*\w+)?")


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
        found.append(ColumnValues(column, values, filled))
    return tuple(compared(with_siblings(found)))


def _kind(title: str, values: Sequence[str]) -> ColumnKind:
    if not values:
        return ColumnKind.EMPTY
    words = say.plain(title)
    by_title = _of_people(words, values) or _named(title, words, values)
    return by_title or _formed(words, values) or _words(title, words, values)


def _of_people(words: str, values: Sequence[str]) -> ColumnKind | None:
    """What each row says of the person: which side of a conversation, which kind of customer."""
    if says_who_speaks(words, values):
        return ColumnKind.SPEAKER
    return ColumnKind.CUSTOMER_KIND if is_kind_of_customer(words, values) else None


def _named(title: str, words: str, values: Sequence[str]) -> ColumnKind | None:
    """What the title says, if the values may be that."""
    if (by_title := _by_title(title, words)) is not None and _may_be(by_title, values):
        return by_title
    last = say.last_part(title)
    is_short = len(last) < say.LONG_TITLE and not last.rstrip().endswith("?")
    is_person = is_short and say.PERSONAL.search(say.plain(last)) and not say.THING.match(words)
    if is_person and share(values, is_spoken) < 0.5:  # a card's name is what somebody said
        return ColumnKind.PERSONAL
    return None


def _formed(words: str, values: Sequence[str]) -> ColumnKind | None:
    """What the form of the values says."""
    if _is_numbering(words, values):
        return ColumnKind.ID
    return next((kind for test, most, kind in _FORMS if share(values, test) > most), None)


def _is_numbering(words: str, values: Sequence[str]) -> bool:
    """Whether the rows are counted here: by the title, or one after another."""
    if not all(map(str.isdecimal, values)):
        return False
    numbers = [*map(int, values)]
    is_counted = numbers == [*range(numbers[0], numbers[0] + len(numbers))]
    return bool(say.NUMBERING.fullmatch(words)) or (is_counted and len(numbers) >= _COUNTED)


def _may_be(kind: ColumnKind, values: Sequence[str]) -> bool:
    """Whether values may be what a title says: no days of replies, and no kind for each row."""
    if kind is ColumnKind.CUSTOMER_KIND:
        return len(values) < 4 or len(set(values)) < len(values)
    return kind is not ColumnKind.REPLY or share(values, is_date) <= 0.8


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
    is_coded = share(values, _ID.fullmatch) > 0.95 and len(values) > 3
    if is_coded and len(distinct) == len(values) and not _names_places(title, values):
        return ColumnKind.ID  # all end in their own number: NEAS PTS 570, R-0012
    said = [v for v in values if not is_non_answer(v, folded[v])] or [*values]
    return _said(title, plain, said, len({folded[value] for value in said}))


def _names_places(title: str, values: Sequence[str]) -> bool:
    """Whether they answer an open question though they end in numbers: "Gate 12", "Bus 7"."""
    asks = is_praise(title) or names_wishes(title) or say.is_question(title)
    return asks and share(values, has_several_words) >= 0.5


def _are_questions(values: set[str]) -> bool:
    """Whether a few texts that return are what was asked: "Went well", "What can be better?"."""
    lists = [
        v for v in values if is_praise(v) or names_wishes(v) or say.ACTIONS.match(say.plain(v))
    ]
    is_mark = all(map(say.is_mark, map(say.plain, lists)))  # of a scale: "Good", "Bad"
    both = any(map(names_wishes, lists)) and any(map(is_praise, lists))
    if len(lists) * 3 >= len(values) * 2 and both and not is_mark:
        return True  # the lists of a retrospective: "Start", "Stop", "Continue"
    asked = [v for v in values if " " in v and (v.endswith("?") or asks_or_names(v))]
    return len(asked) * 2 > len(values) > 1 and bool(praised(asked))


def _said(title: str, plain: str, values: Sequence[str], distinct: int) -> ColumnKind:
    """Classify words: free text differs and is long, unless its title says what it is."""
    if len(values) > 1 and distinct == 1:
        return ColumnKind.CHOICE
    is_named = say.names_answers(title)
    if distinct <= ANSWER_DISTINCT * len(values):
        open_enough = (is_named or asks_or_names(title)) and distinct > CHOICE_VALUES
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
        is_open = asks_or_names(title) and share(values, _SCORE.fullmatch) < 0.5
        return ColumnKind.ANSWER if is_open else ColumnKind.CHOICE
    return ColumnKind.ANSWER if share(values, has_several_words) >= 0.2 else ColumnKind.ID
