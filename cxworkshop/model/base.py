"""What every noun has, the typed ids, and what listeners are told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, NewType

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
    """What every noun has: its table, its id, and the order in which people expect it."""

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
    """What listeners are told: which rows, by which edit, at which `seq`."""

    seq: int
    title: str
    rows: frozenset[Change] = field(default_factory=frozenset)
