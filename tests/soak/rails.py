"""Random work, then the rail beside what the pages of all eight stops show."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from tests.gui.window.rail_and_page import Preparing, contradictions, of_the_preparations, worked
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window

WORK = 60  # presses and fields of stop 1


def run(count: int, seed: int) -> list[Row]:
    """So many random years in all rounds, and as many times random work at stop 1."""
    return [years(count, seed), preparations(count, seed)]


def years(count: int, seed: int) -> Row:
    """Whether rail and pages say the same after random years."""
    return _row("rail beside pages after random years", count, seed, _after_a_year)


def preparations(count: int, seed: int) -> Row:
    """Whether the rail says what stop 1 shows after each step of random work there."""
    return _row("rail beside stop 1 at random work", count, seed, _while_preparing)


def _row(what: str, count: int, seed: int, first_wrong: Callable[[str], str]) -> Row:
    found = list(filter(None, (first_wrong(f"{seed} {n}") for n in range(count))))
    return Row(what, count, len(found), "; ".join(found[:2]))


@contextmanager
def _place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        with at_home(folder):
            yield folder


def _after_a_year(seed: str) -> str:
    with _place() as folder, shown_window(folder) as window:
        return next(contradictions(worked(window, folder, seed)), "")


def _while_preparing(seed: str) -> str:
    with _place() as folder, shown_window(folder) as window:
        with Workshop.new(folder / "team.cxw", "Corner Bakery") as workshop:
            workshop.save()
        assert window.open(folder / "team.cxw")
        hands, did = Hands(window), list[str]()
        walk = Preparing(hands, seed)
        for _action in range(WORK):
            did.append(walk.act())
            note = window.desk.rail.entries[0].status.note
            if not of_the_preparations(hands, note):
                return f"{note!r} after {', '.join(did[-5:])}"
        return ""
