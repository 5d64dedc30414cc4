"""Damaged files: each is refused with its sentence, or opens with every word as it was."""

from __future__ import annotations

import random
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from cxworkshop.model import NOUNS
from cxworkshop.store.refusals import FileRefusal
from cxworkshop.workshop import Workshop
from tests.soak.table import Row

FORMATS = Path(__file__).parents[1] / "files" / "formats"
PAGE = 4096
BATCH = 100
HANGS_AFTER = 300  # seconds for a batch that takes one or two


def base() -> bytes:
    """The newest format's real file."""
    return max(FORMATS.glob("*.cxw"), key=lambda path: path.name).read_bytes()


def small_base() -> bytes:
    """A workshop of a few rows, in which each byte weighs more."""
    with tempfile.TemporaryDirectory() as scratch:
        workshop = Workshop.new(Path(scratch) / "small.cxw", "Team")
        for words in ("phone", "forms", "parking"):
            workshop.talk.say(words, workshop.talk.begin(workshop.talk.next_customer().id).id)
        workshop.save()
        workshop.close()
        return workshop.path.read_bytes()


def damage(data: bytes, chance: random.Random) -> bytes:  # noqa: C901 - one way each
    """One of eleven ways in which disks, sticks and clients spoil a file."""
    way, made = chance.randrange(11), bytearray(data)
    place = chance.randrange(len(made))
    page, other = (chance.randrange(len(made) // PAGE) * PAGE for _n in range(2))
    if way == 0:
        made[place] ^= 1 << chance.randrange(8)
    elif way == 1:
        made[place] = chance.randrange(256)
    elif way == 2:
        made[page : page + PAGE] = bytes(PAGE)
    elif way == 3:
        made[page : page + PAGE] = data[other : other + PAGE]
    elif way == 4:
        made[page : page + PAGE], made[other : other + PAGE] = (
            data[other : other + PAGE],
            data[page : page + PAGE],
        )
    elif way == 5:
        del made[place:]
    elif way == 6:
        made += chance.randbytes(chance.choice((1, 100, PAGE)))
    elif way == 7:
        made[chance.randrange(100)] = chance.randrange(256)
    elif way == 8:
        start = place - place % 512
        made[start : start + 512] = bytes(512)
    elif way == 9:
        for _byte in range(chance.randrange(1, 200)):
            made[chance.randrange(len(made))] = chance.randrange(256)
    else:
        made[place:] = data[place // 2 :][: len(made) - place]
    return bytes(made)


def everything(path: Path) -> dict[str, list[object]]:
    """All that a person could see. Raises what opening raises."""
    store = Workshop.open(path)._store
    try:
        return {kind.table: list(store.rows(kind)) for kind in NOUNS}
    finally:
        store.connection.close()


def try_many(data: bytes, count: int, seed: str) -> tuple[int, list[str]]:
    """How many opened, and what went wrong."""
    chance, opened, wrong = random.Random(seed), 0, []
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "team.cxw"
        path.write_bytes(data)
        before = everything(path)
        for number in range(count):
            damaged = damage(data, chance)
            path.write_bytes(damaged)
            try:
                after = everything(path)
            except FileRefusal:
                after = before
            except Exception as error:
                wrong.append(f"{seed}/{number}: {type(error).__name__}")
                continue
            else:
                opened += 1
            if after != before:
                wrong.append(f"{seed}/{number}: shows other words")
            if path.read_bytes() != damaged:
                wrong.append(f"{seed}/{number}: was written to")
    return opened, wrong


def run(count: int, seed: int) -> list[Row]:
    """Half of them a small file, half of them a year's."""
    rows = []
    # Forked, so that a fault that was planted here is in them too.
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("fork")) as pool:
        for name, data in (("small", small_base()), ("a year’s", base())):
            seeds = [f"{seed}-{name}-{number}" for number in range(-(-count // 2 // BATCH))]
            size = min(BATCH, count // 2)
            waiting = [pool.submit(try_many, data, size, one) for one in seeds]
            found = [future.result(timeout=HANGS_AFTER) for future in waiting]
            wrong = [words for _opened, some in found for words in some]
            opened = sum(number for number, _some in found)
            note = f"{opened} opened unchanged, the others refused; {' '.join(wrong[:1])}"
            rows.append(Row(f"damaged files, {name}", size * len(seeds), len(wrong), note))
    return rows
