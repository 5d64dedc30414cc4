"""The program killed in the middle of a long change: the workshop has all of it, or nothing."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from cxworkshop.services.importing import ImportFile
from cxworkshop.store.disk.file import examine
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.soak.processes import kill
from tests.soak.table import Row

ROWS = 3_000  # answers of the import that is killed
LONGEST = 1.2  # seconds until it is killed: a good machine is done by then
TEXT = "".join(f"{n},Please mend the door of room {n} before winter\n" for n in range(ROWS))


def change(workshop: Workshop, source: ImportFile) -> None:
    """Take the import as the window does it."""
    plan = workshop.importing.prepare(source)
    long = workshop.begin_long(lambda copy: copy.importing.take(plan, sure=True))
    long.work()
    long.finish()


def work(path: Path, say: Callable[[bytes], object]) -> None:
    """Say when it begins; then change, and save."""
    workshop = Workshop.resume(path, Holder.WINDOW)
    keeper = workshop.start_saving()
    source = ImportFile("list.csv", f"Customer,What should we do better?\n{TEXT}".encode())
    say(b".")
    change(workshop, source)
    keeper.flush()


def run(count: int, seed: int) -> list[Row]:
    """So many kills, each of a new workshop."""
    chance, wrong, taken = random.Random(seed), [], 0
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(count):
            path = Path(scratch) / f"team-{number}.cxw"
            _new(path)
            kill(partial(work, path), chance.uniform(0.0, LONGEST))
            published, found = _cards(path, Workshop.open), _cards(path, _resumed)
            taken += found > 1
            if not {published, found} <= {1, ROWS + 1}:
                wrong.append(f"{number}: {published} cards in the file, {found} in all")
    note = f"{taken} had got through; {' '.join(wrong[:1])}"
    return [Row("kill -9 in a long change", count, len(wrong), note)]


def _new(path: Path) -> None:
    with Workshop.new(path, "Corner Bakery") as workshop:
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say("The door is heavy", talk.id)
        workshop.save()


def _resumed(path: Path) -> Workshop:
    return Workshop.resume(path, Holder.COMMAND)


def _cards(path: Path, opened: Callable[[Path], Workshop]) -> int:
    examine(path)
    workshop = opened(path)
    cards = len(workshop.big_list.board().cards)
    workshop.file.leave()
    return cards
