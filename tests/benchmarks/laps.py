"""One side of one measurement, in a process of its own: prints what each lap took, as JSON.

    python -m tests.benchmarks.laps SIDE SIZE FOLDER FIXTURE ROUNDS    (`run.py` calls it)

A side is a function of `Laps`. What it does in the loop over them is measured; what stands before
the loop is not. The first lap is the cold one: this process never did it, and imports that stand in
the loop are counted. The others are warm. The collector of garbage stays as Python has it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

MAKE = "make"
MAXRSS_PER_MB = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss: bytes there, KiB elsewhere


class Reading(NamedTuple):
    """CPU and wall milliseconds, and the most memory so far in MB."""

    cpu: float
    wall: float
    mb: float


def read_clocks() -> Reading:
    """User and system time of this process, all its threads, and the children it waited for.

    The memory is the most that there was so far.
    """
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return Reading(
        cpu=sum(usage.ru_utime + usage.ru_stime for usage in usages) * 1000,
        wall=time.monotonic() * 1000,
        mb=max(usage.ru_maxrss for usage in usages) / MAXRSS_PER_MB,
    )


def read_thread() -> Reading:
    """The time of the thread that asks, and not of those beside it."""
    return read_clocks()._replace(cpu=time.thread_time() * 1000)


def read_share() -> Reading:
    """The memory as it is now, each page divided among those who hold it; Linux tells it."""
    told = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    kib = next(line.split()[1] for line in told.splitlines() if line.startswith("Pss:"))
    return read_clocks()._replace(mb=int(kib) / 1e3)


class Laps:
    """What a side iterates over: one cold lap, then `rounds` warm ones.

    `folder` is empty and this process's alone; `fixture` was made before, and must not be changed.
    """

    def __init__(self, size: int, folder: Path, fixture: Path, rounds: int) -> None:
        self.size, self.folder, self.fixture = size, folder, fixture
        self.read: Callable[[], Reading] = read_clocks  # what this side is measured by
        self.taken: list[Reading] = []
        self._rounds, self._number = rounds, 0
        self._off_cpu = self._off_wall = 0.0

    def __iter__(self) -> Iterator[int]:
        return self.of(1)

    def of(self, times: int) -> Iterator[int]:
        """Let a warm lap be the mean of so many turns, for what is shorter than the clock."""
        for turns in (1, *[times if self._rounds > 1 else 1] * self._rounds):
            yield from self._lap(turns)

    def _lap(self, turns: int) -> Iterator[int]:
        self._off_cpu = self._off_wall = 0.0
        began = self.read()
        for _turn in range(turns):
            self._number += 1
            yield self._number
        ended = self.read()
        cpu = (ended.cpu - began.cpu - self._off_cpu) / turns
        wall = (ended.wall - began.wall - self._off_wall) / turns
        self.taken.append(Reading(cpu, wall, ended.mb))

    @contextmanager
    def off(self) -> Iterator[None]:
        """Leave out what is done in this block, inside of a lap."""
        began = self.read()
        yield
        ended = self.read()
        self._off_cpu += ended.cpu - began.cpu
        self._off_wall += ended.wall - began.wall


def function(name: str) -> Callable[..., object]:
    """The function of this name, written `module:function`."""
    module, _colon, attribute = name.partition(":")
    found: Callable[..., object] = getattr(import_module(module), attribute)
    return found


def main() -> None:
    """Run a side; with MAKE for the rounds, make the fixture of a size."""
    name, size, folder, fixture, rounds = sys.argv[1:]
    if rounds == MAKE:
        function(name)(Path(fixture), int(size))
        return
    laps = Laps(int(size), Path(folder), Path(fixture), int(rounds))
    function(name)(laps)
    print(json.dumps(laps.taken))


if __name__ == "__main__":
    main()
