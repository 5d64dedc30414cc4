"""The mouse wheel scrolls pages and lists; it never changes what a field says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from tests.gui.checks.wheel import turn_wheel
from tests.gui.painted import settle
from ui.widgets.scroll_area import ScrollArea

LONG = "When did we make you wait for longer than you liked, and what would you have had us do"


def test_the_wheel_over_a_closed_list_scrolls_the_page_and_chooses_nothing(hands):
    hands.window.resize(1024, 640)
    hands.window.theme.resize(200)
    QApplication.processEvents()
    hands.go(2)
    hands.find("Customer", QLineEdit).setFocus()  # the box would be kept in sight
    box = hands.find("Question", QComboBox)
    area = next(a for a in hands.page.findChildren(ScrollArea) if a.isAncestorOf(box))
    settle()
    area.ensureWidgetVisible(box)
    settle()
    bar = area.verticalScrollBar()
    was, window = bar.value(), hands.window
    there = QPointF(box.mapTo(window, box.rect().center()))
    QTest.wheelEvent(window.windowHandle(), there, QPoint(0, -120))
    QApplication.processEvents()
    assert box.currentIndex() == 0
    assert bar.value() > was


@pytest.mark.parametrize("percent", [100, 150])
def test_a_question_of_several_lines_never_hides_its_first(hands, percent):
    """That the wheel changes no field of any page or dialog is in `surfaces`."""
    hands.window.theme.resize(percent)
    QApplication.processEvents()
    hands.click("Questions")
    field = hands.find("Question 1", QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, LONG)
    QApplication.processEvents()
    assert field.verticalScrollBar().maximum() == 0
    turn_wheel(field.viewport(), up=False)
    assert field.firstVisibleBlock().blockNumber() == 0
    assert field.contentOffset().y() >= 0
    hands.window.theme.resize(100)
