"""Draws the pictures of the guide: the window and the Wall, with the bakery in its fourth round.

    python packaging/guide_pictures.py

tests/gui/window/test_guide_pictures.py compares some of them with what the program looks like now.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pictures import DAY, sample  # noqa: E402

FOLDER = ROOT / "docs" / "guide" / "pictures"
COLOURS = 48
START, DESK, WALL = (1200, 540), (1200, 760), (1200, 675)


class View(NamedTuple):
    """A stop, 0 for the start page, or what the Wall shows there; its size in pixels."""

    stop: int
    size: tuple[int, int] = DESK
    is_wall: bool = False


PICTURES = {
    "start": View(0, START),
    **{f"stop-{stop}": View(stop) for stop in range(1, 9)},
    "wall-big-list": View(3, WALL, is_wall=True),
}


def main() -> None:
    """All pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = bakery_file(Path(folder))
        for name, view in PICTURES.items():
            target = FOLDER / f"{name}.png"
            draw(file, target, view)
            small = Image.open(target).convert("RGB").quantize(COLOURS)
            small.save(target, optimize=True)


def bakery_file(folder: Path) -> Path:
    """The bakery, on the day of the pictures of sheets."""
    with sample(folder) as workshop:
        workshop.save()
    return folder / "bakery.cxw"


def draw(file: Path, target: Path, view: View) -> None:
    """Draw what `cxworkshop shot` draws."""
    from ui.app import application, shot
    from ui.theme.theme import Theme
    from ui.wall.shot import draw_shot

    if view.is_wall:
        Theme(application())  # which brings the fonts
        draw_shot(file, target, view.stop, view.size, dark=False, page=1, today=DAY)
    else:
        shot(file, target, view.stop, view.size, today=DAY)


if __name__ == "__main__":
    main()
