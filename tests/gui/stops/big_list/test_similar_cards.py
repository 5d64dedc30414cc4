"""Quiet suggestions: cards like the selected one, its likely way, pairs that look the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.checks.wheel import turn_wheel
from ui.stops.big_list.similar_cards import REST, SimilarCards

pytestmark = pytest.mark.begins_at(3)

LONG = "The queue on Saturday is too long"
SAID = (LONG, "More rye bread", "The queue on Saturdays is too long!", "Open at eight")


@pytest.fixture
def board(hands):
    hands.go(2)
    for words in SAID:
        QTest.keyClicks(hands.page.capture, words)
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    hands.go(3)
    return hands.page.board


def card(board, words: str):
    return next(key for key, item in board.cards.items() if item.face.card.words == words)


def marked(board) -> list[int]:
    return [board.cards[key].face.card.code for key in board.selection.cards()]


def is_there(hands, name: str) -> bool:
    try:
        hands.find(name)
    except AssertionError:
        return False
    return True


def test_similar_cards_are_named_and_a_click_selects_them_too(board, hands, until):
    board.selection.focus_card(card(board, LONG))
    until(lambda: is_there(hands, "Like it: 3"))
    assert marked(board) == [1]
    hands.click("Like it: 3")
    assert marked(board) == [1, 3]
    hands.key(Qt.Key.Key_G)
    (group,) = hands.workshop.big_list.board().groups
    assert [row.code for row in group.cards] == [1, 3]


def test_nothing_is_suggested_for_a_card_without_similar_ones(board, hands):
    board.selection.focus_card(card(board, "More rye bread"))
    QTest.qWait(500)
    QApplication.processEvents()
    assert not is_there(hands, "Like it: 1")
    assert not is_there(hands, "Like it: 4")


def test_the_likely_way_is_how_the_team_tagged_similar_words(board, hands, until):
    talk = hands.workshop.talk
    verbatims = {row.said: row.id for row in (r.verbatim for r in talk.answers.latest(9))}
    talk.tag(verbatims["The queue on Saturdays is too long!"], "quick")
    QApplication.processEvents()
    board.selection.focus_card(card(board, LONG))
    until(lambda: is_there(hands, "Way: Quick?"))
    hands.click("Way: Quick?")
    assert hands.workshop.big_list.board().cards[0].way == "quick"
    hands.undo()
    assert hands.workshop.big_list.board().cards[0].way is None


def test_searching_gives_way_while_somebody_scrolls_or_presses_keys(board, hands, until):
    timers = hands.page.findChild(SimilarCards).findChildren(QTimer)
    (rest,) = [timer for timer in timers if timer.interval() == REST]
    for scroll in (
        lambda: turn_wheel(board.viewport(), up=False),
        lambda: QTest.keyClick(board, Qt.Key.Key_Down),
    ):
        until(lambda: not rest.isActive())
        scroll()
        assert rest.isActive()
