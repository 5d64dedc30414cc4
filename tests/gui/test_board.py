"""The big list by mouse: cards are dragged into groups, onto one another, and home again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxworkshop.model import CardId
from ui.cards.column import LOOSE, NEW


@pytest.fixture
def board(hands):
    """Four cards on the list, on stop 3."""
    workshop = hands.workshop
    for words in ("ring", "hold", "forms", "park"):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
    hands.go(3)
    QApplication.processEvents()
    return hands.page.board


def card(board, words: str) -> CardId:
    return next(key for key, item in board.cards.items() if item.face.card.words == words)


def middle(board, item) -> QPoint:
    return board.mapFromScene(item.sceneBoundingRect().center())


def press(board, words: str, held=Qt.KeyboardModifier.NoModifier) -> QPoint:
    place = middle(board, board.cards[card(board, words)])
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, held, place)
    return place


def drag(board, words: str, to: QPoint, *, let_go: bool = True) -> None:
    """Press, move in ten steps, let go: as a hand does."""
    start = middle(board, board.cards[card(board, words)])
    view = board.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(view, start + (to - start) * step / 10)
        QApplication.processEvents()
    if let_go:
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    QApplication.processEvents()


def column(board, kind: str):
    return next(c for c in board.columns if kind in (c.kind, c.title))


def drawn(hands) -> str:
    found = hands.workshop.big_list.board()
    groups = [f"[{' '.join(c.words for c in g.cards)}]" for g in found.groups]
    return " ".join([*groups, *(c.words for c in found.loose)])


def test_a_card_is_dragged_onto_another_and_they_are_a_group(board, hands):
    drag(board, "ring", middle(board, board.cards[card(board, "hold")]))
    assert drawn(hands) == "[hold ring] forms park"
    hands.undo()
    assert drawn(hands) == "ring hold forms park"


def test_a_card_is_dragged_to_the_place_for_a_new_group_and_into_a_group(board, hands):
    drag(board, "ring", middle(board, column(board, NEW)))
    assert drawn(hands) == "[ring] hold forms park"
    group = board.columns[1]
    drag(board, "forms", board.mapFromScene(group.sceneBoundingRect().center()))
    assert drawn(hands) == "[ring forms] hold park"
    drag(board, "ring", middle(board, column(board, LOOSE)))
    assert "[forms]" in drawn(hands)


def test_several_chosen_cards_travel_together(board, hands):
    press(board, "ring")
    press(board, "hold", Qt.KeyboardModifier.ControlModifier)
    press(board, "park", Qt.KeyboardModifier.ControlModifier)
    drag(board, "hold", middle(board, column(board, NEW)))
    assert drawn(hands) == "[ring hold park] forms"
    hands.undo()
    assert drawn(hands) == "ring hold forms park"


def test_esc_sends_cards_home_and_nothing_has_changed(board, hands):
    seq = hands.workshop.store.seq
    drag(board, "ring", middle(board, column(board, NEW)), let_go=False)
    QTest.keyClick(board, Qt.Key.Key_Escape)
    QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert hands.workshop.store.seq == seq
    assert drawn(hands) == "ring hold forms park"


def test_a_picked_card_goes_home_with_a_sentence(board, hands):
    hands.workshop.pick.put(hands.workshop.pick.subject("1"))
    press(board, "ring")
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert hands.message.startswith("Card 1 is in slot 1. Take it out of the slot first")


def test_keys_group_ungroup_and_set_aside_without_a_mouse(board, hands):
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Down)
    QTest.keyClick(board, Qt.Key.Key_Space)
    QTest.keyClick(board, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(board, Qt.Key.Key_G)
    assert drawn(hands) == "[ring hold] forms park"
    press(board, "hold")
    QTest.keyClick(board, Qt.Key.Key_U)
    assert drawn(hands) == "[ring] hold forms park"
    press(board, "park")
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert drawn(hands) == "[ring] hold forms"


def test_words_and_numbers_are_found(board, hands):
    hands.type_into("Find words, or type a number", "FORM", enter=True)
    assert board.chosen() == [card(board, "forms")]
    hands.type_into("Find words, or type a number", "4", enter=True)
    assert board.chosen() == [card(board, "park")]
    hands.type_into("Find words, or type a number", "nowhere", enter=True)
    assert hands.message == "No card says that. Try fewer words."


def test_f2_shows_the_same_list_as_a_tree(board, hands):
    QTest.keyClick(hands.window, Qt.Key.Key_F2)
    tree = hands.page.tree
    assert tree.isVisible()
    assert tree.topLevelItem(0).childCount() == 4


def test_a_card_tells_its_name_to_screen_readers(board):
    face = board.cards[card(board, "ring")].face
    assert face.spoken(selected=True) == "Card 1, ring, 1 customer, selected"
    assert column(board, LOOSE).spoken == "Not grouped yet, 4 cards"
