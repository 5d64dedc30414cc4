"""Part of stop 1: the agenda of the two meetings, and who talks to whom before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.ids import new_id
from cxworkshop.model import AgendaLine, PersonId, PlannedTalk, Round
from cxworkshop.queries.workdays import check_day
from cxworkshop.stops.stop import Stop, headline, needed


class Meeting(Stop):
    """Day 1, day 30, and the talks with customers."""

    def day_1(self) -> date:
        """The day on which this round begins."""
        return self._round.started_on

    def day_30(self) -> date:
        """Thirty days after it, moved to the next working day."""
        return check_day(self._store, self.day_1())

    def set_day_1(self, day: date) -> None:
        """Begin this round on another day."""
        with self._store.edit(_("Choose day 1")) as edit:
            edit.write(replace(self._store.get(Round, self._round.id), started_on=day))

    def agenda(self) -> list[AgendaLine]:
        """Both meetings' lines, day 1 before day 30."""
        return self._store.rows(AgendaLine, round=self._round.id, set_aside_on=None)

    def minutes(self, day: int) -> int:
        """How long a meeting takes in all."""
        return sum(line.minutes for line in self.agenda() if line.day == day)

    def add_line(self, day: int, title: str, minutes: int = 10) -> AgendaLine:
        """One more line at the end of the meeting of day 1 or of day 30."""
        there = [line for line in self.agenda() if line.day == day]
        row = AgendaLine(
            id=new_id(),
            round=self._round.id,
            day=day,
            stop=there[-1].stop if there else "prepare",
            title=headline(needed(title)),
            minutes=minutes,
            position=1 + max((line.position for line in there), default=-1),
        )
        with self._store.edit(_("Add a line to the agenda")) as edit:
            edit.write(row)
        return row

    def reword_line(self, line: str, title: str) -> None:
        """Call a line of the agenda something else."""
        was = self._store.get(AgendaLine, line)
        with self._store.edit(_("Reword the agenda")) as edit:
            edit.write(replace(was, title=headline(needed(title))))

    def set_aside_line(self, line: str) -> None:
        """Leave a line of the agenda out."""
        was = self._store.get(AgendaLine, line)
        with self._store.edit(_("Set aside a line of the agenda")) as edit:
            edit.write(replace(was, set_aside_on=self._today()))

    def order_agenda(self, order: Sequence[str]) -> None:
        """The lines of one meeting, in this order."""
        with self._store.edit(_("Order the agenda")) as edit:
            for place, line in enumerate(order):
                edit.write(replace(self._store.get(AgendaLine, line), position=place))

    def set_minutes(self, line: str, minutes: int) -> None:
        """Give a line of the agenda more time or less."""
        was = self._store.get(AgendaLine, line)
        with self._store.edit(_("Change the agenda")) as edit:
            edit.write(replace(was, minutes=max(0, minutes)))

    def plan_talk(self, asker: PersonId, whom: str, by_when: date | None = None) -> PlannedTalk:
        """Who talks to whom by when."""
        row = PlannedTalk(
            id=new_id(), round=self._round.id, asker=asker, whom=needed(whom), by_when=by_when
        )
        with self._store.edit(_("Plan a talk with customers")) as edit:
            edit.write(row)
        return row

    def set_talk_done(self, talk: str, *, done: bool) -> None:
        """Whether somebody has talked to them."""
        was = self._store.get(PlannedTalk, talk)
        with self._store.edit(_("Tick a talk with customers")) as edit:
            edit.write(replace(was, done_on=self._today() if done else None))

    def remove_talk(self, talk: str) -> None:
        """Plan it no longer."""
        was = self._store.get(PlannedTalk, talk)
        with self._store.edit(_("Take out a talk with customers")) as edit:
            edit.remove(was)

    def planned_talks(self) -> list[PlannedTalk]:
        """The talks that this round plans."""
        return self._store.rows(PlannedTalk, round=self._round.id)
