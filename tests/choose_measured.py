"""Choose the tests whose reach is measured, and keep them in measured.txt beside this file.

    python tests/choose_measured.py

Every test that is not slow runs with its first parameters while its reach is measured apart. Those
are chosen that reach most lines and branches for the time they take, until together they reach
nearly all that all do. It takes a quarter of an hour. Do it when coverage falls below its floor
though the tests are there: a file of tests that measured.txt does not name is measured by its first
few. pytest loads this file as a plugin too, for the run of all.
"""

from __future__ import annotations

import heapq
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

PLUGIN = "tests.choose_measured"
CHOSEN = Path(__file__).with_name("measured.txt")
ROOT = CHOSEN.parents[1]
SHARE = 0.95  # of all arcs that the tests reach: the last ones would double the time
STARTED = 0.02  # seconds that measuring any test takes besides
ARCS = (
    "SELECT context.context, arc.file_id, arc.fromno, arc.tono"
    " FROM arc JOIN context ON context.id = arc.context_id"
)
Arc = tuple[int, int, int]  # a file, and the lines that one step leads from and to


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        code = run_each(Path(folder))
        if code == 0:
            arcs = reached(Path(folder) / "coverage")
            chosen = choose(arcs, taken(Path(folder) / "times.xml"))
            files = {name.partition("::")[0] for name in arcs}  # also those of which none is chosen
            CHOSEN.write_text("".join(f"{name}\n" for name in sorted({*files, *chosen})), "utf-8")
            print(f"{len(chosen)} tests chosen")
        return code


def run_each(folder: Path) -> int:
    """Run what is not slow, with a context for each test; the exit code."""
    measuring = ["--cov", "--cov-context=test", "--cov-report="]
    words = ["-p", PLUGIN, "-m", "not slow", *measuring, f"--junit-xml={folder / 'times.xml'}"]
    workers = ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    env = os.environ | {"COVERAGE_FILE": str(folder / "coverage")}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-m", "pytest", "-q", *workers, *words]
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has other parameters alone."""
    first = {function(item.nodeid): item for item in reversed(items)}.values()
    config.hook.pytest_deselected(items=[item for item in items if item not in first])
    items[:] = [item for item in items if item in first]


def reached(data: Path) -> dict[str, set[Arc]]:
    """The arcs that each test function reaches, without those of imports.

    Coverage documents the tables of its file.
    """
    found: defaultdict[str, set[Arc]] = defaultdict(set)
    with sqlite3.connect(data) as connection:
        for context, *arc in connection.execute(ARCS):
            found[function(context.partition("|")[0])].add(tuple(arc))
    connection.close()
    imported = found.pop("", set())
    return {name: arcs - imported for name, arcs in found.items()}


def taken(times: Path) -> dict[str, float]:
    """Seconds of each test function, the longest of its parameters."""
    found: defaultdict[str, float] = defaultdict(float)
    for case in ET.parse(times).iter("testcase"):
        path = case.attrib["classname"].replace(".", "/")
        name = function(f"{path}.py::{case.attrib['name']}")
        found[name] = max(found[name], float(case.attrib["time"]))
    return found


def function(name: str) -> str:
    """The name of a test without its parameters."""
    return name.partition("[")[0]


def choose(arcs: dict[str, set[Arc]], seconds: dict[str, float]) -> list[str]:
    """Take what reaches most for its time, again and again, until nearly all is reached."""
    wanted = SHARE * len(set().union(*arcs.values()))
    cost = {name: STARTED + seconds[name] for name in arcs}
    heap = [(-len(own) / cost[name], name) for name, own in arcs.items()]
    heapq.heapify(heap)
    chosen: list[str] = []
    covered: set[Arc] = set()
    while heap and len(covered) < wanted:
        worth, name = heapq.heappop(heap)
        now = -len(arcs[name] - covered) / cost[name]
        if now > worth:  # others have reached some of it since
            heapq.heappush(heap, (now, name))
        else:
            chosen.append(name)
            covered |= arcs[name]
    return chosen


if __name__ == "__main__":
    sys.exit(main())
