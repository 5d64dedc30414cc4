"""What moves, that it ends where things are, and that one setting stops all of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from ui.theme.motion import let_move, moves

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(hands):
    hands.go(2)
    for words in ("ring me", "more rye", "open at eight"):
        QTest.keyClicks(hands.page.capture, words)
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    hands.go(3)
    let_move(on=True)
    yield hands.page.board
    let_move(on=False)


def middle(board, n: int) -> QPoint:
    item = board.columns[0].cards[n]
    return board.board_layout.area_of(item).center()


def pick_up(board, to: QPoint) -> None:
    view, start = board.viewport(), middle(board, 0)
    QTest.mousePress(view, LEFT, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(view, start + (to - start) * step / 4)


def gliding(board) -> list[QLabel]:
    labels = board.viewport().findChildren(QLabel)
    return [label for label in labels if label.isVisible() and not label.pixmap().isNull()]


def shifted(board) -> int:
    return sum(item.slide != (0.0, 0.0) for item in board.cards.values())


def test_esc_lets_the_card_glide_home(board, until):
    pick_up(board, QPoint(500, 300))
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert len(gliding(board)) == 1
    until(lambda: not gliding(board))
    assert board.drag.mode == ""


def test_neighbours_slide_and_end_in_their_places(board, hands, until):
    pick_up(board, middle(board, 1))
    QTest.mouseRelease(board.viewport(), LEFT, pos=middle(board, 1))
    QApplication.processEvents()
    assert shifted(board) > 0
    until(lambda: shifted(board) == 0)
    assert len(hands.workshop.big_list.board().groups) == 1


def test_no_movement_stops_all_of_it(board, hands):
    hands.window._actions["reduce_motion"].trigger()
    assert not moves()
    assert hands.window._actions["reduce_motion"].isChecked()
    pick_up(board, QPoint(500, 300))
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert not gliding(board)
    pick_up(board, middle(board, 1))
    QTest.mouseRelease(board.viewport(), LEFT, pos=middle(board, 1))
    QApplication.processEvents()
    assert shifted(board) == 0


def test_a_refused_card_goes_home_and_the_sentence_rises(board, hands, until):
    hands.workshop.pick.put(hands.workshop.pick.subject("1"))
    QApplication.processEvents()
    first = next(key for key, item in board.cards.items() if item.face.card.code == 1)
    board.selection.focus_card(first)
    hands.key(Qt.Key.Key_Delete)
    assert hands.message
    until(lambda: hands.page.refusal.y() > 0)
    end = hands.page.refusal.y()
    QTest.qWait(250)
    assert abs(hands.page.refusal.y() - end) <= 8
