"""What is measured: two sides, the sizes, and the aims that are judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.laps import Laps

Fixture = Callable[[Path, int], None]
Command = Callable[[Path, Path], list[str]]  # of an empty folder and the fixture
GROWTH = (300, 3_000, 10_000)
LEAST = 20  # the size whose time is taken off as start-up, with `growth`


@dataclass(frozen=True)
class Case:
    """A row for each size, and with `growth` one for the exponent.

    It is told over the sizes of `over`, of which the least is taken off the others.

    `ours` and `bare` are functions of Laps, or commands: then the whole process is measured. `aims`
    gives the most that is allowed by size (0: any, -1: the growth), as {"warm x": 15}: "cold" or
    "warm", then "x" for CPU time against the other side's, "ms" for CPU time; "MB"; "exponent".
    """

    name: str
    what: str
    against: str
    ours: Callable[[Laps], None] | Command
    bare: Callable[[Laps], None] | Command | None = None
    fixture: Fixture | None = None
    sizes: tuple[int, ...] = (1,)
    growth: bool = False
    over: tuple[int, ...] = (LEAST, *GROWTH)
    rounds: int = 5
    share: float = 0.5  # of the warm laps that take no longer than what is told: the median
    is_command: bool = False
    display: str = "offscreen"
    aims: Mapping[int, Mapping[str, float]] = field(default_factory=dict)

    def aims_at(self, size: int) -> Mapping[str, float]:
        """What is allowed at this size."""
        every = self.aims.get(0, {}) if size > 0 else {}
        return {**every, **self.aims.get(size, {})}
