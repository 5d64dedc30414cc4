"""The Wall paints only what changed: after random changes its window is compared with a new page.

The suite does it once, for fewer steps.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.gui.conftest import Hands
from tests.gui.plugs import USUAL, Plugs
from tests.gui.surface_workshops import make
from tests.gui.wall.random_wall import RandomWall, wall_on
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window

STEPS = 20  # comparisons, each after three changes


def run(count: int, seed: int) -> list[Row]:
    """So many meetings of random changes."""
    wrong = list(filter(None, (_meeting(seed + n) for n in range(count))))
    return [
        Row("the Wall's window, pixel by pixel", count * STEPS, len(wrong), "; ".join(wrong[:1]))
    ]


def _meeting(seed: int) -> str:
    """Return after which changes something else was shown; "" for none."""
    plugs, done = Plugs(), list[str]()
    with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
        path = make("bakery", Path(scratch))
        with shown_window(Path(scratch)) as window:
            assert window.open(path)
            hands = Hands(window)
            wall_on(hands, plugs)
            it = RandomWall(hands, plugs, seed)
            for _round in range(STEPS):
                done += [it.do() for _step in range(3)]
                it.rest()
                box = it.difference()
                if not box.isNull():
                    return f"{box.getRect()} after {', '.join(done[-6:])}"
            window.close_workshop()
            plugs.set(USUAL)
    return ""
