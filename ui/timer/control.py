"""The timer while a workshop is open: it outlives stops, text sizes, themes and the Wall."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.steady_clock import steady_clock
from cxworkshop.timer import MINUTE, Timer, TimerPhase, read_note, timer_words
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

    It never locks anything and never moves on. It counts on a clock that goes on while a laptop
    sleeps and that nobody corrects; only the agenda asks for the time of day.
    """

    ticked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.clock: Callable[[], float] = steady_clock
        self.time_of_day: Callable[[], float] = time.time
        self._ahead = 0.0  # seconds that the time of day is ahead of the clock
        self.timer: Timer | None = None
        self._reached: str | None = None  # the line of the agenda that it was for last
        self._bridge: Bridge | None = None
        self._told: tuple[int, TimerPhase, int] | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(EVERY)
        self._beat.timeout.connect(self.look)

    def follow(self, bridge: Bridge | None) -> None:
        """Belong to this workshop; another one, or None, has no timer yet."""
        if bridge is self._bridge:
            return
        self._bridge, self._reached = bridge, None
        self._set(None)
        if bridge is not None:
            bridge.timed_line.wanted.connect(self.start_line)

    def note(self) -> dict[str, Any] | None:
        """What is kept of it over an end of the program; it stays the same while it counts."""
        ahead = self.time_of_day() - self.clock()
        if abs(ahead - self._ahead) > 1:  # the first time, or somebody corrected the time of day
            self._ahead = ahead
        return self.timer.on_clock(self._ahead)._asdict() if self.timer is not None else None

    def take_note(self, note: Mapping[str, Any]) -> None:
        """Go on with what was kept, if it is of today; raises as `read_note` does."""
        now = self.time_of_day()
        kept = read_note(note, now)
        if kept is not None:
            self._set(kept.on_clock(self.clock() - now))
            self._say(_("Timer goes on"))

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
        """The line of the agenda after the one that it was for; it is never started by itself."""
        if self._bridge is None or self._bridge.is_closed or self._reached is None:
            return None
        return self._bridge.whole.prepare.agenda.after(self._reached)

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

        timer, now = self.timer, self.time_of_day()
        if timer is None or timer.line is None:
            return None
        ran = timer.ran(self.clock())
        return LineNow(
            line=timer.line,
            began=_minute_of_day(now - ran),
            now=_minute_of_day(now),
            lasts=max(timer.seconds, int(ran)) // MINUTE,
            over=max(0, int(ran) - timer.seconds) // MINUTE,
        )

    def meeting_now(self) -> MeetingNow | None:
        """Where the meeting is; None where the timer is for no line of it."""
        now = self.line_now()
        if self._bridge is None or self._bridge.is_closed or now is None:
            return None
        return self._bridge.whole.prepare.agenda.now(now)

    def look(self) -> None:
        """Look at the clock, and tell when it shows another second, or the agenda another minute.

        A pause costs the later lines as much as an overrun does.
        """
        if self.timer is None:
            return
        before, self._told = self._told, self._shown(self.timer)
        if before == self._told:
            return
        self._tick()
        if before is not None and before[1] is not self._told[1]:
            self._tell_phase(self._told[1])

    def _tell_phase(self, phase: TimerPhase) -> None:
        if phase is TimerPhase.OVER:
            chime()
        self._say(_("Timer: {phase}").format(phase=phase_words(phase)))

    def _set(self, timer: Timer | None) -> None:
        self.timer = timer
        self._told = None
        if timer is None:
            self._beat.stop()
        else:
            self._reached = timer.line or self._reached
            self._told = self._shown(timer)
            self._beat.start()
        self._tick()

    def _tick(self) -> None:
        if self._bridge is not None and not self._bridge.is_closed:
            self._bridge.timed_line.move(self.line_now())
        self.ticked.emit()

    def _shown(self, timer: Timer) -> tuple[int, TimerPhase, int]:
        now = self.clock()
        return timer.left(now), timer.phase(now), _minute_of_day(self.time_of_day())

    def _say(self, words: str) -> None:
        announce(self._window, words)


def _minute_of_day(moment: float) -> int:
    """Minutes after midnight, as the clock on the wall has them."""
    there = datetime.fromtimestamp(moment)  # noqa: DTZ006 - the clock of this place
    return there.hour * MINUTE + there.minute
