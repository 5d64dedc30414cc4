"""A damaged workshop in the window: rescue it, open a copy, confirm what is unverified."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands
from ui.widgets.buttons import Button
from ui.window.main_window import MainWindow


@pytest.fixture
def damaged(tmp_path) -> Path:
    """Three cards, one of them with a wrong letter; an earlier copy with two of them."""
    path = tmp_path / "team.cxw"
    workshop = Workshop.new(path, "Corner Bakery")
    workshop.start_saving()
    for words in ("phone", "forms"):
        workshop.talk.say(words, workshop.talk.begin(workshop.talk.next_customer().id).id)
    workshop.close()
    workshop = Workshop.resume(path, Holder.COMMAND)
    workshop.talk.say("parking", workshop.talk.begin(workshop.talk.next_customer().id).id)
    workshop.save()
    workshop.close()
    path.write_bytes(path.read_bytes().replace(b"parking", b"parkinq"))
    return path


def asked(window: MainWindow, path: Path) -> QDialog:
    """Try to open it, and ask what can be done."""
    assert not window.open(path)
    hands = Hands(window)
    assert "team.cxw is damaged: 1 row" in window.refusal.text
    hands.click("What can be done …")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QApplication.processEvents()
    return dialog


def press(dialog: QDialog, text: str) -> None:
    window = dialog.parentWidget()
    found = [button for button in dialog.findChildren(Button) if button.text() == text]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    window.activateWindow()
    QApplication.processEvents()


def words(window: MainWindow) -> list[str]:
    board = window.bridge.workshop.big_list.board()
    return sorted(card.words for card in board.cards)


def test_what_can_be_read_is_rescued_and_unverified_cards_are_confirmed(window, damaged):
    before = damaged.read_bytes()
    dialog = asked(window, damaged)
    assert "3 of 3 cards came back." in dialog.rescue_words.text()
    press(dialog, "Rescue it into a new file")
    assert window.bridge.workshop.path.name == "team (rescued).cxw"
    assert words(window) == ["forms", "parkinq", "phone"]
    assert damaged.read_bytes() == before
    assert "1 thing in it was not read for certain" in window.refusal.text
    Hands(window).click("Look at them …")
    doubts = QApplication.activeModalWidget()
    press(doubts, "It is right")
    assert window.bridge.workshop.unverified.unverified_rows() == []
    press(doubts, "Close")
    Hands(window).undo()
    assert len(window.bridge.workshop.unverified.unverified_rows()) == 1


def test_the_newest_good_copy_is_offered_and_opened(window, damaged):
    dialog = asked(window, damaged)
    assert "2 cards on the list" in dialog.copy_words.text()
    press(dialog, "Open that copy")
    assert words(window) == ["forms", "phone"]
    assert window.bridge.workshop.path.name.startswith("team of ")


def test_cancelling_a_rescue_changes_nothing(window, damaged):
    there = set(damaged.parent.iterdir())
    press(asked(window, damaged), "Cancel")
    assert set(damaged.parent.iterdir()) == there
    assert window.bridge is None


def test_an_unverified_card_says_so_to_screen_readers_too(window, damaged):
    press(asked(window, damaged), "Rescue it into a new file")
    Hands(window).go(3)
    items = window.desk.page.board.cards.values()
    spoken = [item.face.spoken(selected=False) for item in items]
    assert sum("not read for certain" in name for name in spoken) == 1
