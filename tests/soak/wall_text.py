"""R11: every Wall of the example at four sizes, in a bright and a dark room, measured in pixels.

The suite measures one size, and only the first page of each.
"""

from __future__ import annotations

import os
import random
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from cxworkshop.workshop import Workshop
from tests.gui.surface_workshops import make
from tests.gui.wall.every_wall import SIZES, misplaced, pages, subjects, too_small
from tests.soak.table import Row
from ui.app import application
from ui.theme.theme import Theme
from ui.wall.pages import WallFrame

PARTS = (20, 27, 36)  # of the height: what back rows read, the usual between them


def run(count: int, seed: int) -> list[Row]:
    """So many sizes, parts and rooms, at most all that there are."""
    Theme(application(["cxworkshop-tests"]))
    tries = list(product(SIZES, PARTS, (False, True)))
    random.Random(seed).shuffle(tries)
    seen, wrong = 0, list[str]()
    with tempfile.TemporaryDirectory() as folder, Workshop.open(make("bakery", Path(folder))) as it:
        for size, part, dark in tries[:count]:
            for name, subject in subjects(it).items():
                smallest = size[1] / part
                for page in pages(it, subject, WallFrame.of(*size, smallest)):
                    seen += 1
                    faults = [*too_small(page, size, smallest, dark=dark), *misplaced(page)]
                    wrong += [f"{name} at {size}: {fault}" for fault in faults[:1]]
    return [Row("pages of the Wall, measured", seen, len(wrong), "; ".join(wrong[:2]))]
