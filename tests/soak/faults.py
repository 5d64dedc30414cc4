"""Disks that fail: each fsync once with EIO, writes with ENOSPC, a disk that is full for a while.

strace lets the calls of a real program fail. What it called safe or saved must be there all the
same, whatever it did after the failure; and when the disk takes bytes again, all has to be saved.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from cxworkshop.store import refusals
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import MEMORY, ROOT, WORKS, at_home, prepare
from tests.soak.table import Row

T = TypeVar("T", int, tuple[str, int])
SYNCS, WRITES = ("fsync", "fdatasync"), ("pwrite64", "write", "ftruncate")
_TALLY = re.compile(r"^(\d+) +(\w+)\(", re.MULTILINE)


def run(count: int, seed: int, plant: str = "") -> list[Row]:
    """Of each kind `count` thirds at most, chosen from all the calls that a rehearsal made."""
    chance, third, made = random.Random(seed), max(1, count // 3), rehearsal()
    syncs = _some(chance, [(call, n) for call, n in made if call in SYNCS], third)
    writes = _some(chance, [(call, n) for call, n in made if call in WRITES], third)
    full = _some(chance, sorted({n for call, n in made if call in WRITES}), third)
    long = [(first, first + chance.choice((3, 10, 40))) for first in full]
    calls = ",".join(WRITES)
    return [
        _row("fsync fails once", [f"{call}:error=EIO:when={n}" for call, n in syncs], plant),
        _row("a write fails once", [f"{call}:error=ENOSPC:when={n}" for call, n in writes], plant),
        _row(
            "disk full for a while", [f"{calls}:error=ENOSPC:when={a}..{b}" for a, b in long], plant
        ),
    ]


def rehearsal() -> list[tuple[str, int]]:
    """Every call of the scenario "through" that can be made to fail, with its number.

    strace counts each kind of call in each thread by itself, and so do these numbers: a fault
    with a higher one would never take place.
    """
    with _place() as folder:
        done = _through(folder, ["-e", f"trace={','.join((*SYNCS, *WRITES))}"], "")
        tally = Counter(_TALLY.findall(done.calls))
    most = dict.fromkeys((*SYNCS, *WRITES), 0)
    for (_thread, call), times in tally.items():
        most[call] = max(most[call], times)
    return [(call, n) for call, times in most.items() for n in range(1, times + 1)]


def _some(chance: random.Random, all_of_them: list[T], count: int) -> list[T]:
    return sorted(chance.sample(all_of_them, min(len(all_of_them), count)))


def _row(what: str, faults: list[str], plant: str) -> Row:
    found = [(fault, _wrong(fault, plant)) for fault in faults]
    wrong = [f"{fault}: {words}" for fault, words in found if words]
    return Row(what, len(found), len(wrong), "; ".join(wrong[:2]))


@contextmanager
def _place() -> Iterator[Path]:
    """A folder with a workshop, in memory where there is some."""
    where = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as scratch:
        folder = Path(scratch).resolve()
        with at_home(folder):
            prepare(folder, "through")
            yield folder


def _wrong(fault: str, plant: str) -> str:
    with _place() as folder:
        try:
            done = _through(folder, ["-e", f"inject={fault}"], plant)
        except subprocess.TimeoutExpired:
            return "hangs"
        if done.code:
            return f"ends with {done.code}: {done.err[-300:]}"
        if "INJECTED" not in done.calls:
            return "never took place"
        said = [line.split() for line in done.out.splitlines()]
        return "" if said == [["REFUSED"]] else _judge(folder / "user" / "team.cxw", said)


class Done(NamedTuple):
    """How a run ended, what it said, and its calls as strace saw them."""

    code: int
    out: str
    err: str
    calls: str


def _through(folder: Path, how: list[str], plant: str) -> Done:
    environment = {
        **os.environ,
        "CXW_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CXW_PLANT": plant,
    }
    assert shutil.which("strace"), "strace is lacking: see packaging/bootstrap.py"
    with tempfile.NamedTemporaryFile() as trace:
        strace = ["strace", "-f", "-qq", "-o", trace.name, *how]
        command = [*strace, sys.executable, str(WORKS), "through", str(folder)]
        done = subprocess.run(
            command, env=environment, check=False, capture_output=True, text=True, timeout=120
        )
        calls = Path(trace.name).read_text(encoding="utf-8", errors="replace")
    return Done(done.returncode, done.stdout, done.stderr, calls)


def _judge(path: Path, said: list[list[str]]) -> str:
    digests = {int(words[1]): int(words[2]) for words in said if words[0] == "DID"}
    safe = max((int(words[1]) for words in said if words[0] == "SAFE"), default=0)
    saved = max((int(words[1]) for words in said if words[0] == "SAVED"), default=0)
    if saved != max(digests):
        return f"in the end {saved} of {max(digests)} was saved"
    for open_it, least in ((Workshop.open, saved), (_resumed, safe)):
        try:
            store = open_it(path)._store
        except refusals.FileRefusal as refusal:
            return str(refusal)
        if store.seq < least or digests[store.seq] != store.digest:
            return f"{store.seq} is there, and {least} was promised"
        store.connection.close()
    return ""


def _resumed(path: Path) -> Workshop:
    workshop = Workshop.resume(path, Holder.COMMAND)
    workshop.file._session.end()
    return workshop
