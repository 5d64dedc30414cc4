"""Damaged files rescued: how much comes back, and that nothing wrong comes back unmarked."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from cxworkshop.exports.describe import status
from cxworkshop.model import NOUNS, Doubtful, Row
from cxworkshop.sample import bakery
from cxworkshop.store import refusals
from cxworkshop.store.recovery.rescue import rescue
from cxworkshop.workshop import Workshop
from tests.soak import table

DAY = date(2026, 11, 23)
PAGE = 4096
Nouns = dict[tuple[str, str], Row]


@cache
def source() -> bytes:
    """The worked example, as it is written today."""
    with Workshop.new(Path("bakery.cxw"), "Corner Bakery", DAY) as workshop:
        bakery(workshop)
        return workshop._store.image()


def lost_page(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(1, len(data) // PAGE) * PAGE
    data[start : start + PAGE] = bytes(PAGE)


def lost_header(data: bytearray, chance: random.Random) -> None:
    data[:PAGE] = bytes(PAGE)


def cut_short(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) // 2, len(data)) :]


def scattered(data: bytearray, chance: random.Random) -> None:
    for _byte in range(1000):
        data[chance.randrange(len(data))] = chance.randrange(256)


def lost_64_kb(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) - 65536)
    data[start : start + 65536] = bytes(65536)


def other_ending(data: bytearray, chance: random.Random) -> None:
    cut = chance.randrange(PAGE, len(data))
    data[cut:] = chance.randbytes(len(data) - cut)


@cache
def another_workshop() -> bytes:
    """Another team's, with words and a session of its own."""
    with Workshop.new(Path("another.cxw"), "Harbour Clinic", DAY) as workshop:
        for number in range(120):
            talk = workshop.talk.begin(workshop.talk.next_customer().id)
            workshop.talk.say(f"The {number} o’clock ferry is always late. " * 9, talk.id)
        return workshop._store.image()


def another_ending(data: bytearray, chance: random.Random) -> None:
    """Another’s from some page on; of ours at least the people stay.

    Where four rows are left of us and all else is theirs, nobody can tell whose file it was.
    """
    cut = chance.randrange(8 * PAGE, len(data)) // PAGE * PAGE
    data[cut:] = another_workshop()[cut:]


def another_behind(data: bytearray, chance: random.Random) -> None:
    data[:PAGE] = bytes(PAGE)
    data += another_workshop()


READ = [kind for kind in NOUNS if kind is not Doubtful]
WRONG: tuple[str | int, ...] = (
    *("", "x", "round-1", "round-7", "\0", "2026-13-45", "9999-12-31", "quick", "a\u202e" * 9000),
    *(0, -1, 1, 4, 99, 2**40, 2**63 - 1, -(2**63)),
)


def wrong_fields(data: bytearray, chance: random.Random) -> None:
    """Whole rows with a field in them that the program would never write."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(data))
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for _field in range(chance.choice((1, 3, 30))):
        name = chance.choice(READ).table
        column = chance.choice(connection.execute(f"PRAGMA table_info({name})").fetchall())[1]
        values = (chance.choice(WRONG), chance.random())
        place = f"(SELECT CAST(? * count(*) AS INTEGER) FROM {name})"
        row = f"(SELECT id FROM {name} LIMIT 1 OFFSET {place})"
        with suppress(sqlite3.IntegrityError):  # a text in a column of numbers, an id that is there
            connection.execute(f'UPDATE {name} SET "{column}" = ? WHERE id = {row}', values)
    data[:] = connection.serialize()
    connection.close()


# What happens to the file, and how much of it has to come back at least, over all tries.
DAMAGES: tuple[tuple[Callable[[bytearray, random.Random], None], float], ...] = (
    (lost_page, 0.95),
    (lost_header, 1.0),
    (cut_short, 0.0),
    (scattered, 0.0),
    (lost_64_kb, 0.0),
    (other_ending, 0.0),
    (wrong_fields, 0.95),
    (another_ending, 0.0),
    (another_behind, 1.0),
)


def nouns(path: Path) -> tuple[Nouns, set[tuple[str, str]]]:
    """Every row that a person could see, and which of them are marked."""
    with Workshop.open(path) as workshop:
        store = workshop._store
        found = {(kind.table, row.id): row for kind in READ for row in store.rows(kind)}
        return found, {(mark.tbl, mark.row) for mark in store.rows(Doubtful)}


def can_be_worked_on(path: Path) -> bool:
    """Everything can be looked at, something said, and the next round begun."""
    with Workshop.open(path, DAY) as workshop:
        status(workshop)
        workshop.unverified.unverified_rows()
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        card = workshop.talk.say("One thing more.", talk.id).id
        workshop.undo()
        workshop.redo()
        workshop.rounds.start_next()
        return card in {there.id for there in workshop.big_list.board().cards}


def unmarked_wrong(before: Nouns, after: Nouns, marked: set[tuple[str, str]]) -> int:
    """Rows that are not as they were, and that nobody would be warned of."""
    return sum(before.get(key) != row and key not in marked for key, row in after.items())


def run(count: int, seed: int) -> list[table.Row]:
    """Each kind of damage so many times."""
    return [run_one(damage, least, count, seed) for damage, least in DAMAGES]


@cache
def _before() -> Nouns:
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "whole.cxw"
        path.write_bytes(source())
        return nouns(path)[0]


def run_one(
    damage: Callable[[bytearray, random.Random], None], least: float, count: int, seed: int
) -> table.Row:
    """One kind of damage so many times; `least` is the share of rows that has to come back."""
    chance, before = random.Random(f"{seed} {damage.__name__}"), _before()
    back = wrong = 0
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(count):
            data = bytearray(source())
            damage(data, chance)
            path, to = Path(scratch) / "damaged.cxw", Path(scratch) / f"{number}.cxw"
            path.write_bytes(data)
            try:
                rescue(path, DAY).save(to)
            except refusals.NothingLeft:
                continue
            except refusals.FileRefusal:
                wrong += 1
                continue
            after, marked = nouns(to)
            wrong += unmarked_wrong(before, after, marked) > 0 or path.read_bytes() != data
            wrong += not can_be_worked_on(to)
            back += sum(after.get(key) == row for key, row in before.items())
            to.unlink()
    share = back / (len(before) * count)
    wrong += share < least
    words = damage.__name__.replace("_", " ")
    return table.Row(f"rescue: {words}", count, wrong, f"{share:.1%} of the rows came back")
