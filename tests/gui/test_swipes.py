"""A swipe over a list only scrolls it; a tap chooses."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from tests.finger import FingerTip
from ui.widgets.day_field import DayField

pytestmark = pytest.mark.begins_at(3)


def swipe(screen, widget, start: QPoint, up: int = 40) -> None:
    FingerTip(screen, widget).drag(start, start - QPoint(0, up), hold=False)


def test_a_day(screen, app):
    days = []
    field = DayField("Day", lambda day: days.append(day) or day, lambda: date(2026, 12, 1))
    field.show()
    field.open_calendar()
    month = QApplication.activePopupWidget()
    port = month.findChild(QTableView).viewport()
    QTest.qWait(50)
    swipe(screen, port, port.rect().center())
    assert days == []
    assert month.isVisible()
    FingerTip(screen, port).tap()
    assert len(days) == 1
    field.close()


def test_a_card_in_the_tree(screen, hands):
    hands.go(2)
    for words in ("ring me", "more rye", "open at eight"):
        QTest.keyClicks(hands.page.capture, words)
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    hands.go(3)
    hands.key(Qt.Key.Key_F2)
    tree = hands.page.tree
    index = tree.model().index(1, 0, tree.model().index(0, 0))
    middle = tree.visualRect(index).center()
    swipe(screen, tree.viewport(), middle)
    assert not tree.selectionModel().isSelected(index)
    FingerTip(screen, tree.viewport()).tap(tree.visualRect(index).center())
    assert tree.selectionModel().isSelected(index)
