"""Disks that fail: each fsync once with EIO, writes with ENOSPC, a disk that is full for a while.

strace lets the calls of a real program fail. What it called safe or saved must be there all the
same, whatever it did after the failure; and when the disk takes bytes again, all has to be saved.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cxworkshop.store import refusals
from cxworkshop.store.alone import Holder
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import MEMORY, ROOT, WORKS, at_home, prepare
from tests.soak.table import Row

SYNCS, WRITES = (
    66,
    250,
)  # of one run of the scenario "through": all of its syncs, some of its writes
CALLS = "write,pwrite64,ftruncate"


def run(count: int, seed: int, plant: str = "") -> list[Row]:
    """Of each kind `count` thirds at most."""
    chance, third = random.Random(seed), max(1, count // 3)
    syncs = _some(chance, SYNCS, third)
    writes = _some(chance, WRITES, third)
    full = [(first, first + chance.choice((3, 10, 40))) for first in _some(chance, WRITES, third)]
    return [
        _row("fsync fails once", [f"fsync,fdatasync:error=EIO:when={n}" for n in syncs], plant),
        _row("a write fails once", [f"{CALLS}:error=ENOSPC:when={n}" for n in writes], plant),
        _row(
            "disk full for a while", [f"{CALLS}:error=ENOSPC:when={a}..{b}" for a, b in full], plant
        ),
    ]


def _some(chance: random.Random, most: int, count: int) -> list[int]:
    return sorted(chance.sample(range(1, most + 1), min(most, count)))


def _row(what: str, faults: list[str], plant: str) -> Row:
    found = [(fault, _wrong(fault, plant)) for fault in faults]
    wrong = [f"{fault}: {words}" for fault, words in found if words]
    return Row(what, len(found), len(wrong), "; ".join(wrong[:2]))


def _wrong(fault: str, plant: str) -> str:
    where = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as scratch:
        folder = Path(scratch).resolve()
        with at_home(folder):
            prepare(folder, "through")
            said = _through(folder, fault, plant)
            if isinstance(said, str):
                return said
            if said == [["REFUSED"]]:
                return ""
            return _judge(folder / "user" / "team.cxw", said)


def _through(folder: Path, fault: str, plant: str) -> list[list[str]] | str:
    environment = {
        **os.environ,
        "CXW_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "CXW_PLANT": plant,
    }
    strace = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"inject={fault}"]
    command = [*strace, sys.executable, str(WORKS), "through", str(folder)]
    assert shutil.which("strace"), "strace is lacking: see packaging/bootstrap.py"
    done = subprocess.run(
        command, env=environment, check=False, capture_output=True, text=True, timeout=120
    )
    if done.returncode:
        return f"ends with {done.returncode}: {done.stderr[-300:]}"
    return [line.split() for line in done.stdout.splitlines()]


def _judge(path: Path, said: list[list[str]]) -> str:
    digests = {int(words[1]): int(words[2]) for words in said if words[0] == "DID"}
    safe = max((int(words[1]) for words in said if words[0] == "SAFE"), default=0)
    saved = max((int(words[1]) for words in said if words[0] == "SAVED"), default=0)
    if saved != max(digests):
        return f"in the end {saved} of {max(digests)} was saved"
    for open_it, least in ((Workshop.open, saved), (_resumed, safe)):
        try:
            store = open_it(path).store
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
