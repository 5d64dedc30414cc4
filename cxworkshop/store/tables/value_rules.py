"""Which values a column may hold, from the type and the limits that its noun declares.

There is no list of columns here: a new field of a noun is checked because it has a type.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _
from cxworkshop.model import NOUNS, STAMP_COLUMNS, STORE_COLUMNS
from cxworkshop.model.limits import (
    COUNTS,
    FIRST_DAY,
    HASHES,
    LAST_DAY,
    MOST_BYTES_OF_VALUE,
    MOST_CHARACTERS,
    MOST_CHARACTERS_OF_ID,
    NUMBERS,
    AtMost,
    Between,
    Matching,
)
from cxworkshop.store.tables.codec import Kinds
from cxworkshop.value_object import ValueObject

_EARLIEST, _LATEST = FIRST_DAY.isoformat(), LAST_DAY.isoformat()
NONE = type(None)
Test = Callable[[Any], bool]


class ValueRule(ValueObject):
    """What one column may hold, as SQLite keeps it.

    A number is between `least` and `most`, a text has so many characters and no NUL; where that is
    not all, `accepts` looks at each value. `instead` is what a rescue writes in place of a value
    that can't be right; None where nothing says it, as for an id.
    """

    type: type[int | str]
    may_be_empty: bool  # NULL
    least: int
    most: int
    accepts: Test | None = None
    instead: int | str | None = None

    def is_right(self, value: object) -> bool:
        """Whether the column may hold this value."""
        if type(value) is str is self.type and self.accepts is None:  # as nearly all are
            return self.least <= len(value) <= self.most and _is_clean(value)
        return self.are_right((value,))

    def are_right(self, column: Collection[object], kinds: Kinds | None = None) -> bool:
        """Whether it may hold all of these, which have these types; faster than asking for each."""
        kinds = kinds or set(map(type, column))  # exactly: a bool is no number here
        if not kinds <= {self.type, NONE} or (NONE in kinds and not self.may_be_empty):
            return False
        if self.type not in kinds:
            return True
        said: Any = column if NONE not in kinds else [one for one in column if one is not None]
        if self.accepts is not None:
            said = set(said)
        is_within = _are_texts if self.type is str else _are_numbers
        return is_within(said, self.least, self.most) and (
            self.accepts is None or all(map(self.accepts, said))
        )


def _are_numbers(numbers: Collection[int], least: int, most: int) -> bool:
    return least <= min(numbers) and max(numbers) <= most


def _are_texts(texts: Collection[str], least: int, most: int) -> bool:
    lengths = set(map(len, texts))
    return _are_numbers(lengths, least, most) and _is_clean("".join(texts))


def _is_clean(text: str) -> bool:
    return "\0" not in text and (text.isascii() or _has_no_surrogate(text))


def _has_no_surrogate(text: str) -> bool:
    try:
        text.encode()  # a tenth of the time of a pattern
    except UnicodeEncodeError:
        return False
    return True


@cache
def table_rules(table: str) -> dict[str, ValueRule]:
    """The rule of each column that the model knows, the store's own three included."""
    columns = _hints(table) | STAMP_COLUMNS
    return {name: _rule(hint, is_id=name == "id") for name, hint in columns.items()}


def rule_of(table: str, column: str, kind: str) -> ValueRule:
    """The rule of one column; for one that the model doesn't know, of an older format, its kind."""
    known = table_rules(table).get(column)
    return known or (_ANY_TEXT if kind == "TEXT" else _ANY_NUMBER)


def refuse_wrong(table: str, names: Sequence[str], columns: Sequence[Collection[object]]) -> None:
    """Raise BadWords for values, given by columns of these names, that an opening would refuse."""
    rules = table_rules(table)
    for name, column in zip(names, columns, strict=True):
        rule = rules[name]
        if not rule.are_right(column):
            raise _refusal(rule, next(value for value in column if not rule.is_right(value)))


def refuse_wrong_values(
    table: str, names: Sequence[str], values: Sequence[object], places: Iterable[int]
) -> None:
    """The same for the values at these places of one row."""
    rules = table_rules(table)
    for place in places:
        rule, value = rules[names[place]], values[place]
        if not rule.is_right(value):
            raise _refusal(rule, value)


