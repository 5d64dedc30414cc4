"""Sheets look as in the pictures in the docs, which a person has approved.

After a change that was meant: `python packaging/pictures.py`, then look at what has changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from cxworkshop.sheets import SHEETS

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "packaging"))

import pictures  # noqa: E402

BLOCK = 10  # pixels: words that moved by a line differ in such a block, smoothing does not
MOST = 26.0  # of 255, in the block that differs most


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    with pictures.sample(tmp_path_factory.mktemp("sample")) as workshop:
        return {paper.name: dict(pictures.pictures(workshop, paper)) for paper in pictures.PAPERS}


@pytest.mark.parametrize("slug", SHEETS)
@pytest.mark.parametrize("paper", pictures.PAPERS, ids=lambda paper: paper.name)
def test_a_sheet_looks_as_it_did(drawn, slug, paper):
    path = pictures.picture(slug, paper)
    assert path.is_file(), "python packaging/pictures.py"
    before = Image.open(path).convert("L")
    now = drawn[paper.name][slug].convert("L")
    assert now.size == before.size
    assert worst_block(before, now) < MOST, f"{path.name}: look, then python packaging/pictures.py"


def worst_block(one: Image.Image, other: Image.Image) -> float:
    """The largest mean difference of any block of pixels."""
    wide, high = one.size
    small = (wide // BLOCK, high // BLOCK)
    means = [image.resize(small, Image.Resampling.BOX) for image in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*means)).extrema[0][1])


def test_a_line_that_moved_is_seen(drawn):
    image = drawn["A4"]["action-plan"].convert("L")
    assert worst_block(image, ImageChops.offset(image, 0, 4)) > MOST


def test_the_page_of_the_docs_shows_every_sheet():
    assert pictures.PAGE.read_text(encoding="utf-8") == pictures.page()
    there = {path.name for path in pictures.FOLDER.glob("*.png")}
    assert there == {pictures.picture(s, p).name for s in SHEETS for p in pictures.PAPERS}
