"""Damaged files: each is refused with its sentence, or opens with every word as it was."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from cxworkshop.model import NOUNS
from cxworkshop.store.refusals import FileRefusal
from cxworkshop.workshop import Workshop
from tests.soak.doors import wrong_at_doors
from tests.soak.table import Row

FORMATS = Path(__file__).parents[1] / "files" / "formats"
PAGE = 4096
BATCH = 100
AT_ALL_DOORS = 10  # one of so many also meets the command line and a rescue
FIELDS = ((16, 2), (18, 2), (20, 1), (24, 4), (28, 4), (32, 4), (36, 4), (40, 4), (44, 4), (48, 4),
          (52, 4), (56, 4), (60, 4), (64, 4), (68, 4), (92, 4), (96, 4))  # fmt: skip
SCHEMA = ((b"STRICT", b"strict"), (b"TEXT", b"BLOB"), (b"card", b"cart"), (b"CREATE", b"DELETE"))
Way = Callable[[bytearray, bytes, random.Random], None]
HANGS_AFTER = 300  # seconds for a batch that takes one or two


def base() -> bytes:
    """The newest format's real file."""
    return max(FORMATS.glob("*.cxw"), key=lambda path: path.name).read_bytes()


@cache
def small_base() -> bytes:
    """A workshop of a few rows, in which each byte weighs more."""
    with tempfile.TemporaryDirectory() as scratch:
        workshop = Workshop.new(Path(scratch) / "small.cxw", "Team")
        for words in ("phone", "forms", "parking"):
            workshop.talk.say(words, workshop.talk.begin(workshop.talk.next_customer().id).id)
        workshop.save()
        workshop.close()
        return workshop.path.read_bytes()


def damage(data: bytes, chance: random.Random) -> bytes:
    """One of the ways in which disks, sticks and clients spoil a file."""
    made = bytearray(data)
    chance.choice(WAYS)(made, data, chance)
    return bytes(made)


def _flip(made: bytearray, _data: bytes, chance: random.Random) -> None:
    made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)


def _byte(made: bytearray, _data: bytes, chance: random.Random) -> None:
    made[chance.randrange(len(made))] = chance.randrange(256)


def _many_bytes(made: bytearray, data: bytes, chance: random.Random) -> None:
    for _byte_of_many in range(chance.randrange(1, 200)):
        _byte(made, data, chance)


def _header(made: bytearray, _data: bytes, chance: random.Random) -> None:
    made[chance.randrange(100)] = chance.randrange(256)


def _head_of_page(made: bytearray, _data: bytes, chance: random.Random) -> None:
    made[_page(made, chance) + chance.randrange(12)] = chance.randrange(256)


def _places_of_cells(made: bytearray, _data: bytes, chance: random.Random) -> None:
    start = _page(made, chance) + 8
    made[start : start + 16] = chance.randbytes(16)


def _filled(length: int, byte: int) -> Way:
    def way(made: bytearray, _data: bytes, chance: random.Random) -> None:
        start = chance.randrange(len(made) // length) * length
        made[start : start + length] = bytes([byte]) * length

    return way


def _copied_page(made: bytearray, data: bytes, chance: random.Random) -> None:
    page, other = _page(made, chance), _page(made, chance)
    made[page : page + PAGE] = data[other : other + PAGE]


def _swapped(length: int) -> Way:
    def way(made: bytearray, data: bytes, chance: random.Random) -> None:
        one, other = (chance.randrange(len(made) // length) * length for _n in range(2))
        made[one : one + length] = data[other : other + length]
        made[other : other + length] = data[one : one + length]

    return way


def _reversed_page(made: bytearray, data: bytes, chance: random.Random) -> None:
    page = _page(made, chance)
    made[page : page + PAGE] = data[page : page + PAGE][::-1]


def _cut(made: bytearray, _data: bytes, chance: random.Random) -> None:
    del made[chance.randrange(len(made)) :]


def _hole(made: bytearray, _data: bytes, chance: random.Random) -> None:
    start = chance.randrange(len(made))
    del made[start : start + chance.choice((1, 100, PAGE))]


def _inserted(made: bytearray, _data: bytes, chance: random.Random) -> None:
    start = chance.randrange(len(made))
    made[start:start] = chance.randbytes(chance.choice((1, 100, PAGE)))


def _appended(made: bytearray, _data: bytes, chance: random.Random) -> None:
    made += chance.randbytes(chance.choice((1, 100, PAGE)))


def _other_half(made: bytearray, data: bytes, chance: random.Random) -> None:
    place = chance.randrange(len(made))
    made[place:] = data[place // 2 :][: len(made) - place]


def _as_text(made: bytearray, data: bytes, _chance: random.Random) -> None:
    made[:] = data.replace(b"\n", b"\r\n")


def _seven_bits(made: bytearray, data: bytes, _chance: random.Random) -> None:
    made[:] = bytes(byte & 127 for byte in data)


def _number_in_header(made: bytearray, data: bytes, chance: random.Random) -> None:
    """Encoding, format, freelist, size …: a field that SQLite or we believe."""
    start, length = chance.choice(FIELDS)
    other = chance.choice((0, 1, 2, 3, 0xFF, 0x7FFFFFFF, 0xFFFFFFFF)) % 256**length
    made[start : start + length] = other.to_bytes(length, "big")


def _schema(made: bytearray, data: bytes, chance: random.Random) -> None:
    word, other = chance.choice(SCHEMA)
    places = [found.start() for found in re.finditer(re.escape(word), data)]
    place = chance.choice(places or [0])
    made[place : place + len(word)] = other


def _pointer(made: bytearray, _data: bytes, chance: random.Random) -> None:
    """The page that a page continues on, or that a chain of overflow does."""
    start = _page(made, chance) + chance.choice((0, 8))
    made[start : start + 4] = chance.choice((0, 1, 2, 0xFFFFFFFF, _any(made, chance))).to_bytes(
        4, "big"
    )


def _cell(made: bytearray, _data: bytes, chance: random.Random) -> None:
    """The lengths and types at the beginning of a row."""
    page = _page(made, chance)
    head = page + (100 if page == 0 else 0)
    cells = max(1, int.from_bytes(made[head + 3 : head + 5], "big") % 500)
    place = head + 8 + 2 * chance.randrange(cells)
    start = page + int.from_bytes(made[place : place + 2], "big") % PAGE
    start = min(start + chance.randrange(12), len(made) - 9)
    long = b"\xff" * 9  # the longest number that the format knows
    made[start : start + 9] = chance.choice((long, bytes(9), chance.randbytes(9)))


def _spliced(made: bytearray, data: bytes, chance: random.Random) -> None:
    other = small_base()
    # Not at the very beginning: that would be the other workshop, with something behind it.
    cut = chance.randrange(1, len(made) // PAGE) * PAGE
    made[cut : cut + len(other)] = other


def _any(made: bytearray, chance: random.Random) -> int:
    return 1 + chance.randrange(len(made) // PAGE)


def _page(made: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(made) // PAGE) * PAGE


WAYS: tuple[Way, ...] = (
    *(_flip, _byte, _many_bytes, _header, _head_of_page, _places_of_cells),
    *(_filled(PAGE, 0), _filled(512, 0), _filled(PAGE, 255), _copied_page),
    *(_swapped(PAGE), _swapped(512), _reversed_page, _cut, _hole, _inserted, _appended),
    *(_other_half, _as_text, _seven_bits, _number_in_header, _schema, _pointer, _cell, _spliced),
)


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
            if number % AT_ALL_DOORS == 0:
                wrong += [f"{seed}/{number}: {one}" for one in wrong_at_doors(path, frozenset())]
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
