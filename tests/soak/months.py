"""Twelve rounds in the real window, by mouse and by keys; all figures agree after each."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings

from tests.gui.months.figures import every_figure
from tests.gui.months.hands import ByKeys, ByMouse
from tests.gui.months.walk import Walk
from tests.gui.months.year import YEAR
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from ui.app import application
from ui.theme.motion import let_move
from ui.theme.theme import Theme


def run(count: int, _seed: int) -> list[Row]:
    """So many years, by mouse and by keys in turn."""
    wrong = list[str]()
    for turn in range(count):
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            wrong += _year(Path(scratch), (ByMouse, ByKeys)[turn % 2])
    return [Row("years of twelve rounds", count, len(wrong), "; ".join(wrong[:2]))]


def _year(scratch: Path, hands: type[ByMouse | ByKeys]) -> list[str]:
    app = application(["cxworkshop-soak"])
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(scratch))
    let_move(on=False)
    theme = Theme(app)
    theme.apply()
    walk, wrong = Walk(scratch / "bakery.cxw", theme, hands, date(2026, 1, 5)), list[str]()
    try:
        for month in YEAR:
            month(walk)
            wrong += every_figure(walk, back=month is YEAR[-1]).disagreements()
    finally:
        walk.leaves()
    return wrong
