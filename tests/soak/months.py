"""Twelve rounds in the real window, by mouse and by keys; all figures agree after each.

So do those of workshops of older formats, once they are opened.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings

from tests.gui.months.figures import all_that_is_said, every_figure
from tests.gui.months.hands import ByKeys, ByMouse
from tests.gui.months.walk import Notes, Walk
from tests.gui.months.year import YEAR
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from ui.app import application
from ui.theme.motion import let_move
from ui.theme.theme import Theme

OLDER = {  # with the number of their last round
    "rounds/second-check-open-format-2": 2,
    "rounds/before-round-3-format-2": 2,
    "rounds/three-rounds-format-2": 3,
    "formats/format-1": 3,
    "formats/format-2": 3,
}
FILES = Path(__file__).resolve().parents[1] / "files"


def run(count: int, _seed: int) -> list[Row]:
    """So many years, by mouse and by keys in turn; and the workshops of older formats."""
    return [years(count), older()]


def years(count: int) -> Row:
    """Whether all figures agree after each round of years that are walked."""
    wrong = list[str]()
    for turn in range(count):
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            wrong += _year(Path(scratch), (ByMouse, ByKeys)[turn % 2])
    return Row("years of twelve rounds", count, len(wrong), "; ".join(wrong[:2]))


def older() -> Row:
    """Whether all figures of upgraded workshops agree."""
    wrong = list[str]()
    for name, rounds in OLDER.items():
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            file = Path(scratch, "older.cxw")
            shutil.copy(FILES / f"{name}.cxw", file)
            walk = Walk(file, _theme(Path(scratch)), ByMouse, date(2026, 12, 17), Notes(rounds))
            walk.workshop.people.find_or_add("Somebody new")  # it is saved in today's format
            try:
                wrong += all_that_is_said(walk).disagreements()
            finally:
                walk.leaves()
    return Row("workshops of older formats", len(OLDER), len(wrong), "; ".join(wrong[:2]))


def _theme(scratch: Path) -> Theme:
    app = application(["cxworkshop-soak"])
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(scratch))
    let_move(on=False)
    theme = Theme(app)
    theme.apply()
    return theme


def _year(scratch: Path, hands: type[ByMouse | ByKeys]) -> list[str]:
    theme = _theme(scratch)
    walk, wrong = Walk(scratch / "bakery.cxw", theme, hands, date(2026, 1, 5)), list[str]()
    try:
        for month in YEAR:
            month(walk)
            wrong += every_figure(walk, back=month is YEAR[-1]).disagreements()
    finally:
        walk.leaves()
    return wrong
