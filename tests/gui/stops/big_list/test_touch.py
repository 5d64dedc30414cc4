"""One finger: a tap selects, a swipe scrolls, and only a hold of 250 ms begins a drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScroller

from tests.finger import LONG, FingerTip
from ui.widgets.editable_rows import EditableRow
from ui.widgets.lists import RowList
from ui.widgets.scroll_area import ScrollArea

pytestmark = pytest.mark.begins_at(3)


@pytest.fixture
def board(hands):
    hands.go(2)
    for words in ("ring me", "more rye", "open at eight"):
        QTest.keyClicks(hands.page.capture, words)
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    hands.go(3)
    return hands.page.board


def middle(board, n: int) -> QPoint:
    item = board.columns[0].cards[n]
    return board.board_layout.area_of(item).center()


@pytest.fixture
def finger(board, screen) -> FingerTip:
    return FingerTip(screen, board.viewport())


def test_taps_select_and_deselect(board, finger):
    finger.tap(middle(board, 0))
    QTest.qWait(450)
    finger.tap(middle(board, 1))
    assert [board.cards[c].face.card.code for c in board.selection.cards()] == [1, 2]
    QTest.qWait(450)
    finger.tap(middle(board, 0))
    assert [board.cards[c].face.card.code for c in board.selection.cards()] == [2]


def test_a_hold_drags_a_card_onto_another(board, finger, hands):
    finger.drag(middle(board, 0), middle(board, 1), hold=True)
    (group,) = hands.workshop.big_list.board().groups
    assert {card.words for card in group.cards} == {"ring me", "more rye"}


def test_without_a_hold_nothing_is_dragged(board, finger, hands):
    finger.drag(middle(board, 0), middle(board, 1), hold=False)
    assert hands.workshop.big_list.board().groups == ()
    assert board.drag.mode == ""


def test_a_second_finger_puts_it_back(board, screen, finger, hands):
    finger.down(middle(board, 0))
    QTest.qWait(LONG)
    assert board.drag.mode == "drag"
    view = board.viewport()
    both = QTest.touchEvent(view, screen)
    both.stationary(0).press(1, middle(board, 1), view).commit()
    assert board.drag.mode == ""
    end = QTest.touchEvent(view, screen)
    end.release(0, middle(board, 1), view).release(1, middle(board, 1), view).commit()
    assert hands.workshop.big_list.board().groups == ()


def test_a_swipe_scrolls(board, finger, hands):
    hands.go(2)
    for n in range(14):
        QTest.keyClicks(hands.page.capture, f"wish {n} that is long enough for lines")
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    hands.go(3)
    QApplication.processEvents()
    hands.window.resize(1366, 560)
    QApplication.processEvents()
    finger.drag(QPoint(80, 200), QPoint(80, 120), hold=False)
    assert board.columns[0].offset == 80


def test_a_double_tap_edits_a_headline(board, finger):
    finger.tap(middle(board, 0))
    finger.tap(middle(board, 0))
    assert board.headlines.field.isVisible()


def test_a_line_is_held_and_dropped_into_a_slot(board, screen, hands):
    hands.go(4)
    page = hands.page
    finger = FingerTip(screen, page.list.viewport())
    row = page.list.rect_at(1).center()
    slot = page.slots[0]
    there = page.list.viewport().mapFromGlobal(slot.mapToGlobal(slot.rect().center()))
    finger.drag(row, there, hold=True)
    assert [story.subject.headline for story in hands.workshop.share.outcomes()] == ["more rye"]


def test_a_swap_is_left_by_a_tap(board, screen, hands):
    hands.go(2)
    QTest.keyClicks(hands.page.capture, "no more plastic")
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    hands.go(4)
    for n in (1, 2, 3):
        hands.page.list.choose(n - 1)
        hands.key(Qt.Key(Qt.Key.Key_0 + n))
    hands.page.list.choose(3)
    hands.key(Qt.Key.Key_1)
    hands.click("Swap for …")
    offered = [part for part in hands.page.findChildren(QAbstractButton) if part.isVisible()]
    leave = next(part for part in offered if part.accessibleName() == "Keep on the list")
    FingerTip(screen, leave).tap()
    assert not leave.isVisible()
    assert all(slot.button.isHidden() for slot in hands.page.slots)


def test_click_click_by_taps(board, screen, hands):
    hands.go(4)
    page = hands.page
    finger = FingerTip(screen, page.list.viewport())
    finger.tap(page.list.rect_at(2).center())
    press = page.slots[0].button
    FingerTip(screen, press).tap(press.rect().center())
    stories = hands.workshop.share.outcomes()
    assert [story.subject.headline for story in stories] == ["open at eight"]


def test_the_first_tap_after_grouping_starts_a_new_selection(board, finger, hands):
    finger.drag(middle(board, 0), middle(board, 1), hold=True)
    QApplication.processEvents()
    finger.tap(middle(board, 0))
    assert [board.cards[c].face.card.words for c in board.selection.cards()] == ["open at eight"]


def test_a_swipe_scrolls_lines_and_a_tap_still_presses(screen, hands, until):
    hands.go(1)
    hands.window.resize(1280, 640)
    hands.click("Agenda")
    QApplication.processEvents()
    lines = next(
        area for area in hands.page.findChildren(RowList) if area.accessibleName()[-1] == "1"
    )
    page = next(area for area in hands.page.findChildren(ScrollArea) if area.isAncestorOf(lines))
    bar = page.verticalScrollBar()
    until(lambda: bar.maximum() > 0 and QScroller.hasScroller(page.viewport()))
    row = lines.findChildren(EditableRow)[3]
    FingerTip(screen, row).drag(QPoint(60, 10), QPoint(60, -150), hold=False)
    until(lambda: page.verticalScrollBar().value() > 0)
    at_rest = QScroller.State.Inactive
    until(lambda: QScroller.scroller(page.viewport()).state() == at_rest)
    count = len(hands.workshop.prepare.agenda.meeting(1).lines)
    press = hands.find(f"Leave out: {hands.workshop.prepare.agenda.meeting(1).lines[5].line.title}")
    FingerTip(screen, press).tap()
    assert len(hands.workshop.prepare.agenda.meeting(1).lines) == count - 1
