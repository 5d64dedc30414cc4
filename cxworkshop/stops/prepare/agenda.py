"""The agenda of the two meetings, on day 1 and on day 30."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from cxworkshop.catalogue import FIRST_DAY, LAST_DAY
from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import AgendaLine
from cxworkshop.queries.meeting_now import LineNow, MeetingNow, meeting_now
from cxworkshop.queries.meetings import Meeting, meeting, near_meeting
from cxworkshop.stops.stop import StopPart, headline, needed


class Agenda(StopPart):
    """The lines of both meetings with their minutes."""

    def meeting(self, day: int) -> Meeting:
        """Return the meeting of day 1 or of day 30, with the times of its lines."""
        return meeting(self._store, self._round, day)

    def near(self) -> Meeting:
        """The meeting that comes next, or that is held today."""
        return near_meeting(self._store, self._round, self._today())

    def line(self, line: str) -> AgendaLine:
        return self._store.get(AgendaLine, line)

    def after(self, line: str) -> AgendaLine | None:
        """The line that follows this one in its meeting; None after the last, or one left out."""
        for day in (FIRST_DAY, LAST_DAY):
            lines = [row.line for row in self.meeting(day).lines]
            following = (b for a, b in pairwise(lines) if a.id == line)
            if (found := next(following, None)) is not None:
                return found
        return None

    def now(self, now: LineNow) -> MeetingNow | None:
        """Where the meeting is that has this line; None where neither has it."""
        found = (meeting_now(self.meeting(day), now) for day in (FIRST_DAY, LAST_DAY))
        return next(filter(None, found), None)

    def minutes(self, day: int) -> int:
        """Return how long the meeting of day 1 or day 30 takes in all."""
        return self.meeting(day).minutes

    def set_start(self, day: int, minutes: int | None) -> None:
        """Set when a meeting begins, in minutes after midnight; None for no time."""
        change: dict[str, Any] = {"day_1_at" if day == FIRST_DAY else "day_30_at": minutes}
        with self._store.edit(_("Say when the meeting begins")) as edit:
            edit.write(replace(self._round, **change))

    def add(self, day: int, title: str, minutes: int = 10) -> AgendaLine:
        """Append a line to the meeting of day 1 or of day 30."""
        meeting = [row.line for row in self.meeting(day).lines]
        row = AgendaLine(
            id=new_id(),
            round=self._round.id,
            day=day,
            stop=meeting[-1].stop if meeting else "prepare",
            title=headline(needed(title)),
            minutes=minutes,
            position=1 + max((line.position for line in meeting), default=-1),
        )
        with self._store.edit(_("Add a line to the agenda")) as edit:
            edit.write(row)
        return row

    def reword(self, line: str, title: str) -> None:
        row = self._store.get(AgendaLine, line)
        with self._store.edit(_("Reword the agenda")) as edit:
            edit.write(replace(row, title=headline(needed(title))))

    def set_aside(self, line: str) -> None:
        row = self._store.get(AgendaLine, line)
        with self._store.edit(_("Set aside a line of the agenda")) as edit:
            edit.write(replace(row, set_aside_on=self._today()))

    def reorder(self, order: Sequence[str]) -> None:
        """Put the lines of one meeting into this order."""
        with self._store.edit(_("Order the agenda")) as edit:
            for position, line in enumerate(order):
                edit.write(replace(self._store.get(AgendaLine, line), position=position))

    def set_minutes(self, line: str, minutes: int) -> None:
        """Set how long a line takes; negative minutes count as 0."""
        row = self._store.get(AgendaLine, line)
        with self._store.edit(_("Change the agenda")) as edit:
            edit.write(replace(row, minutes=max(0, minutes)))