def _refusal(rule: ValueRule, value: object) -> BadWords:
    if rule.accepts is is_day:
        text = _("{value} is too far away; the years {first} to {last} can be used.")
        return BadWords(text.format(value=value, first=FIRST_DAY.year, last=LAST_DAY.year))
    if isinstance(value, int):
        text = _("{value} can’t be kept here: a number from {least} to {most} can.")
        return BadWords(text.format(value=value, least=rule.least, most=rule.most))
    if isinstance(value, str) and len(value) > rule.most:
        text = _(
            "That is {length} characters, {over} too many: {most} is the most. "
            "Shorten it or split it into two; nothing was taken off."
        )
        over = len(value) - rule.most
        return BadWords(text.format(length=len(value), over=over, most=rule.most))
    return BadWords(_("“{value}” can’t be kept here.").format(value=quoted(str(value))))


def _hints(table: str) -> dict[str, Any]:
    noun = next((kind for kind in NOUNS if kind.table == table), None)
    if noun is None:
        return STORE_COLUMNS.get(table, {})
    return {field.name: field.type for field in fields(noun)}


@cache
def _rule(hint: Any, *, is_id: bool) -> ValueRule:
    """The rule of a column of this type; most columns have one of some twenty."""
    limit: object = None
    may_be_empty = False
    while True:
        if get_origin(hint) in (Union, types.UnionType):
            may_be_empty = True
            hint = next(arg for arg in get_args(hint) if arg is not NONE)
        elif get_origin(hint) is Annotated:
            hint, limit = get_args(hint)[:2]
        elif hasattr(hint, "__supertype__"):
            hint, is_id = hint.__supertype__, True
        else:
            break
    if is_id and limit is None:
        limit = AtMost(MOST_CHARACTERS_OF_ID)
    return _rule_of_type(hint, limit, may_be_empty=may_be_empty, is_id=is_id)


def _rule_of_type(hint: Any, limit: object, *, may_be_empty: bool, is_id: bool) -> ValueRule:
    if hint is date:
        return ValueRule(str, may_be_empty, len(_EARLIEST), len(_LATEST), is_day)
    if issubclass(hint, StrEnum | IntEnum):
        return _rule_of_enum(hint, may_be_empty=may_be_empty)
    if hint is bool:
        return ValueRule(int, may_be_empty, 0, 1, instead=0)
    if hint is int:
        between = limit if isinstance(limit, Between) else COUNTS
        # Another's number would be worse than none.
        instead = None if between == NUMBERS else between.least
        return ValueRule(int, may_be_empty, between.least, between.most, instead=instead)
    if hint is not str:
        raise TypeError(hint)  # a type that no column of ours has had
    if isinstance(limit, Matching):
        accepts = _matches(limit.pattern)
        return ValueRule(str, may_be_empty, 0, MOST_CHARACTERS, accepts, limit.instead)
    most = limit.characters if isinstance(limit, AtMost) else MOST_CHARACTERS
    return ValueRule(str, may_be_empty, int(is_id), most)


def _rule_of_enum(kind: type[StrEnum | IntEnum], *, may_be_empty: bool) -> ValueRule:
    accepts = frozenset(member.value for member in kind).__contains__
    if issubclass(kind, IntEnum):
        return ValueRule(int, may_be_empty, min(kind), max(kind), accepts, min(kind))
    first = getattr(kind, "UNSURE", None) or next(iter(kind))  # nobody said yes
    return ValueRule(str, may_be_empty, 0, MOST_CHARACTERS, accepts, str(first))


def is_day(text: str) -> bool:
    """Whether this is a day that exists, within the model's limits, as we write it."""
    if not _EARLIEST <= text <= _LATEST:
        return False
    try:
        return date.fromisoformat(text).isoformat() == text  # not 20261123, nor 2026-W48-1
    except ValueError:
        return False


def _matches(pattern: str) -> Test:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


_ANY_TEXT = ValueRule(str, may_be_empty=True, least=0, most=MOST_BYTES_OF_VALUE)
_ANY_NUMBER = ValueRule(int, may_be_empty=True, least=HASHES.least, most=HASHES.most)
