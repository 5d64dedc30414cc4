"""How fast it is, as ratios against the bare minimum, each side in a fresh process of its own.

    python tests/benchmarks/run.py                     all, most of an hour; docs/benchmarks.md
    python tests/benchmarks/run.py --only edit --only open     those, as a table; writes nothing
    python tests/benchmarks/run.py --pairs 1           each once, at full size; writes nothing
    python tests/benchmarks/run.py --quick             each once and small: does it still work?

Ends with 1 if one failed. What is measured, and what is not, is said in docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import compileall
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks import screen  # noqa: E402
from tests.benchmarks.case import Case  # noqa: E402
from tests.benchmarks.figures import Pairs  # noqa: E402
from tests.benchmarks.sampling import Bench, SideFailed  # noqa: E402
from tests.benchmarks.table import HEAD, Line, growth_line, size_line  # noqa: E402

PAIRS = 7
QUICK = 30  # the largest size with `--quick`, where there is no least one


def measure(bench: Bench, case: Case, pairs: int) -> Iterator[Line]:
    """All sizes in turns, ours and bare in turns, so that a slow minute is so for all of them."""
    by_size = {size: Pairs() for size in _sizes(case)}
    try:
        for _turn in range(pairs):
            for size, found in by_size.items():
                found.ours.append(bench.sample(case, case.ours, size, case.rounds))
                if case.bare is not None:
                    found.bare.append(bench.sample(case, case.bare, size, case.rounds))
    except SideFailed as failure:
        yield Line(_what(case, case.sizes[-1]), case.against, failure=str(failure))
        return
    for size in sorted(case.sizes):
        yield size_line(_what(case, size), case.against, by_size[size], case.aims_at(size))
    if case.growth:
        growth = {size: by_size[size] for size in case.over}
        yield growth_line(f"{case.name}: growth", growth, case.aims_at(-1))


def _sizes(case: Case) -> list[int]:
    return sorted({*case.sizes, *(case.over if case.growth else ())})


def _what(case: Case, size: int) -> str:
    return case.what.format(n=f"{size:,}")


def quick(case: Case) -> Case:
    """The same case, small: once warm, no aims."""
    most = case.over[0] if case.growth else QUICK
    sizes = tuple(dict.fromkeys(min(size, most) for size in case.sizes))
    return replace(case, sizes=sizes, growth=False, rounds=min(1, case.rounds), aims={})


def absent() -> list[str]:
    """A sentence for each program that could not be compared with."""
    from tests.benchmarks.cases import others

    return [f"not measured, for it is not here: {name}" for name in sorted(others.ABSENT)]


def main() -> int:
    """Measure what was asked for; the answer is the exit code."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--only", action="append", metavar="NAME", help="this one; may be repeated")
    asked.add_argument("--quick", action="store_true", help="one pair of each, small")
    asked.add_argument("--pairs", type=int, default=PAIRS, help="fewer write nothing")
    asked.add_argument("--python", help="a Python that has typst, weasyprint and fpdf2")
    given = asked.parse_args()
    if given.python:
        os.environ["CXW_BENCHMARK_PYTHON"] = given.python
    with screen.virtual(), tempfile.TemporaryDirectory() as folder:
        chosen = _chosen(given.only)
        for package in ("cxworkshop", "ui", "tests/benchmarks"):
            compileall.compile_dir(ROOT / package, quiet=2)
        print(HEAD, flush=True)
        pairs = 1 if given.quick else given.pairs
        cases = map(quick, chosen) if given.quick else chosen
        bench, lines = Bench(Path(folder)), list[Line]()
        for line in chain.from_iterable(measure(bench, case, pairs) for case in cases):
            lines.append(line)
            print(line.markdown(), flush=True)
        if not given.only:
            print(*absent(), sep="\n")
    if not (given.quick or given.only or pairs < PAIRS):
        from tests.benchmarks import document  # now: what this process holds, no other is below

        document.write(lines, absent())
    return int(any(line.failure for line in lines))


def _chosen(only: list[str] | None) -> list[Case]:
    """The cases of these names; raises SystemExit for a name that there is not."""
    from tests.benchmarks.catalogue import all_cases

    there = {case.name: case for case in all_cases()}
    if unknown := [name for name in only or [] if name not in there]:
        raise SystemExit(f"no {', '.join(unknown)} among: {', '.join(there)}")
    return [there[name] for name in only or there]


if __name__ == "__main__":
    sys.exit(main())
