"""Whole first meetings by the agenda, with Desk and Wall, in the real window; the clock is moved.

Each of the ten lines is timed, some run over, some are paused.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.gui.conftest import Hands
from tests.gui.timer.meeting import MeetingWalk
from tests.gui.timer.test_timer import Clock
from tests.opened import new
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window


def run(count: int, seed: int) -> list[Row]:
    """So many meetings."""
    wrong: list[str] = []
    for n in range(count):
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            wrong += _meeting(Path(scratch), random.Random(f"{seed} {n}"))
    return [Row("whole meetings by the agenda", count, len(wrong), "; ".join(wrong[:2]))]


def _meeting(scratch: Path, chance: random.Random) -> list[str]:
    path = scratch / "team.cxw"
    workshop = new(path, "Corner Bakery")
    workshop.save()
    workshop.close()
    with shown_window(scratch) as window:
        window.open(path)
        hands = Hands(window)
        walk = MeetingWalk(hands, Clock(hands), chance)
        walk.begin()
        walk.hold(len(hands.workshop.prepare.agenda.meeting(1).lines))
        walk.end()
    return walk.wrong
