"""The store's program killed with no warning: nothing that was called safe or saved is lost."""

from __future__ import annotations

import os
import random
import select
import signal
import tempfile
import time
from pathlib import Path

from cxworkshop.store.disk.file import examine
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.soak.processes import fork
from tests.soak.table import Row

LONGEST = 0.12  # seconds until it is killed
SLOW = 60.0  # seconds until it works, on a busy computer
WHILE_OPENING = 0.2  # of the kills


def work(path: Path, pipe: int) -> None:
    """Edit, wait until that is saved, and go on; say what is safe and saved as it comes."""
    workshop = Workshop.resume(path, Holder.WINDOW)
    keeper = workshop.start_saving()
    keeper.on_progress = lambda: os.write(pipe, b"%d %d\n" % (keeper.safe, keeper.saved))
    chance, number = random.Random(), 0
    while True:
        while keeper.saved < workshop._store.seq:
            time.sleep(0.0002)
        number += 1
        if number > 1 and chance.random() < 0.2:
            workshop.undo()
        else:
            workshop.prepare.promises.add(f"words number {number}")


def killed(path: Path, seconds: float, *, while_opening: bool) -> tuple[int, int]:
    """What it said last before it was killed, so long after it began to work: safe, saved."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        os.close(reading)
        try:
            work(path, writing)
        finally:
            os._exit(1)
    os.close(writing)
    if not while_opening:
        select.select([reading], [], [], SLOW)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as said:
        whole = [line for line in said.read().split(b"\n")[:-1] if line]
    safe, saved = whole[-1].split() if whole else (b"0", b"0")
    return int(safe), int(saved)


def run(count: int, seed: int) -> list[Row]:
    """So many kills of one workshop, one after the other."""
    chance, wrong, edits, resumed = random.Random(seed), [], 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        path, before = _new(Path(scratch), 0), 0
        for number in range(count):
            if number % 100 == 99:
                path = _new(Path(scratch), number)  # or it grows, and everything gets slower
            before = examine(path).seq
            is_early, seconds = chance.random() < WHILE_OPENING, chance.uniform(0.0, LONGEST)
            safe, saved = killed(path, seconds, while_opening=is_early)
            on_disk = examine(path).seq
            workshop = Workshop.resume(path, Holder.COMMAND)
            found, resumed = workshop._store.seq, resumed + workshop.file.is_restored
            workshop.file.leave()
            edits += found - before
            if on_disk < max(before, saved, found - 1):
                wrong.append(f"{number}: the file has {on_disk}, {saved} saved, {found} in all")
            if found < max(before, safe):
                wrong.append(f"{number}: {safe} was safe, {found} is there")
    if not edits:
        wrong.append("it was always killed before it had done anything")
    note = f"{edits} edits, {resumed} resumed; {' '.join(wrong[:1])}"
    return [Row("kill -9, store and publisher", count, len(wrong), note)]


def _new(folder: Path, number: int) -> Path:
    workshop = Workshop.new(folder / f"team-{number}.cxw", "Corner Bakery")
    workshop.save()
    workshop.close()
    return workshop.path
