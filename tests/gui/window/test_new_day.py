"""A window that stays open overnight: in the morning it says what is so on the new day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Hands
from ui.widgets.labels import Label
from ui.window import new_day

pytestmark = pytest.mark.begins_at(5)


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr(new_day, "LOOK", 10)


def texts(hands: Hands) -> str:
    labels = hands.window.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_days_are_counted_on_after_midnight(bakery, until):
    assert "9 days lost" in texts(bakery)
    bakery.workshop.today += timedelta(days=1)
    until(lambda: "10 days lost" in texts(bakery))
    assert "9 days lost" not in texts(bakery)


def test_half_typed_words_are_kept_after_midnight(bakery, until):
    bakery.go(2)
    QTest.keyClicks(bakery.page.capture, "half a sen")
    shown = []
    bakery.window.bridge.changed.connect(shown.append)
    bakery.workshop.today += timedelta(days=1)
    until(lambda: shown)
    QApplication.processEvents()
    assert bakery.page.capture.toPlainText() == "half a sen"
    assert bakery.page.capture.hasFocus()
