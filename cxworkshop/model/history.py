"""The history's line for each edit."""

from datetime import date
from enum import IntEnum
from typing import Annotated, Any

from cxworkshop.model.limits import (
    COMMITS,
    HASHES,
    MOST_BYTES_OF_VALUE,
    MOST_CHARACTERS_OF_ID,
    NUMBERS,
    AtMost,
    Between,
    Matching,
)
from cxworkshop.value_object import ValueObject


class EditState(IntEnum):
    """Whether an edit is in the tables, was undone, or was undone and overtaken by a newer one.

    One that is past is in the tables, and can't be undone any more: only its title is left.
    """

    DONE = 0
    UNDONE = 1
    DROPPED = 2
    PAST = 3


class HistoryLine(ValueObject):
    """One edit of the workshop's life, as a person reads it."""

    title: str
    day: date
    state: EditState


# The store's own columns in all tables, and its own tables. They are no nouns, for no screen writes
# them, but what a file holds in them is checked as theirs is.
STAMP_COLUMNS: dict[str, Any] = {
    "seq": Annotated[int, COMMITS],
    "by": Annotated[str, AtMost(MOST_CHARACTERS_OF_ID)],
    "seal": Annotated[int, HASHES],
}
_NOTES: Any = Annotated[str, AtMost(MOST_BYTES_OF_VALUE)]
STORE_COLUMNS: dict[str, dict[str, Any]] = {
    "head": {"id": Annotated[str, Matching("head")], "digest": Annotated[int, HASHES]},
    "counter": {"id": str, "last": Annotated[int, Between(0, NUMBERS.most)]},
    "edit": {"id": str, "title": str, "day": date, "state": EditState, "notes": _NOTES | None},
    "edit_part": {"id": str, "notes": _NOTES},
    "edit_row": {  # of formats 1 and 2
        "id": str,
        "edit": str,
        "tbl": str,
        "row": str,
        "other": _NOTES | None,
    },
}
