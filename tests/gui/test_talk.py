"""Stop 2: what sticks, what comes back to be corrected, what nobody has spoken of yet."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from cxworkshop.model import Conversation, Customer, Verbatim


@pytest.fixture
def page(hands):
    hands.go(2)
    return hands.page


def say(page, words: str) -> None:
    QTest.keyClicks(page.capture, words)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()


def said(hands) -> list[Verbatim]:
    return hands.workshop.store.rows(Verbatim)


def test_who_it_was_sticks_until_the_next_customer(page, hands):
    hands.type_into("Kind", "regular")
    hands.type_into("Asked by", "Ben")
    say(page, "ring me")
    say(page, "open at eight")
    assert hands.find("Customer", QLineEdit).text() == "1"
    hands.click("That was customer 1, next customer")
    assert hands.find("Customer", QLineEdit).text() == ""
    say(page, "more rye")
    customers = hands.workshop.store.rows(Customer)
    assert [row.kind for row in customers] == ["regular", ""]
    talks = hands.workshop.store.rows(Conversation)
    assert [talk.closed for talk in talks] == [True, False]
    assert {hands.workshop.people.name_of(talk.asked_by) for talk in talks} == {"Ben"}
    assert hands.workshop.talk.heard() == (3, 2)


def test_a_number_or_a_name_means_a_customer_we_know(page, hands):
    hands.type_into("Customer", "Mrs Okafor")
    say(page, "ring me")
    page.next_customer()
    say(page, "something else")
    page.next_customer()
    hands.type_into("Customer", "Mrs Okafor")
    say(page, "and again")
    page.next_customer()
    hands.type_into("Customer", "#2")
    say(page, "still me")
    numbers = [hands.workshop.talk.customer_of(row).number for row in said(hands)]
    assert numbers == [1, 2, 1, 2]


def test_the_question_and_the_day_stick_and_are_kept(page, hands):
    question = next(q for q in hands.workshop.prepare.questions() if q.ticked)
    box = hands.find("Question", QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    day = hands.find("Date")
    yesterday = hands.workshop.today - timedelta(days=1)
    day.setDate(QDate(yesterday.year, yesterday.month, yesterday.day))
    page.capture.setFocus()
    say(page, "ring me")
    say(page, "ring twice")
    assert {row.question for row in said(hands)} == {question.id}
    assert {talk.day for talk in hands.workshop.store.rows(Conversation)} == {yesterday}


def test_up_brings_the_last_back_and_enter_corrects_it(page, hands):
    say(page, "rign me")
    QTest.keyClick(page.capture, Qt.Key.Key_Up)
    assert page.capture.toPlainText() == "rign me"
    QTest.keyClicks(page.capture, "ring me")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [row.said for row in said(hands)] == ["ring me"]
    assert page.capture.toPlainText() == ""


def test_a_typed_line_comes_back_by_a_click_and_esc_leaves_it(page, hands):
    say(page, "ring me")
    say(page, "more rye")
    hands.click("Card 1, ring me, no. 1")
    assert page.capture.toPlainText() == "ring me"
    QTest.keyClicks(page.capture, "lost")
    QTest.keyClick(page.capture, Qt.Key.Key_Escape)
    assert [row.said for row in said(hands)] == ["ring me", "more rye"]
    say(page, "a third")
    assert len(said(hands)) == 3


def test_after_the_talk_a_correction_keeps_the_first_version(page, hands):
    say(page, "rign me")
    QTest.keyClick(hands.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    hands.click("Card 1, rign me, no. 1")
    QTest.keyClicks(page.capture, "ring me")
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [(row.said, row.first_said) for row in said(hands)] == [("ring me", "rign me")]


def test_what_nobody_spoke_of_is_asked_next(page, hands):
    QTest.keyClick(page.capture, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    say(page, "so slow")
    missing = hands.workshop.talk.unanswered_ways()
    assert len(missing) == 9
    hands.click("Ask this next")
    assert page.ways.chosen == missing[0].id
    asked = page.strip.question
    assert next(q for q in hands.workshop.prepare.questions() if q.id == asked).way == missing[0].id
    assert QApplication.focusWidget() is page.capture
    say(page, "I had to ask twice")
    assert said(hands)[-1].way == missing[0].id
    assert len(hands.workshop.talk.unanswered_ways()) == 8


def test_two_thousand_characters_are_kept_whole(page, hands):
    words = "word " * 400
    QApplication.clipboard().setText(words)
    QTest.keyClick(page.capture, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.capture, Qt.Key.Key_Return)
    assert [row.said for row in said(hands)] == [words.strip()]


def test_half_typed_words_survive_another_text_size(page, hands):
    hands.type_into("Kind", "parent")
    page.capture.setFocus()
    QTest.keyClicks(page.capture, "she was abo")
    hands.window.look.resize(130)
    QApplication.processEvents()
    assert hands.page.capture.toPlainText() == "she was abo"
    assert hands.find("Kind", QLineEdit).text() == "parent"
    hands.window.look.resize(100)
    QApplication.processEvents()


def test_undo_takes_a_card_back_and_the_next_one_still_works(page, hands):
    say(page, "ring me")
    for _again in range(10):
        hands.undo()
    assert said(hands) == []
    say(page, "more rye")
    assert [row.said for row in said(hands)] == ["more rye"]
