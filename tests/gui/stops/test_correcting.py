"""Stop 2: an earlier answer is corrected in a marked box, and never replaced in passing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from cxworkshop.model import Verbatim
from tests.gui.painted import settle
from tests.gui.stops.talking import say
from ui.stops.talk.recent_answers import RecentAnswer

pytestmark = pytest.mark.begins_at(2)

LEFT = Qt.MouseButton.LeftButton
ROW = "Card 1, ring me, no. 1"


@pytest.fixture
def page(hands):
    hands.go(2)
    say(hands.page, "ring me")
    say(hands.page, "more rye")
    return hands.page


def said(hands) -> list[str | None]:
    return [row.said for row in hands.workshop._store.rows(Verbatim)]


def marked(page) -> str:
    labels = [label.text() for label in page.capture.findChildren(QLabel) if label.isVisible()]
    return " ".join(labels)


def test_one_click_and_enter_replace_nothing(page, hands):
    QTest.mouseClick(hands.find(ROW, RecentAnswer), LEFT)
    QTest.keyClicks(QApplication.focusWidget(), "open at eight")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert said(hands) == ["ring me", "more rye", "open at eight"]


@pytest.mark.parametrize("way", ["double click", "F2"])
def test_a_row_is_corrected_in_a_marked_box_with_the_caret_at_the_end(page, hands, way):
    QTest.keyClicks(page.capture, "half a sen")
    row = hands.find(ROW, RecentAnswer)
    if way == "F2":
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_F2)
    else:
        QTest.mouseDClick(row, LEFT)
    assert marked(page) == "Correcting 1"
    assert QApplication.focusWidget() is page.capture
    assert page.capture.textCursor().selectedText() == ""
    QTest.keyClicks(page.capture, " back")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert said(hands) == ["ring me back", "more rye"]
    assert marked(page) == ""
    assert page.capture.toPlainText() == "half a sen"  # what was begun before goes on


def test_esc_leaves_it_from_the_box_and_from_a_way(page, hands):
    for _turn in range(2):
        QTest.mouseDClick(hands.find(ROW, RecentAnswer), LEFT)
        QTest.keyClicks(page.capture, " lost")
        if _turn:
            page.input.entry.ways.findChildren(type(hands.find("Quick")))[0].setFocus()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert marked(page) == ""
        assert page.capture.toPlainText() == ""
        assert QApplication.focusWidget() is page.capture
    say(page, "a third")
    assert said(hands) == ["ring me", "more rye", "a third"]


def test_a_correction_that_is_too_long_comes_back_after_esc(page, hands):
    QTest.mouseDClick(hands.find(ROW, RecentAnswer), LEFT)
    page.capture.setPlainText("x" * 10_001)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert hands.message.startswith("That is 10001 characters, 1 too many: 10000 is the most.")
    for _turn in range(2):  # the refusal, then the correction
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        QApplication.processEvents()
    assert (marked(page), page.capture.toPlainText()) == ("", "")
    QTest.mouseDClick(hands.find(ROW, RecentAnswer), LEFT)
    assert page.capture.toPlainText() == "x" * 10_001
    QTest.keyClick(page.capture, Qt.Key.Key_Backspace)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert said(hands)[0] == "x" * 10_000


def test_a_half_typed_correction_stays_one_after_a_kill(page, hands):
    QTest.keyClicks(page.capture, "half a sen")
    QTest.mouseDClick(hands.find(ROW, RecentAnswer), LEFT)
    QTest.keyClicks(page.capture, " ba")
    kept = hands.window.desk.drafts.half_typed()
    page.capture.clear()
    page.input.entry.end_correction()
    page.capture.clear()
    hands.window.desk.drafts.take_half_typed(kept)
    assert marked(page) == "Correcting 1"
    QTest.keyClicks(page.capture, "ck")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert said(hands) == ["ring me back", "more rye"]
    assert page.capture.toPlainText() == "half a sen"


def test_one_more_customer_is_counted_by_a_button_that_names_its_key(page, hands):
    button = hands.find("Another said the same")
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()
    counts = {card.words: len(card.customers) for card in hands.workshop.big_list.board().cards}
    assert counts == {"ring me": 1, "more rye": 2}
    assert QApplication.focusWidget() is page.capture


def test_the_kinds_we_serve_are_a_click_away_and_reach_a_customer_we_know(hands):
    served = hands.workshop.prepare.served
    served.add("regular")
    served.add("parent")
    hands.go(2)
    hands.click("Kind: parent")
    say(hands.page, "ring me")
    assert [row.kind for row in hands.workshop.talk.customers.all()] == ["parent"]
    hands.click("Kind: regular")
    assert [row.kind for row in hands.workshop.talk.customers.all()] == ["regular"]
    assert QApplication.focusWidget() is hands.page.capture
    hands.undo()
    assert [row.kind for row in hands.workshop.talk.customers.all()] == ["parent"]
    assert hands.find("Kind: parent").isChecked()


def test_a_kind_that_was_clicked_is_shown_from_its_beginning(hands):
    hands.workshop.prepare.served.add("parents who come with three children")
    hands.go(2)
    hands.click("Kind: parents who come with three children")
    say(hands.page, "no room for a pram")
    say(hands.page, "and no lift")
    assert hands.find("Kind").cursorPosition() == 0


def test_what_stands_above_the_box_is_not_of_the_answer_that_is_corrected(page, hands):
    correct(hands, ROW)
    assert not hands.find("Customer", QLineEdit).isEnabled()
    QTest.keyClick(page.capture, Qt.Key.Key_Escape)
    assert hands.find("Customer", QLineEdit).isEnabled()


def test_an_answer_corrected_to_praise_leaves_its_card_and_the_list(page, hands):
    correct(hands, ROW)
    hands.click("Something good, no card")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [card.code for card in hands.workshop.big_list.board().cards] == [2]
    first = hands.workshop._store.rows(Verbatim)[0]
    assert (first.said, first.card) == ("ring me", None)
    settle()
    assert hands.find("Praise, ring me, good, no. 1", RecentAnswer)
    hands.undo()
    assert [card.code for card in hands.workshop.big_list.board().cards] == [1, 2]


def test_praise_corrected_to_a_wish_becomes_a_card_with_its_way(page, hands):
    hands.click("Something good, no card")
    say(page, "warm bread")
    row = "Praise, warm bread, good, no. 1"
    correct(hands, row)
    assert hands.find("Something good, no card", QAbstractButton).isChecked()
    hands.click(hands.workshop.prepare.ways()[3].name)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [card.words for card in hands.workshop.big_list.board().cards][-1] == "warm bread"
    assert hands.workshop._store.rows(Verbatim)[-1].way == hands.workshop.prepare.ways()[3].id


def test_a_picked_card_keeps_its_last_words(page, hands):
    hands.workshop.pick.put(hands.workshop.pick.subject("1"))
    correct(hands, ROW)
    hands.click("Something good, no card")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert hands.message
    assert hands.workshop._store.rows(Verbatim)[0].card is not None


def correct(hands, row: str) -> None:
    settle()
    QTest.mouseDClick(hands.find(row, RecentAnswer), LEFT)
    assert marked(hands.page)
