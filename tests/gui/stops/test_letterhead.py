"""The team's logo and colour, chosen at stop 1."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ui.stops.prepare.letterhead import LetterheadPanel

pytestmark = pytest.mark.begins_at(1)


@pytest.fixture
def panel(hands) -> LetterheadPanel:
    hands.go(1)
    found = hands.page.findChild(LetterheadPanel)
    assert found is not None
    return found


def type_colour(panel: LetterheadPanel, words: str) -> None:
    field = panel._colour
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_colour_is_typed_and_shown_as_it_is_kept(hands, panel):
    letterhead = hands.workshop.prepare.letterhead
    type_colour(panel, "A02020")
    assert letterhead.now().accent == "#a02020"
    assert panel._colour.text() == "#a02020"
    type_colour(panel, "yellow")
    assert "is no colour" in hands.page.refusal.text
    assert letterhead.now().accent == "#a02020"


def test_a_logo_is_shown_and_taken_off_with_one_click(hands, panel, tmp_path):
    letterhead = hands.workshop.prepare.letterhead
    assert not panel._logo.isVisible()
    Image.new("RGB", (60, 20), "#a02020").save(tmp_path / "logo.png")
    letterhead.take_logo(tmp_path / "logo.png")
    QApplication.processEvents()
    assert panel._logo.isVisible()
    assert not panel._logo.pixmap().isNull()
    seen = (w for w in panel.findChildren(QAbstractButton) if w.text() == "Take it off")
    QTest.mouseClick(next(seen), Qt.MouseButton.LeftButton)
    assert letterhead.now().logo == ""
    assert not panel._logo.isVisible()
