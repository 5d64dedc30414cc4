"""A finger that rests opens the context menu, wherever the right button of a mouse does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.finger import LONG, FingerTip
from ui.start.new_workshop.fields import PresetField
from ui.start.new_workshop.parts import PeopleField
from ui.stops.talk.recent_answers import RecentAnswer

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.begins_at(3)


@pytest.fixture
def page(hands):
    hands.go(2)
    for words in ("ring me", "more rye", "open at eight"):
        QTest.keyClicks(hands.page.capture, words)
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QTest.qWait(500)  # until the list of answers shows them
    return hands.page


def press_long(screen, widget, at: QPoint | None = None, rest: int = 0) -> list[str]:
    """Rest on a widget and lift the finger; return what the menu says, and close that."""
    tip, at = FingerTip(screen, widget), at or widget.rect().center()
    tip.down(at)
    QTest.qWait(rest or QApplication.styleHints().mousePressAndHoldInterval() + 150)
    tip.up(at)
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    said = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.close()
    QApplication.processEvents()
    return said


def test_an_answer_can_be_corrected_and_set_aside(screen, page):
    said = press_long(screen, page.findChildren(RecentAnswer)[0])
    assert {"Correct what was typed", "Set aside"} <= set(said)


def test_words_in_a_field_can_be_cut(screen, page):
    assert any("Cu&t" in said for said in press_long(screen, page.capture))


def test_a_tap_and_a_finger_that_moves_open_nothing(screen, page):
    answer = page.findChildren(RecentAnswer)[0]
    FingerTip(screen, answer).tap()
    FingerTip(screen, answer).drag(QPoint(60, 10), QPoint(60, -150), hold=False)
    QTest.qWait(QApplication.styleHints().mousePressAndHoldInterval() + 150)
    assert QApplication.activePopupWidget() is None


def test_a_card_that_is_held_and_not_moved(screen, page, hands):
    hands.go(3)
    board = hands.page.board
    middle = board.board_layout.area_of(board.columns[0].cards[1]).center()
    assert press_long(screen, board.viewport(), middle, LONG)
    assert board.drag.mode == ""
    assert [board.cards[c].face.card.words for c in board.selection.cards()] == ["more rye"]


def test_a_candidate_that_is_held_and_not_moved(screen, page, hands):
    hands.go(4)
    lines = hands.page.list
    said = press_long(screen, lines.viewport(), lines.rect_at(2).center(), LONG)
    assert said[0] == "Put into slot 1"
    assert lines.current_row == 2


def test_a_row_of_the_tree(screen, page, hands):
    hands.go(3)
    hands.key(Qt.Key.Key_F2)
    tree = hands.page.tree
    loose = tree.model().index(0, 0)
    index = tree.model().index(1, 0, loose)
    assert press_long(screen, tree.viewport(), tree.visualRect(index).center())
    assert tree.selectionModel().isSelected(index)


def test_somebody_in_the_room_is_taken_out(screen, window):
    QTest.keyClick(window, Qt.Key.Key_N, HELD)
    QApplication.processEvents()
    people = window.content.new.findChild(PeopleField)
    people.add("Anna")
    people.add("Bert")
    QTest.qWait(100)
    assert press_long(screen, people.chips[0]) == ["Take out: Anna"]
    assert people.chips[0].isChecked()
    people.chips[0].setFocus()
    QTest.keyClick(people.chips[0], Qt.Key.Key_Delete)
    assert [chip.words for chip in people.chips] == ["Bert"]


def test_a_click_leaves_the_proposed_team_to_be_replaced(window):
    QTest.keyClick(window, Qt.Key.Key_N, HELD)
    QApplication.processEvents()
    team = window.content.new.findChild(PresetField)
    QTest.mouseClick(team, Qt.MouseButton.LeftButton)
    QTest.keyClicks(team, "Bakers")
    assert team.text() == "Bakers"
