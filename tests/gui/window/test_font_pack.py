"""A font pack is dropped on the window, opened by it, or chosen where a print lacks its letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from cxworkshop.sheets.typesetting import fonts
from tests.core.sheets.sentences import SENTENCES
from tests.core.sheets.test_font_pack import pack
from tests.gui.dropping import drop
from tests.gui.printing.test_print import page_of, texts

SAID = (
    "The fonts are here: Japanese, Korean, Chinese (simplified), Chinese (traditional) can be "
    "printed from now on."
)


@pytest.fixture(autouse=True)
def fonts_as_before():
    fonts.rescan()
    yield
    fonts.rescan()


def choose(path) -> None:
    """Name a file in the file dialog, as soon as it is there."""

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, type_it)
            return
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText(str(path))
        QTimer.singleShot(0, lambda: QTest.keyClick(field, Qt.Key.Key_Return))

    QTimer.singleShot(0, type_it)


def test_a_pack_is_added_where_it_is_dropped_and_half_of_one_is_refused(hands, tmp_path):
    path = pack(tmp_path / "East Asia.CXWFONTS")
    whole = path.read_bytes()
    path.write_bytes(whole[:5000])
    drop(hands.window, path)
    assert hands.window.refusal.text.startswith("This is no font pack, or it was not copied whole")
    assert not fonts.is_available("CXWKR-Regular")
    path.write_bytes(whole)
    drop(hands.window, path)
    assert hands.window.refusal.text == SAID
    assert fonts.is_available("CXWKR-Regular")


def test_a_pack_is_opened_as_a_workshop_is(hands, tmp_path):
    choose(pack(tmp_path / "east.cxwfonts"))
    QTest.keyClick(hands.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert hands.window.refusal.text == SAID
    assert hands.window.bridge.workshop is hands.workshop, "it stays open"


@pytest.mark.begins_at(3)
def test_a_print_that_lacks_letters_offers_to_add_them(hands, tmp_path, until):
    talk = hands.workshop.talk.begin(hands.workshop.talk.next_customer(kind="regular").id)
    hands.workshop.talk.say(SENTENCES["korean"], talk.id)
    QTest.keyClick(hands.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = page_of(hands.window, until)
    page.only("Cards for the wall")
    until(lambda: "cxworkshop-east-asia.cxwfonts" in " ".join(page.notes))
    choose(pack(tmp_path / "east.cxwfonts"))
    page.click("Add fonts …")
    assert page.said == SAID
    until(lambda: page.dialog.pages is not None and not page.notes)
    assert SENTENCES["korean"][:4] in texts(page.wait())[0]
    page.close()
