"""Stop 2: a customer who wants to hear what becomes of it, by chip, by keys and on their row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.gui.stops.talking import say
from ui.stops.talk.recent_answers import RecentAnswer

pytestmark = pytest.mark.begins_at(2)

CHIP = "Wants to hear what becomes of it"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(hands):
    hands.go(2)
    return hands.page


def hearing(hands) -> list[bool]:
    return [row.wants_to_hear for row in hands.workshop.talk.customers.all()]


def rows(hands) -> list[str]:
    return [row.accessibleName() for row in hands.page.findChildren(RecentAnswer)]


def test_a_chip_notes_it_with_the_first_answer_as_one_step(page, hands):
    hands.click(CHIP)
    assert page.capture.hasFocus()
    say(page, "ring me")
    assert hearing(hands) == [True]
    assert rows(hands) == ["Card 1, ring me, no. 1, wants to hear"]
    hands.click("That was customer 1, next customer")
    assert not hands.find(CHIP).isChecked()
    say(page, "open at eight")
    assert hearing(hands) == [True, False]
    hands.undo()
    hands.undo()
    hands.undo()
    assert hearing(hands) == []


def test_alt_h_notes_it_at_once_of_a_customer_we_know_and_undo_takes_it_back(page, hands):
    say(page, "ring me")
    QTest.keyClick(page.capture, Qt.Key.Key_H, ALT)
    assert hearing(hands) == [True]
    assert hands.workshop.undo_title() == "Customer 1 wants to hear"
    hands.undo()
    assert hearing(hands) == [False]
    assert not hands.find(CHIP).isChecked()
    QTest.keyClick(page.capture, Qt.Key.Key_H, ALT)
    page.next_customer()
    hands.type_into("Customer", "1")
    assert hands.find(CHIP).isChecked()
    QTest.keyClick(page.capture, Qt.Key.Key_H, ALT)
    assert hearing(hands) == [False]


def test_a_row_says_it_and_changes_it_by_a_key_and_by_its_menu(page, hands):
    say(page, "ring me")
    page.next_customer()
    say(page, "open at eight")
    first = hands.find("Card 1, ring me, no. 1", RecentAnswer)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_H)
    QApplication.processEvents()
    assert hearing(hands) == [True, False]
    assert page.capture.hasFocus()
    row = hands.find("Card 2, open at eight, no. 2", RecentAnswer)
    middle = row.rect().center()
    mouse = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(row, QContextMenuEvent(mouse, middle, row.mapToGlobal(middle)))
    choose_hearing()
    QApplication.processEvents()
    assert hearing(hands) == [True, True]


def choose_hearing() -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _entry in ("Correct what was typed", "Wants to hear what becomes of it"):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_it_is_typed_with_a_paper_sheet_too(page, hands):
    hands.click("From a paper sheet")
    QTest.keyClick(page, Qt.Key.Key_H, ALT)
    QTest.keyClicks(QApplication.focusWidget(), "the bread")
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    QApplication.processEvents()
    assert hearing(hands) == [True]
    assert not hands.find(CHIP).isChecked()


def test_it_is_kept_with_what_is_half_typed(page, hands):
    hands.click(CHIP)
    QTest.keyClicks(page.capture, "ring")
    hands.window.theme.resize(150)
    QApplication.processEvents()
    assert hands.find(CHIP).isChecked()
    assert hands.page.capture.toPlainText() == "ring"
    assert hands.find("Customer", QLineEdit).text() == ""
