"""Forgetting a customer by mouse and keys: choose, read, confirm."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from cxworkshop.model import Customer
from ui.dialogs.forget import ForgetDialog, open_forget
from ui.widgets.row_view import RowView

pytestmark = pytest.mark.begins_at(3)

NAME = "Zoltana Quixberg"


class Reader:
    """A person at the dialog: reads its text, clicks its ticks and buttons."""

    def __init__(self, dialog: ForgetDialog) -> None:
        self.dialog = dialog
        QApplication.processEvents()

    @property
    def words(self) -> list[str]:
        return [w.text() for w in self.dialog.findChildren(QLabel) if w.isVisible() and w.text()]

    def find(self, name: str, kind: type = QWidget) -> QWidget:
        seen = [w for w in self.dialog.findChildren(kind) if w.isVisible()]
        found = [w for w in seen if w.accessibleName() == name]
        assert found, f"{name!r} is not among {[w.accessibleName() for w in seen]}"
        return found[0]

    def click(self, name: str) -> None:
        press = self.find(name, QAbstractButton)
        QTest.mouseClick(press, Qt.MouseButton.LeftButton, pos=QPoint(8, press.height() // 2))
        QApplication.processEvents()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.dialog, key)
        QApplication.processEvents()


@pytest.fixture
def her(hands) -> Customer:
    talk = hands.workshop.talk
    for words in ("Too loud", "Too dark"):
        talk.say(words, talk.begin(talk.next_customer(kind="new").id).id)
    row = talk.next_customer(kind="regular", name=NAME)
    talk.say("The zqdoor is heavy", talk.begin(row.id).id)
    hands.workshop.share.add_to_tell(f"{NAME} & her mother")
    hands.workshop.share.add_to_tell("Zoltana")
    return row


@pytest.fixture
def reader(hands, her) -> Reader:
    open_forget(hands.window.bridge, hands.window.theme, hands.window)
    return Reader(shown(hands)[0])


def shown(hands) -> list[ForgetDialog]:
    """The dialogs that are open."""
    return [d for d in hands.window.findChildren(ForgetDialog) if d.isVisible()]


def go_on(reader: Reader) -> None:
    """Find the customer by name, and choose her."""
    QTest.keyClicks(reader.find("Find a number or a name", QLineEdit), "quix")
    people = reader.find("Customers", RowView)
    (row,) = [n for n in range(len(people.values)) if not people.isRowHidden(n)]
    middle = people.rect_at(row).center()
    QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    reader.click("See what will be erased")


def test_a_customer_is_chosen_confirmed_and_erased_from_the_file(hands, her, reader):
    go_on(reader)
    assert f"What will be erased with customer 3 ({NAME}, regular)" in reader.words
    assert "Card 3, which nobody else said" in reader.words
    assert any("Sheets on paper" in words for words in reader.words)
    forget = reader.find("Forget customer 3")
    assert not forget.isEnabled()
    reader.click("I understand that this can’t be undone")
    assert forget.isEnabled()
    reader.click("Forget customer 3")
    assert "Customer 3 is forgotten" in reader.words
    assert "Covered in 1 place" in reader.words
    reader.key(Qt.Key.Key_Return)  # "Close" has the keyboard
    assert not shown(hands)
    assert hands.workshop.talk.customers.with_number(3) is None


def test_the_saved_file_has_nothing_of_theirs(hands, her, reader):
    path = hands.workshop.path
    go_on(reader)
    reader.click("I understand that this can’t be undone")
    reader.click("Forget customer 3")
    reader.click("Close")
    hands.window.close()
    data = path.read_bytes()
    assert b"zqdoor" not in data
    assert b"Quixberg" not in data
    assert b"Zoltana" in data  # a first name alone: it was shown, and not ticked
    assert b"Too loud" in data


def test_sure_mentions_are_ticked_and_a_tick_covers_them(hands, her, reader):
    go_on(reader)
    sure = reader.find(f"Whom to tell: {NAME} & her mother", QAbstractButton)
    unsure = reader.find("Whom to tell: Zoltana", QAbstractButton)
    assert (sure.isChecked(), unsure.isChecked()) == (True, False)
    reader.click("Whom to tell: Zoltana")
    reader.click(f"Whom to tell: {NAME} & her mother")
    reader.click("I understand that this can’t be undone")
    reader.click("Forget customer 3")
    told = [row.who for row in hands.workshop.share.to_tell()]
    assert told == [f"{NAME} & her mother", "…"]


def test_a_click_on_the_text_ticks_too(hands, her, reader):
    go_on(reader)
    text = "I understand that this can’t be undone"
    label = next(w for w in reader.dialog.findChildren(QLabel) if w.text() == text)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert reader.find(text, QAbstractButton).isChecked()


def test_enter_and_escape_leave_everything_as_it_is(hands, her, reader):
    seq = hands.workshop._store.seq
    go_on(reader)
    reader.click("I understand that this can’t be undone")
    reader.find("Cancel").setFocus()
    reader.key(Qt.Key.Key_Return)
    assert not shown(hands)
    open_forget(hands.window.bridge, hands.window.theme, hands.window, her.id)
    second = Reader(shown(hands)[0])
    assert QApplication.focusWidget() is second.find("Cancel")
    second.key(Qt.Key.Key_Escape)
    assert not shown(hands)
    assert hands.workshop._store.seq == seq
    assert hands.workshop.talk.customers.with_number(3) == her


def test_back_shows_the_customers_again(hands, her, reader):
    go_on(reader)
    reader.click("Back")
    assert len(reader.find("Customers", RowView).values) == 3
    assert not reader.find("See what will be erased").isEnabled()


def test_the_keyboard_alone_is_enough(hands, her, reader):
    people = reader.find("Customers", RowView)
    people.setFocus()
    for _step in range(3):
        QTest.keyClick(people, Qt.Key.Key_Down)
    QTest.keyClick(people, Qt.Key.Key_Return)
    QApplication.processEvents()
    tick = reader.find("I understand that this can’t be undone", QAbstractButton)
    for _step in range(20):
        if QApplication.focusWidget() is tick:
            break
        reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Space)
    forget = reader.find(f"Forget customer {her.number}")
    for _step in range(20):
        if QApplication.focusWidget() is forget:
            break
        reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Return)
    assert hands.workshop.talk.customers.with_number(her.number) is None


def test_the_screens_read_again_and_there_is_nothing_to_undo(hands, her):
    hands.go(3)
    assert len(hands.page.board.cards) == 3
    open_forget(hands.window.bridge, hands.window.theme, hands.window)
    reader = Reader(shown(hands)[0])
    go_on(reader)
    reader.click("I understand that this can’t be undone")
    reader.click("Forget customer 3")
    reader.click("Close")
    hands.window.activateWindow()
    QApplication.processEvents()
    assert hands.workshop.undo_title() is None
    hands.undo()
    left = {item.face.card.words for item in hands.page.board.cards.values()}
    assert left == {"Too loud", "Too dark"}


def test_peoples_words_are_never_taken_for_markup(hands):
    talk = hands.workshop.talk
    row = talk.next_customer(name="<b>Bold</b> & Co")
    hands.workshop.share.add_to_tell("<b>Bold</b> & Co")
    open_forget(hands.window.bridge, hands.window.theme, hands.window, row.id)
    labels = shown(hands)[0].findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert any("<b>Bold</b> & Co" in label.text() for label in labels)
