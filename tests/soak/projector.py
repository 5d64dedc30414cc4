"""Desk and Wall on two screens of an X display, by a clicker's keys; the projector comes and goes.

The program runs as a process of its own; its windows are found as screen readers find them.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.e2e.stage import Person, Seen, a_person, a_program, a_screen, started, wait_for
from tests.gui.surface_workshops import make
from tests.soak.monitors import PROJECTOR, WHOLE, Monitors, a_projector
from tests.soak.power_cuts import at_home
from tests.soak.table import Row

STOPS = range(1, 9)
CAPTURE = "What the customer said"
HALF, REST = "The tea was co", "ld."


def run(count: int, seed: int) -> list[Row]:
    """So many meetings through all eight stops."""
    wrong = list(filter(None, (_meeting(random.Random(f"{seed} {n}")) for n in range(count))))
    return [
        Row(
            "Desk and Wall with a projector that comes and goes",
            count,
            len(wrong),
            wrong[0] if wrong else "",
        )
    ]


def _meeting(chance: random.Random) -> str:
    """One meeting; returns what went wrong."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())).resolve()
        making = folder / "making"
        making.mkdir()
        with at_home(making):
            path = make("bakery", making)
        environ = stack.enter_context(a_screen(folder, WHOLE))
        monitors = stack.enter_context(a_projector(environ["DISPLAY"]))
        if shutil.which("openbox"):
            stack.enter_context(started("openbox", env=environ))
        log = stack.enter_context((folder / "program.log").open("w"))
        program = stack.enter_context(a_program(environ, log, str(path)))
        person = stack.enter_context(a_person(environ))
        try:
            _hold(person, monitors, chance)
        except AssertionError as failed:
            return str(failed)
        return "" if program.poll() is None else "the program has ended"


def _hold(person: Person, monitors: Monitors, chance: random.Random) -> None:
    person.find("frame", start="CX Workshop")
    person.focus_window("CX Workshop")
    wait_for("the keyboard on the Desk", person.focused)
    person.key("F5")
    words = {stop: _at(person, monitors, stop, chance) for stop in STOPS}
    assert len(set(words.values())) == len(words), "two stops have the same Wall"
    person.key("ctrl+2")
    person.click("text", CAPTURE)
    person.write_here(HALF)
    monitors.unplug()
    _wait_until_gone(person)
    person.write_here(REST)
    monitors.plug_in()
    _seen_wall(person)
    person.key("Return")
    wait_for("the sentence on the Wall", lambda: HALF + REST in _seen_wall(person).description)


def _at(person: Person, monitors: Monitors, stop: int, chance: random.Random) -> str:
    """What the Wall says at a stop, whatever is clicked, plugged in and out there."""
    before = _seen_wall(person).description
    person.key(f"ctrl+{stop}")
    if stop > 1:
        wait_for(f"the Wall of stop {stop}", lambda: _seen_wall(person).description != before)
    words = _seen_wall(person).description
    person.key("Next", "Prior")
    wait_for("the first page again", lambda: _seen_wall(person).description == words)
    if chance.random() < 0.5:
        monitors.unplug()
        _wait_until_gone(person)
        monitors.plug_in()
        wait_for("the Wall as it was", lambda: _seen_wall(person).description == words)
    person.key("F5")
    _wait_until_gone(person)
    person.key("F5")
    wait_for("the Wall again", lambda: _seen_wall(person).description == words)
    return words


def _wall(person: Person) -> Seen | None:
    found = person.look("frame", "Wall")
    return found if found is not None and found.width > 0 else None


def _seen_wall(person: Person) -> Seen:
    """The Wall fills the projector."""

    def fills() -> Seen | None:
        found = _wall(person)
        return (
            found if found and (found.x, found.y, found.width, found.height) == PROJECTOR else None
        )

    found = wait_for("the Wall on the projector", fills)
    assert isinstance(found, Seen)
    return found


def _wait_until_gone(person: Person) -> None:
    wait_for("the Wall to be gone", lambda: _wall(person) is None)
