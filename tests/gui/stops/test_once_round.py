"""From an empty workshop once round the loop, by mouse and keys alone; the file shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxworkshop.model import Person
from tests.opened import opened

THREE_IS_MOST = "Three is the most for one round."


def say(hands, *words: str) -> None:
    """Type each into the capture box and press Enter."""
    hands.go(2)
    for text in words:
        QTest.keyClicks(hands.page.capture, text)
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()


def listed(hands) -> str:
    return " ".join(card.words for card in hands.workshop.big_list.board().cards)


def picked(hands) -> list[str]:
    return [story.subject.headline for story in hands.workshop.share.outcomes()]


def choose(hands, row: int) -> None:
    """Click a line of stop 4's list."""
    items = hands.page.list
    place = items.rect_at(row).center()
    QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_prepare_writes_down_whom_we_serve_and_ticks_questions(hands):
    hands.type_into("Whom we serve: Add a kind of customer", "regulars", enter=True)
    assert [row.words for row in hands.workshop.prepare.served.all()] == ["regulars"]
    first = hands.workshop.prepare.questions.all()[0]
    hands.click("Questions")
    hands.click(first.words)
    assert hands.workshop.prepare.questions.all()[0].ticked is not first.ticked
    hands.undo()
    assert hands.workshop.prepare.questions.all()[0].ticked is first.ticked


def test_what_is_typed_becomes_cards_and_the_box_is_empty_again(hands):
    say(hands, "parking", "greeting")
    assert listed(hands) == "parking greeting"
    assert hands.page.capture.toPlainText() == ""
    assert hands.workshop.talk.answers.counts() == (2, 1)
    hands.undo()
    assert listed(hands) == "parking"


def test_shift_enter_is_a_new_line_and_an_empty_box_is_refused_in_words(hands):
    hands.go(2)
    QTest.keyClicks(hands.page.capture, "one")
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(hands.page.capture, "two")
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    assert listed(hands) == "one\ntwo"
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    assert hands.message.startswith("There are no words in it.")


