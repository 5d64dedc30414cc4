"""A copy to share by mouse and keys: likely names are shown, a new file is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit

from cxworkshop.store.disk.file import examine
from tests.opened import opened
from ui.dialogs.share_copy import ShareCopyDialog, open_share_copy

WORDS = "Mrs Quixberg was kind. Ring 0171 2345678 or write to zq@example.invalid & co"


@pytest.fixture
def dialog(hands) -> ShareCopyDialog:
    talk = hands.workshop.talk
    talk.say(WORDS, talk.begin(talk.next_customer(name="Zoltana Berg").id).id)
    hands.workshop.people.find_or_add("Mira")
    open_share_copy(hands.window.bridge, hands.window.theme, hands.window)
    QApplication.processEvents()
    return next(d for d in hands.window.findChildren(ShareCopyDialog) if d.isVisible())


def press(dialog: ShareCopyDialog, name: str) -> None:
    seen = [w for w in dialog.findChildren(QAbstractButton) if w.isVisible()]
    (found,) = [w for w in seen if w.accessibleName() == name]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(8, found.height() // 2))
    QApplication.processEvents()


def ticked(dialog: ShareCopyDialog) -> dict[str, bool]:
    boxes = [w for w in dialog.findChildren(QAbstractButton) if w.isCheckable() and w.isVisible()]
    return {box.accessibleName(): box.isChecked() for box in boxes}


def save_as(dialog: ShareCopyDialog, name: str) -> None:
    """Type a name into the system's own dialog, as a person would."""
    press(dialog, "Choose where to save it …")
    chooser = next(d for d in dialog.findChildren(QFileDialog) if d.isVisible())
    field = chooser.findChild(QLineEdit, "fileNameEdit")
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def words(dialog: ShareCopyDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_mails_and_numbers_are_ticked_likely_names_and_our_people_are_not(dialog):
    assert ticked(dialog) == {
        "zq@example.invalid": True,
        "0171 2345678": True,
        "Mrs Quixberg": False,
        "Mira": False,
    }
    assert any("What customer 1 said" in text and "was kind" in text for text in words(dialog))


def test_what_is_ticked_is_in_no_byte_of_the_new_file(hands, dialog, tmp_path):
    before = hands.workshop._store.seq
    press(dialog, "Mrs Quixberg")
    press(dialog, "Mira")
    save_as(dialog, str(tmp_path / "for others"))
    path = tmp_path / "for others.cxw"
    data = path.read_bytes()
    for gone in (b"Quixberg", b"Zoltana", b"zq@", b"2345678", b"Mira"):
        assert gone not in data
    examine(path)
    (card,) = opened(path).big_list.board().cards
    assert card.words == "… was kind. Ring … or write to … & co"
    assert "for others.cxw is saved" in words(dialog)
    assert "1 customer’s name" in words(dialog)
    assert "The name of 1 of our people" in words(dialog)
    assert hands.workshop._store.seq == before
    assert dialog.focusWidget().text() == "Close"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert hands.workshop.big_list.board().cards[0].words == WORDS


def test_an_unticked_name_stays_in_the_copy(dialog, tmp_path):
    press(dialog, "0171 2345678")
    save_as(dialog, str(tmp_path / "two.cxw"))
    data = (tmp_path / "two.cxw").read_bytes()
    assert b"0171 2345678" in data
    assert b"zq@" not in data


def test_an_existing_file_is_refused_and_not_overwritten(dialog, tmp_path):
    there = tmp_path / "there.cxw"
    there.write_bytes(b"somebody's work")
    save_as(dialog, str(there))
    assert there.read_bytes() == b"somebody's work"
    assert any("nothing is overwritten" in text for text in words(dialog))
    save_as(dialog, str(tmp_path / "another.cxw"))
    assert "another.cxw is saved" in words(dialog)


def test_a_cancelled_copy_writes_nothing(hands, dialog, tmp_path):
    before = sorted(tmp_path.rglob("*.cxw"))
    press(dialog, "Cancel")
    assert not [d for d in hands.window.findChildren(ShareCopyDialog) if d.isVisible()]
    assert sorted(tmp_path.rglob("*.cxw")) == before


def test_peoples_words_are_never_taken_for_markup(dialog):
    labels = dialog.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
