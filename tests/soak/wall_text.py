"""R11: every Wall of the example at four sizes, in a bright and a dark room, measured in pixels.

Its contrast, too, as painted and as seen with each colour-vision deficiency. The suite measures
three sizes, and only the first page of each, in a bright room.
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
from tests.gui.wall.colour_vision import DEFICIENCIES, contrast, seen
from tests.gui.wall.every_wall import (
    SIZES,
    misplaced,
    pages,
    painted_colours,
    subjects,
    too_small,
)
from tests.soak.table import Row
from ui.app import application
from ui.theme.theme import Theme
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage

MOST_PALE, AS_SEEN = 7.0, 6.5  # to one
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
                    faults += pale(page, size, dark=dark)
                    wrong += [f"{name} at {size}: {fault}" for fault in faults[:1]]
    return [Row("pages of the Wall, measured", seen, len(wrong), "; ".join(wrong[:2]))]


def pale(page: WallPage, size: tuple[int, int], *, dark: bool) -> list[str]:
    """Texts that are painted too pale, or are too pale to somebody who sees colours otherwise."""
    found = []
    for colours, words in painted_colours(page, size, dark=dark).items():
        ground, ink = colours.split()
        ratios = {"": contrast(ground, ink)}
        for name, matrix in DEFICIENCIES.items():
            ratios[name] = contrast(seen(ground, matrix), seen(ink, matrix))
        least = {name: AS_SEEN if name else MOST_PALE for name in ratios}
        found += [f"{words} {name} {r:.1f}" for name, r in ratios.items() if r < least[name]]
    return found
