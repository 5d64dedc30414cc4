"""Photos of the wall in the window: chosen, looked at, settled by mouse and by keys, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from cxworkshop.sheets import PrintOptions, write_sheets
from tests.choosing import choosing
from tests.walls import CARDS, HEADLINES, Hung, cut_out, wall
from ui.dialogs.photos import PhotosDialog
from ui.widgets.buttons import Button

pytestmark = pytest.mark.begins_at(3)

DOTS = 3.2  # pixels a millimetre


@pytest.fixture
def photographed(hands, tmp_path) -> Path:
    """A wall: cards 1 and 2 under A, of which 1 is in group A already; 3 is far to the right."""
    workshop = hands.workshop
    with workshop.as_one("say"):
        for words in ("ring", "hold", "forms"):
            talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
            workshop.talk.say(words, talk.id)
    workshop.big_list.piles.group("Waiting: 1")
    write_sheets(workshop, ["cards", "pile-headlines"], tmp_path, PrintOptions(codes=True))
    cards = cut_out(tmp_path / "cards.pdf", CARDS)
    headline = cut_out(tmp_path / "pile-headlines.pdf", HEADLINES)[0]
    hung = [Hung(headline, 5, 5), Hung(cards[0], 10, 150), Hung(cards[1], 110, 150),
            Hung(cards[2], 330, 150)]  # fmt: skip
    path = tmp_path / "wall.png"
    wall(hung, (1400, 720), DOTS).save(path)
    return path


@pytest.fixture
def shown(hands, photographed, monkeypatch, until) -> PhotosDialog:
    choosing(monkeypatch, photographed)
    hands.go(3)
    hands.click("From photos …")
    until(lambda: dialog(hands) is not None)
    return dialog(hands)


def dialog(hands) -> PhotosDialog | None:
    return next((d for d in hands.window.findChildren(PhotosDialog) if d.isVisible()), None)


def letters(hands) -> dict[int, str]:
    """The group of each card that is in one."""
    groups = hands.workshop.big_list.board().groups
    return {card.code: group.letter for group in groups for card in group.cards}


def press(shown: PhotosDialog, words: str) -> None:
    button = next(b for b in shown.findChildren(Button) if b.words == words and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_a_photo_is_settled_by_a_click_and_taken_in_one_step(hands, shown):
    words = [label.text() for label in shown.findChildren(QLabel)]
    assert "Under no headline: 3" in words
    assert shown.lines.toPlainText() == "A: 1 2"
    view = shown._panel.view
    third = next(seen for seen in view._codes() if seen.code.code == "3")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view._at(third.middle).toPoint())
    menu = shown.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Put 3 into A, Waiting"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert shown.lines.toPlainText() == "A: 1 2 3"
    assert "Under no headline: 3" not in [label.text() for label in shown._doubts.findChildren(
        QLabel) if label.isVisible()]  # fmt: skip
    press(shown, "Take all this")
    assert letters(hands) == {1: "A", 2: "A", 3: "A"}
    hands.window.activateWindow()  # off screen nothing gives the focus back
    QApplication.processEvents()
    hands.undo()
    assert letters(hands) == {1: "A"}


def test_what_is_no_photo_is_told_and_opens_nothing(hands, tmp_path, monkeypatch, until):
    path = tmp_path / "IMG_1.HEIC"
    path.write_bytes(b"\0\0\0\x18ftypheic" + bytes(20))
    choosing(monkeypatch, path)
    hands.window._actions["photos"].trigger()
    until(lambda: "HEIC" in hands.window.refusal.text)
    assert dialog(hands) is None