def test_alt_and_a_digit_tags_a_way_and_ctrl_enter_is_one_more_customer(hands):
    hands.go(2)
    QTest.keyClick(hands.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    say(hands, "too slow")
    card = hands.workshop.big_list.board().cards[0]
    assert card.way == "quick"
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(hands.workshop.big_list.board().cards[0].customers) == 2


def test_the_next_customer_is_counted_and_the_last_answer_comes_back_with_up(hands):
    say(hands, "parking")
    QTest.keyClick(hands.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    say(hands, "greeting")
    assert hands.workshop.talk.answers.counts() == (2, 2)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Up)
    assert hands.page.capture.toPlainText() == "greeting"


@pytest.mark.parametrize("way", ["key", "double click", "click and click"])
def test_a_line_goes_into_a_slot_by_each_way(hands, way):
    say(hands, "parking", "greeting")
    hands.go(4)
    choose(hands, 1)
    if way == "key":
        QTest.keyClick(hands.page.list, Qt.Key.Key_1)
    elif way == "double click":
        place = hands.page.list.rect_at(1).center()
        QTest.mouseDClick(hands.page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        hands.click("Put the chosen line into slot 1")
    assert picked(hands) == ["greeting"]


def fill(hands) -> None:
    say(hands, "parking", "greeting", "forms", "phone")
    hands.go(4)
    for row in range(3):
        choose(hands, row)
        QTest.keyClick(hands.page.list, getattr(Qt.Key, f"Key_{row + 1}"))
    assert picked(hands) == ["parking", "greeting", "forms"]


@pytest.mark.parametrize("way", ["key", "double click"])
def test_the_fourth_is_refused_with_swap_or_keep(hands, way):
    fill(hands)
    choose(hands, 3)
    if way == "key":
        QTest.keyClick(hands.page.list, Qt.Key.Key_2)
    else:
        place = hands.page.list.rect_at(3).center()
        QTest.mouseDClick(hands.page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.message.startswith(THREE_IS_MOST)
    assert QApplication.focusWidget().text() == "Keep on the list"
    hands.click("Keep on the list")
    assert hands.message == ""
    assert picked(hands) == ["parking", "greeting", "forms"]


def test_the_fourth_is_swapped_for_one_of_the_three(hands):
    fill(hands)
    choose(hands, 3)
    QTest.keyClick(hands.page.list, Qt.Key.Key_1)
    hands.click("Swap for …")
    QTest.mouseClick(hands.page.slots[1].button, Qt.MouseButton.LeftButton)
    assert picked(hands) == ["parking", "phone", "forms"]
    hands.undo()
    assert picked(hands) == ["parking", "greeting", "forms"]


def test_a_plan_is_made_locked_checked_tested_and_carried_to_the_next_round(hands):
    say(hands, "phone", "forms")
    hands.go(4)
    choose(hands, 0)
    QTest.keyClick(hands.page.list, Qt.Key.Key_1)
    for title in ("We can improve it", "Customers would notice", "Within 30 days"):
        hands.click(f"{title}, yes")
    hands.go(5)
    hands.click("Lock the plan")
    assert hands.message.startswith("Not ready to lock: 3 of 4 criteria are a yes")
    hands.go(4)
    hands.click("We can make it last, yes")
    hands.go(5)
    hands.type_into("Who owns it", "Mira")
    hands.type_into("Given by", "mira")
    assert "nobody clears their own road" in hands.message
    hands.type_into("Given by", "Helena")
    hands.type_into("What could slow us down", "no socket")
    hands.type_into("Who removes it", "Jan", enter=True)
    hands.type_into("Start", "today", enter=True)
    day = hands.workshop.today
    hands.click("Lock the plan")
    pick = hands.workshop.pick.in_slot(1)
    assert pick.locked_on == day
    names = [row.name for row in hands.workshop._store.rows(Person)]
    assert names == ["Mira", "Helena", "Jan"]

    hands.go(6)
    hands.click("Customers notice")
    assert hands.message.startswith("No customer’s answer is in yet.")
    hands.type_into("What the customer says now", "somebody answers")
    hands.click("Notices")
    hands.click("Add")
    hands.click("Customers notice")
    hands.go(7)
    hands.click("Sure")
    assert hands.workshop.share.outcome(pick.id).kept
    hands.go(8)
    hands.click("Start round 2")
    hands.click("Start round 2")
    assert hands.workshop.rounds.current().number == 2
    assert listed(hands) == "forms"

    path = hands.workshop.path
    hands.window.close()
    again = opened(path)
    assert again.rounds.current().number == 2
    assert again.share.outcome(pick.id).kept


def test_every_label_takes_words_as_plain_text(hands):
    say(hands, "<b>bold?</b> <img src='secret.png'> & more")
    for number in range(1, 9):
        hands.go(number)
        for label in hands.window.findChildren(QLabel):
            if label.text():
                assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def test_undo_names_what_it_takes_back_and_the_disk_is_said_to_be_safe(hands, qtbot):
    say(hands, "phone")
    assert hands.find("Undo “Add a card”").isVisible()
    qtbot.waitUntil(lambda: hands.window.bridge.is_saved)
    assert opened(hands.workshop.path).big_list.board().cards[0].words == "phone"


def test_every_stop_has_its_name_for_screen_readers(hands):
    hands.go(3)
    assert hands.find("Stop 3, Big list, nothing on it yet, current").isVisible()
    assert hands.find("Stop 1, Prepare, whom do we serve?").isVisible()


def test_the_keeper_may_speak_once_more_when_the_workshop_is_closed(hands, qtbot):
    say(hands, "phone")
    bridge = hands.window.bridge
    assert bridge is not None
    heard = (
        bridge.workshop.file.keeper.on_progress
    )  # as the keeper's thread says it, a moment too late
    hands.window.close_workshop()
    with qtbot.captureExceptions() as exceptions:
        heard()
        QApplication.processEvents()
    assert not exceptions
