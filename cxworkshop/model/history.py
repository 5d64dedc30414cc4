"""The history's line for each edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class EditState(IntEnum):
    """Whether an edit is in the tables, was undone, or was undone and overtaken by a newer one."""

    DONE = 0
    UNDONE = 1
    DROPPED = 2


@dataclass(frozen=True)
class HistoryLine:
    """One edit of the workshop's life, as a person reads it."""

    title: str
    day: date
    state: EditState
