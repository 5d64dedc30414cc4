"""Files that are too much, dropped on a window: the sentence comes early, and Cancel ends it.

The window answers all the while, though a thread may hold the interpreter, and takes no more memory
than the command.
"""

from __future__ import annotations

import random
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from tests.soak.heavy_imports import (
    HEAD,
    MOST,
    TIMED,
    TRIES,
    Heavy,
    Limits,
    answers_of,
    cell_of,
    columns_of,
    in_a_copy,
    line_of,
    numbered,
    of,
    of_places,
    of_signs,
)
from tests.soak.table import Row

AT_ONCE = 20  # files in one window
BUSY = "the window was busy for"
LATE = "refused after"


def of_named(size: int) -> Iterator[Heavy]:
    """What has once taken a gigabyte or half a minute, or ended in a traceback."""
    row = "#;2026-11-01;Please mend the door # soon\n"
    yield Heavy("45,000 rows", of(numbered, row, 45_000, HEAD))
    yield Heavy("170,000 rows", of(numbered, row, 170_000, HEAD))
    yield Heavy("a line of 14.9 MB", of(line_of, "word ", size))
    yield Heavy("a cell of 14.9 MB", of(cell_of, "word ", size))
    for mark in ",;\t|":
        yield Heavy(f"100,000 columns of {mark!r}", of(columns_of, mark, 100_000, size))
    for name, sign in (("phrases", "\ufdfa"), ("squares", "\u3316"), ("marks", "a\u0301\u0301")):
        yield Heavy(f"answers of {name} that expand", of(answers_of, sign, size))


def run(count: int, seed: int) -> list[Row]:
    """Those, and so many altogether of all the others, imported and cancelled."""
    chosen = list(of_named(MOST))
    others = [*of_places(), *of_signs(MOST)]
    more = min(len(others), max(0, count - len(chosen)))
    chosen += random.Random(seed).sample(others, more)
    return [in_the_window(chosen, "heavy imports, in the window")]


def in_the_window(
    kinds: Sequence[Heavy], what: str = "imports, in the window", limits: Limits = TIMED
) -> Row:
    """Drop each on a window; some windows, one after another, each in a process of its own."""
    wrong, worst = list[str](), list[str]()
    for start in range(0, len(kinds), AT_ONCE):
        found, lines = _try_in_a_window(kinds[start : start + AT_ONCE], limits)
        wrong += found
        worst += lines
    longest = max(worst, default="0.0 nothing")
    note = f"{BUSY} {longest}"
    return Row(what, len(kinds), len(wrong), "; ".join(wrong[:4]) or note)


def _try_in_a_window(kinds: Sequence[Heavy], limits: Limits) -> tuple[list[str], list[str]]:
    with tempfile.TemporaryDirectory() as scratch:
        said = Path(scratch) / "said"
        code, _used = in_a_copy(lambda: _write_down(kinds, Path(scratch), said, limits))
        lines = said.read_text(errors="replace").splitlines() if said.exists() else []
    wrong = [line[1:] for line in lines if line.startswith("!")]
    if code:
        wrong.append(f"the window ended with {code} after {lines[-1:]}")
    return wrong, [line for line in lines if line[0] != "!"]


def _write_down(kinds: Sequence[Heavy], scratch: Path, said: Path, limits: Limits) -> int:
    from tests.soak.import_window import ImportWindow

    window = ImportWindow(scratch, limits)
    with said.open("w", errors="backslashreplace") as out:
        for number, heavy in enumerate(kinds):
            found = []
            for way in (window.try_cancelling, window.try_file):
                try:
                    found.append(_tried(way, heavy, scratch / f"{number} {way.__name__}"))
                except Exception:
                    raised = traceback.format_exc(limit=-3).replace("\n", " ")
                    print(f"!{heavy.what}: {way.__name__}: {raised}", file=out, flush=True)
                    raise
            print(f"{window.longest:05.2f} s ({heavy.what})", file=out, flush=True)
            for wrong in filter(None, found):
                print(f"!{heavy.what}: {wrong}".replace("\n", " "), file=out, flush=True)
    window.close()
    return 0


def _tried(way: Callable[..., str], heavy: Heavy, folder: Path) -> str:
    """Return what is wrong; what takes too long has to do so each of `TRIES` times.

    The window's own thread may have waited for a processor that others had, while one that reads
    went on: that looks the same, but not each time.
    """
    found = way(_made(heavy, folder), heavy.meanwhile)
    for again in range(1, TRIES):
        if not found.startswith((BUSY, LATE)):
            break
        found = way(_made(heavy, folder.with_name(f"{folder.name} {again}")), heavy.meanwhile)
    return found


def _made(heavy: Heavy, folder: Path) -> Path:
    """The file, made by another process, whose memory the system gets back."""
    folder.mkdir()
    source = folder / heavy.name

    def make() -> None:
        with suppress(OSError):  # what this system can't make is asked for all the same
            heavy.make(source)

    in_a_copy(make)
    return source
