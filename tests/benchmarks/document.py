"""Writes the table into docs/benchmarks.md, between its two marks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.benchmarks import machine
from tests.benchmarks.table import HEAD, Line

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
BEGIN, END = "<!-- begin: written by tests/benchmarks/run.py -->", "<!-- end -->"


def write(lines: Iterable[Line], absent: Iterable[str]) -> None:
    """Replace what was measured before; what people wrote around it stays."""
    before, _begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _old, _end, after = rest.partition(END)
    kind = "\n".join(f"- {what}: {value}" for what, value in machine.kind().items())
    rows = "\n".join(line.markdown() for line in lines)
    lacking = "".join(f"\n- {sentence}" for sentence in absent)
    table = f"{kind}{lacking}\n\n{HEAD}\n{rows}"
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")
