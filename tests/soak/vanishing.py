"""The program's data folder taken away while a window works, and then the window killed or closed.

What was called safe or saved after that is there; what was not, was not called so.
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cxworkshop import paths
from cxworkshop.errors import Refusal
from cxworkshop.store.disk import write_schedule
from cxworkshop.store.disk.file import examine
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.soak.processes import fork
from tests.soak.table import Row

WORKS = 0.25  # seconds, at the longest, before and after
SLOW = 60.0  # seconds until a window works, on a busy computer
UNDER_WAY = 0.05  # seconds: what was looked at just before may be said just after


def removed(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def moved(folder: Path) -> None:
    folder.rename(_aside(folder))


def replaced_by_a_file(folder: Path) -> None:
    moved(folder)
    try:
        folder.write_text("in the way")
    except OSError:
        return  # it was quicker, and has made it again


def replaced_by_a_copy(folder: Path) -> None:
    with suppress(OSError):  # what was there a moment ago may not be there any more
        shutil.copytree(folder, _aside(folder))
    removed(folder)
    if not folder.exists():
        with suppress(OSError):  # the program has made it again meanwhile
            _aside(folder).rename(folder)


def live_copy_removed(folder: Path) -> None:
    for path in folder.glob("sessions/*/live-*.cxw"):
        path.unlink(missing_ok=True)


def journal_removed(folder: Path) -> None:
    for path in folder.glob("sessions/*/*-journal"):
        path.unlink(missing_ok=True)


KINDS: tuple[Callable[[Path], None], ...] = (
    removed,
    moved,
    replaced_by_a_file,
    replaced_by_a_copy,
    live_copy_removed,
    journal_removed,
)


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}-aside")


def work(path: Path, told: int, asked: int) -> None:
    """Edit until asked to close; say what is safe and saved, with the time."""
    write_schedule.RETRY = UNDER_WAY
    write_schedule.SMALL, write_schedule.QUIET, write_schedule.LATEST = 0, 0.1, 0.4  # safe first
    workshop = Workshop.resume(path, Holder.WINDOW)
    keeper = workshop.start_saving()

    def tell(word: str = "is") -> None:
        line = f"{time.monotonic()} {word} {keeper.safe} {keeper.saved} {workshop._store.seq}\n"
        os.write(told, line.encode())

    keeper.on_progress = tell
    tell("opened")
    number = 0
    while not select.select([asked], [], [], 0.001)[0]:
        number += 1
        if keeper.safe >= workshop._store.seq - 2:
            workshop.prepare.promises.add(f"words number {number}")
        workshop.file.resend_image()
    try:
        tell("closing")
        workshop.close()
        os.write(told, f"{time.monotonic()} closed 0 0 0\n".encode())
    except Refusal:
        os.write(told, b"0 refused 0 0 0\n")


def run(count: int, seed: int) -> list[Row]:
    """So many windows whose data folder vanishes."""
    chance, wrong = random.Random(seed), []
    for number in range(count):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
            fault = _try(Path(scratch), KINDS[number % len(KINDS)], chance)
        if fault:
            wrong.append(f"{number} {KINDS[number % len(KINDS)].__name__}: {fault}")
    return [Row("data folder vanishes", count, len(wrong), " ".join(wrong[:2]))]


def _try(scratch: Path, vanish: Callable[[Path], None], chance: random.Random) -> str:
    before = os.environ.get("CXW_HOME", "")
    os.environ["CXW_HOME"] = str(scratch / "home")
    try:
        workshop = Workshop.new(scratch / "team.cxw", "Corner Bakery")
        workshop.save()
        workshop.close()
        return _watched(workshop.path, vanish, chance)
    finally:
        os.environ["CXW_HOME"] = before


def _watched(path: Path, vanish: Callable[[Path], None], chance: random.Random) -> str:
    child, reading, asking = _started(path)
    select.select([reading], [], [], SLOW)  # it works now, however busy the computer is
    time.sleep(chance.uniform(0.02, WORKS))
    vanish(paths.data_folder())
    gone = time.monotonic() + UNDER_WAY
    time.sleep(chance.uniform(0.0, WORKS))
    is_killed = chance.random() < 0.5
    os.kill(child, signal.SIGKILL) if is_killed else os.close(asking)
    os.waitpid(child, 0)
    os.close(asking) if is_killed else None
    with os.fdopen(reading) as told:
        lines = [line.split() for line in told.read().split("\n")[:-1]]
    said = [(float(at), word, int(safe), int(saved)) for at, word, safe, saved, _seq in lines]
    return _fault(path, said, lines, gone, is_killed=is_killed)


def _started(path: Path) -> tuple[int, int, int]:
    """A child that works: its number, what it says, and how it is asked to close."""
    reading, telling = os.pipe()
    waiting, asking = os.pipe()
    child = fork()
    if child == 0:
        os.close(asking)
        try:
            work(path, telling, waiting)
        finally:
            os._exit(0)
    os.close(telling)
    os.close(waiting)
    return child, reading, asking


def _fault(
    path: Path,
    said: list[tuple[float, str, int, int]],
    lines: list[list[str]],
    gone: float,
    *,
    is_killed: bool,
) -> str:
    saved = max((saved for _at, word, _safe, saved in said if word == "is"), default=0)
    safe = max((safe for at, word, safe, _s in said if word == "is" and at > gone), default=0)
    on_disk = examine(path).seq
    if on_disk < saved:
        return f"{saved} was saved, the file has {on_disk}"
    if is_killed:
        found = _found(path)
        return f"{safe} was safe, {found} is there" if found < safe else ""
    last = lines[-1][1] if lines else "nothing said"
    steps = next((int(line[4]) for line in lines if line[1] == "closing"), 0)
    if last == "closed" and on_disk < steps:
        return f"closed with {steps} steps, the file has {on_disk}"
    return "" if last in ("closed", "refused") else f"it ended with “{last}”"


def _found(path: Path) -> int:
    """The newest step that the next opening has, of the file or of a live copy."""
    for folder in (paths.data_folder(), _aside(paths.data_folder())):
        if folder.is_file():
            folder.unlink()
    try:
        workshop = Workshop.resume(path, Holder.COMMAND)
    except Refusal:
        return examine(path).seq
    found = workshop._store.seq
    workshop.file.leave()
    return found
