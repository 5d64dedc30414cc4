"""What the docs say of the tests is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("page", "least"), [("stops-1-4.md", 80), ("stops-5-8.md", 50)])
def test_every_test_that_the_table_of_stops_names_is_there(page, least):
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / page).read_text("utf-8")))
    files = (ROOT / "tests").rglob("test_*.py")
    there = set(
        re.findall(r"^def (test_\w+)", "\n".join(f.read_text("utf-8") for f in files), re.M)
    )
    assert len(named) > least
    assert named - there == set()
