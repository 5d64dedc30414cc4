"""The base of all nouns, the typed ids, and the changes that listeners get."""

from __future__ import annotations

from dataclasses import dataclass, field
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
BatchId = NewType("BatchId", str)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a table; `order` is the order in which people expect rows of this kind."""

    table: ClassVar[str] = ""
    order: ClassVar[str] = "id"
    lasts: ClassVar[bool] = False  # R3: rows of this kind are set aside, never removed

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
    rows: frozenset[Change] = field(default_factory=frozenset)
