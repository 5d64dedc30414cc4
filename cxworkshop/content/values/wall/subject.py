"""What the Wall is to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cxworkshop.model import CardId, GroupId, PickId
from cxworkshop.queries.sorting import SortQueue


class WallKind(StrEnum):
    """The layouts of the Wall."""

    BEGINNING = "beginning"  # the agenda, whom we serve, the question
    TALK = "talk"
    BIG_LIST = "big-list"
    GROUP = "group"
    CARD = "card"
    SORTING = "sorting"
    SLOTS = "slots"
    PLAN = "plan"
    CHECK = "check"
    STAFF_TEST = "staff-test"
    POSTERS = "posters"  # with the answers to everybody, and the year
    ANSWERS = "answers"
    YEAR = "year"
    STILL_OPEN = "still-open"


@dataclass(frozen=True)
class WallSubject:
    """One thing that can be shown.

    `pick` is the improvement of a plan, a check or a staff test; without it the first of the round
    is shown. `group` and `card` are what is opened; of SLOTS, what was refused as a fourth pick.
    """

    kind: WallKind
    pick: PickId | None = None
    group: GroupId | None = None
    card: CardId | None = None
    queue: SortQueue | None = None


_STOPS = (
    WallKind.BEGINNING,
    WallKind.TALK,
    WallKind.BIG_LIST,
    WallKind.SLOTS,
    WallKind.PLAN,
    WallKind.CHECK,
    WallKind.STAFF_TEST,
    WallKind.POSTERS,
)


def subject_of_stop(number: int, pick: PickId | None = None) -> WallSubject:
    """What a stop, 1 to 8, shows by itself; `pick` is the improvement that is in front there."""
    kind = _STOPS[number - 1]
    is_of_pick = kind in (WallKind.PLAN, WallKind.CHECK, WallKind.STAFF_TEST)
    return WallSubject(kind, pick if is_of_pick else None)
