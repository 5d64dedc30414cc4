"""Forged values, with right seals and digest, in every column of every table."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from cxworkshop.model import STAMP_COLUMNS
from cxworkshop.store.disk.file import examine
from cxworkshop.store.refusals import FileRefusal
from cxworkshop.store.tables.codec import Value
from tests.soak.doors import Words, words_in, wrong_at_doors
from tests.soak.forging import KINDS, Column, ForgedFile, Forger, columns, full_workshop
from tests.soak.table import Row

Forgery = tuple[Column, Value]
Way = Callable[[Forger, Column, Value], ForgedFile | None]
HANGS_AFTER = 900  # seconds for a half of them


class Found(NamedTuple):
    """How many files were tried and opened, and what went wrong."""

    tried: int
    opened: int
    wrong: list[str]


def run(count: int, seed: int) -> list[Row]:
    """So many of all values in all columns: half in the tables, half in what undo would write."""
    with tempfile.TemporaryDirectory() as scratch:
        image = full_workshop(Path(scratch) / "full.cxw")
    with Forger(image) as forger:
        waiting = [(column, value) for column in columns() for value in forger.values(column)]
    chance = random.Random(seed)
    some = chance.sample(waiting, min(-(-count // 2), len(waiting)))
    noted = [(column, value) for column, value in some if column[0] in KINDS and _is_own(column)]
    return [
        _row("forged values", image, some, Forger.forge),
        _row("forged values to undo", image, noted, Forger.note),
    ]


def _is_own(column: Column) -> bool:
    return column[1] not in STAMP_COLUMNS


def _row(what: str, image: bytes, some: Sequence[Forgery], way: Way) -> Row:
    # Forked, so that a fault that was planted here is in them too.
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("fork")) as pool:
        futures = [pool.submit(try_many, image, some[half::2], way) for half in range(2)]
        found = [future.result(timeout=HANGS_AFTER) for future in futures]
    wrong = [words for one in found for words in one.wrong]
    tried, opened = sum(one.tried for one in found), sum(one.opened for one in found)
    note = f"{opened} opened, for any value is right there; {'; '.join(wrong[:2])}"
    return Row(what, tried, len(wrong), note)


def try_many(image: bytes, forgeries: Sequence[Forgery], way: Way) -> Found:
    """Each in a file of its own, at all doors."""
    opened, tried, wrong = 0, 0, []
    with tempfile.TemporaryDirectory() as scratch, Forger(image) as forger:
        path = Path(scratch) / "team.cxw"
        path.write_bytes(image)
        words = words_in(path)
        for column, value in forgeries:
            forged = way(forger, column, value)
            if forged is None:
                continue
            tried += 1
            path.write_bytes(forged.image)
            found = wrong_at_doors(path, _to_come_back(words, column, forger))
            wrong += [f"{'.'.join(column)} = {str(value)[:20]!r}: {one}" for one in found]
            opened += _opens(path)
    return Found(tried, opened, wrong)


def _to_come_back(words: Words, column: Column, forger: Forger) -> Words:
    """All but the text that was forged itself; any, where a row seems to be another workshop's."""
    if column[1] in STAMP_COLUMNS:
        return frozenset()
    return words - {str(forger.first(column))}


def _opens(path: Path) -> bool:
    try:
        examine(path)
    except FileRefusal:
        return False
    return True
