"""Twelve rounds in the real window, once with the mouse and once with keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from tests.gui.months.hands import ByKeys, ByMouse
from tests.gui.months.walk import NOTICES, SAME, Walk
from ui.theme.motion import let_move
from ui.theme.theme import Theme

pytestmark = pytest.mark.slow


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
    january(walk)


def january(walk):
    walk.hears("Nobody rings back", "The door is heavy", kind="regular")
    walk.hears("I was never rung back", "Music is too loud")
    walk.hears("More music please", "Bring it to my home", "The street is dark")
    walk.groups("Ringing back", 1, 3)
    walk.picks("Ringing back", 1)
    walk.picks("The door is heavy", 2)
    for title in ("Ringing back", "The door is heavy"):
        walk.plans(title)
        walk.locks(title)
