"""What a person says that a column of a table is."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cxworkshop.i18n import _, n_


class ColumnRole(StrEnum):
    """What is taken of a column; the value is its name, marked for translation."""

    WORDS = n_("{customers_s} words")
    PRAISE = n_("praise")
    QUESTION = n_("question")
    WHO = n_("who")
    KIND = n_("kind")
    DATE = n_("date")
    SCORE = n_("score")
    REPLY = n_("our own answers")
    LEAVE_OUT = n_("leave out")

    @property
    def words(self) -> str:
        """Its name in the language in use."""
        return _(self.value)

    @property
    def holds_words(self) -> bool:
        """Whether what stands there is what customers said."""
        return self in (ColumnRole.WORDS, ColumnRole.PRAISE)

    @property
    def is_alone(self) -> bool:
        """Whether only one column of a table can have it."""
        return self in (ColumnRole.QUESTION, ColumnRole.WHO, ColumnRole.KIND, ColumnRole.DATE)

    @property
    def is_taken(self) -> bool:
        """Whether anything is taken of such a column."""
        return self.holds_words or self.is_alone


Roles = tuple[ColumnRole, ...]


def with_role(roles: Roles, number: int, role: ColumnRole) -> Roles:
    """Give a column a role; the column that had it alone is left out instead."""
    others = [ColumnRole.LEAVE_OUT if role.is_alone and other is role else other for other in roles]
    others[number] = role
    return tuple(others)


class RoleMove(NamedTuple):
    """A column that lost a role to another, or has it back."""

    column: int
    role: ColumnRole
    is_back: bool


class RoleExchange:
    """Gives columns roles by hand, and remembers which columns lost theirs by it.

    A column that lost a role has it back as soon as the one that took it is something else, unless
    a person has said meanwhile what it is.
    """

    def __init__(self) -> None:
        self._lost: list[tuple[int, ColumnRole]] = []  # the latest last

    def give(self, roles: Roles, number: int, role: ColumnRole) -> tuple[Roles, list[RoleMove]]:
        """Give a column a role; return all roles, and what became of other columns by it."""
        before = roles[number]
        if before is role:
            return roles, []
        self._lost = [(column, lost) for column, lost in self._lost if column != number]
        moves = []
        if role.is_alone and role in roles:
            moves.append(RoleMove(roles.index(role), role, is_back=False))
        changed = with_role(roles, number, role)
        owed = [column for column, lost in self._lost if lost is before]
        if before.is_alone and owed:
            self._lost.remove((owed[-1], before))
            changed = with_role(changed, owed[-1], before)
            moves.append(RoleMove(owed[-1], before, is_back=True))
        self._lost += [(move.column, move.role) for move in moves if not move.is_back]
        return changed, moves
