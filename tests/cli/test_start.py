"""What a command may load before it answers: scripts start many, and each import is their time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOT_FOR_STATUS = (
    # libraries
    *("PySide6", "reportlab", "pypdf", "pypdfium2", "pdfplumber", "openpyxl", "python_calamine"),
    *("xlsxwriter", "docx", "sqlite_utils", "jinja2", "uharfbuzz", "fontTools", "budoux", "pyphen"),
    "zxingcpp",
    *("charset_normalizer", "PIL", "rapidfuzz", "regex", "dateutil", "polib", "pluggy"),
    # Python's own
    *(
        "shutil",
        "tempfile",
        "asyncio",
        "logging",
        "unittest",
        "tomllib",
        "secrets",
        "csv",
        "xml",
        "concurrent",
    ),
    # ours
    *("ui.app", "ui.window", "cxworkshop.catalogue", "cxworkshop.sheets", "cxworkshop.content"),
    *("cxworkshop.exchange", "cxworkshop.suggest", "cxworkshop.sample", "cxworkshop.wishes"),
    *("cxworkshop.store.recovery", "cxworkshop.store.disk.keeper"),
    *("cxworkshop.store.forgetting.sweep", "cxworkshop.store.tables.upgrade"),
    *("cxworkshop.stops.check", "cxworkshop.stops.big_list.piles"),
    *("cxworkshop.stops.big_list.pairs", "cxworkshop.stops.big_list.sorting"),
    *("cxworkshop.queries.gathering", "cxworkshop.queries.search", "cxworkshop.promise_words"),
)
RUN = """
import sys
from {start} import {main}
assert {main}(["status", "w.cxw"]) == 0
print(*sys.modules, sep="\\n")
"""


@pytest.mark.parametrize(
    ("start", "main"), [("cxworkshop.__main__", "main"), ("ui.__main__", "start")]
)
def test_status_loads_nothing_that_it_does_not_need(typed, start, main):
    typed.ok("pick w.cxw 1")
    code = RUN.format(start=start, main=main)
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=typed.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.splitlines()
    assert "cxworkshop.workshop" in loaded
    heavy = [
        name
        for name in loaded
        if any(name == other or name.startswith(f"{other}.") for other in NOT_FOR_STATUS)
    ]
    assert heavy == []
