"""A screen of its own, the program on it, and a person who sees by names and has a mouse.

Needs what `python3 packaging/bootstrap.py test` installs on Debian.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAMS = ("Xvfb", "xdotool", "dbus-daemon")
SYSTEM_PYTHON = "/usr/bin/python3"  # pyatspi is no wheel: only the system's own Python has it
SIZE = "1600x1000x24"
PATIENCE = 20.0  # seconds; a machine that is busy with other things is no failure
TO_OPEN = 90.0  # seconds for a program to open its window
SHOOT = "import sys; from PySide6.QtWidgets import QApplication as A; a = A([]); "
SHOOT += "a.primaryScreen().grabWindow(0).save(sys.argv[1])"


def lacking() -> list[str]:
    """What these tests need and this computer lacks."""
    found = [name for name in PROGRAMS if not shutil.which(name)]
    try:
        subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        found.append("pyatspi")
    return found


def wait_for(what: str, look: Callable[[], object], patience: float = PATIENCE):
    """Ask again and again until there is an answer."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        found = look()
        if found:
            return found
        time.sleep(0.05)  # to look costs the program time too
    raise AssertionError(f"waited {patience:.0f} s for {what}")


class Seen(NamedTuple):
    """One thing on the screen."""

    name: str
    role: str
    description: str
    states: list[str]
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class Person:
    """Finds things by their accessible names, and has a mouse and a keyboard."""

    def __init__(self, environ: dict[str, str], eyes: subprocess.Popen[str]) -> None:
        self._environ, self._eyes = environ, eyes

    def look(self, role: str, name: str = "", *, start: str = "") -> Seen | None:
        """What is there now."""
        answer = self.ask(role=role, **({"start": start} if start else {"name": name}))
        return Seen(**answer) if answer else None

    def find(self, role: str, name: str = "", *, start: str = "") -> Seen:
        """It is there, or comes."""
        return wait_for(f"{role} {name or start!r}", lambda: self.look(role, name, start=start))

    def focused(self) -> Seen | None:
        """What has the keyboard, if it can be seen."""
        answer = self.ask(focused=True)
        return Seen(**answer) if answer else None

    def until(self, true: Callable[[], object]) -> None:
        """It comes about."""
        wait_for("what should come about", true)

    def ask(self, **wanted: object):
        self._eyes.stdin.write(json.dumps(wanted) + "\n")
        self._eyes.stdin.flush()
        return json.loads(self._eyes.stdout.readline())

    def click(self, role: str, name: str = "", *, start: str = "") -> None:
        x, y = self.find(role, name, start=start).middle
        self._do("mousemove", x, y, "sleep", 0.03, "click", 1)

    def drag(self, one: Seen, onto: Seen) -> None:
        """Press, ten steps, a short rest, let go: as a hand does."""
        (x, y), (to_x, to_y) = one.middle, onto.middle
        words: list[object] = ["mousemove", x, y, "sleep", 0.05, "mousedown", 1]
        for step in range(1, 11):
            at = x + (to_x - x) * step // 10, y + (to_y - y) * step // 10
            words += ["sleep", 0.01, "mousemove", *at]
        self._do(*words, "sleep", 0.03, "mouseup", 1)

    def click_twice_at(self, seen: Seen) -> None:
        self._do("mousemove", *seen.middle, "sleep", 0.03, "click", "--repeat", 2, 1)

    def key(self, *keys: str) -> None:
        for one in keys:
            self._do("key", one)

    def focus(self):
        """What has the keyboard."""
        return wait_for("what has the keyboard", lambda: self.ask(ask="focus"))

    def tab_to(self, start: str, *, most: int = 40) -> None:
        """Tab until something with such a name has the keyboard; each stop on the way is shown."""
        passed = []
        for _step in range(most):
            here = self.focus()
            passed.append(here["name"])
            if here["name"].startswith(start):
                return
            self.key("Tab")
        raise AssertionError(f"{start!r} is not on the way: {passed}")

    def type(self, text: str, *, enter: bool = False) -> None:
        """Letter by letter; Enter, or Tab to leave the field."""
        self._do("type", "--delay", 8, text)
        self.key("Return" if enter else "Tab")

    def write_here(self, text: str) -> None:
        """Letter by letter, wherever the keyboard is."""
        self._do("type", "--delay", 8, text)

    def write(self, field: str, text: str, *, enter: bool = False) -> None:
        """Click into a field and type."""
        self.click("text", field)
        self.type(text, enter=enter)

    def focus_window(self, title: str) -> None:
        """There is no window manager that would give it the keyboard."""
        words = ("search", "--sync", "--onlyvisible", "--name", title, "windowfocus")
        self.until(lambda: self._did(*words))  # one that is found may not take it yet

    def _did(self, *words: object) -> bool:
        with suppress(subprocess.CalledProcessError):
            self._do(*words)
            return True
        return False

    def _do(self, *words: object) -> None:
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env=self._environ, check=True, timeout=PATIENCE)


@contextmanager
def started(*command: str, **options) -> Iterator[subprocess.Popen[str]]:
    """A program that ends with the test, whatever happens."""
    running = subprocess.Popen(command, text=True, **options)
    try:
        yield running
    finally:
        running.terminate()
        try:
            running.wait(5)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        for pipe in (running.stdin, running.stdout, running.stderr):
            if pipe is not None:
                pipe.close()


@contextmanager
def a_screen(folder: Path, size: str = SIZE) -> Iterator[dict[str, str]]:
    """The environment of a desktop with nothing on it: a display and a session's bus."""
    assert not lacking(), f"this computer lacks {', '.join(lacking())}: see packaging/bootstrap.py"
    environ = {k: v for k, v in os.environ.items() if not re.match("WAYLAND|XDG_|QT_|DBUS_", k)}
    home = folder / "home"
    for there in (home, home / "run"):
        there.mkdir(mode=0o700)
    environ |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run"), "LANGUAGE": "en"}
    environ |= {"LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1"}
    environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    xvfb = ("Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-r")
    with started(*xvfb, **quiet) as display:
        environ["DISPLAY"] = f":{display.stdout.readline().strip()}"
        bus_words = ("dbus-daemon", "--session", "--nofork", "--print-address")
        with started(*bus_words, env=environ, **quiet) as bus:
            environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            yield environ


@contextmanager
def a_program(
    environ: dict[str, str], log, *words: str, code: tuple[str, str] = ("-m", "ui")
) -> Iterator[subprocess.Popen[str]]:
    """The program's window; `code` is what Python runs."""
    command = (sys.executable, "-X", "faulthandler", *code, *words)
    options = {"env": environ, "cwd": ROOT, "stdout": log, "stderr": subprocess.STDOUT}
    with started(*command, **options) as running:
        yield running


@contextmanager
def a_person(environ: dict[str, str]) -> Iterator[Person]:
    """Somebody before that screen."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with started(SYSTEM_PYTHON, str(HERE / "eyes.py"), env=environ, **pipes) as eyes:
        yield Person(environ, eyes)
