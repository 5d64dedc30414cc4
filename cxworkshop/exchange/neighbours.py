"""Compare the columns of a table that may be answers with one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from cxworkshop.exchange import titles as say
from cxworkshop.exchange.column_kinds import ColumnKind, TableColumn
from cxworkshop.exchange.questions import is_praise, names_wishes
from cxworkshop.exchange.wording import (
    has_several_words,
    is_courteous,
    is_spoken,
    is_ticked,
    length,
    share,
)
from cxworkshop.textual import fold

_VARIED = 8  # different words, of which some return: "parking", "price"
_TRANSLATED = re.compile(
    r"\b(?:translat\w*|übersetz\w*|tradu(?:c|ç|z|it)\w*|vertal\w*|vertaald\w*|tłumacz\w*"
    r"|overs[ae]t\w*"
    r"|översätt\w*|översatt\w*|çeviri\w*|ترجمة|(?:in )?english(?: version)?|auf deutsch"
    r"|en français)$"
    r"|^(?:translat\w*|übersetz\w*|machine translat\w*|tradu(?:c|ç|z)\w*|vertal\w*) |\btranslated\b"
    r"|翻訳|[英和]訳|译文|翻译|번역"
)
LOOK_AT = 300  # values of a column whose wording is looked at


def asks_or_names(text: str) -> bool:
    """Whether a title asks for own words, or says that praise or wishes stand below it."""
    return say.asks_openly(text) or is_praise(text) or names_wishes(text)


@dataclass(frozen=True)
class ColumnValues:
    """The values of one column that are not empty, and in which rows they stand."""

    column: TableColumn
    values: tuple[str, ...]
    rows: frozenset[int]

    @property
    def spoken(self) -> float:
        return share(self.values[:LOOK_AT], is_spoken)

    @property
    def courteous(self) -> float:
        return share(self.values[:LOOK_AT], is_courteous)

    @property
    def repeats(self) -> bool:
        """Whether some value returns."""
        return self.distinct < len(self.values)

    @cached_property
    def distinct(self) -> int:
        """How many values differ by more than case, width and punctuation."""
        return len(set(map(fold, self.values)))

    @property
    def mean(self) -> float:
        return sum(map(length, self.values)) / max(1, len(self.values))


def with_siblings(found: Sequence[ColumnValues]) -> list[ColumnValues]:
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


def compared(found: Sequence[ColumnValues]) -> Iterator[TableColumn]:
    """Compare the columns that may be answers with one another."""
    answers = [one for one in found if one.column.kind is ColumnKind.ANSWER]
    answers = answers or [one for one in found if _answers_a_question(one)]
    if not answers and (short := [one for one in found if _might_be_words(one, len(found))]):
        only = max(short, key=lambda one: (one.spoken, one.mean)).column
        answer = replace(only, kind=ColumnKind.ANSWER, is_sure=False)
        yield from (answer if one.column is only else one.column for one in found)
        return
    for one in found:
        others = [other for other in answers if other is not one]
        if one.column.kind is ColumnKind.ANSWER and others:
            yield _beside(one, others)
        elif _answers_a_question(one):
            yield replace(one.column, kind=ColumnKind.ANSWER, is_sure=False)
        elif one.column.kind is ColumnKind.CHOICE and _might_be_words(one, len(found)):
            yield replace(one.column, is_sure=False)
        else:
            yield one.column


def _beside(one: ColumnValues, others: Sequence[ColumnValues]) -> TableColumn:
    """What a column of words is beside others: answers, replies to them, their titles, things."""
    column, title = one.column, one.column.title
    if _replies(one, others):
        return replace(column, kind=ColumnKind.REPLY)
    if _TRANSLATED.search(say.plain(title)) and any(one.rows <= o.rows for o in others):
        return replace(column, kind=ColumnKind.TRANSLATION)
    longest = max(other.mean for other in others)
    if say.HEADLINE.match(say.plain(title)) and longest > one.mean:
        return replace(column, kind=ColumnKind.HEADLINE, is_sure=False)
    is_asked = say.is_question(title) or is_praise(title) or names_wishes(title)
    if is_asked or say.is_open_box(title):
        return column
    if not title and longest > 2 * one.mean:
        return replace(column, kind=ColumnKind.HEADLINE, is_sure=False)
    best = max(other.spoken for other in others)
    is_thing = best >= 0.5 and one.spoken < best / 3
    if say.names_answers(title):  # "Issue" and "Request" may be what it is about
        is_thing = is_thing and longest > 3 * one.mean and one.repeats
    return replace(column, kind=ColumnKind.THING, is_sure=False) if is_thing else column


def _replies(one: ColumnValues, others: Sequence[ColumnValues]) -> bool:
    """Whether they stand only where another column has words, as courteous as it is not."""
    polite = one.courteous
    if polite < 0.5 or say.is_question(one.column.title):
        return False
    return any(
        one.rows <= other.rows and other.courteous <= polite / 2 and _is_about(other)
        for other in others
    )


def _is_about(other: ColumnValues) -> bool:
    """Whether replies may be to these words: not to headlines or names."""
    return other.spoken >= 0.3


def _answers_a_question(one: ColumnValues) -> bool:
    """Whether short words that all differ stand below a question that asks for no fact."""
    values, title = one.values, one.column.title
    if one.column.kind is not ColumnKind.CHOICE or one.repeats or len(values) < 3:
        return False
    is_asked = title.rstrip().endswith(("?", "？", "؟")) and not say.asks_a_fact(title)
    return is_asked and share(values, has_several_words) >= 0.5


def _might_be_words(one: ColumnValues, width: int) -> bool:
    """Whether short words that differ may be answers all the same: a person should say."""
    values, title = one.values, one.column.title
    if len(values) < 3 or width < 2 or say.THING.match(say.plain(title)):
        return False
    if not (say.asks_openly(title) or (not title and share(values, has_several_words) >= 0.5)):
        return False
    is_varied = one.distinct >= _VARIED and one.distinct > 0.3 * len(values)
    is_list = say.is_question(title) and say.asks_openly(title) and is_varied
    return one.distinct > 0.8 * len(values) or (is_list and not is_ticked(values))
