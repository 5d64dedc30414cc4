"""What the history says of each edit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class EditState(IntEnum):
    """Of an edit: in the tables, undone, or undone and overtaken by a newer edit."""

    DONE = 0
    UNDONE = 1
    DROPPED = 2


@dataclass(frozen=True)
class HistoryLine:
    """One edit of the workshop's life, as a person reads it."""

    title: str
    day: date
    state: EditState
