"""What a screen reader finds: the board's columns and cards, and the names of other widgets."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

pytestmark = pytest.mark.begins_at(3)

ROLE = QAccessible.Role


@pytest.fixture
def board(hands):
    """Four cards on the list, on stop 3, with a screen reader active."""
    workshop = hands.workshop
    for words in ("ring", "hold", "forms", "park"):
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(words, talk.id)
    QAccessible.setActive(True)
    hands.go(3)
    QApplication.processEvents()
    yield hands.page.board
    QAccessible.setActive(False)


def spoken(thing):
    return QAccessible.queryAccessibleInterface(thing)


def name(one) -> str:
    return one.text(QAccessible.Text.Name)


def inside(one) -> list:
    return [one.child(index) for index in range(one.childCount())]


def walk(one) -> list:
    """Ask for all names, roles, rectangles, states and parents, as a client does."""
    below = []
    for index, child in enumerate(inside(one)):
        assert one.indexOfChild(child) == index
        assert name(child.parent()) == name(one)
        assert child.isValid()
        assert not child.state().invalid
        child.rect()
        below.append((name(child), child.role(), walk(child)))
    return below


def names(board) -> list:
    """Each column's name, and its cards' names."""
    return [
        (name(column), [name(card) for card in inside(column)]) for column in inside(spoken(board))
    ]


def find(board, start: str):
    found = [card for column in inside(spoken(board)) for card in inside(column)]
    return next(card for card in found if name(card).startswith(start))


def press(board, card, held=Qt.KeyboardModifier.NoModifier) -> None:
    place = board.viewport().mapFromGlobal(card.rect().center())
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, held, place)
    QApplication.processEvents()


def drag(board, card, onto) -> None:
    """Drag from the middle of one rectangle on the screen to the middle of another."""
    view = board.viewport()
    start, to = (view.mapFromGlobal(one.rect().center()) for one in (card, onto))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 11):
        QTest.mouseMove(view, start + (to - start) * step / 10)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
    QApplication.processEvents()


def test_the_board_is_a_list_of_columns_and_these_are_lists_of_cards(board):
    assert name(spoken(board)) == "Big list"
    assert spoken(board).role() == ROLE.List
    cards = ("Card 1, ring", "Card 2, hold", "Card 3, forms", "Card 4, park")
    assert walk(spoken(board)) == [
        (
            "Not grouped yet, 4 cards",
            ROLE.List,
            [(f"{card}, 1 customer", ROLE.ListItem, []) for card in cards],
        ),
        ("New group, 0 cards", ROLE.List, []),
    ]


def test_a_card_is_on_the_screen_where_its_rectangle_is(board):
    for start, words in (("Card 1", "ring"), ("Card 4", "park")):
        press(board, find(board, start))
        (chosen,) = board.selection.cards()
        assert board.cards[chosen].face.card.words == words
        area = find(board, start).rect()
        assert name(spoken(board).childAt(*area.center().toTuple())) == "Not grouped yet, 4 cards"
        column = find(board, start).parent()
        assert name(column.childAt(*area.center().toTuple())).startswith(start)
        assert spoken(board).rect().contains(area)


def test_names_and_states_report_selection_and_focus(board, hands):
    press(board, find(board, "Card 2"))
    card = find(board, "Card 2")
    assert name(card) == "Card 2, hold, 1 customer, selected"
    assert card.state().selected
    assert card.state().focused
    assert card.state().focusable
    assert name(spoken(board).focusChild()) == name(card)
    QTest.keyClick(board, Qt.Key.Key_Down)
    assert not card.state().focused
    assert find(board, "Card 3").state().focused
    assert name(spoken(board).focusChild()).startswith("Card 3, forms")
    hands.find("Find words, or type a number").setFocus()
    assert not find(board, "Card 3").state().focused


def test_names_follow_when_cards_are_grouped_by_mouse(board, hands):
    held = find(board, "Card 1")
    drag(board, held, find(board, "Card 2"))
    assert name(inside(spoken(board))[-1]) == "Write a headline"
    hands.key(Qt.Key.Key_Escape)
    assert [column for column, _cards in names(board)] == [
        "Not grouped yet, 2 cards",
        "Group A, hold, 2 customers, 2 cards",
        "New group, 0 cards",
    ]
    assert find(board, "Card 2").parent().key == held.parent().key
    assert name(held).startswith("Card 1, ring, 1 customer, in group hold")
    hands.undo()
    assert names(board)[0][0] == "Not grouped yet, 4 cards"
    assert name(held).startswith("Card 1, ring, 1 customer")


def test_a_removed_card_is_invalid_and_keeps_its_interface_on_undo(board, hands):
    press(board, find(board, "Card 4"))
    card = find(board, "Card 4")
    QTest.keyClick(board, Qt.Key.Key_Delete)
    assert not card.isValid()
    assert name(card) == ""
    assert card.rect().isEmpty()
    assert card.state().invalid
    hands.undo()
    assert card.isValid()
    assert find(board, "Card 4") is card


def test_cards_out_of_sight_are_reported_as_offscreen(board, hands):
    talk = hands.workshop.talk
    for number in range(40):
        talk.say(f"more {number}", talk.begin(talk.next_customer().id).id)
    QApplication.processEvents()
    first, last = find(board, "Card 1,"), find(board, "Card 44")
    assert not first.state().offscreen
    assert last.state().offscreen
    press(board, first)
    hands.key(Qt.Key.Key_End)
    assert first.state().offscreen
    assert not last.state().offscreen


@pytest.mark.slow
def test_a_client_can_walk_while_the_board_is_laid_out_repeatedly(board, hands):
    held = walked = None
    for turn in range(40):
        code = str(turn % 4 + 1)
        press(board, find(board, f"Card {code}"))
        QTest.keyClick(board, Qt.Key.Key_U if turn % 3 == 2 else Qt.Key.Key_G)
        walked = walk(spoken(board))
        for one in held or ():
            one.isValid(), one.rect(), one.state(), name(one), one.parent(), one.childCount()
        held = [one for column in inside(spoken(board)) for one in (column, *inside(column))]
        if turn % 10 == 0:
            gc.collect()
            QApplication.processEvents()
    assert sum(len(cards) for _name, role, cards in walked if role == ROLE.List) == 4


@pytest.mark.slow
def test_a_new_board_gets_new_interfaces(board, hands):
    """A change of the text size replaces all pages."""
    held = [one for column in inside(spoken(board)) for one in (column, *inside(column))]
    for percent in (150, 100):
        hands.window.theme.resize(percent)
        for _turn in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            QApplication.processEvents()
        again = hands.page.board
        assert names(again)[0][0] == "Not grouped yet, 4 cards"
        gc.collect()
    hands.undo()  # must not reach what listened to the old board
    assert names(again)[0][0] == "Not grouped yet, 3 cards"
    assert again is not board
    assert not any(Shiboken.isValid(one) for one in held)  # Qt keeps no pointer to them


class Windows(QObject):
    """Collects the widgets that are shown as windows of their own."""

    def __init__(self, app) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, thing, event) -> bool:  # noqa: N802 - Qt's own
        if event.type() == QEvent.Type.Show and thing.isWidgetType() and thing.isWindow():
            self.seen.append(f"{type(thing).__name__} {thing.windowTitle()}")
        return False


@pytest.mark.slow
def test_no_part_of_a_page_flashes_up_as_a_window(app, board, hands):
    """A widget that is shown before it has a parent takes the focus and is read aloud."""
    windows = Windows(app)
    for number in range(1, 9):
        hands.go(number)
    hands.window.theme.resize(125)
    hands.go(3)
    hands.window.close_workshop()
    QApplication.processEvents()
    app.removeEventFilter(windows)
    assert windows.seen == []


def known(hands) -> dict[str, QAccessible.Role]:
    """The names of everything that is visible, and their roles."""
    found = {}

    def collect(one) -> None:
        if one is not None and not one.state().invisible:
            found[name(one)] = one.role()
            for child in inside(one):
                collect(child)

    collect(spoken(hands.window))
    return found


def test_window_rail_and_capture_box_answer_by_their_names(board, hands):
    drag(board, find(board, "Card 1"), find(board, "Card 2"))
    there = known(hands)
    assert there["CX Workshop – Corner Bakery"] == ROLE.Window
    assert there["Stop 3, Big list, 2 not grouped yet, current"] == ROLE.Button
    assert there["Stop 2, Talk to customers, 4 said by 4 customers"] == ROLE.Button
    hands.go(2)
    assert known(hands)["What the customer said"] == ROLE.EditableText


def test_slots_criteria_and_improvements_answer_by_their_names(board, hands):
    hands.go(4)
    there = known(hands)
    assert there["What customers said"] == ROLE.List
    assert there["Card 1, ring, 1 customer"] == ROLE.ListItem
    assert "Slot 1 of 3, empty" in there
    QTest.keyClick(hands.page.list, Qt.Key.Key_1)
    there = known(hands)
    assert "Slot 1 of 3, ring" in there
    assert there["We can improve it, yes"] == ROLE.RadioButton
    assert there["We can improve it, not sure"] == ROLE.RadioButton
    hands.click("We can improve it, yes")
    assert known(hands)["We can improve it: yes"] == ROLE.Button
    hands.go(5)
    tabs = [one for one, role in known(hands).items() if role == ROLE.PageTab]
    assert len(tabs) == 1
    assert tabs[0].startswith("1  ring")


def test_a_refusal_is_announced_with_the_focused_button(board, hands):
    hands.go(4)
    for row, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_1)):
        hands.page.list.choose(row)
        QTest.keyClick(hands.page.list, key)
    there = known(hands)
    sentence = next(one for one in there if one.startswith("Three is the most for one round."))
    assert there["Swap for …"] == ROLE.Button
    keep = spoken(QApplication.focusWidget())
    assert name(keep) == "Keep on the list"
    assert keep.text(QAccessible.Text.Description) == sentence
