"""Draws the pictures of the guide: the window and the Wall, with the bakery in its fourth round.

    python packaging/guide_pictures.py

tests/gui/window/test_guide_pictures.py compares them with what the program looks like now.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pictures import DAY, sample  # noqa: E402

if TYPE_CHECKING:
    from ui.theme.theme import Theme
    from ui.window.main_window import MainWindow

FOLDER = ROOT / "docs" / "guide" / "pictures"
COLOURS = 160  # fewer lose the few letters that warn
SIZE, WALL = (1200, 760), (1200, 675)
LOW = 540  # the start page has nothing below that
ON_WALL = 3
LAYOUT_TURNS = 20
NAMES = ("start", *(f"stop-{stop}" for stop in range(1, 9)), "import", "wall-big-list")
SURVEY = """No.;Date;I am a …;What should we do better?;What did you like?;Reply
1014;3 Nov 2026;regular;Say at the door what is sold out.;The smell.;Thank you! We look into it.
1015;3 Nov 2026;parent;A bench for the children by the window.;Ana, she waved at us.;
1016;4 Nov 2026;regular;I stood in the rain for ten minutes.;nothing;We open at six. See our page.
1017;4 Nov 2026;café;The delivery note is never in the box.;;
1018;5 Nov 2026;early bird;Let me pay without a card.;It is warm.;Thank you, we talk about it.
"""


def main() -> None:
    """All pictures."""
    from ui.app import application
    from ui.theme.theme import Theme

    FOLDER.mkdir(exist_ok=True)
    theme = Theme(application())
    theme.apply()
    with tempfile.TemporaryDirectory() as folder:
        for name, image in pictures(Path(folder), theme):
            drawn = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)
            drawn.save(picture(name), optimize=True)


def picture(name: str) -> Path:
    """Where a picture lies."""
    return FOLDER / f"{name}.png"


def pictures(folder: Path, theme: Theme) -> Iterator[tuple[str, Image.Image]]:
    """Each with its name, as `cxworkshop shot` draws it; the workshop is made in the folder."""
    from ui.app import off_screen, show_stop
    from ui.wall.shot import draw_shot

    file, drawn = bakery_file(folder), folder / "drawn.png"
    with off_screen(theme, SIZE, DAY) as window:
        for stop, name in enumerate(NAMES[:-2]):
            window.resize(SIZE[0], SIZE[1] if stop else LOW)
            show_stop(window, file, stop, DAY)
            window.grab().save(str(drawn))
            yield name, Image.open(drawn).convert("RGB")
        show_import(window, folder)
        window.grab().save(str(drawn))
        yield NAMES[-2], Image.open(drawn).convert("RGB")
    draw_shot(file, drawn, ON_WALL, WALL, dark=False, page=1, today=DAY)
    yield NAMES[-1], Image.open(drawn).convert("RGB")


def show_import(window: MainWindow, folder: Path) -> None:
    """Go to stop 2, and show what the import of a small survey would do."""
    from PySide6.QtWidgets import QApplication

    survey = folder / "autumn-survey.csv"
    survey.write_text(SURVEY, encoding="utf-8")
    window.files.reader.patience = 60.0  # it is read at once
    window.go(2)
    window.files.import_file(survey)
    for _turn in range(LAYOUT_TURNS):
        QApplication.processEvents()


def bakery_file(folder: Path) -> Path:
    """The bakery, on the day of the pictures of sheets."""
    with sample(folder) as workshop:
        workshop.save()
    return folder / "bakery.cxw"


if __name__ == "__main__":
    main()
