"""Search gathers: what is found stands on a panel, is chosen, grouped, filtered, and gone to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu

pytestmark = pytest.mark.begins_at(3)

FIELD = "Find words, or type a number"
SAID = (
    ("regular", "The phone rings"),
    ("student", "A phone box, please"),
    ("student", "Too many forms"),
    ("parent", "Nobody answers the phone"),
)


@pytest.fixture
def searching(hands):
    """Four cards, one of them in group A, at stop 3."""
    for kind, words in SAID:
        talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer(kind=kind).id)
        hands.workshop.talk.say(words, talk.id)
    card = hands.workshop.big_list.board().cards[1].id
    hands.workshop.big_list.group([card], "Boxes")
    hands.go(3)
    return hands


def type_words(hands, words: str) -> None:
    hands.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = hands.find(FIELD, QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, words)
    QApplication.processEvents()


def panel(hands):
    return hands.page.search.panel


def found(hands) -> list[str]:
    model = panel(hands).view.model()
    return [
        model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())
    ]


def codes(hands) -> str:
    return " ".join(name.split(",")[0].removeprefix("Card ") for name in found(hands))


def sentence(hands) -> str:
    labels = panel(hands).findChildren(type(panel(hands)._title))
    return " | ".join(label.text() for label in labels[:2])


def drawn(hands) -> str:
    board = hands.workshop.big_list.board()
    groups = [f"[{' '.join(str(c.code) for c in g.cards)}]" for g in board.groups]
    return " ".join([*groups, *(str(c.code) for c in board.loose)])


def bold(hands) -> str:
    return hands.page.footer().bold


def choose(hands, chip: str, *words: str) -> None:
    """Open a chip's menu and click on lines of it."""
    for line in words:
        hands.click(chip)
        (menu,) = [m for m in hands.page.findChildren(QMenu) if m.isVisible()]
        (action,) = [a for a in menu.actions() if a.text() == line]
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        QApplication.processEvents()


def test_words_gather_and_all_of_them_are_grouped_in_one_step(searching):
    type_words(searching, "phone")
    assert sentence(searching) == (
        "3 say “phone” | from 3 customers: 2 not grouped yet, 1 in a group"
    )
    assert found(searching)[2] == "Card 2, A phone box, please, 1 customer, student, in group A"
    assert bold(searching) == "3 of 4 cards say it"
    assert not panel(searching).view.verticalScrollBar().isEnabled(), "all are in sight"
    searching.key(Qt.Key.Key_Return)
    searching.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert bold(searching) == "3 cards chosen"
    searching.key(Qt.Key.Key_G)
    assert searching.message == "1 of these cards leaves its group: 2 (A)."
    assert drawn(searching) == "[2] 1 3 4"
    searching.click("Group all 3")
    assert drawn(searching) == "[1 4 2] 3"
    assert not panel(searching).isVisible()
    searching.undo()
    assert drawn(searching) == "[2] 1 3 4"


def test_a_card_that_was_clicked_last_is_not_all_that_is_grouped(searching):
    type_words(searching, "phone")
    view = panel(searching).view
    first = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    searching.click("Group")
    assert searching.message == "1 of these cards leaves its group: 2 (A)."
    searching.click("Group all 3")
    assert drawn(searching) == "[1 4 2] 3"


def test_what_was_selected_before_is_not_selected_after_other_cards_were_grouped(searching):
    board, cards = searching.page.board, searching.workshop.big_list.board().cards
    board.selection.focus_card(cards[2].id)
    type_words(searching, "phone")
    searching.click("Group")
    searching.click("Group all 3")
    searching.key(Qt.Key.Key_Escape)
    assert not board.selection.cards()
    board.selection.focus_card(cards[2].id)
    searching.key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert not board.selection.cards()
    searching.key(Qt.Key.Key_Escape)
    assert not searching.page.tools_row.pile.isVisible()
    assert board.hasFocus(), "Esc leaves the line"


