"""What a person says that a column of a table is."""

from __future__ import annotations

from enum import StrEnum

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
