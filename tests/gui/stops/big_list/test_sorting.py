"""Sorting one by one (F8): by keys, by mouse, and what the room sees of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

pytestmark = pytest.mark.begins_at(3)

KEYS = Qt.Key
NEW = "Headline of the new group"


def say(hands, *words: str) -> None:
    for one in words:
        talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer(kind="regular").id)
        hands.workshop.talk.say(one, talk.id)


@pytest.fixture
def sorting(hands):
    """Three cards in no group, two in group A, and F8 pressed at stop 3."""
    say(hands, "ring", "hold", "forms", "park", "queue")
    cards = [card.id for card in hands.workshop.big_list.board().cards[:2]]
    hands.workshop.big_list.group(cards, "Phone")
    hands.go(3)
    hands.key(KEYS.Key_F8)
    return hands


def seen(hands) -> str:
    """The card in front with its place, and the groups: `1 of 3, Card 3, forms | A Phone 2`."""
    card = QApplication.focusWidget().accessibleName().split(", 1 customer")[0]
    groups = hands.workshop.big_list.board().groups
    return f"{card} | {', '.join(f'{g.letter} {g.headline} {len(g.cards)}' for g in groups)}"


def drawn(hands) -> str:
    found = hands.workshop.big_list.board()
    groups = [f"[{' '.join(c.words for c in g.cards)}]" for g in found.groups]
    return " ".join([*groups, *(c.words for c in found.loose)])


def test_a_card_that_was_clicked_last_is_not_all_that_is_sorted(sorting):
    sorting.key(KEYS.Key_Escape)
    sorting.page.board.selection.focus_card(sorting.workshop.big_list.board().cards[0].id)
    sorting.key(KEYS.Key_F8)
    assert seen(sorting) == "1 of 3, Card 3, forms | A Phone 2"
    sorting.key(KEYS.Key_Escape)
    assert not sorting.page.views.selected()


def test_after_undo_the_keyboard_is_on_the_card_again(sorting):
    """Not on the page around it."""
    sorting.key(KEYS.Key_A)
    sorting.click("Undo “Put card 3 into group A”")
    assert seen(sorting) == "1 of 3, Card 3, forms | A Phone 2"


def test_a_headline_half_typed_comes_back_when_its_card_does(sorting):
    sorting.key(KEYS.Key_Return)
    QTest.keyClicks(sorting.find(NEW, QLineEdit), "Pap")
    sorting.click("Skip")
    sorting.key(KEYS.Key_Return)
    assert sorting.find(NEW, QLineEdit).text() == "", "that is another card"
    sorting.click("Back")
    sorting.key(KEYS.Key_Return)
    QTest.keyClicks(sorting.find(NEW, QLineEdit), "er")
    sorting.key(KEYS.Key_Return)
    assert [group.headline for group in sorting.workshop.big_list.board().groups] == [
        "Phone", "Paper",
    ]  # fmt: skip


def test_forty_cards_take_hardly_more_than_a_key_each(hands):
    words = [f"{topic} number {n}" for n in range(8) for topic in ("A", "B", "C", "D", "E")]
    say(hands, *words)
    hands.go(3)
    pressed = 0

    def press(*keys: Qt.Key) -> None:
        nonlocal pressed
        for key in keys:
            hands.key(key)
            pressed += 1

    press(KEYS.Key_F8)
    for n, one in enumerate(words):
        if n in (20, 21):
            press(KEYS.Key_Space)
        elif n < 5:
            press(KEYS.Key_Return, KEYS.Key_Return)
        else:
            press(getattr(KEYS, f"Key_{one[0]}"))
    press(KEYS.Key_A, KEYS.Key_B)  # those that were skipped
    found = hands.workshop.big_list.board()
    assert [len(group.cards) for group in found.groups] == [8] * 5
    assert {card.words[0] for card in found.groups[0].cards} == {"A"}
    assert pressed / len(words) <= 1.3
    assert hands.page.board.isVisible()  # all are sorted: the list is back
    assert hands.message == "40 cards sorted."


def test_letter_space_backspace_and_esc(sorting):
    sorting.key(KEYS.Key_Z)
    assert sorting.message == "There is no group Z."
    assert seen(sorting) == "1 of 3, Card 3, forms | A Phone 2"
    sorting.key(KEYS.Key_A)
    assert seen(sorting) == "2 of 3, Card 4, park | A Phone 3"
    assert sorting.workshop.undo_title() == "Put card 3 into group A"
    sorting.key(KEYS.Key_Space)
    assert seen(sorting) == "3 of 3, Card 5, queue | A Phone 3"
    sorting.key(KEYS.Key_Backspace)
    sorting.key(KEYS.Key_Backspace)
    assert seen(sorting) == "1 of 3, Card 3, forms | A Phone 2"
    sorting.key(KEYS.Key_Backspace)
    assert sorting.message == "This is where you began: there is nothing to take back."
    sorting.key(KEYS.Key_A)
    assert sorting.message == ""
    sorting.undo()
    assert seen(sorting) == "1 of 3, Card 3, forms | A Phone 2"
    sorting.key(KEYS.Key_A)
    sorting.key(KEYS.Key_Escape)
    assert drawn(sorting) == "[ring hold forms] park queue"
    assert sorting.page.board.isVisible()
    assert sorting.page.board.hasFocus()


def test_enter_asks_for_a_headline_that_may_wait(sorting):
    sorting.key(KEYS.Key_Return)
    QTest.keyClicks(sorting.find(NEW, QLineEdit), "Paper")
    sorting.key(KEYS.Key_Return)
    assert seen(sorting) == "2 of 3, Card 4, park | A Phone 2, B Paper 1"
    sorting.key(KEYS.Key_Return)
    sorting.key(KEYS.Key_Backspace)  # no group after all
    assert seen(sorting) == "2 of 3, Card 4, park | A Phone 2, B Paper 1"
    sorting.key(KEYS.Key_Return)
    sorting.key(KEYS.Key_Escape)  # a group without a headline of ours
    assert seen(sorting) == "3 of 3, Card 5, queue | A Phone 2, B Paper 1, C park 1"
    sorting.key(KEYS.Key_Backspace)
    assert seen(sorting) == "2 of 3, Card 4, park | A Phone 2, B Paper 1"


def test_two_letters_in_a_row_are_one_where_such_a_group_is_there(sorting, until):
    card = sorting.workshop.big_list.board().groups[0].cards[0].id
    for _letter in range(26):  # B to AA
        sorting.workshop.big_list.group([card], "Phone")
    QApplication.processEvents()
    assert [g.letter for g in sorting.workshop.big_list.board().groups] == ["A", "AA"]
    sorting.key(KEYS.Key_A)
    sorting.key(KEYS.Key_A)
    assert seen(sorting).startswith("2 of 3, Card 4, park | A Phone 1, AA Phone 2")
    sorting.key(KEYS.Key_A)
    until(lambda: seen(sorting).startswith("3 of 3"))
    assert seen(sorting).endswith("A Phone 2, AA Phone 2")


def test_the_room_hears_of_each_card_and_reads_the_same_as_the_desk(sorting):
    heard = []
    bridge = sorting.window.bridge

    def read() -> None:
        queue = bridge.workshop.big_list.sorting.queue
        heard.append(queue and bridge.workshop.content.big_list.sorting(queue).card.code)

    bridge.sorting_moved.connect(read)
    sorting.key(KEYS.Key_Space)
    assert sorting.page.footer().bold == "0 sorted, 1 skipped"
    sorting.key(KEYS.Key_A)
    sorting.key(KEYS.Key_Escape)
    assert heard == ["4", "5", None]
    board = sorting.page.board
    board.selection.focus_card(sorting.workshop.big_list.board().loose[1].id)
    sorting.key(KEYS.Key_F8)
    assert seen(sorting).startswith("1 of 2, Card 3, forms")  # one alone was only clicked last
    sorting.go(2)
    sorting.go(3)
    assert sorting.workshop.big_list.sorting.queue is None
    assert board.isVisible()
    sorting.workshop.big_list.group([c.id for c in sorting.workshop.big_list.board().loose])
    board.setFocus()
    sorting.key(KEYS.Key_Escape)  # nothing is selected any more
    sorting.click("Sort one by one")
    assert sorting.message.startswith("Every card is in a group.")


def test_a_click_and_a_drag_do_the_same_as_a_letter(sorting):
    place = sorting.find("A, Phone, 2 customers, 2 cards")
    there = place.mapTo(sorting.window, place.rect().center())
    QTest.mouseDClick(sorting.window.windowHandle(), Qt.MouseButton.LeftButton, pos=there)
    QApplication.processEvents()
    assert seen(sorting) == "2 of 3, Card 4, park | A Phone 3"
    card = QApplication.focusWidget()
    target = sorting.find("A, Phone, 3 customers, 3 cards")
    over = card.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    for step in range(1, 6):
        QTest.mouseMove(card, QPoint(40, 40) + (over - QPoint(40, 40)) * step / 5)
        QApplication.processEvents()
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=over)
    QApplication.processEvents()
    assert seen(sorting) == "3 of 3, Card 5, queue | A Phone 4"
    sorting.click("Back")
    assert seen(sorting) == "2 of 3, Card 4, park | A Phone 3"
    sorting.click("Skip")
    assert seen(sorting) == "3 of 3, Card 5, queue | A Phone 3"
    sorting.click("New group")
    sorting.key(KEYS.Key_Return)
    assert drawn(sorting) == "[ring hold forms] [queue] park"


def test_what_is_near_is_only_marked(hands, until):
    say(hands, "Nobody picks up the phone on Monday", "Nobody picks up the phone on Mondays")
    card = hands.workshop.big_list.board().cards[0].id
    hands.workshop.big_list.group([card], "Phone")
    hands.go(3)
    hands.key(KEYS.Key_F8)
    name = "A, Phone, 1 customer, 1 card, the near one, 1, is here"
    until(lambda: any(w.accessibleName() == name for w in hands.page.findChildren(QWidget)))
    assert drawn(hands).startswith("[Nobody picks up the phone on Monday]")


def test_a_new_group_is_made_by_mouse_alone(sorting):
    for headline in ("Paper", ""):
        QTest.mouseClick(sorting.find("New group", QAbstractButton), Qt.MouseButton.LeftButton)
        field = sorting.find(NEW, QLineEdit)
        QTest.keyClicks(field, headline)
        QTest.mouseClick(field.findChild(QAbstractButton), Qt.MouseButton.LeftButton)
    assert seen(sorting) == "3 of 3, Card 5, queue | A Phone 2, B Paper 1, C park 1"
