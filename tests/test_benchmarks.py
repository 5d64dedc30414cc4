"""The benchmarks run, each in processes of its own, and mark what fails. No time is asserted."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.benchmarks.case import Case
from tests.benchmarks.catalogue import all_cases
from tests.benchmarks.figures import Pairs, exponent
from tests.benchmarks.laps import Laps, Reading
from tests.benchmarks.run import measure
from tests.benchmarks.sampling import Bench, Sample
from tests.benchmarks.table import size_line

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.linux


def fails(_laps: Laps) -> None:
    raise ValueError("this side fails")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tests/benchmarks/run.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_one_of_each_kind_runs_small():
    wanted = ("edit", "import", "drop")
    done = run("--quick", *(word for name in wanted for word in ("--only", name)))
    assert (done.returncode, "failed" in done.stdout) == (0, False), done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == 2 + len(wanted)


def test_a_name_that_there_is_not_is_refused():
    done = run("--only", "nothing")
    assert done.returncode == 1
    assert "no nothing among: edit" in done.stderr


def test_names_are_there_once():
    names = [case.name for case in all_cases()]
    assert len(names) == len(set(names)) > 40


def imported(path: Path) -> set[tuple[str, str]]:
    """What it takes from the program, also within functions: module and name."""
    return {
        (node.module, name.name)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("cxworkshop", "ui"))
        for name in node.names
    }


@pytest.mark.parametrize("folder", ["benchmarks", "soak"])
def test_what_no_test_runs_whole_takes_only_what_the_program_has(folder):
    taken = set().union(*map(imported, (ROOT / "tests" / folder).rglob("*.py")))
    missing = [
        f"{module}.{name}"
        for module, name in taken
        if not hasattr(import_module(module), name) and not find_spec(f"{module}.{name}")
    ]
    assert taken
    assert missing == []


def test_a_side_that_fails_is_marked(tmp_path):
    [line] = measure(Bench(tmp_path), Case("fails", "what", "nothing", fails), pairs=1)
    assert line.verdict() == "**failed**: ValueError: this side fails"


def pairs(*times: float) -> Pairs:
    """Ours took these, and the other side 1 each time."""
    sides = ([Sample(Reading(time, time, 1.0), None) for time in side]
             for side in (times, [1.0] * len(times)))  # fmt: skip
    return Pairs(*sides)


@pytest.mark.parametrize(
    ("times", "verdict"),
    [
        ((2, 2, 2, 2, 2, 2, 2), "kept"),
        ((4, 4, 4, 4, 4, 4, 4), "**missed**: cold x"),
        ((1, 1, 1, 2, 2.9, 2.9, 2.9), "kept ±"),
    ],
)
def test_an_aim_is_judged_by_the_median_and_a_wide_spread_is_marked(times, verdict):
    assert size_line("what", "against", pairs(*times), {"cold x": 3}).verdict() == verdict


def test_a_single_pair_has_no_spread():
    assert "| – | cold x ≤ 3 | kept |" in size_line("w", "a", pairs(2), {"cold x": 3}).markdown()


def test_an_aim_without_a_figure_is_not_kept():
    assert "no warm x" in size_line("what", "against", pairs(1), {"warm x": 3}).verdict()


@pytest.mark.parametrize("power", [0.5, 1.0, 1.3, 2.0])
def test_an_exponent_is_found_whatever_the_start_costs(power):
    times = {size: 1 + 0.1 * (size - 20) ** power for size in (20, 300, 3_000, 10_000)}
    assert exponent(times) == pytest.approx(power)


def test_what_does_not_grow_has_no_exponent():
    assert exponent({20: 5.0, 300: 4.0, 3_000: 6.0, 10_000: 7.0}) == 0.0


def test_an_exponent_that_noise_hides_is_not_told():
    assert exponent({20: 5.0, 300: 4.0, 3_000: 6.0, 10_000: 70.0}) is None
