"""Rows as plain values for a file and back; what no workshop could hold is refused.

A file from elsewhere may be forged: nothing of it reaches the database before it was looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from cxworkshop.i18n import _
from cxworkshop.model.limits import FIRST_DAY, LAST_DAY, AtMost, Between, Matching
from cxworkshop.office.refusals import NotOurRows
from cxworkshop.office.rows import (
    KINDS_OF_ROWS,
    DelayRow,
    Figures,
    LookRow,
    OfTeam,
    PickRow,
    PromiseRow,
    RoundRow,
    TeamRow,
)
from cxworkshop.textual import clean
from cxworkshop.value_object import ValueObject

R = TypeVar("R", bound=ValueObject)
_COLUMNS: dict[type[ValueObject], dict[str, _Column]] = {}
_BY_TABLE = {kind.table: kind for kind in KINDS_OF_ROWS}
# What makes a row the only one of its kind in a team's figures.
KEYS: dict[str, tuple[str, ...]] = {
    "round": ("round",),
    "round_way": ("round", "way"),
    "round_kind": ("round", "kind"),
    "pick": ("round", "slot"),
    "blocker": ("round", "slot", "number"),
    "look_again": ("round", "slot", "months"),
    "answer": ("round", "answer"),
    "promise": ("round", "slot"),
}


class _Column(NamedTuple):
    kind: type
    limits: tuple[Any, ...]
    may_be_none: bool


def plain(row: ValueObject) -> dict[str, Any]:
    """A row as JSON has it: days as ISO text, enums as their values."""
    return {name: _plain(getattr(row, name)) for name in columns(type(row))}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def columns(kind: type[ValueObject]) -> dict[str, _Column]:
    """The columns of a kind of row, with what each may hold."""
    if kind not in _COLUMNS:
        hints = get_type_hints(kind, include_extras=True)
        _COLUMNS[kind] = {one.name: _column(hints[one.name]) for one in fields(kind)}
    return _COLUMNS[kind]


def _column(hint: Any) -> _Column:
    may_be_none = False
    if isinstance(hint, UnionType) or NoneType in get_args(hint):
        (hint,) = (one for one in get_args(hint) if one is not NoneType)
        may_be_none = True
    if get_origin(hint) is Annotated:
        kind, *limits = get_args(hint)
        return _Column(kind, tuple(limits), may_be_none)
    return _Column(hint, (), may_be_none)


def team_row(values: object) -> TeamRow:
    """The first row of a file; raises NotOurRows."""
    return _row(TeamRow, values)


def row_of(table: object, values: object) -> OfTeam:
    """One of the other rows; raises NotOurRows."""
    kind = _BY_TABLE.get(table) if isinstance(table, str) else None
    if kind is None:
        raise NotOurRows(_("It has rows of a kind that is not known here."))
    return _row(kind, values)


def _row(kind: type[R], values: object) -> R:
    wanted = columns(kind)
    if not isinstance(values, dict) or values.keys() != wanted.keys():
        raise NotOurRows(_("A row in it does not have the columns that it should."))
    return kind(**{name: _value(name, column, values[name]) for name, column in wanted.items()})


def _value(name: str, column: _Column, value: Any) -> Any:
    if value is None and column.may_be_none:
        return None
    try:
        made = _typed(column.kind, value)
    except (ValueError, TypeError):
        made = None
    if made is None or not all(_fits(made, limit) for limit in column.limits):
        raise NotOurRows(_("What it says of “{column}” can’t be right.").format(column=name))
    return made


def _typed(kind: type, value: Any) -> Any:
    if kind is date:
        day = date.fromisoformat(value)
        return day if FIRST_DAY <= day <= LAST_DAY else None
    if issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        return None
    return value if not isinstance(value, str) or value == clean(value) else None


def _fits(value: Any, limit: Any) -> bool:
    match limit:
        case Between(least=least, most=most):
            return bool(least <= value <= most)
        case AtMost(characters=characters):
            return len(value) <= characters
        case Matching(pattern=pattern):
            return re.fullmatch(pattern, value) is not None
    return True


def refuse_unfitting(figures: Figures, today: date) -> None:
    """Refuse rows that say a thing twice, belong to nothing, or come from the future.

    A laptop's clock may be some weeks ahead: that changes nothing, for no clock decides which of
    two is newer. What is dated a year from now would stand in a month that nobody looks at.
    """
    keys = [(type(row), *(getattr(row, name) for name in KEYS[row.table])) for row in figures.rows]
    if len(set(keys)) != len(keys):
        raise NotOurRows(_("It says something twice."))
    rounds = {row.round for row in figures.rows if isinstance(row, RoundRow)}
    picks = {(row.round, row.slot) for row in figures.rows if isinstance(row, PickRow)}
    if any(row.round not in rounds for row in figures.rows) or any(
        (row.round, row.slot) not in picks
        for row in figures.rows
        if isinstance(row, (DelayRow, LookRow, PromiseRow))
    ):
        raise NotOurRows(_("A row in it belongs to a round or a pick that is not there."))
    _refuse_other_times(figures.rows, today)


_MOST_DAYS_AHEAD = 366
_FIRST_YEAR = 1990


def _refuse_other_times(rows: Iterable[OfTeam], today: date) -> None:
    for row in rows:
        if isinstance(row, RoundRow) and (
            row.started_on.year < _FIRST_YEAR or (row.started_on - today).days > _MOST_DAYS_AHEAD
        ):
            raise NotOurRows(
                _(
                    "Round {number} began on {day}, which can’t be right. Look at the laptop’s "
                    "date, and at day 1 of that round."
                ).format(number=row.round, day=row.started_on.isoformat())
            )
