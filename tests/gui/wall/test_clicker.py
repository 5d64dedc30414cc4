"""A presenter's clicker drives the room's Wall through all eight stops, while the Desk works on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.gui.conftest import Hands
from tests.gui.plugs import LAPTOP, PROJECTOR, USUAL, Plugs, screen_of
from tests.gui.wall.settling import settle

pytestmark = pytest.mark.linux
KEY = Qt.Key
SAYS = {
    1: "Today",
    2: "What customers say",
    3: "What customers want done better",
    4: "Pick up to three",
    5: "Our promise",
    6: "Now",
    7: "Suppose we have all moved on",
    8: "You said",
}


@pytest.fixture
def desk(app, bakery):
    """The example on the laptop; the projector is beside it."""
    plugs = Plugs()
    plugs.set(LAPTOP, PROJECTOR)
    bakery.window.setScreen(screen_of(LAPTOP))
    bakery.window.setGeometry(0, 0, 1366, 768)
    bakery.window.activateWindow()
    settle()
    yield bakery
    if bakery.window.wall.session is not None:
        bakery.window.wall.session.end()
    plugs.set(USUAL)
    settle()


class Clicker:
    """Its keys reach whichever window has the keyboard, as those of any keyboard do."""

    def press(self, key: Qt.Key) -> None:
        window = QApplication.activeWindow()
        assert window is not None
        QTest.keyClick(window.focusWidget() or window, key)
        settle()


def room(hands: Hands) -> str:
    """What the projector paints, in words; "" while it is black."""
    session = hands.window.wall.session
    assert session is not None
    wall, page = session.wall, session.show.page
    assert wall.isVisible()
    assert wall.screen().name() == PROJECTOR.name
    picture = wall.grab().toImage()
    corners = {picture.pixelColor(x, 5).name() for x in (5, picture.width() - 5)}
    assert (corners == {"#000000"}) is session.show.is_blank
    return "" if session.show.is_blank or page is None else page.words


def turn(hands: Hands, clicker: Clicker) -> None:
    """To the last page and back to the first; at each end the clicker may go on clicking."""
    show = hands.window.wall.session.show
    seen = [room(hands)]
    for _page in range(1, min(show.of, 4)):
        clicker.press(KEY.Key_PageDown)
        seen.append(room(hands))
    assert len(set(seen)) == len(seen)
    for before in reversed(seen[:-1]):
        clicker.press(KEY.Key_PageUp)
        assert room(hands) == before
    clicker.press(KEY.Key_PageUp)
    assert room(hands) == seen[0]


def blank_from_a_box(hands: Hands, clicker: Clicker, box: QPlainTextEdit) -> None:
    """A full stop does it while nothing is typed; B begins a sentence."""
    assert not box.toPlainText()
    clicker.press(KEY.Key_Period)
    assert (room(hands), box.toPlainText()) == ("", "")
    clicker.press(KEY.Key_Period)
    assert room(hands) != ""
    for key in (KEY.Key_B, KEY.Key_Period):
        clicker.press(key)
    assert box.toPlainText().lower() == "b."
    assert room(hands) != ""
    box.undo()
    box.clear()


def test_desk_and_wall_go_through_a_meeting_by_keys_and_clicker_alone(desk):
    clicker = Clicker()
    clicker.press(KEY.Key_F5)
    for stop, says in SAYS.items():
        desk.go(stop)
        settle()
        assert says in room(desk)
        turn(desk, clicker)
        focused = QApplication.focusWidget()
        if not isinstance(focused, QLineEdit | QPlainTextEdit):
            for key in (KEY.Key_B, KEY.Key_Period):
                clicker.press(key)
                assert room(desk) == ""
                assert desk.window.desk.isVisible()  # the Desk is never blank
                clicker.press(key)
                assert says in room(desk)
        elif isinstance(focused, QPlainTextEdit):
            blank_from_a_box(desk, clicker, focused)
        assert QApplication.activeWindow() is desk.window
        assert QApplication.focusWidget() is focused
        clicker.press(KEY.Key_Escape)
        if desk.window.wall.session is not None:
            clicker.press(KEY.Key_Escape)  # the first was for something on the page
        assert desk.window.wall.session is None, (stop, QApplication.focusWidget())
        clicker.press(KEY.Key_F5)
    desk.go(2)
    box = desk.find("What the customer said", QPlainTextEdit)
    QTest.keyClicks(box, "B. was kind.")
    clicker.press(KEY.Key_F6)
    clicker.press(KEY.Key_Return)
    assert "kind" not in room(desk)
    clicker.press(KEY.Key_F6)
    assert "“B. was kind.”" in room(desk)
