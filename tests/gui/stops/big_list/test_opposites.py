"""Opposites on the big list: marked, seen on both sides with both counts, and taken off again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from cxworkshop.model import CardId
from ui.dialogs.opposite import OppositeDialog
from ui.widgets.buttons import Button

pytestmark = pytest.mark.begins_at(3)

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SAID = ("Some music, please", "Quiet, please", "Open at eight", "Close at six")


@pytest.fixture
def board(hands):
    """Four cards on stop 3; two more customers want it quiet."""
    workshop = hands.workshop
    for words in SAID:
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        card = workshop.talk.say(words, talk.id).id
        if words.startswith("Quiet"):
            workshop.talk.agree(card)
            workshop.talk.agree(card)
    hands.go(3)
    QApplication.processEvents()
    return hands.page.board


def card(board, code: int) -> CardId:
    return next(key for key, item in board.cards.items() if item.face.card.code == code)


def place(board, item) -> QPoint:
    return board.board_layout.area_of(item).center()


def click(board, code: int, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(board.viewport(), LEFT, held, place(board, board.cards[card(board, code)]))
    QApplication.processEvents()


def choose(board, point: QPoint, words: str) -> None:
    """Open the menu there by the right button, walk down to these words, and press Enter."""
    QTest.mouseClick(board.viewport(), RIGHT, pos=point)
    where = board.viewport().mapToGlobal(point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
    QApplication.sendEvent(board.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while (now := menu.activeAction()) is None or now.text().split("\t")[0] != words:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def shown(board) -> dict[int, str]:
    """What stands on the cards about their opposites, by code."""
    faces = [item.face for item in board.cards.values()]
    return {face.card.code: plain(face.opposite) for face in faces if face.opposite}


def pairs(hands) -> list[str]:
    found = hands.workshop.pick.opposites.pairs()
    return [" ".join(sorted(side.subject.code for side in pair.sides)) for pair in found]


def plain(text: str) -> str:
    """With spaces in place of those at which no line ends."""
    return text.replace("\u00a0", " ")


BOTH = {1: "Opposite of card 2: 1 here, 3 there", 2: "Opposite of card 1: 3 here, 1 there"}


def test_o_marks_two_selected_cards_and_takes_the_mark_off_again(board, hands):
    click(board, 1)
    click(board, 2, CONTROL)
    QTest.keyClick(board, Qt.Key.Key_O)
    QApplication.processEvents()
    assert shown(board) == BOTH
    assert "Opposite of card 2: 1 here, 3 there" in plain(
        board.cards[card(board, 1)].face.spoken(selected=False)
    )
    hands.undo()
    assert shown(board) == {}
    hands.click("Opposites")
    assert pairs(hands) == ["1 2"]
    hands.click("Not opposites")
    assert (pairs(hands), shown(board)) == ([], {})
    assert hands.workshop.undo_title() == "Take opposites back"


def test_the_menu_marks_two_cards_and_takes_one_mark_off(board, hands):
    click(board, 1)
    click(board, 2, CONTROL)
    middle = place(board, board.cards[card(board, 2)])
    choose(board, middle, "These two are opposites")
    assert shown(board) == BOTH
    click(board, 1)
    choose(board, place(board, board.cards[card(board, 1)]), "No opposite of card 2 after all")
    assert shown(board) == {}


def dialog(words: str, *keys: Qt.Key) -> OppositeDialog:
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, OppositeDialog)
    field = found.findChild(QLineEdit)
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, words)
    for key in keys:
        QTest.keyClick(field, key)
        QApplication.processEvents()
    return found


def back(hands) -> None:
    """Off screen no window manager gives the window the keyboard again."""
    hands.window.activateWindow()
    QApplication.processEvents()


def test_o_on_one_card_asks_for_the_other_and_then_goes_to_it(board, hands):
    click(board, 1)
    QTest.keyClick(board, Qt.Key.Key_O)
    dialog("2", Qt.Key.Key_Return)
    assert shown(board) == BOTH
    back(hands)
    assert board.hasFocus()
    QTest.keyClick(board, Qt.Key.Key_O)
    assert board.selection.focused() == card(board, 2)


def test_the_other_one_is_found_by_words_and_arrows_and_esc_marks_nothing(board, hands):
    click(board, 3)
    QTest.keyClick(board, Qt.Key.Key_O)
    dialog("", Qt.Key.Key_Escape)
    assert pairs(hands) == []
    back(hands)
    QTest.keyClick(board, Qt.Key.Key_O)
    asks = dialog("please")
    assert [asks.lines.text_at(n)[:1] for n in range(len(asks.lines.values))] == ["1", "2"]
    QTest.keyClick(asks.field, Qt.Key.Key_Down)
    QTest.keyClick(asks.field, Qt.Key.Key_Return)
    assert pairs(hands) == ["2 3"]


def test_two_groups_are_opposites_by_menu_and_by_key(board, hands):
    big_list = hands.workshop.big_list
    big_list.group([card(board, 1), card(board, 2)], "Sound")
    big_list.group([card(board, 3), card(board, 4)], "Hours")
    QApplication.processEvents()
    head = next(c for c in board.columns if c.group and c.group.letter == "A").head
    choose(board, head.center().toPoint(), "Opposite of …")
    dialog("B", Qt.Key.Key_Return)
    assert pairs(hands) == ["A B"]
    said = [plain(column.spoken) for column in board.columns if column.group]
    assert said[0].endswith("Opposite of group B: 4 here, 2 there")
    assert said[1].endswith("Opposite of group A: 2 here, 4 there")
    assert shown(board) == {}
    back(hands)
    hands.undo()
    assert not any("Opposite" in column.spoken for column in board.columns)
    click(board, 3)
    QTest.keyClick(board, Qt.Key.Key_O, SHIFT)
    asks = dialog("")
    assert "3" not in [asks.lines.text_at(n)[:1] for n in range(len(asks.lines.values))]
    QTest.keyClick(asks.field, Qt.Key.Key_Return)
    assert pairs(hands) == ["A B"]


def test_three_selected_cards_are_no_pair_and_a_sentence_says_so(board, hands):
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Down)
    QTest.keyClick(board, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(board, Qt.Key.Key_O)
    assert hands.message.startswith("Opposites are two")
    assert pairs(hands) == []


def test_the_tree_marks_them_and_says_so(board, hands):
    hands.key(Qt.Key.Key_F2)
    tree = hands.page.tree
    tree.focus_card(card(board, 1))
    tree.select_also([card(board, 2)])
    QTest.keyClick(tree, Qt.Key.Key_O)
    QApplication.processEvents()
    first = tree.model().index(0, 0)
    rows = [tree.model().index(n, 5, first).data() for n in range(4)]
    assert [plain(row) for row in rows] == [BOTH[1], BOTH[2], "", ""]
    assert tree.isColumnHidden(4)


def test_a_card_of_an_earlier_round_says_since_when(board, hands):
    assert all(not item.face.age for item in board.cards.values())
    hands.workshop.rounds.start_next()
    workshop = hands.workshop
    workshop.talk.say("Ring me", workshop.talk.begin(workshop.talk.next_customer().id).id)
    hands.go(3)
    board = hands.page.board
    ages = {item.face.card.code: item.face.age for item in board.cards.values()}
    assert ages == dict.fromkeys(range(1, 5), "since round 1") | {5: ""}
    assert "since round 1" in board.cards[card(board, 1)].face.spoken(selected=False)


def test_with_large_text_no_button_of_the_footer_is_cut(board, hands):
    window = hands.window
    window.theme.resize(200)
    window.resize(1280, 720)
    QApplication.processEvents()
    board = hands.page.board
    board.selection.focus_card(card(board, 1))
    board.selection.select_also([card(board, 2)])
    QApplication.processEvents()
    press = hands.find("Opposites")
    tools = [b for b in press.parent().findChildren(Button) if b.isVisible()]
    assert [b.words for b in tools] == ["Set aside", "Group", "Opposites", "Move to …"]
    assert all(b.width() >= b.sizeHint().width() for b in tools)
    hands.page.show_view(1)
    QApplication.processEvents()
    tree = hands.page.tree
    assert (
        sum(tree.columnWidth(n) for n in range(tree.model().columnCount()))
        <= tree.viewport().width()
    )
