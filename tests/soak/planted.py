"""Faults planted in the program: the harness that looks for such a one must find it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from tests.soak.table import Row

ROOT = Path(__file__).resolve().parents[2]
TESTS = "tests/soak/test_planted_faults.py"


def run(count: int, seed: int) -> list[Row]:
    """So many of them at most; wrong are those that their harness overlooked."""
    every = [line for line in _pytest("--collect-only").splitlines() if line.startswith(TESTS)]
    chosen = random.Random(seed).sample(every, min(count, len(every)))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        said = _pytest(f"--junitxml={report}", tests=chosen)
        suite = ElementTree.parse(report).getroot()[0] if report.exists() else None
    if suite is None:
        return [Row("planted faults are found", 0, 1, said[-300:])]
    missed = [case.get("name", "") for case in suite if case.find("failure") is not None]
    missed += [case.get("name", "") for case in suite if case.find("error") is not None]
    note = "; ".join(missed[:2])
    return [Row("planted faults are found", int(suite.get("tests", 0)), len(missed), note)]


def _pytest(*options: str, tests: list[str] | None = None) -> str:
    """What pytest says of these tests, or of all."""
    command = [sys.executable, "-m", "pytest", "-q", *options, *(tests or [TESTS])]
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    done = subprocess.run(
        command, env=env, cwd=ROOT, capture_output=True, text=True, check=False
    )  # fmt: skip
    return done.stdout
