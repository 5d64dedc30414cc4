"""Without a screen the end-to-end tests are left out aloud; where CI is set, never."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.linux]

ROOT = Path(__file__).resolve().parents[2]


def run_without_programs(tmp_path, **environ):
    inherited = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--assert=plain", "tests/e2e/test_by_names.py"],
        env=inherited | {"PATH": str(tmp_path)} | environ,
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_without_a_screen_they_are_left_out_with_a_sentence(tmp_path):
    done = run_without_programs(tmp_path)
    assert "The end-to-end tests are left out: this computer lacks Xvfb, xdotool" in done.stdout
    assert " deselected" in done.stdout
    assert "passed" not in done.stdout
    assert "error" not in done.stdout


def test_where_ci_is_set_they_fail(tmp_path):
    done = run_without_programs(tmp_path, CI="1")
    assert done.returncode == 1
    assert "this computer lacks Xvfb, xdotool" in done.stdout
    assert "left out" not in done.stdout
