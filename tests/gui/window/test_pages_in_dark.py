"""Another look dresses the page in front alone: the others are dressed when they are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.stops.page import StopPage

KIND = "Whom we serve: Add a kind of customer"
DARK = (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def test_dark_dresses_the_page_in_front_and_half_typed_words_stay(hands):
    hands.go(2)
    QTest.keyClicks(hands.page.capture, "ring me ba")
    hands.go(1)
    field = hands.find(KIND, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "regu")
    for stop in (3, 5, 4):
        hands.go(stop)
    light = {page.styleSheet() for page in hands.window.desk.findChildren(StopPage)}
    hands.key(*DARK)
    assert hands.window.theme.is_dark
    pages = hands.window.desk.findChildren(StopPage)
    assert [page for page in pages if page.styleSheet() not in light] == [hands.page]
    hands.go(5)
    assert hands.page.styleSheet() not in light
    hands.go(2)
    assert hands.page.capture.toPlainText() == "ring me ba"
    hands.go(1)
    assert hands.find(KIND, QLineEdit).text() == "regu"
    hands.key(*DARK)
    assert not hands.window.theme.is_dark
    hands.go(2)
    assert hands.page.capture.toPlainText() == "ring me ba"
