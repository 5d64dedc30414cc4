"""A clock that nobody sets, and that goes on while the computer sleeps."""

from __future__ import annotations

import sys
import time


def steady_clock() -> float:
    """Seconds since a moment that stays the same until the computer is started anew.

    `time.monotonic` stands still while Linux or macOS sleeps; that of Windows goes on.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)  # mach_continuous_time
    return time.monotonic()
