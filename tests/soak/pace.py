"""How fast this machine is at the moment: what a soak allows in seconds is of a quiet one.

A processor that others share takes up to four times as long for the same work, from one hour to
the next, and a limit of two seconds would then say nothing about the program.
"""

from __future__ import annotations

import time

STEPS = 200_000
QUIET = 0.012  # seconds that they take on the machine on which the limits were set


def pace() -> float:
    """How many times as long the same steps take now; never less than 1."""
    return max(1.0, seconds() / QUIET)


def seconds() -> float:
    """How long the steps take now, the shortest of three times."""
    return min(_steps() for _each in range(3))


def between(before: float) -> float:
    """The pace of what was done since `before`, which was the pace when it began."""
    return (before + pace()) / 2


def _steps() -> float:
    began = time.thread_time()
    sum(each * each for each in range(STEPS))
    return time.thread_time() - began