def test_some_are_chosen_by_space_and_by_mouse_and_grouped_by_the_button(searching):
    type_words(searching, "phone")
    searching.key(Qt.Key.Key_Return)
    view = panel(searching).view
    searching.key(Qt.Key.Key_Space)
    second = view.visualRect(view.model().index(1)).center()
    held = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, second)
    assert [searching.workshop.big_list.card(card).code for card in view.selected()] == [1, 4]
    group = panel(searching).findChildren(QAbstractButton)[1]
    QTest.mouseClick(group, Qt.MouseButton.LeftButton)
    assert drawn(searching) == "[2] [1 4] 3"


def test_esc_another_stop_and_a_number_end_the_search(searching):
    for step in ("field", "cards", "board"):
        type_words(searching, "phone")
        if step == "cards":
            searching.key(Qt.Key.Key_Return)
        if step == "board":
            searching.page.board.setFocus()
        searching.key(Qt.Key.Key_Escape)
        assert not panel(searching).isVisible(), step
        assert searching.find(FIELD, QLineEdit).text() == ""
        assert searching.page.board.hasFocus()
    type_words(searching, "phone")
    searching.go(4)
    searching.go(3)
    assert not panel(searching).isVisible()
    assert bold(searching) == "1 group"
    type_words(searching, "#4")
    searching.key(Qt.Key.Key_Return)
    assert not panel(searching).isVisible()
    board = searching.page.board
    assert [searching.workshop.big_list.card(c).code for c in board.selection.cards()] == [4]
    assert drawn(searching) == "[2] 1 3 4"
    searching.window.resize(1024, 500)  # a low page shows what was found alone
    QApplication.processEvents()
    type_words(searching, "phone")
    assert not searching.page.board.isVisible()
    assert panel(searching).view.isVisible()
    searching.key(Qt.Key.Key_Escape)
    assert searching.page.board.isVisible()


def test_nothing_found_says_so_with_ways_on(searching):
    type_words(searching, "zebra")
    assert sentence(searching).startswith("No card says that. Try fewer words.")
    searching.key(Qt.Key.Key_Return)
    assert searching.message == "No card says that. Try fewer words."
    searching.click("End the search")
    assert not panel(searching).isVisible()
    type_words(searching, "phone")
    choose(searching, "Kind", "parent  1")
    searching.find(FIELD, QLineEdit).setText("forms")
    assert codes(searching) == ""
    searching.click("Search without the filters")
    assert codes(searching) == "3"


def test_filters_work_alone_together_and_with_words(searching):
    type_words(searching, "")
    choose(searching, "Kind", "student  2")
    assert sentence(searching).startswith("2 cards: student")
    assert codes(searching) == "3 2"
    choose(searching, "Kind: student", "parent  1")
    assert codes(searching) == "3 4 2"
    QTest.keyClicks(searching.find(FIELD, QLineEdit), "phone")
    assert sentence(searching).startswith("2 say “phone”: parent, student")
    choose(searching, "Round", "Round 1  2")
    assert codes(searching) == "4 2"
    choose(searching, "Way", "no way yet  2")
    choose(searching, "Step", "at no step  2")
    chip = searching.find("Kind: parent, student", QAbstractButton)
    chip.setFocus()
    searching.key(Qt.Key.Key_Delete)
    assert codes(searching) == "1 4 2"
    cross = searching.find("Round: Round 1", QAbstractButton)
    at = QPoint(cross.width() - 8, cross.height() // 2)
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton, pos=at)
    assert searching.find("Round", QAbstractButton).isVisible()


def test_found_cards_are_set_aside_moved_and_dragged_to_a_group(searching):
    type_words(searching, "phone")
    searching.key(Qt.Key.Key_Return)
    searching.key(Qt.Key.Key_Delete)
    assert drawn(searching) == "[2] 3 4"
    assert codes(searching) == "4 2"
    view, board = panel(searching).view, searching.page.board
    start = view.visualRect(view.model().index(0)).center()
    group = next(column for column in board.columns if column.group is not None)
    target = group.head.center().toPoint()
    end = view.viewport().mapFromGlobal(board.viewport().mapToGlobal(target))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 5)
        QApplication.processEvents()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert drawn(searching) == "[2 4] 3"
    searching.undo()
    assert drawn(searching) == "[2] 3 4"
