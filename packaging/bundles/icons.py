"""Our icons as PNG, in the sizes that desktops look for."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bundles.release import SOURCES

ID = "org.cxworkshop.CXWorkshop"
MEDIA_TYPE = "application-vnd.cxworkshop+sqlite3"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
DRAWINGS = {f"apps/{ID}": "cxworkshop.svg", f"mimetypes/{MEDIA_TYPE}": "workshop-file.svg"}


def add_icons(folder: Path, python: Path) -> None:
    """Put both into a theme of icons, such as hicolor, as drawn and in all sizes."""
    wanted = []
    for place, name in DRAWINGS.items():
        drawing = SOURCES / "icons" / name
        vector = folder / "scalable" / f"{place}.svg"
        vector.parent.mkdir(parents=True, exist_ok=True)
        vector.write_bytes(drawing.read_bytes())
        wanted += [(drawing, folder / f"{size}x{size}/{place}.png", size) for size in SIZES]
    draw(wanted, python)


def draw(wanted: Iterable[tuple[Path, Path, int]], python: Path) -> None:
    """Draw each SVG into a square PNG of so many pixels, by the Qt that this Python has."""
    words: list[str] = []
    for drawing, png, size in wanted:
        png.parent.mkdir(parents=True, exist_ok=True)
        words += [str(drawing), str(png), str(size)]
    command = [str(python), str(Path(__file__).with_name("draw_icons.py")), *words]
    subprocess.run(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=True)
