"""The facilitator's timer, as a value: it reads no clock, and does nothing by itself.

Moments are seconds on any clock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from cxworkshop.errors import BadWords, quoted
from cxworkshop.i18n import _

MINUTE = 60  # seconds
LAST_FIFTH, LAST_TWENTIETH = 5, 20
MOST_MINUTES = 600
DAY = 24 * 60 * MINUTE
LONG_OVER = 60 * MINUTE  # nobody waits any more for a timer that is over for so long
_LENGTH = re.compile(r"(?P<minutes>\d{1,3})(?::(?P<seconds>[0-5]\d))?(?:\s?(?:minutes?|min|m)\.?)?")
_SECONDS = re.compile(r"(\d{1,5})\s?(?:seconds?|sec|s)\.?")


class TimerPhase(StrEnum):
    """How near the end is."""

    RUNNING = "running"
    NEARLY_UP = "nearly-up"  # the last fifth
    ALMOST_UP = "almost-up"  # the last twentieth
    OVER = "over"


class Timer(NamedTuple):
    """So many seconds from a moment on. `line` is the line of the agenda that it is for, if any."""

    seconds: int
    began: float
    title: str = ""
    line: str | None = None
    paused_at: float | None = None

    def left(self, now: float) -> int:
        """Whole seconds that are left; below 0 it counts over."""
        return self.seconds - int(self.ran(now))

    def ran(self, now: float) -> float:
        """For how many seconds it has run, without pauses."""
        return (now if self.paused_at is None else self.paused_at) - self.began

    def share(self, now: float) -> float:
        """The part that is over, from 0; more than 1 when it counts over."""
        return 1 - self.left(now) / self.seconds

    def phase(self, now: float) -> TimerPhase:
        """How near the end is, by the length that it has now."""
        left = self.left(now)
        if left <= 0:
            return TimerPhase.OVER
        if left * LAST_TWENTIETH <= self.seconds:
            return TimerPhase.ALMOST_UP
        return TimerPhase.NEARLY_UP if left * LAST_FIFTH <= self.seconds else TimerPhase.RUNNING

    def pause(self, now: float) -> Timer:
        """Stand still; what stands still stays as it is."""
        return self if self.paused_at is not None else self._replace(paused_at=now)

    def go_on(self, now: float) -> Timer:
        """Go on where it was paused."""
        if self.paused_at is None:
            return self
        return self._replace(began=self.began + now - self.paused_at, paused_at=None)

    def add_minute(self) -> Timer:
        """The same with a minute more."""
        return self._replace(seconds=self.seconds + MINUTE)

    def on_clock(self, ahead: float) -> Timer:
        """The same on a clock that is so many seconds ahead of the one that it counts on."""
        paused_at = None if self.paused_at is None else self.paused_at + ahead
        return self._replace(began=self.began + ahead, paused_at=paused_at)


def read_note(note: Mapping[str, Any], now: float) -> Timer | None:
    """The timer that was written down with `_asdict`; None if it is not of today, or long over.

    Its moments and `now` are those of the time of day. What somebody has changed may raise
    ValueError, TypeError, KeyError or OverflowError.
    """
    timer = Timer(
        seconds=int(note["seconds"]),
        began=float(note["began"]),
        title=str(note["title"]),
        line=None if note["line"] is None else str(note["line"]),
        paused_at=None if note["paused_at"] is None else float(note["paused_at"]),
    )
    stood = now if timer.paused_at is None else timer.paused_at
    is_sound = timer.began < stood + MINUTE and stood < now + MINUTE and 0 < timer.seconds < DAY
    if not is_sound or now - timer.began >= DAY:
        return None
    is_today = _day_of(timer.began) == _day_of(now)
    return timer if is_today and timer.left(now) > -LONG_OVER else None


def _day_of(moment: float) -> date:
    return datetime.fromtimestamp(moment).date()  # noqa: DTZ006 - the day of this place


def timer_words(left: int) -> str:
    """ "4:10" for what is left; "+6:10" for what is over."""
    minutes, seconds = divmod(abs(left), MINUTE)
    return f"{'+' if left < 0 else ''}{minutes}:{seconds:02d}"


def read_length(text: str) -> int:
    """Read a length in seconds: "5" and "5 min" are minutes, "12:30" minutes and seconds, "90 s".

    Raises BadWords with a sentence that says how to type one.
    """
    typed = " ".join(text.split()).casefold()
    found, short = _LENGTH.fullmatch(typed), _SECONDS.fullmatch(typed)
    seconds = int(found["minutes"]) * MINUTE + int(found["seconds"] or 0) if found else 0
    seconds = int(short[1]) if short else seconds
    if not 0 < seconds <= MOST_MINUTES * MINUTE:
        sentence = _("“{text}” is no time for the timer. Try 5 for five minutes, 12:30, or 90 s.")
        raise BadWords(sentence.format(text=quoted(text)))
    return seconds
