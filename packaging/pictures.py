"""Draws docs/sheets.md: every sheet as a picture, made from the sample workshop.

    python packaging/pictures.py

The pictures are also what tests/core/sheets/test_pictures.py compares paper with: look at each one
that has changed before it is committed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from cxworkshop.catalogue import stops  # noqa: E402 - of this checkout
from cxworkshop.i18n import _  # noqa: E402
from cxworkshop.sample import bakery  # noqa: E402
from cxworkshop.sheets import SHEETS, PrintOptions  # noqa: E402
from cxworkshop.sheets.job import as_pdf, job  # noqa: E402
from cxworkshop.sheets.paper import A4, LETTER, Paper  # noqa: E402
from cxworkshop.workshop import Workshop  # noqa: E402

FOLDER = ROOT / "docs" / "sheets"
PAGE = ROOT / "docs" / "sheets.md"
DAY = date(2026, 11, 23)
PAPERS = (A4, LETTER)
DPI = 60
COLOURS = 24
ACROSS = 3  # pictures in a row of the page
HEAD = """# Every sheet, as a picture

Made from the sample workshop (`python -m cxworkshop sample bakery.cxw`) by
`python packaging/pictures.py`; the first page of each, on A4. The same on Letter, laid out for it,
lies beside them in `docs/sheets`. A test compares paper with these pictures.
"""


def main() -> None:
    """All pictures, and the page that shows them."""
    FOLDER.mkdir(exist_ok=True)
    wanted = set()
    with tempfile.TemporaryDirectory() as folder, sample(Path(folder)) as workshop:
        for paper in PAPERS:
            for slug, image in pictures(workshop, paper):
                path = picture(slug, paper)
                image.quantize(COLOURS).save(path, optimize=True)
                wanted.add(path)
    for path in FOLDER.glob("*.png"):
        if path not in wanted:
            path.unlink()
    PAGE.write_text(page(), encoding="utf-8")


def sample(folder: Path) -> Workshop:
    """The bakery on a day of its own, so that its paper is the same every time."""
    workshop = Workshop.new(folder / "bakery.cxw", "Corner Bakery", DAY)
    bakery(workshop)
    return workshop


def pictures(workshop: Workshop, paper: Paper) -> Iterator[tuple[str, Image.Image]]:
    """The first page of every sheet on this paper."""
    for slug, sheet in SHEETS.items():
        data = as_pdf([job(workshop, sheet, PrintOptions(paper=paper))])
        yield slug, pypdfium2.PdfDocument(data)[0].render(scale=DPI / 72).to_pil().convert("RGB")


def picture(slug: str, paper: Paper) -> Path:
    """Where the picture of a sheet lies."""
    return FOLDER / f"{slug}-{paper.name}.png"


def page() -> str:
    """The page of the docs."""
    parts = [HEAD]
    titles = ["Any stop", *(f"{n} {stop.title}" for n, stop in enumerate(stops(), 1))]
    for number in (*range(1, len(titles)), 0):
        sheets = [sheet for sheet in SHEETS.values() if sheet.stop == number]
        if sheets:
            parts.append(f"\n## {titles[number]}\n")
            parts += list(_rows([(sheet.slug, _(sheet.title)) for sheet in sheets]))
    return "\n".join(parts) + "\n"


def _rows(sheets: list[tuple[str, str]]) -> Iterator[str]:
    for at in range(0, len(sheets), ACROSS):
        row = sheets[at : at + ACROSS]
        yield "| " + " | ".join(f"{title} (`{slug}`)" for slug, title in row) + " |"
        yield "|" + "---|" * len(row)
        yield "| " + " | ".join(f"![{t}](sheets/{s}-{A4.name}.png)" for s, t in row) + " |\n"


if __name__ == "__main__":
    main()
