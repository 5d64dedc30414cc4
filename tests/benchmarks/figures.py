"""Medians, spreads, ratios of pairs and exponents."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.sampling import Sample

NOISY = 0.15  # of the median: a wider spread is marked


def spread(values: Sequence[float]) -> float:
    """The median absolute deviation, as a share of the median."""
    middle = median(values)
    return median(abs(value - middle) for value in values) / abs(middle) if middle else 0.0


def slope(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The exponent: least squares of log time over log size."""
    xs, ys = [math.log(size) for size in sizes], [math.log(time) for time in times]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum(
        (a - x) ** 2 for a in xs
    )


def exponent(times: dict[int, float]) -> float | None:
    """How time grows with size, without what is the same at every size.

    The smallest size is the baseline: its time is taken off the others, and its size too, so that
    what grows as its size has the exponent 1. 0 when the largest does not take twice as long as the
    smallest; None when noise hides a size between.
    """
    least, *others = sorted(times)
    if times[others[-1]] < 2 * times[least]:
        return 0.0
    above = [times[size] - times[least] for size in others]
    return slope([size - least for size in others], above) if min(above) > 0 else None


@dataclass
class Pairs:
    """The samples of both sides at one size, in the order of their pairs."""

    ours: list[Sample] = field(default_factory=list)
    bare: list[Sample] = field(default_factory=list)

    def values(self, side: str, lap: str, what: str) -> list[float]:
        """All figures of a side ("ours", "bare") of one kind; none if there are no such laps."""
        readings = [getattr(sample, lap) for sample in getattr(self, side)]
        return [getattr(reading, what) for reading in readings if reading is not None]

    def ratios(self, lap: str, what: str) -> list[float]:
        """Ours against bare, pair by pair."""
        both = zip(self.values("ours", lap, what), self.values("bare", lap, what), strict=False)
        return [ours / bare for ours, bare in both if bare > 0]

    def widest_spread(self) -> float | None:
        """The widest of the CPU times and their ratio: what this row's figures are worth.

        None of a single pair: nothing is known of its noise.
        """
        found: list[float] = []
        for lap in ("cold", "warm"):
            sides = [self.values(side, lap, "cpu") for side in ("ours", "bare")]
            found += [
                spread(values) for values in (*sides, self.ratios(lap, "cpu")) if len(values) > 1
            ]
        return max(found, default=None)
