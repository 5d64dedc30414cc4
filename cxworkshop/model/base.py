"""The base of all nouns, the typed ids, and the changes that listeners get."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, NamedTuple, NewType

WorkshopIdentity = NewType("WorkshopIdentity", str)
RoundId = NewType("RoundId", str)
PersonId = NewType("PersonId", str)
QuestionId = NewType("QuestionId", str)
CustomerId = NewType("CustomerId", str)
ConversationId = NewType("ConversationId", str)
VerbatimId = NewType("VerbatimId", str)
CardId = NewType("CardId", str)
GroupId = NewType("GroupId", str)
PickId = NewType("PickId", str)
CheckId = NewType("CheckId", str)
StaffTestId = NewType("StaffTestId", str)
LookId = NewType("LookId", str)
StepId = NewType("StepId", str)
BatchId = NewType("BatchId", str)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a table; `order` is the order in which people expect rows of this kind."""

    table: ClassVar[str] = ""
    order: ClassVar[str] = "id"
    lasts: ClassVar[bool] = False  # R3: rows of this kind are set aside, never removed

    # What the screens take for granted; opening a file checks it, and so do undo and redo.
    id_form: ClassVar[str] = ""  # how the id is made of columns; "{a|b}" is the one that is said
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()  # of each of these, one column is said
    unique: ClassVar[tuple[str, ...]] = ()  # no two rows have the same in all of these columns
    counts_on: ClassVar[str] = ""  # the rows count 1, 2, 3 … in this column, one at least
    counted_by: ClassVar[str] = ""  # the counter that gave, and so is no less than, each code
    always_there: ClassVar[str] = ""  # the id of a row that no workshop is without

    id: str


class Change(NamedTuple):
    """One row that an edit, undo or redo touched."""

    table: str
    id: str


@dataclass(frozen=True)
class Changes:
    """Which rows were changed, by which edit, at which `seq`."""

    seq: int
    title: str
    find: Callable[[], Iterable[Change]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def rows(self) -> frozenset[Change]:
        """Looked up when somebody asks: an import has a hundred thousand."""
        return frozenset(self.find())
