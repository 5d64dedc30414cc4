"""What the docs say of the tests is so."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_every_test_that_the_table_of_stops_names_is_there():
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs/stops-1-4.md").read_text("utf-8")))
    files = (ROOT / "tests").rglob("test_*.py")
    there = set(
        re.findall(r"^def (test_\w+)", "\n".join(f.read_text("utf-8") for f in files), re.M)
    )
    assert len(named) > 80
    assert named - there == set()
