"""The stage of these tests: what is lacking is said, or fails where CI is set."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.stage import (
    HERE,
    PATIENCE,
    ROOT,
    SHOOT,
    Person,
    a_person,
    a_program,
    a_screen,
    lacking,
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Without a screen to be had these tests are left out; never on a Linux where CI is set."""
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.slow)
    if ours and not must_be_there() and lacking():
        items[:] = [item for item in items if item not in ours]
        config.hook.pytest_deselected(items=ours)


def must_be_there() -> bool:
    """Whether a missing screen is a failure: only Linux has these, and nothing may lack in CI."""
    return bool(os.environ.get("CI")) and sys.platform.startswith("linux")


def pytest_report_collectionfinish():
    missing = [] if must_be_there() else lacking()
    if not missing:
        return []
    return ["The end-to-end tests are left out: this computer lacks " + ", ".join(missing) + "."]


@pytest.fixture
def screen(tmp_path) -> Iterator[dict[str, str]]:
    """The environment of a desktop with nothing on it."""
    with a_screen(tmp_path) as environ:
        yield environ


@pytest.fixture
def program(screen, tmp_path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the program's window on a workshop, or on none."""
    with ExitStack() as stack:
        log = stack.enter_context((tmp_path / "program.log").open("w"))

        def start(*file: Path) -> subprocess.Popen[str]:
            return stack.enter_context(a_program(screen, log, *map(str, file)))

        yield start


@pytest.fixture
def person(screen, program, tmp_path, request) -> Iterator[Person]:
    """Somebody before that screen; when a test fails, what they saw is kept."""
    failed_before = request.session.testsfailed
    with a_person(screen) as made:
        yield made
        if request.session.testsfailed > failed_before:
            picture = tmp_path / "screen.png"
            subprocess.call([sys.executable, "-c", SHOOT, picture], env=screen, timeout=PATIENCE)
            names = "\n".join(made.ask(ask="all") or ())
            (tmp_path / "names.txt").write_text(names, encoding="utf-8")
            print(f"What was on the screen: {picture}\n{names}")
            print((tmp_path / "program.log").read_text(encoding="utf-8"))


@pytest.fixture
def command(screen) -> Callable[..., str]:
    """The command line: what it says."""

    def run(*words: object) -> str:
        line = [sys.executable, "-m", "cxworkshop", *map(str, words)]
        options = {"env": screen, "cwd": ROOT, "capture_output": True, "text": True}
        done = subprocess.run(line, check=False, **options)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
