"""Somebody at the real bus who sees nothing: hears the program, and works it by AT-SPI alone."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QAccessible

from tests.e2e.stage import HERE, SYSTEM_PYTHON, started, wait_for

# What AT-SPI calls the roles by which things are told apart.
ROLES = {
    QAccessible.Role.EditableText: "text",
    QAccessible.Role.Grouping: "panel",
    QAccessible.Role.ListItem: "list item",
    QAccessible.Role.PageTab: "page tab",
    QAccessible.Role.TreeItem: "table cell",
}
CLICK = 0.15  # seconds in which Qt shows how a button is pressed, before it clicks
QUIET = 0.4  # seconds without a word, after which nothing more is expected


class Ear:
    """Works as `Reader` of tests/gui does; waits for what is not there yet.

    `gestures` counts the actions and the fields that were written into.
    """

    def __init__(self, reader: subprocess.Popen[str]) -> None:
        self._reader = reader
        self.gestures = 0
        self.heard()  # it listens once it has answered

    def act(self, start: str, action: str = "", role: QAccessible.Role | None = None) -> None:
        """Do an action, whose name may be only begun; without one the first that is no focusing."""
        there = {"role": ROLES[role]} if role is not None else {}
        self._do(ask="act", start=start, action=action, **there)

    def write(self, start: str, words: str) -> None:
        """Go to a field and replace what is in it."""
        self._do(ask="write", start=start, words=words)

    def there(self) -> list[str]:
        """The names of all that can be reached in the window or dialog in front."""
        found = self._ask(ask="there")
        return found if isinstance(found, list) else []

    def heard(self) -> list[str]:
        """What was announced since this was asked last."""
        return self._ask(ask="heard")

    def heard_until(self, true: Callable[[list[str]], bool], patience: float = 8) -> list[str]:
        """What was announced, once this is true of it and nothing more is said, or in vain."""
        said: list[str] = []
        end, quiet = time.monotonic() + patience, time.monotonic()
        while time.monotonic() < end:
            new = self.heard()
            said += new
            quiet = time.monotonic() if new or not true(said) else quiet
            if time.monotonic() - quiet > QUIET:
                break
            time.sleep(0.05)
        return said

    def _do(self, **wanted: object) -> None:
        answer: dict = {}

        def is_done() -> bool:
            answer.update(self._ask(**wanted))
            return "did" in answer

        try:
            wait_for("", is_done)
        except AssertionError:
            told = f"{wanted}: {answer.get('lacks')}; there is {self.there()}"
            raise AssertionError(told) from None
        self.gestures += 1
        time.sleep(CLICK)

    def _ask(self, **wanted: object):
        self._reader.stdin.write(json.dumps(wanted) + "\n")
        self._reader.stdin.flush()
        return json.loads(self._reader.stdout.readline())


@contextmanager
def an_ear(environ: dict[str, str]) -> Iterator[Ear]:
    """Somebody at that screen's bus."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with started(SYSTEM_PYTHON, str(HERE / "reader.py"), env=environ, **pipes) as reader:
        yield Ear(reader)
