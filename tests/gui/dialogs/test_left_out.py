"""What was set aside or left out of an import is looked at and brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from cxworkshop.queries import room
from cxworkshop.services.importing import ImportFile
from ui.dialogs.left_out import MOST, LeftOutDialog
from ui.stops.talk.recent_answers import RecentAnswer


@pytest.fixture
def left_out(hands):
    """Opens the dialog by the window's own action."""

    def open_it() -> LeftOutDialog:
        hands.window._actions["left_out"].trigger()
        QApplication.processEvents()
        return next(d for d in hands.window.findChildren(LeftOutDialog) if d.isVisible())

    return open_it


def take(workshop, *lines: str) -> None:
    source = ImportFile("list.txt", "\n".join(lines).encode())
    workshop.importing.take(workshop.importing.prepare(source), sure=True)
    QApplication.processEvents()


def buttons(dialog: LeftOutDialog, words: str) -> list[QAbstractButton]:
    found = dialog.findChildren(QAbstractButton)
    return [press for press in found if press.isVisible() and press.text() == words]


def say(hands, words: str) -> None:
    hands.go(2)
    QTest.keyClicks(hands.page.capture, words)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()


def set_aside(hands, name: str) -> None:
    row = hands.find(name, RecentAnswer)
    row.setFocus()
    hands.key(Qt.Key.Key_Delete)


def test_a_full_workshop_brings_back_what_it_holds_already(hands, left_out, monkeypatch):
    monkeypatch.setattr(room, "MOST_ANSWERS", 2)
    take(hands.workshop, "Mend the door of the shop", "nothing")
    dialog = left_out()
    QTest.mouseClick(buttons(dialog, "Make it a card")[0], Qt.MouseButton.LeftButton)
    assert listed(hands) == ["Mend the door of the shop", "nothing"]
    assert room.answers_in(hands.workshop._store) == 2


def listed(hands) -> list[str]:
    return [card.words for card in hands.workshop.big_list.board().cards]


def test_what_an_import_left_out_becomes_a_card_and_undo_leaves_it_out_again(hands, left_out):
    take(hands.workshop, "Mend the door of the shop", "nothing")
    dialog = left_out()
    assert "“nothing” – says nothing (list.txt)" in [
        label.text() for label in dialog.findChildren(QLabel)
    ]
    QTest.mouseClick(buttons(dialog, "Make it a card")[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert listed(hands) == ["Mend the door of the shop", "nothing"]
    assert buttons(dialog, "Make it a card") == []
    dialog.accept()
    hands.window.activateWindow()  # off screen nothing gives the focus back
    QApplication.processEvents()
    hands.undo()
    assert listed(hands) == ["Mend the door of the shop"]


def test_of_thousands_only_some_are_shown_and_more_on_request(hands, left_out):
    take(hands.workshop, *(["nothing"] * (MOST + 3)), "Mend the door of the shop")
    dialog = left_out()
    assert len(buttons(dialog, "Make it a card")) == MOST
    QTest.mouseClick(buttons(dialog, "Show more")[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert (len(buttons(dialog, "Make it a card")), buttons(dialog, "Show more")) == (MOST + 3, [])


def test_the_keyboard_stays_at_the_same_line(hands, left_out):
    take(hands.workshop, "nothing", "none", "Mend the door of the shop")
    dialog = left_out()
    dialog.activateWindow()
    buttons(dialog, "Make it a card")[0].setFocus()
    hands.key(Qt.Key.Key_Space)
    assert buttons(dialog, "Make it a card")[0].hasFocus()
    hands.key(Qt.Key.Key_Space)
    assert buttons(dialog, "Close")[0].hasFocus()
    assert len(listed(hands)) == 3


def test_a_card_goes_with_its_last_answer_and_comes_back_with_it(hands, left_out):
    say(hands, "so slow")
    set_aside(hands, "Card 1, so slow, no. 1")
    board = hands.workshop.big_list.board()
    assert (board.cards, board.aside, hands.workshop.pick.candidates()) == ((), (), [])
    hands.undo()
    assert listed(hands) == ["so slow"]
    set_aside(hands, "Card 1, so slow, no. 1")
    dialog = left_out()
    QTest.mouseClick(buttons(dialog, "Bring back")[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert listed(hands) == ["so slow"]


def test_a_picked_card_keeps_its_last_answer_and_says_why(hands):
    say(hands, "so slow")
    hands.workshop.pick.put(hands.workshop.pick.subject("1"))
    QApplication.processEvents()
    set_aside(hands, "Card 1, so slow, no. 1")
    assert "is in slot 1" in hands.message
    assert [row.verbatim.said for row in hands.workshop.talk.answers.latest(9)] == ["so slow"]


def test_setting_an_answer_aside_ends_its_correction(hands):
    say(hands, "so slow")
    QTest.mouseDClick(hands.find("Card 1, so slow, no. 1"), Qt.MouseButton.LeftButton)
    assert hands.page.capture.toPlainText() == "so slow"
    set_aside(hands, "Card 1, so slow, no. 1")
    assert hands.page.capture.toPlainText() == ""
