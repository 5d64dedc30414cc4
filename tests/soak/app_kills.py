"""The real program killed in the middle of a drag, an import, a print, or of typing.

Everything that it had called saved before is there, whole, when the file is opened again; and what
was half typed more than half a second before is back in its box.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cxworkshop.store.disk.file import examine
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.e2e.stage import ROOT, Person, a_person, a_program, a_screen
from tests.soak.table import Row

SAMPLE = ROOT / "resources" / "examples" / "patient-feedback.csv"
WAYS = ("drag", "import", "print", "typing")


def run(count: int, seed: int) -> list[Row]:
    """So many kills, each of a program that was started anew."""
    chance, wrong, imported = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as scratch, a_screen(Path(scratch)) as environ:
        environ["CXW_HOME"] = str(Path(scratch) / "kept")
        os.environ["CXW_HOME"] = environ["CXW_HOME"]
        whole = _imported_cards()
        log = (Path(scratch) / "log").open("w")
        for number in range(count):
            path = Path(scratch) / f"ward-{number}.cxw"
            _new(path)
            way = WAYS[number % len(WAYS)]
            seconds = chance.uniform(0.0, 0.6)
            found, took = _kill(path, environ, log, way, seconds, whole)
            imported += took
            wrong += [f"{number} ({way}): {words}" for words in found]
        log.close()
    note = f"{imported} imports had got through; {'; '.join(wrong[:2])}"
    return [Row("kill -9 of the program at work", count, len(wrong), note)]


def _new(path: Path) -> None:
    workshop = Workshop.new(path, "Ward 7")
    for words in ("ring me", "open earlier", "more chairs"):
        workshop.talk.say(words, workshop.talk.begin(workshop.talk.next_customer().id).id)
    workshop.save()
    workshop.close()


def _kill(
    path: Path, environ: dict[str, str], log, way: str, seconds: float, whole: int
) -> tuple[list[str], bool]:
    with a_program(environ, log, str(path)) as program, a_person(environ) as person:
        person.find("frame", "CX Workshop – Ward 7")
        person.focus_window("CX Workshop")
        person.key("ctrl+2")
        person.type(f"said before the kill by {way}", enter=True)
        person.until(lambda: person.look("push button", start="Stop 2, Talk to customers, 4 said"))
        person.find("label", "Saved")
        _begin(person, way, whole)
        time.sleep(seconds)
        program.kill()
        program.wait()
        person._do("mouseup", 1)  # the next program would not hear another press
    return _wrong(path, way, whole)


def _begin(person: Person, way: str, whole: int) -> None:
    """Be in the middle of something."""
    if way == "drag":
        person.key("ctrl+3")
        card = person.find("list item", start="Card 2,")
        x, y = card.middle
        person._do("mousemove", x, y, "mousedown", 1, "mousemove", x + 60, y + 30)
        person._do("mousemove", x + 120, y + 60)
    elif way == "import":
        person.key("ctrl+i")
        person.find("text", start="File name")
        person.type(str(SAMPLE), enter=True)
        person.find("push button", f"Import {whole} cards")
        time.sleep(0.4)  # until the dialog is where it will stay
        person.click("push button", f"Import {whole} cards")
    elif way == "print":
        person.key("ctrl+p")
    else:
        person._do("type", "--delay", 8, "half of a sen")
        time.sleep(0.9)  # the half second that may be lost, and a busy machine's share


def _wrong(path: Path, way: str, whole: int) -> tuple[list[str], bool]:
    found = []
    examine(path)
    workshop = Workshop.resume(path, Holder.COMMAND)
    said = {v.said for card in workshop.big_list.board().cards for v in card.verbatims}
    if f"said before the kill by {way}" not in said:
        found.append("what was saved is gone")
    cards = len(workshop.big_list.board().cards)
    if cards not in (4, 4 + whole):
        found.append(f"{cards} cards: half an import")
    typed = workshop.file.typed()
    drafts = json.loads(typed)["drafts"].values() if typed else ()
    if way == "typing" and not any("half of a sen" in draft for draft in drafts):
        found.append(f"half typed: {typed}")
    workshop.file.leave()
    return found, cards > 4


def _imported_cards() -> int:
    """How many cards the sample gives."""
    command = [sys.executable, "-m", "cxworkshop"]
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "x.cxw"
        for words in (["new", path, "--team", "X"], ["import", path, SAMPLE, "--yes"]):
            subprocess.run([*command, *map(str, words)], cwd=ROOT, check=True, capture_output=True)
        with Workshop.open(path) as workshop:
            return len(workshop.big_list.board().cards)
