"""The two meetings of a round, line by line, with the time at which each line begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from cxworkshop.catalogue import FIRST_DAY, LAST_DAY
from cxworkshop.clock import clock_time
from cxworkshop.model import AgendaLine, Round
from cxworkshop.queries.workdays import check_day
from cxworkshop.store.tables.query import StoreReader

WEEK = 7  # days before the last meeting in which it is the one that is prepared


@dataclass(frozen=True, kw_only=True)
class MeetingLine:
    """A line of the agenda; `begins` and `ends` are minutes after the meeting's start."""

    line: AgendaLine
    begins: int
    ends: int


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """Day 1 or day 30; `starts_at` is in minutes after midnight, None while nobody has said it."""

    day: int
    starts_at: int | None
    lines: tuple[MeetingLine, ...]

    @property
    def minutes(self) -> int:
        """How long it takes in all."""
        return self.lines[-1].ends if self.lines else 0

    def clock(self, minutes: int) -> str:
        """The time so many minutes after the start, as a clock shows it; "" without a start."""
        return clock_time(self.starts_at + minutes) if self.starts_at is not None else ""


def meeting(store: StoreReader, round_: Round, day: int) -> Meeting:
    """The meeting of day 1 or of day 30 of a round."""
    lines = store.rows(AgendaLine, round=round_.id, day=day, set_aside_on=None)
    begins = accumulate((line.minutes for line in lines), initial=0)
    return Meeting(
        day=day,
        starts_at=round_.day_1_at if day == FIRST_DAY else round_.day_30_at,
        lines=tuple(
            MeetingLine(line=line, begins=start, ends=start + line.minutes)
            for line, start in zip(lines, begins, strict=False)
        ),
    )


def near_meeting(store: StoreReader, round_: Round, today: date) -> Meeting:
    """The meeting that comes next, or that is held today."""
    is_last = (check_day(store, round_.started_on) - today).days < WEEK
    return meeting(store, round_, LAST_DAY if is_last else FIRST_DAY)
