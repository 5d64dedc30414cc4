"""The history (Ctrl+H): named steps, back to any of them, forward again, across a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from cxworkshop.model import NOUNS
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from ui.widgets.row_view import RowView

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_history(hands) -> RowView:
    QTest.keyClick(hands.window, Qt.Key.Key_H, CONTROL)
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog.findChild(RowView)


def rows(list_: RowView) -> list[str]:
    return [list_.text_at(n).partition(", ")[0] for n in range(len(list_.values))]


def say(hands, *lines: str) -> None:
    hands.go(2)
    for words in lines:
        QTest.keyClicks(hands.page.capture, words)
        QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()


def cards(hands) -> list[str]:
    return [card.words for card in hands.workshop.big_list.board().cards]


def contents(workshop) -> list[object]:
    """All rows that people see; the counters of printed codes never go back."""
    return [workshop._store.rows(noun) for noun in NOUNS]


def test_every_action_is_one_named_step(hands):
    say(hands, "ring me", "more rye")
    hands.go(3)
    hands.page.board.setFocus()
    hands.page.board.selection.select_column()
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_G)
    shown = open_history(hands)
    assert rows(shown)[1:] == ["Add a card", "Add a card", "The beginning"]
    assert rows(shown)[0].startswith("You are here: Put card")


def test_keys_go_back_to_any_step_and_forward_again(hands):
    say(hands, "one", "two", "three")
    shown = open_history(hands)
    QTest.keyClick(shown, Qt.Key.Key_End)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cards(hands) == []
    assert rows(shown)[-1] == "You are here: The beginning"
    QTest.keyClick(shown, Qt.Key.Key_Up)
    QTest.keyClick(shown, Qt.Key.Key_Up)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert cards(hands) == ["one", "two"]
    hands.click("Close")
    hands.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(hands.window, Qt.Key.Key_Y, CONTROL)
    assert cards(hands) == ["one", "two", "three"]


def test_a_click_goes_back_and_the_screen_follows(hands):
    say(hands, "one", "two", "three")
    shown = open_history(hands)
    middle = shown.rect_at(2).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    hands.click("Go back to here")
    assert cards(hands) == ["one"]
    assert hands.find("Card 1, one, no. 1")
    assert shown.current.text.startswith("You are here")


@pytest.mark.slow
def test_three_hundred_steps_back_to_empty_across_a_restart(hands):
    path = hands.workshop.path
    hands.window.close_workshop()
    workshop = Workshop.resume(path, Holder.COMMAND)
    empty = contents(workshop)
    talk = workshop.talk.begin(workshop.talk.next_customer().id).id
    for n in range(298):
        workshop.talk.say(f"wish {n}", talk)
    full = contents(workshop)
    workshop.save()
    workshop.close()
    assert hands.window.open(path)
    hands.window.activateWindow()
    QApplication.processEvents()
    shown = open_history(hands)
    assert len(shown.values) == 301
    QTest.keyClick(shown, Qt.Key.Key_End)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert contents(hands.workshop) == empty
    assert hands.workshop.undo_title() is None
    QTest.keyClick(shown, Qt.Key.Key_Home)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert contents(hands.workshop) == full
    assert hands.workshop.redo_title() is None
