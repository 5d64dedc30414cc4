"""One thing that was promised and is not finished: what it is, of whom, and when it is due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cxworkshop import days
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import PersonId, PickId
from cxworkshop.value_object import ValueObject

FAR = 10**6  # days: what has no day comes last


class OpenKind(StrEnum):
    """What may be open, in the order in which it comes up."""

    STEP = "step"
    BLOCKER = "blocker"
    CHECK = "check"
    NEXT_STEP = "next-step"
    STAFF_TEST = "staff-test"
    FIX = "fix"
    TELLING = "telling"
    LOOK_AGAIN = "look-again"


class OpenThing(ValueObject):
    """One thing that somebody promised.

    `row` is the row in `table` that says so; for what has no row yet, the row that it follows from.
    `since` is the day on which a blocker came up.
    """

    kind: OpenKind
    table: str
    row: str
    round_number: int
    words: str
    pick: PickId | None = None
    slot: int | None = None
    title: str = ""  # of the improvement
    who: PersonId | None = None
    due_on: date | None = None
    since: date | None = None

    @property
    def id(self) -> str:
        """The id of the reason for which it would be put down."""
        return f"{self.table}/{self.row}"

    def days_late(self, today: date) -> int:
        """Days since it was due; 0 if it is not late."""
        return max(0, (today - self.due_on).days) if self.due_on else 0

    def is_due(self, today: date) -> bool:
        """Whether it is to be done by now; what has no day always is."""
        return self.due_on is None or self.due_on <= today

    def rank(self, today: date) -> tuple[int, int, str]:
        """Sorts what is late first, then the oldest blockers, what is due, and what has no day."""
        if late := self.days_late(today):
            return (0, -late, self.id)
        if self.since is not None:
            return (1, (self.since - today).days, self.id)
        return (2, (self.due_on - today).days if self.due_on else FAR, self.id)

    def when(self, today: date) -> str:
        """ "3 days late", "due today", "due in 4 days"; "for 4 days" for a blocker; or ""."""
        if self.since is not None:
            n = (today - self.since).days
            return ngettext("for {n} day", "for {n} days", n).format(n=n) if n > 0 else _("new")
        if self.due_on is None:
            return ""
        return days.due(self.due_on, today)
