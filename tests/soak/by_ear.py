"""A whole first meeting on the real bus, heard and worked by AT-SPI alone, and what is announced.

No key and no mouse: from an empty laptop to a locked plan, and thirty days later the check, the
staff test, who is told, and the next round. What each step announces is heard, and heard once.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.e2e.ear import Ear, an_ear
from tests.e2e.stage import TO_OPEN, a_program, a_screen, started, wait_for
from tests.gui.checks.acting import Role
from tests.gui.stops import test_meeting_by_actions as first
from tests.soak.table import Row

SIZE = "1280x720x24"
DAY_1, DAY_30 = "2026-11-29", "2026-12-31"
# Keeps words on the clipboard, as the program does that somebody has copied them from.
COPIED = "import sys; from PySide6.QtWidgets import QApplication as A; a = A([]); "
COPIED += "a.clipboard().setText(sys.argv[1]); print(flush=True); a.exec()"


class Step(NamedTuple):
    """What is done, and how often it must be announced that …: how the words begin."""

    do: Callable[[Ear], None]
    told: dict[str, int]


def search(ear: Ear) -> None:
    ear.act("Stop 3,")
    ear.write("Find words", "phone")
    ear.act("End the search")


def choose(ear: Ear) -> None:
    ear.act("Card 3,", "Toggle", Role.ListItem)
    ear.act("Card 4,", "Toggle", Role.ListItem)


def undo(ear: Ear) -> None:
    ear.act("Undo")
    ear.act("Redo")


def sort(ear: Ear) -> None:
    ear.act("Sort one by one")
    ear.act("Skip")
    ear.act("Back to the list")


def wall(ear: Ear) -> None:
    ear.act("Wall")
    ear.act("In a window")
    for button in ("Freeze", "Freeze", "Blank", "Blank", "Close"):
        ear.act(button)


def timer(ear: Ear) -> None:
    ear.act("Timer")
    ear.write("How long the timer runs", "5")
    for button in ("Start the timer", "Pause", "Go on", "Stop the timer"):
        ear.act(button)


def check(ear: Ear) -> None:
    ear.act("Stop 6,")
    for words, mark in (("You picked up at once", "Notices"), ("No change", "No difference")):
        ear.write("What the customer says now", words)
        ear.act(mark)
        ear.act("Add")
    ear.act("Some do")


def test_staff(ear: Ear) -> None:
    ear.act("Stop 7,")
    ear.act("Write under: How the work is set up")
    ear.write("How the work is set up: how", "Two phones stand at the door")
    ear.write("How the work is set up: where to find it", "at the door")
    ear.act("How the work is set up: where to find it", "Press", Role.EditableText)
    ear.write("What will be fixed", "The list hangs at the door")
    ear.write("Who fixes it", "Ben")
    ear.write("By when", "8 Jan 2027")
    ear.act("We are not sure")


def tell(ear: Ear) -> None:
    ear.act("Stop 8,")
    ear.write("Add somebody to tell", "All staff")
    ear.act("Add somebody to tell", "Press")
    ear.act("All staff")


def go_on(ear: Ear) -> None:
    ear.act("Start round 2")
    ear.act("Printed: The poster")  # on the page that starts it
    ear.act("Start round 2")


MEETING = (
    Step(first.begin_a_workshop, {}),
    Step(first.hear_customers, {"Add a card": 3, "Kind of": 0, "Add 2 cards": 1}),
    Step(first.group, {"Put card 1 together": 1, "Name group A": 1, "Set aside card 5": 1}),
    Step(undo, {"Undone: Set aside card 5": 1, "Brought back: Set aside card 5": 1}),
    Step(choose, {"1 chosen": 1, "2 chosen": 1}),
    Step(search, {"2 say “phone”": 1}),
    Step(sort, {"1 of 2, Card 3": 1, "2 of 2, Card 4": 1}),
    Step(first.pick, {"Pick group A": 1, "Answer a criterion of group A": 4}),
    Step(wall, {"The Wall is on": 1, "The Wall is frozen": 1, "The Wall is blank": 1}),
    Step(timer, {"Timer started: 5:00": 1, "Timer paused": 1, "Timer stopped": 1}),
    Step(first.plan, {"Give the licence": 1, "Not ready to lock: ": 1, "Lock group A": 1}),
)
LATER = (
    Step(check, {"Give the verdict": 1}),
    Step(test_staff, {"Answer the replace-the-staff": 1, "Not sure that it stays": 1}),
    Step(tell, {"Add somebody to tell": 1, "Tick somebody who was told": 1}),
    Step(go_on, {"Start round 2": 1}),
)


def run(count: int, _seed: int) -> list[Row]:
    """Hold so many meetings."""
    wrong: list[str] = []
    gestures = told = 0
    for _n in range(count):
        with ExitStack() as stack:
            for ear, fault in _meeting(stack):
                gestures = ear.gestures
                wrong += fault
            told = sum(sum(step.told.values()) for step in (*MEETING, *LATER))
    note = "; ".join(wrong[:3]) or f"{gestures} actions and fields, {told} changes announced once"
    return [Row("first meetings by AT-SPI alone", count, len(wrong), note)]


def _meeting(stack: ExitStack) -> Iterator[tuple[Ear, list[str]]]:
    """Both days, each in a program of its own; what was not announced as it should be."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory())).resolve()
    environ = stack.enter_context(a_screen(folder, SIZE))
    if shutil.which("openbox"):  # gives the keyboard back when a dialog is closed
        stack.enter_context(started("openbox", env=environ, stderr=subprocess.DEVNULL))
    log = stack.enter_context((folder / "program.log").open("w"))
    ear = stack.enter_context(an_ear(environ))
    copied = (sys.executable, "-c", COPIED, first.SENT)
    stack.enter_context(started(*copied, env=environ))
    for day, steps in ((DAY_1, MEETING), (DAY_30, LATER)):
        files = [str(one) for one in (folder / "home" / "CX Workshop").glob("*.cxw")]
        with a_program(environ, log, "--today", day, *files):
            wait_for("its window", partial(_is_open, ear, len(files)), TO_OPEN)
            for step in steps:
                yield ear, _faults(ear, step)


def _is_open(ear: Ear, files: int) -> bool:
    """Whether the start page is there, or the workshop of this file."""
    wanted = "Undo" if files else "New workshop"
    return any(name.startswith(wanted) for name in ear.there())


def _faults(ear: Ear, step: Step) -> list[str]:
    def count(said: list[str]) -> dict[str, int]:
        return {words: sum(one.startswith(words) for one in said) for words in step.told}

    ear.heard()
    step.do(ear)
    said = ear.heard_until(lambda said: all(count(said).values()))
    told = count(said).items()
    return [f"“{words}” was announced {n} times" for words, n in told if n != step.told[words]]
