"""An edit, and what the disk costs whoever edits."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import fixtures
from tests.benchmarks.case import GROWTH, Case
from tests.benchmarks.laps import Laps

if TYPE_CHECKING:
    from cxworkshop.store.disk.keeper import Keeper
    from cxworkshop.workshop import Workshop

TURNS = 200
COMMIT = bytes(4096)  # a page: less than that no disk writes


def opened(laps: Laps) -> Workshop:
    """The fixture's workshop, in memory."""
    from cxworkshop.workshop import Workshop

    return Workshop.open(laps.fixture / "made.cxw", fixtures.DAY)


def store_edit(laps: Laps) -> None:
    """One row written: journal, seal and digest."""
    from cxworkshop.model import Card

    store = opened(laps)._store
    rows = store.rows(Card)
    for n in laps.of(TURNS):
        with store.edit("Name a card") as edit:
            edit.write(replace(rows[n % len(rows)], headline=f"headline {n}"))


def action(laps: Laps) -> None:
    """The same as a person does it: with its rules, and the row read first."""
    workshop = opened(laps)
    cards = [card.id for card in workshop.big_list.board().cards]
    for n in laps.of(TURNS):
        workshop.big_list.set_card_headline(cards[n % len(cards)], f"headline {n}")


def transaction(laps: Laps) -> None:
    """BEGIN, UPDATE, COMMIT in memory, by SQLite alone."""
    import sqlite3

    raw = sqlite3.connect(":memory:", isolation_level=None)
    raw.execute("CREATE TABLE card (id TEXT PRIMARY KEY, headline TEXT) STRICT")
    cards = [f"card {n}" for n in range(laps.size)]
    raw.executemany("INSERT INTO card VALUES (?, '')", [(card,) for card in cards])
    for n in laps.of(TURNS):
        raw.execute("BEGIN")
        raw.execute("UPDATE card SET headline = ? WHERE id = ?", (f"h {n}", cards[n % len(cards)]))
        raw.execute("COMMIT")


def saving(laps: Laps) -> tuple[Workshop, Keeper]:
    """A workshop of so many cards with its keeper, whose file is this process's alone."""
    from cxworkshop.services.importing import ImportFile
    from cxworkshop.workshop import Workshop

    workshop = Workshop.new(laps.folder / "own.cxw", "Benchmark", fixtures.DAY)
    source = ImportFile.read(laps.fixture / "answers.csv")
    workshop.importing.take(workshop.importing.prepare(source), sure=True)
    workshop.save()
    keeper = workshop.start_saving()
    keeper.flush()
    return workshop, keeper


def kept(laps: Laps) -> None:
    """An edit, and whatever the keeper's thread does meanwhile; what is left at the end as well."""
    workshop, keeper = saving(laps)
    for n in laps:
        for turn in range(TURNS):
            workshop.prepare.promises.add(f"Promise {turn} of {n}")
        keeper.flush()


def unkept(laps: Laps) -> None:
    """The same edits without a disk."""
    workshop = opened(laps)
    for n in laps:
        for turn in range(TURNS):
            workshop.prepare.promises.add(f"Promise {turn} of {n}")


def _until(laps: Laps, reached: Callable[[Keeper], int]) -> None:
    workshop, keeper = saving(laps)
    for n in laps.of(10):
        with laps.off():
            keeper.flush()
        workshop.prepare.promises.add(f"Promise {n}")
        while reached(keeper) < workshop.seq:
            time.sleep(0.0001)


def safe(laps: Laps) -> None:
    """From an edit until a power cut can't take it."""
    _until(laps, lambda keeper: keeper.safe)


def saved(laps: Laps) -> None:
    """From an edit until it is in the user's file."""
    _until(laps, lambda keeper: keeper.saved)


def synced(laps: Laps) -> None:
    """One page appended to a file and synced."""
    with (laps.folder / "bare").open("ab", buffering=0) as out:
        for _n in laps.of(10):
            out.write(COMMIT)
            os.fsync(out.fileno())


def replaced(laps: Laps) -> None:
    """A file of the same size written, synced and renamed, by calls of the system alone."""
    image = (laps.fixture / "made.cxw").read_bytes()
    target, temporary = laps.folder / "bare", laps.folder / "bare.tmp"
    for _n in laps.of(10):
        with temporary.open("wb", buffering=0) as out:
            out.write(image)
            os.fsync(out.fileno())
        temporary.replace(target)
        _sync_folder(laps.folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


CASES = (
    Case("edit", "an edit of a row, of {n} cards", "UPDATE as a transaction",
         store_edit, transaction, fixtures.workshop, GROWTH, growth=True,
         aims={0: {"warm x": 15, "warm ms": 2}, -1: {"exponent": 1.1}}),
    Case("action", "an action: a card named, of {n}", "UPDATE as a transaction",
         action, transaction, fixtures.workshop, GROWTH, growth=True,
         aims={0: {"warm ms": 2}, -1: {"exponent": 1.1}}),
    Case("keeping", "200 edits until saved, of {n} cards", "200 edits in memory",
         kept, unkept, fixtures.workshop, (300,)),
    Case("safe", "wait until safe, of {n} cards", "4 KB appended and synced",
         safe, synced, fixtures.workshop, (300,)),
    Case("saved", "wait until saved, of {n} cards", "as many bytes synced and renamed",
         saved, replaced, fixtures.workshop, (300,)),
)  # fmt: skip
