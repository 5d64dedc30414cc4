"""The timer while a workshop is open: it outlives stops, text sizes, themes and the Wall."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.timer import MINUTE, Timer, TimerPhase, timer_words
from ui.accessible.announce import announce
from ui.timer.chime import chime
from ui.timer.phases import phase_words

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.model import AgendaLine
    from cxworkshop.queries.meeting_now import LineNow, MeetingNow
    from ui.bridge import Bridge

EVERY = 200  # milliseconds between two looks at the clock; it tells of whole seconds


class TimerControl(QObject):
    """`ticked` says that another second is shown, or that the timer is another one.

    It never locks anything and never moves on. The clock is that of the day, for what a meeting
    takes goes on while a laptop sleeps.
    """

    ticked = Signal()

    def __init__(self, window: QWidget, clock: Callable[[], float] = time.time) -> None:
        super().__init__(window)
        self._window = window
        self.clock = clock
        self.timer: Timer | None = None
        self._bridge: Bridge | None = None
        self._told: tuple[int, TimerPhase] | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(EVERY)
        self._beat.timeout.connect(self.look)

    def follow(self, bridge: Bridge | None) -> None:
        """Belong to this workshop; another one, or None, ends the timer."""
        if bridge is self._bridge:
            return
        self.stop()
        self._bridge = bridge
        if bridge is not None:
            bridge.timer_wanted.connect(self.start_line)

    def meetings(self) -> list[tuple[str, str]]:
        """The lines of the meeting that is near, by id, with what a menu says of them."""
        if self._bridge is None:
            return []
        meeting = self._bridge.whole.prepare.agenda.near()
        return [
            (
                row.line.id,
                _("{time}  {title}, {n} min")
                .format(time=meeting.clock(row.begins), title=row.line.title, n=row.line.minutes)
                .strip(),
            )
            for row in meeting.lines
        ]

    def start_line(self, line: str) -> None:
        """Start it for a line of the agenda, with its minutes."""
        if self._bridge is None:
            return
        row = self._bridge.whole.prepare.agenda.line(line)
        self.start(max(1, row.minutes) * MINUTE, row.title, line)

    def next_line(self) -> AgendaLine | None:
        """The line of the agenda after the one that it is for; it is never started by itself."""
        meeting = self.meeting_now()
        following = meeting.meeting.lines[meeting.here + 1 :] if meeting is not None else ()
        return following[0].line if following else None

    def start(self, seconds: int, title: str = "", line: str | None = None) -> None:
        """Start it, in place of one that runs."""
        self._set(Timer(seconds=seconds, began=self.clock(), title=title, line=line))
        length = timer_words(seconds)
        self._say(_("Timer started: {time}").format(time=length))

    def pause(self) -> None:
        """Stand still, or go on."""
        if self.timer is None:
            return
        now = self.clock()
        if self.timer.paused_at is None:
            self._set(self.timer.pause(now))
            self._say(_("Timer paused"))
        else:
            self._set(self.timer.go_on(now))
            self._say(_("Timer goes on"))

    def add_minute(self) -> None:
        """Give a minute more."""
        if self.timer is not None:
            self._set(self.timer.add_minute())
            left = timer_words(self.timer.left(self.clock()))
            self._say(_("One minute more: {time}").format(time=left))

    def stop(self) -> None:
        """Put it away."""
        if self.timer is not None:
            self._set(None)
            self._say(_("Timer stopped"))

    def line_now(self) -> LineNow | None:
        """The line that it is for, as the agenda reckons with it."""
        from cxworkshop.queries.meeting_now import LineNow

        timer, now = self.timer, self.clock()
        if timer is None or timer.line is None:
            return None
        spent = timer.seconds - timer.left(now)
        until = now if timer.paused_at is None else timer.paused_at
        return LineNow(
            line=timer.line,
            began=_minute_of_day(now - (until - timer.began)),
            now=_minute_of_day(now),
            lasts=max(timer.seconds, spent) // MINUTE,
            is_over=spent > timer.seconds,
        )

    def meeting_now(self) -> MeetingNow | None:
        """Where the meeting is; None where the timer is for no line of it."""
        now = self.line_now()
        if self._bridge is None or self._bridge.is_closed or now is None:
            return None
        return self._bridge.whole.prepare.agenda.now(now)

    def look(self) -> None:
        """Look at the clock, and tell when it shows another second."""
        if self.timer is None:
            return
        now = self.clock()
        before, self._told = self._told, (self.timer.left(now), self.timer.phase(now))
        if before == self._told:
            return
        self.ticked.emit()
        if before is not None and before[1] is not self._told[1]:
            self._tell_phase(self._told[1])

    def _tell_phase(self, phase: TimerPhase) -> None:
        if phase is TimerPhase.OVER:
            chime()
        self._say(_("Timer: {phase}").format(phase=phase_words(phase)))

    def _set(self, timer: Timer | None) -> None:
        self.timer = timer
        self._told = None
        if timer is None or timer.paused_at is not None:
            self._beat.stop()
        else:
            now = self.clock()
            self._told = (timer.left(now), timer.phase(now))
            self._beat.start()
        self.ticked.emit()

    def _say(self, words: str) -> None:
        announce(self._window, words)


def _minute_of_day(moment: float) -> int:
    """Minutes after midnight, as the clock on the wall has them."""
    there = datetime.fromtimestamp(moment)  # noqa: DTZ006 - the clock of this place
    return there.hour * MINUTE + there.minute
