"""Where things stand on the board: the shelf, groups that scroll alone, the whole list small."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.finger import FingerTip
from ui.stops.big_list.board import edge_scroll
from ui.stops.big_list.board.column import LOOSE

pytestmark = pytest.mark.begins_at(3)

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(hands):
    """Three groups of eight cards, and twelve cards that are not grouped."""
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    cards = [workshop.talk.say(f"wish number {n}", talk.id).id for n in range(36)]
    for n, name in enumerate(("Phone", "Forms", "Doors")):
        workshop.big_list.group(cards[8 * n : 8 * n + 8], name)
    hands.go(3)
    QApplication.processEvents()
    return hands.page.board


def letters(board) -> str:
    return "".join(column.group.letter for column in board.columns if column.group)


def group(board, letter: str):
    return next(c for c in board.columns if c.group and c.group.letter == letter)


def wheel(board, place: QPoint, notches: int, held=NONE) -> None:
    """Turn the wheel over a point, toward a person if negative."""
    to, turn = QPointF(board.viewport().mapToGlobal(place)), QPoint(0, 120 * notches)
    phase, no_button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    event = QWheelEvent(QPointF(place), to, QPoint(), turn, no_button, held, phase, False)
    QApplication.sendEvent(board.viewport(), event)


def drag(board, start: QPoint, to: QPoint) -> None:
    view = board.viewport()
    QTest.mousePress(view, LEFT, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(view, start + (to - start) * step / 10)
        QApplication.processEvents()
    QTest.mouseRelease(view, LEFT, pos=to)
    QApplication.processEvents()


def head(column) -> QPoint:
    return column.head.center().toPoint()


def test_what_is_not_grouped_flows_and_stays_in_sight_while_a_group_scrolls_alone(board):
    shelf, first, second = board.columns[:3]
    assert len({card.lane for card in shelf.cards}) >= 5  # over the whole width
    right = max(card.area.right() for card in shelf.cards)
    assert board.viewport().width() - 28 - right <= 20
    before = [shelf.cards[0].area, second.cards[0].area]
    wheel(board, first.cards[0].area.center().toPoint(), -2)
    assert first.offset > 0
    assert first.cards[0].area.top() < first.cards_area.top()
    assert [shelf.cards[0].area, second.cards[0].area] == before
    wheel(board, shelf.cards[0].area.center().toPoint(), -1)
    assert first.head.top() == second.head.top()


def test_a_drag_that_only_passes_an_edge_scrolls_nothing_and_one_that_stays_does(
    board, monkeypatch, until
):
    for _press in range(9):
        QTest.keyClick(board, Qt.Key.Key_Up, CTRL)  # the shelf has more than it shows
    shelf, view = board.columns[0], board.viewport()
    start, edge = shelf.cards[0].area.center().toPoint(), round(shelf.cards_area.bottom()) - 4
    monkeypatch.setattr(edge_scroll, "HELD", 60_000)
    QTest.mousePress(view, LEFT, pos=start)
    for y in (start.y() + 20, edge):
        QTest.mouseMove(view, QPoint(start.x(), y))
        QTest.qWait(2 * edge_scroll.EVERY)
    QTest.mouseMove(view, QPoint(start.x(), edge + 120))
    QTest.qWait(2 * edge_scroll.EVERY)
    assert board.columns[0].offset == 0
    monkeypatch.setattr(edge_scroll, "HELD", 0)
    QTest.mouseMove(view, start)
    QTest.mouseMove(view, QPoint(start.x(), edge))
    until(lambda: board.columns[0].offset > 0)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=start)


def test_a_drag_scrolls_the_slower_the_farther_it_is_from_the_edge(board, monkeypatch, until):
    for _press in range(9):
        QTest.keyClick(board, Qt.Key.Key_Up, CTRL)
    monkeypatch.setattr(edge_scroll, "HELD", 0)
    shelf, view = board.columns[0], board.viewport()
    start = shelf.cards[0].area.center().toPoint()
    zone = min(edge_scroll.EDGE, round(shelf.cards_area.height()) // 4)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(0, 20))
    place = QPoint(start.x(), round(shelf.cards_area.bottom()) - zone + 2)
    QTest.mouseMove(view, place)
    until(lambda: board.columns[0].offset > 0)
    assert board.columns[0].offset < edge_scroll.SCROLL / 2
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=start)


def test_the_border_is_moved_by_the_mouse_and_by_keys(board):
    shelf = board.columns[0]
    handle = QPoint(500, round(shelf.area.bottom()) + 6)
    high = shelf.area.height()
    drag(board, handle, handle - QPoint(0, 60))
    assert board.columns[0].area.height() == pytest.approx(high - 54, abs=12)
    lower = board.columns[0].area.height()
    QTest.keyClick(board, Qt.Key.Key_Down, CTRL)
    assert board.columns[0].area.height() > lower


def test_the_border_is_moved_by_a_finger(board):
    shelf = board.columns[0]
    handle = QPoint(500, round(shelf.area.bottom()) + 6)
    high = shelf.area.height()
    finger = FingerTip(QTest.createTouchDevice(), board.viewport())
    finger.drag(handle, handle - QPoint(0, 60), hold=False)
    assert board.columns[0].area.height() == pytest.approx(high - 60, abs=12)


def test_a_group_is_dragged_to_another_place_or_into_another_and_exactly_undone(board, hands):
    before = hands.workshop.big_list.board()
    assert letters(board) == "ABC"
    third = group(board, "C")
    edge = QPoint(round(third.area.right()) - 8, head(third).y())
    drag(board, head(group(board, "A")), edge)
    assert letters(board) == "BCA"
    hands.undo()
    assert letters(board) == "ABC"
    drag(board, head(group(board, "A")), head(group(board, "B")))
    assert letters(board) == "BC"
    assert len(group(board, "B").cards) == 16
    hands.undo()
    assert hands.workshop.big_list.board() == before


def test_ctrl_and_arrows_move_the_group_of_the_focused_card_and_ctrl_a_tells_once(board):
    told = []
    board.selection.changed.connect(lambda: told.append(len(board.selection.cards())))
    QTest.keyClick(board, Qt.Key.Key_A, CTRL)
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert told == [36, 0]
    board.selection.focus_card(group(board, "A").cards[0].face.card.id)
    QTest.keyClick(board, Qt.Key.Key_Right, CTRL)
    assert letters(board) == "BAC"
    QTest.keyClick(board, Qt.Key.Key_Left, CTRL)
    assert letters(board) == "ABC"


def test_after_grouping_the_headline_is_open_with_customers_words(board, hands):
    board.selection.focus_card(board.columns[0].cards[0].face.card.id)
    QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(board, Qt.Key.Key_G)
    QApplication.processEvents()
    panel, made = board.headlines.panel, group(board, "D")
    assert QApplication.focusWidget() is board.headlines.field
    assert not panel.geometry().intersects(made.area.toAlignedRect())
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    assert group(board, "D").group.headline == "wish number 25"
    assert not panel.isVisible()
    assert board.cards[board.selection.focused()].face.card.code == 27  # the next not grouped
    assert board.hasFocus()
    assert not board.selection.cards()


def test_a_headline_that_came_from_a_card_leaves_with_it(board, hands):
    first, second = (card.face.card.id for card in board.columns[0].cards[:2])
    made = hands.workshop.big_list.group([first, second])
    assert group(board, "D").group.headline == "wish number 24"
    board.selection.focus_card(first)
    QTest.keyClick(board, Qt.Key.Key_U)
    assert group(board, "D").group.headline == "wish number 25"
    hands.undo()
    assert group(board, "D").group.headline == "wish number 24"
    hands.workshop.big_list.rename(made, "Ours")
    QTest.keyClick(board, Qt.Key.Key_U)
    assert group(board, "D").group.headline == "Ours"


def test_the_whole_list_is_shown_small_and_a_card_of_it_whole(board, hands):
    QTest.keyClick(board, Qt.Key.Key_Minus, CTRL)
    cards = [card for column in board.columns for card in column.cards]
    inside = board.viewport().rect()
    assert all(inside.contains(card.area.toAlignedRect()) for card in cards)
    assert len(cards) == 36
    QTest.keyClick(board, Qt.Key.Key_Down)
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert board.keys.whole_card.isVisible()
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert not board.keys.whole_card.isVisible()
    drag(board, board.columns[0].cards[0].area.center().toPoint(), head(group(board, "B")))
    assert len(group(board, "B").cards) == 9
    QTest.keyClick(board, Qt.Key.Key_0, CTRL)
    assert board.columns[0].cards[0].area.height() > 60


def test_large_text_leaves_three_cards_in_sight_live_and_cuts_no_tool(board, hands):
    for percent, size in ((150, (1280, 720)), (200, (1280, 720)), (200, (1920, 1080))):
        hands.window.resize(*size)
        hands.window.theme.resize(percent)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for _turn in range(5):
            QApplication.processEvents()
        layout = hands.page.board.board_layout
        inside = layout.view.viewport().rect()
        whole = [card for card in layout.cards_in_sight() if _is_whole(card, inside)]
        assert len(whole) >= 3
        assert layout.columns[0].kind == LOOSE
        tools = hands.page.tools_row.findChildren(QAbstractButton)
        named = [button for button in tools if button.isVisible() and button.text()]
        assert [b.text() for b in named if b.width() < b.sizeHint().width()] == []


def _is_whole(card, inside) -> bool:
    area = card.area.toAlignedRect()
    return inside.contains(area) and card.column.cards_area.toAlignedRect().contains(area)
