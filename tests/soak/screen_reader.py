"""What a screen reader finds on the real bus: all that takes the keyboard can be named and worked.

The start page, the eight stops with their other views, the dialogs, the Print page and the Wall’s
bar are opened by keys in a program of its own, and walked by AT-SPI.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from tests.e2e.ear import Ear, an_ear
from tests.e2e.stage import (
    PATIENCE,
    TO_OPEN,
    Person,
    a_person,
    a_program,
    a_screen,
    started,
    wait_for,
)
from tests.gui.surface_workshops import make
from tests.soak.power_cuts import at_home
from tests.soak.table import Row

SIZE = "1280x720x24"
STOPS = range(1, 9)


class Place(NamedTuple):
    """Something to look at: the keys that open it, the words typed then, and those that leave it.

    `chosen` is typed into the list of commands, `pressed` is a button. A name that begins with
    `shows` must be there, or another place has been looked at.
    """

    name: str
    keys: tuple[str, ...] = ()
    back: tuple[str, ...] = ("Escape",)
    chosen: str = ""
    pressed: str = ""
    shows: str = ""


STOP_PLACES = tuple(Place(f"stop {n}", (f"ctrl+{n}",), ()) for n in STOPS)
PAPER = tuple(Place(f"paper at stop {n}", (f"ctrl+{n}", "ctrl+g")) for n in (2, 3, 4, 6))
LIST = (
    Place("cards of the board", ("ctrl+3", "Down", "space"), ()),
    Place("the small list", ("ctrl+minus",), ("ctrl+0",)),
    Place("the tree", ("F2", "Down"), ("F2",)),
    Place("the headline of a group", ("Down", "F4")),
    Place("the step of a card", ("Down", "e")),
    Place("sorting", ("F8",)),
    Place("search", ("ctrl+f", "t", "h", "e"), ("Escape", "Escape")),
    Place("a pick", ("ctrl+4", "Home", "3"), ("ctrl+z",)),
    Place("the year", ("ctrl+8",), ("Escape",), "", "Open the year", "Back to Share and repeat"),
    Place("round start", ("ctrl+8",), ("Escape",), "", "Start round 5", "Not yet"),
    Place("answers", ("ctrl+8",), ("Escape",), "", "Answers to everybody", "Wishes and their"),
)
ANYWHERE = (
    Place("the help card", ("F1",)),
    Place("all keys", ("F1", "F1"), ("Escape", "Escape")),
    Place("the history", ("ctrl+h",)),
    Place("the commands", ("ctrl+k",)),
    Place("what is still open", ("ctrl+l",)),
    Place("the Print page", ("ctrl+p",)),
    Place("the settings", ("ctrl+comma",)),
    Place("the timer", ("ctrl+t",), shows="How long the timer runs"),
    Place("a file to import", ("ctrl+i",)),
    Place("a file to open", ("ctrl+o",)),
    Place("another file to save as", ("ctrl+shift+s",)),
)
BY_WORDS = tuple(
    Place(f"“{words}”", ("ctrl+k",), ("Escape", "Escape"), words, shows=shows)
    for words, shows in {
        "Export and share": "The big list as a table",
        "Earlier copies": "Open the copy",
        "Left out": "Close",
        "Forget a customer": "Find a number or a name",
        "About": "Parts",
        "How it works": "All keys on one page",
    }.items()
)
WALL = (Place("the Wall’s bar", ("ctrl+4", "F5"), ("F5",)),)
NEW = (Place("a new workshop", ("ctrl+shift+n",)),)
AROUND = tuple(
    Place(words, (), ("Escape",), "", words)
    for words in ("Ten ways", "Whom we serve", "56 ideas", "The encounter")
)
PLACES = (*STOP_PLACES, *PAPER, *LIST, *ANYWHERE, *BY_WORDS, *AROUND, *WALL)


# The program with a fault of ours for the walk to find: buttons without words or names.
PLANTED = "import runpy; from ui.widgets.buttons import Button; "
PLANTED += "Button.say = lambda *_a, **_k: None; runpy.run_module('ui', run_name='__main__')"


def run(count: int, _seed: int) -> list[Row]:
    """So many of the places; each is walked once, whatever the seed."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory())).resolve()
        making = folder / "making"
        making.mkdir()
        with at_home(making):
            file = make("library", making)
        environ = stack.enter_context(a_screen(folder, SIZE))
        if shutil.which("openbox"):  # gives the keyboard back when a dialog is closed
            stack.enter_context(started("openbox", env=environ))
        log = stack.enter_context((folder / "program.log").open("w"))
        person = stack.enter_context(a_person(environ))
        ear = stack.enter_context(an_ear(environ))
        looked = things = 0
        wrong: list[str] = []
        for words, places in (((), NEW), ((str(file),), PLACES)):
            with a_program(environ, log, *words):
                for place, found in _walk(person, ear, places[: count - looked]):
                    looked += 1
                    things += len(found["names"])
                    wrong += [f"{place}: {what}" for what in found["found"]]
        with a_program(environ, log, code=("-c", PLANTED)):
            _place, start = next(_walk(person, ear, ()))
    note = "; ".join(wrong[:4]) or f"{things:,} things that take the keyboard"
    nameless = len(start["found"])
    return [
        Row("what a screen reader can name and work", looked, len(wrong), note),
        Row("planted buttons without a name found", 1, int(not nameless), f"{nameless} found"),
    ]


def _walk(person: Person, ear: Ear, places: tuple[Place, ...]) -> Iterator[tuple[str, dict]]:
    """Look at the window as it opens, and then at each place."""
    wait_for("its window", lambda: person.look("frame", start="CX Workshop"), TO_OPEN)
    person.focus_window("CX Workshop")
    wait_for("the keyboard in the window", person.focused)
    opened = _looked_at(person)
    before = opened["names"]
    yield "as it opens", opened
    for place in places:
        person.key(*place.keys)
        if place.chosen:
            person.type(place.chosen, enter=True)
        if place.pressed:
            ear.act(place.pressed)
        found = _looked_at(person, place.shows)
        if found["names"] == before:
            found["found"].append("nothing has opened")
        elif not _shows(found, place.shows):
            found["found"].append(f"nothing is called {place.shows!r}")
        before = found["names"]
        yield place.name, found
        person.key(*place.back)


def _looked_at(person: Person, wanted: str = "") -> dict:
    """What is there once two walks, one after the other, find the same, and this among it.

    What is wanted may never come.
    """
    before, end = None, time.monotonic() + PATIENCE
    while True:
        now = person.ask(ask="unworkable")
        is_still = now is not None and now["names"] and now == before
        if is_still and (_shows(now, wanted) or time.monotonic() > end):
            return now
        before = now


def _shows(found: dict, wanted: str) -> bool:
    return any(name.startswith(wanted) for name in found["names"])
