"""All that can be on the screen: read, reached and heard, in every size of window and text.

The suite tries two sizes of text, and fewer of the window.
"""

from __future__ import annotations

import random
import tempfile
import time
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.gui.surfaces import PERCENTS, SURFACES, Screen, all_faults
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window


def run(count: int, seed: int) -> list[Row]:
    """So many pairs of a workshop and a size of text, at most all that there are."""
    pairs = list(product(dict.fromkeys(one.workshop for one in SURFACES), PERCENTS))
    random.Random(seed).shuffle(pairs)
    tried, wrong = 0, list[str]()
    for workshop, percent in pairs[:count]:
        mine = [surface for surface in SURFACES if surface.workshop == workshop]
        tried += len(mine)
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            for name, faults in _faults(workshop, percent, Path(scratch), mine).items():
                wrong.append(f"{name} at {percent} %: {faults[0]}")
    return [Row("screens in every size", tried, len(wrong), "; ".join(wrong[:2]))]


def _faults(workshop: str, percent: int, scratch: Path, mine) -> dict[str, list[str]]:
    with shown_window(scratch) as window:
        return all_faults(Screen(window, workshop, percent, scratch, _wait, every_size=True), mine)


def _wait(is_so) -> None:
    while not is_so():
        QApplication.processEvents()
        time.sleep(0.01)
