"""The lines of the table, and docs/benchmarks.md around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.figures import NOISY, Pairs, exponent, spread

HEAD = (
    "| what | against | CPU cold, ms | CPU warm, ms | wall cold, ms | wall warm, ms | peak, MB "
    "| spread | aim | |\n|---|---|---|---|---|---|---|---|---|---|"
)


@dataclass
class Line:
    """A row: its cells, and what the aims are held against."""

    what: str
    against: str
    cells: dict[str, str] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    spread: float | None = None
    aims: Mapping[str, float] = field(default_factory=dict)
    failure: str = ""

    @property
    def is_noisy(self) -> bool:
        """Whether its figures differ too much from pair to pair."""
        return self.spread is not None and self.spread > NOISY

    def verdict(self) -> str:
        """Failed, noisy, kept or missed; nothing where there is no aim."""
        if self.failure:
            return f"**failed**: {self.failure}"
        lacking = [f"no {key}" for key in self.aims if key not in self.values]
        missed = [key for key, most in self.aims.items() if self.values.get(key, 0) > most]
        wrong = f"**missed**: {', '.join(missed + lacking)}" if missed or lacking else "kept"
        return " ".join([*([wrong] if self.aims else []), *(["±"] if self.is_noisy else [])])

    def markdown(self) -> str:
        columns = ("cpu cold", "cpu warm", "wall cold", "wall warm", "mb")
        cells = [self.cells.get(column, "–") for column in columns]
        aim = ", ".join(f"{key} ≤ {most:g}" for key, most in self.aims.items())
        parts = [
            self.what,
            self.against,
            *cells,
            "–" if self.spread is None else f"{self.spread:.0%}",
            aim,
            self.verdict(),
        ]
        return f"| {' | '.join(parts)} |"


def size_line(what: str, against: str, pairs: Pairs, aims: Mapping[str, float]) -> Line:
    """What one size took: ours / bare = ratio in each cell."""
    line = Line(what, against, spread=pairs.widest_spread(), aims=aims)
    for lap in ("cold", "warm"):
        for kind in ("cpu", "wall"):
            _fill(line, pairs, lap, kind)
        if pairs.values("ours", lap, "mb"):  # of the last lap: the most of the whole process
            line.cells["mb"] = _cell(pairs, lap, "mb")
            line.values["MB"] = median(pairs.values("ours", lap, "mb"))
    return line


def _fill(line: Line, pairs: Pairs, lap: str, kind: str) -> None:
    ours = pairs.values("ours", lap, kind)
    if not ours:
        return
    line.cells[f"{kind} {lap}"] = _cell(pairs, lap, kind)
    if kind == "cpu":
        line.values[f"{lap} ms"] = median(ours)
        ratios = pairs.ratios(lap, kind)
        if ratios:
            line.values[f"{lap} x"] = median(ratios)


def _cell(pairs: Pairs, lap: str, kind: str) -> str:
    ours, bare = pairs.values("ours", lap, kind), pairs.values("bare", lap, kind)
    ratios = pairs.ratios(lap, kind)
    if not ratios:
        return _number(median(ours))
    if kind == "mb":  # no ratio: both begin with what every process holds
        return f"{_number(median(ours))} / {_number(median(bare))}"
    return f"{_number(median(ours))} / {_number(median(bare))} = {median(ratios):.1f}x"


def _number(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def growth_line(what: str, by_size: Mapping[int, Pairs], aims: Mapping[str, float]) -> Line:
    """The exponent of ours, and of the other side where it can be told."""
    line = Line(what, "exponent of time over size", aims=aims)
    for lap in ("cold", "warm"):
        ours = _exponents(by_size, "ours", lap)
        bare = _exponents(by_size, "bare", lap)
        if ours:
            other = f"{median(bare):.2f}" if bare else "–"
            line.cells[f"cpu {lap}"] = f"{median(ours):.2f} / {other}"
            line.values["exponent"] = max(median(ours), line.values.get("exponent", 0.0))
            if len(ours) > 1:
                line.spread = max(line.spread or 0.0, spread(ours))
    return line


def _exponents(by_size: Mapping[int, Pairs], side: str, lap: str) -> list[float]:
    """One of each turn; none at all when most turns tell none."""
    columns = {size: pairs.values(side, lap, "cpu") for size, pairs in by_size.items()}
    turns = list(zip(*columns.values(), strict=False))
    told = [exponent(dict(zip(columns, times, strict=True))) for times in turns]
    found = [one for one in told if one is not None]
    return found if 2 * len(found) > len(turns) else []
