"""Power cuts while the store works: nothing that was promised is lost, nothing else is shown."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from cxworkshop.store import refusals
from cxworkshop.store.disk.file import load
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.resume import save_leftover
from cxworkshop.workshop import Workshop
from tests.soak.powercut import Disk, Op, record, states
from tests.soak.table import Row
from tests.soak.works import FORGOTTEN

ROOT = Path(__file__).parents[2]
WORKS = Path(__file__).with_name("works.py")
SCENARIOS = ("create", "edits", "import", "rotate", "resume", "commands", "forget", "migrate")
FIRST_FORMAT = Path(__file__).parents[1] / "files" / "formats" / "format-1.cxw"
MEMORY = Path("/dev/shm")


@dataclass
class Look:
    """Looks at disks, each different one once."""

    folder: Path
    digests: dict[int, set[int]]
    seen: dict[bytes, str] = field(default_factory=dict)

    def wrong(self, disk: Disk) -> str:
        """What is wrong with it; "" for nothing."""
        name = self._name(disk)
        if name not in self.seen:
            self._put(disk)
            self.seen[name] = self._file(disk) or self._copies() or self._session(disk)
        return self.seen[name]

    def _name(self, disk: Disk) -> bytes:
        made = blake2b(repr(sorted(disk.folders)).encode(), digest_size=16)
        for path in sorted(disk.files):
            made.update(path.encode() + b"\0" + blake2b(disk.files[path]).digest())
        made.update(repr((_promised(disk, "SAFE"), _promised(disk, "SAVED"))).encode())
        return made.digest()

    def _put(self, disk: Disk) -> None:
        for there in self.folder.iterdir():
            shutil.rmtree(there)
        for path in sorted(disk.folders, key=len):
            (self.folder / path).mkdir(exist_ok=True)
        for path, data in disk.files.items():
            (self.folder / path).write_bytes(data)

    @property
    def _path(self) -> Path:
        return self.folder / "user" / "team.cxw"

    def _file(self, disk: Disk) -> str:
        """The user's file is whole, and has what was called saved."""
        saved = _promised(disk, "SAVED")
        if _is_away(disk):
            return ""
        if not self._path.exists():
            return f"the file is gone, and {saved} was saved" if saved else ""
        try:
            workshop = Workshop.open(self._path)
        except refusals.FileRefusal as refusal:
            return f"the file: {refusal}"
        return self._holds(workshop, saved, "the file")

    def _holds(self, workshop: Workshop, least: int, what: str) -> str:
        seq, digest = workshop._store.seq, workshop._store.digest
        workshop._store.connection.close()
        if seq < least:
            return f"{what} has {seq}, and {least} was promised"
        if digest not in self.digests.get(seq, ()):
            return f"{what} has other words than {seq} had"
        return ""

    def _session(self, disk: Disk) -> str:
        """Whoever opens it next has what was called safe."""
        safe = _promised(disk, "SAFE")
        try:
            workshop = Workshop.resume(self._path, Holder.WINDOW)
        except refusals.NoSuchFile:
            return f"nothing is left, and {safe} was safe" if safe else ""
        except refusals.MissingWithLeftover as refusal:
            # Cut before the notes said that there is no file yet, what is safe is offered too.
            is_new = not _promised(disk, "SAVED") and not self._path.exists()
            return self._apart(safe) if _is_away(disk) or is_new else str(refusal)
        except refusals.FileRefusal as refusal:
            return f"opening: {type(refusal).__name__}: {refusal}"
        if "FORGOTTEN" in disk.said:
            return self._scan(workshop)
        workshop.file._session.end()
        return self._holds(workshop, safe, "what is opened")

    def _scan(self, workshop: Workshop) -> str:
        """Whoever opens it next finishes a forgetting that was broken off."""
        workshop.start_saving()
        workshop.close()
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        left = [path.name for path in files if FORGOTTEN.encode() in path.read_bytes()]
        return f"still in {left}" if left else ""

    def _apart(self, safe: int) -> str:
        apart = self._path.with_name("apart.cxw")
        save_leftover(self._path, apart)
        return self._holds(Workshop.open(apart), safe, "what was kept apart")

    def _copies(self) -> str:
        """Every earlier copy is whole."""
        for path in self.folder.glob("home/backups/*/*.cxw"):
            if path.name.startswith("."):
                continue
            try:
                load(path.read_bytes(), path.name).close()
            except refusals.FileRefusal as refusal:
                return f"an earlier copy: {refusal}"
        return ""


def _promised(disk: Disk, word: str) -> int:
    said = [line.split() for line in disk.said]
    return max((int(words[1]) for words in said if words[0] == word), default=0)


def _is_away(disk: Disk) -> bool:
    """Whether a person had moved the file, or was just moving it."""
    return "AWAY" in disk.said and "BACK" not in disk.said


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """The program's own folder is there."""
    before = os.environ.get("CXW_HOME")
    os.environ["CXW_HOME"] = str(folder / "home")
    try:
        yield
    finally:
        if before is None:
            del os.environ["CXW_HOME"]
        else:
            os.environ["CXW_HOME"] = before


def prepare(folder: Path, scenario: str) -> None:
    """A small workshop to begin with, unless a new one is to be made."""
    (folder / "user").mkdir()
    (folder / "home").mkdir()
    if scenario == "migrate":
        shutil.copy(FIRST_FORMAT, folder / "user" / "team.cxw")
    elif scenario != "create":
        workshop = Workshop.new(folder / "user" / "team.cxw", "Corner Bakery")
        for number in range(8):
            workshop.prepare.served.add(f"kind {number}")
        workshop.save()
        workshop.close()
    shutil.rmtree(folder / "home")
    (folder / "home").mkdir()


def recording(folder: Path, scenario: str, plant: str = "") -> list[Op]:
    """What the program asks of the disk; `plant` names a fault for it to have."""
    environment = {
        **os.environ,
        "CXW_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CXW_PLANT": plant,
    }
    return record([sys.executable, str(WORKS), scenario, str(folder)], folder, environment)


def try_scenario(scenario: str, most: int, seed: int, plant: str = "") -> Row:
    """Record one, and look at up to so many disks."""
    where = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as scratch:
        folder = Path(scratch).resolve()
        with at_home(folder):
            prepare(folder, scenario)
            base = {
                str(path.relative_to(folder)): path.read_bytes()
                for path in folder.rglob("*")
                if path.is_file()
            }
            ops = recording(folder, scenario, plant)
            many = max(1, round(most / (len(ops) + 1)) - 2)
            every = max(1, round((2 + many) * len(ops) / most))
            look = Look(folder, _digests(ops))
            disks = states(ops, base, ("user", "home"), seed=seed, many=many, every=every)
            found = [(disk.how, look.wrong(disk)) for disk in disks]
    wrong = [f"{how}: {what}" for how, what in found if what]
    note = f"{len(ops)} calls, {len(look.seen)} different disks"
    return Row(f"power cut: {scenario}", len(found), len(wrong), "; ".join([note, *wrong[:1]]))


def _digests(ops: list[Op]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    lines = [line.split() for op in ops if op.kind == "said" for line in op.path.splitlines()]
    for words in lines:
        if len(words) == 3:
            found.setdefault(int(words[1]), set()).add(int(words[2]))
    return found


def run(count: int, seed: int, plant: str = "") -> list[Row]:
    """All scenarios, so many disks together."""
    share = count // len(SCENARIOS)
    return [try_scenario(scenario, share, seed, plant) for scenario in SCENARIOS]
