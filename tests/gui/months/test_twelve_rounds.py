"""Twelve rounds in the real window with the mouse, and half of them with keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from tests.gui.months.figures import every_figure
from tests.gui.months.hands import ByKeys, ByMouse
from tests.gui.months.walk import Walk
from tests.gui.months.year import YEAR, january, june, march, september
from ui.theme.motion import let_move
from ui.theme.theme import Theme

pytestmark = pytest.mark.slow

HALF = 6
COMPARED = (january, march, june, september)


@pytest.fixture(params=[ByMouse, ByKeys])
def walk(request, app, tmp_path):
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    let_move(on=False)
    theme = Theme(app)
    theme.apply()
    made = Walk(tmp_path / "bakery.cxw", theme, request.param, date(2026, 1, 5))
    yield made
    made.leaves()


def test_twelve_rounds(walk):
    """All figures are compared after the rounds with most that is new; by keys, at half-time.

    The soak command goes all the way with the keys too, and compares after every round.
    """
    year = YEAR[:HALF] if walk.is_by_keys else YEAR
    for month in year:
        month(walk)
        if month is year[-1] or (month in COMPARED and not walk.is_by_keys):
            assert every_figure(walk, back=month is YEAR[-1]).disagreements() == []
    assert walk.notes.round == len(year) - (year is YEAR)
