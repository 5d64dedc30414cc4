"""What we read off a printed sheet by pdfium is what pdfplumber finds there, more slowly."""

from __future__ import annotations

import pdfplumber
import pytest

from tests.core.sheets.pdf_reading import printed, taken_apart

PLACE = ("x0", "x1", "top", "bottom")
LETTER = ("x0", "top", "bottom", "size")  # `x1` has what hangs over, too
SHAPE = (*PLACE, "linewidth")


def places(marks, keys):
    return [pytest.approx([mark[key] for key in keys], abs=0.01) for mark in marks]


def test_letters_and_shapes_are_those_that_pdfplumber_finds(shop, tmp_path):
    path = printed(shop, "practice", tmp_path)
    with taken_apart(path) as opened, pdfplumber.open(path) as theirs:
        ours, there = opened.pages[0], theirs.pages[0]
        for kind in ("lines", "curves", "rects"):
            mine, others = getattr(ours, kind), getattr(there, kind)
            assert [[one[key] for key in SHAPE] for one in mine] == places(others, SHAPE), kind
            assert [one["fill"] for one in mine] == [one["fill"] for one in others]
        mine, others = ([char for char in page.chars if char["text"].strip()]
                        for page in (ours, there))  # fmt: skip
        assert len(mine) > 100
        assert [one["text"] for one in mine] == [one["text"].replace("\xad", "-") for one in others]
        assert [one["fontname"] for one in mine] == [one["fontname"] for one in others]
        assert [[one[key] for key in LETTER] for one in mine] == places(others, LETTER)
        assert all(a["x1"] > b["x1"] - 0.01 for a, b in zip(mine, others, strict=True))
