"""Runs the two sides of a case in turns, each in a fresh process, and reads what they took.

This module and those of the cases import neither Qt nor the core: the `ru_maxrss` of a process
starts at what its parent held.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import IO, NamedTuple

from tests.benchmarks.case import Case
from tests.benchmarks.laps import MAKE, MAXRSS_PER_MB, Reading

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 300  # seconds for one process
LONGEST = 120  # letters of a failure that are kept


class SideFailed(Exception):
    """A process ended with an error; the text is the last that it said."""


class Sample(NamedTuple):
    """One process: its first lap, and the median of its later ones, or another share of them."""

    cold: Reading
    warm: Reading | None


class Bench:
    """Makes fixtures once, and runs sides."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def sample(self, case: Case, side: Callable[..., object], size: int, rounds: int) -> Sample:
        """Run one side once; raises SideFailed."""
        fixture = self._fixture(case, size)
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            folder = Path(name)
            if (fixture / "home").exists():
                shutil.copytree(fixture / "home", folder / "home")
            if case.is_command:
                return Sample(self._whole(side(folder, fixture), folder, case.display), None)
            arguments = [_name(side), str(size), str(folder), str(fixture), str(rounds)]
            printed = self._run(_harness(arguments), folder, case.display)[0]
            return _laps(printed, case.share)

    def _fixture(self, case: Case, size: int) -> Path:
        """What the case's fixture made for this size; made when it is first asked for."""
        if case.fixture is None:
            return self._folder
        fixture = self._folder / f"{case.fixture.__name__}-{size}"
        if not fixture.exists():
            with tempfile.TemporaryDirectory(dir=self._folder) as name:
                made = Path(name, "made")
                made.mkdir()
                arguments = [_name(case.fixture), str(size), name, str(made), MAKE]
                self._run(_harness(arguments), Path(name), "offscreen")
                made.rename(fixture)
        return fixture

    def _whole(self, command: list[str], folder: Path, display: str) -> Reading:
        return self._run(command, folder, display)[1]

    def _run(self, command: list[str], folder: Path, display: str) -> tuple[str, Reading]:
        """Run a process; returns what it printed and what all of it took."""
        env = os.environ | {"CXW_HOME": str(folder / "home"), "QT_QPA_PLATFORM": display}
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
            began = time.monotonic()
            process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=said)
            watch = threading.Timer(PATIENCE, process.kill)
            watch.start()
            _pid, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - began
            watch.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SideFailed(_last_line(said, process.returncode))
            out.seek(0)
            cpu = usage.ru_utime + usage.ru_stime
            reading = Reading(cpu * 1000, wall * 1000, usage.ru_maxrss / MAXRSS_PER_MB)
            return out.read().decode(), reading


def _harness(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.laps", *arguments]


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}:{function.__name__}"


def _laps(printed: str, share: float) -> Sample:
    cold, *warm = (Reading(*taken) for taken in json.loads(printed.splitlines()[-1]))
    if not warm:
        return Sample(cold, None)
    return Sample(cold, Reading(*(_of(values, share) for values in zip(*warm, strict=True))))


def _of(values: Sequence[float], share: float) -> float:
    """The median, or for another share the value below which so many are."""
    return median(values) if share == 0.5 else sorted(values)[int(share * (len(values) - 1))]


def _last_line(said: IO[bytes], code: int) -> str:
    """What a process said last, without the folder that it said it of."""
    said.seek(0)
    lines = said.read().decode(errors="replace").split("\n")
    told = [line.strip() for line in lines if line.strip()]
    return re.sub(r"'?/\S+", "…", told[-1])[:LONGEST] if told else f"exit code {code}"
