"""Where a meeting is in its agenda: clock times as it goes, and what an overrun costs."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.clock import clock_time
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.meetings import Meeting, MeetingLine

NEAR = 120  # minutes from the plan: a line that is begun further away is not begun late
DAY = 24 * 60
LONG = 20  # minutes of a line that can give some back; a break is shorter


@dataclass(frozen=True, kw_only=True)
class LineNow:
    """The line that the timer is for.

    `began` is in minutes after midnight; `lasts` is how many minutes it was given or, when those
    are over, has taken. `over` is by how many it counts over. `now` is the time of day.
    """

    line: str
    began: int
    lasts: int
    over: int = 0
    now: int | None = None


@dataclass(frozen=True, kw_only=True)
class LineAsItGoes:
    """A line with the clock times of when it begins and was to begin; "" where nobody knows.

    `was` is "" for a line that is not moved.
    """

    title: str
    minutes: int
    at: str
    was: str = ""
    is_passed: bool = False
    is_here: bool = False


@dataclass(frozen=True, kw_only=True)
class MeetingNow:
    """A meeting while one of its lines is on; `here` is the place of that line."""

    meeting: Meeting
    here: int
    now: LineNow

    @property
    def late(self) -> int:
        """By how many minutes the lines after this one begin later than planned."""
        return max(0, self._shift + self.now.lasts - self._line.line.minutes)

    @property
    def lines(self) -> tuple[LineAsItGoes, ...]:
        """All lines in their order."""
        return tuple(self._as_it_goes(n, row) for n, row in enumerate(self.meeting.lines))

    @property
    def until(self) -> str:
        """When it was to end; "" without a start."""
        return self.meeting.clock(self.meeting.minutes)

    @property
    def clock(self) -> str:
        """The time of day; "" where nobody said it."""
        return "" if self.now.now is None else clock_time(self.now.now)

    @property
    def giver(self) -> MeetingLine | None:
        """The last long line after this one that could give back what is lost, and keep half."""
        later = self.meeting.lines[self.here + 1 :]
        able = (row for row in reversed(later) if self._can_give(row.line.minutes))
        return next(able, None) if self.late else None

    @property
    def lead(self) -> str:
        """ "6 minutes over.", if the timer says just that, else "late"; "" in time."""
        n = self.late
        over = ngettext("{n} minute over.", "{n} minutes over.", n).format(n=n)
        late = ngettext("{n} minute late.", "{n} minutes late.", n).format(n=n)
        return (over if self.now.over == n else late) if n else ""

    @property
    def cost(self) -> str:
        """What the overrun costs, with both ways out; "" where nothing is late."""
        if not self.late:
            return ""
        ends = self.meeting.clock(self.meeting.minutes + self.late)
        giver = self.giver
        if giver is None:
            return _("We end at {time}.").format(time=ends) if ends else _("We end later.")
        left = giver.line.minutes - self.late
        gets = ngettext("“{title}” gets {n} minute", "“{title}” gets {n} minutes", left)
        gets = gets.format(title=giver.line.title, n=left)
        both = _("{gets}, or we end at {time}.") if ends else _("{gets}, or we end later.")
        return both.format(gets=gets, time=ends)

    @property
    def outlook(self) -> str:
        """What comes next, and when; "" after the last line."""
        if self.here + 1 >= len(self.meeting.lines):
            return ""
        following = self.lines[self.here + 1]
        if following.was:
            words = _("Next: “{title}” moves to {time}.")
        elif following.at:
            words = _("Next: “{title}” at {time}.")
        else:
            words = _("Next: “{title}”.")
        return words.format(title=following.title, time=following.at)

    @property
    def _line(self) -> MeetingLine:
        return self.meeting.lines[self.here]

    @property
    def _shift(self) -> int:
        """By how many minutes it was begun late, or early, below 0; far away counts as neither."""
        if self.meeting.starts_at is None:
            return 0
        late = self.now.began - self.meeting.starts_at - self._line.begins
        late = (late + DAY // 2) % DAY - DAY // 2  # a meeting may go on after midnight
        return late if abs(late) <= NEAR else 0

    def _can_give(self, minutes: int) -> bool:
        return minutes >= LONG and (minutes - self.late) * 2 >= minutes

    def _as_it_goes(self, n: int, row: MeetingLine) -> LineAsItGoes:
        planned = self.meeting.clock(row.begins)
        moved = self.late if n > self.here else self._shift if n == self.here else 0
        is_moved = n > self.here and bool(moved and planned)
        return LineAsItGoes(
            title=row.line.title,
            minutes=row.line.minutes,
            at=self.meeting.clock(row.begins + moved),
            was=planned if is_moved else "",
            is_passed=n < self.here,
            is_here=n == self.here,
        )


def meeting_now(meeting: Meeting, now: LineNow | None) -> MeetingNow | None:
    """Where this meeting is; None while the timer is for none of its lines."""
    for n, row in enumerate(meeting.lines):
        if now is not None and row.line.id == now.line:
            return MeetingNow(meeting=meeting, here=n, now=now)
    return None
