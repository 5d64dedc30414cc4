"""The facilitator's hand: the Wall beside the Desk, by keys, by mouse, and by a clicker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from cxworkshop.content.values.wall import WallKind
from tests.gui.conftest import Hands
from ui.wall.names_dialog import NamesDialog
from ui.wall.panel import WallPanel
from ui.wall.place import WallPlace
from ui.wall.screen_dialog import ScreenDialog
from ui.wall.screens import ScreenInfo, Screens

KEY = Qt.Key
LAPTOP = ScreenInfo("eDP-1", (0, 0, 1366, 768), "BOE", "NV14", "1")
PROJECTOR = ScreenInfo("HDMI-1", (1366, 0, 1920, 1080), "Epson", "EB-X", "77")


def session(hands: Hands):
    found = hands.window.wall.session
    assert found is not None
    return found


def open_wall(hands: Hands):
    """F5, and "In a window", for this computer has one screen."""
    hands.window.activateWindow()
    hands.key(KEY.Key_F5)
    QApplication.processEvents()
    dialogs = [one for one in hands.window.findChildren(ScreenDialog) if one.isVisible()]
    if dialogs:
        QTest.keyClick(dialogs[0], KEY.Key_W)
    settle()
    hands.window.activateWindow()
    settle()
    return session(hands)


def settle() -> None:
    for _turn in range(4):
        QApplication.processEvents()


def panel(hands: Hands) -> WallPanel:
    return hands.find("The Wall", WallPanel)


def room(hands: Hands) -> str:
    """What the room can read; "" while it is blank."""
    show = session(hands).show
    assert show.page is not None
    return "" if show.is_blank else show.page.words


@pytest.fixture
def wall(bakery) -> Hands:
    QSettings().remove("wall")
    bakery.go(3)
    open_wall(bakery)
    yield bakery
    if bakery.window.wall.session is not None:
        bakery.window.wall.session.end()
    settle()


def test_f5_opens_the_wall_beside_the_desk_and_f5_puts_it_away(wall):
    assert "What customers want done better" in room(wall)
    assert session(wall).wall.isVisible()
    assert panel(wall).isVisible()
    assert panel(wall).miniature.accessibleDescription().startswith("What customers want")
    wall.key(KEY.Key_F5)
    settle()
    assert wall.window.wall.session is None
    assert [one for one in wall.window.findChildren(WallPanel) if one.isVisible()] == []
    open_wall(wall)  # it was in a window, and nobody is asked again
    assert session(wall).wall.isVisible()


def test_the_wall_follows_the_stop_and_what_is_done_on_it(wall):
    for stop, words in ((2, "What customers say"), (4, "Pick up to three"), (5, "Our promise")):
        wall.go(stop)
        settle()
        assert words in room(wall)
    wall.go(2)
    box = wall.page.findChildren(QPlainTextEdit)[0]
    box.setFocus()
    QTest.keyClicks(box, "The tea was cold, and so was the soup.")
    settle()
    assert "The tea was cold" not in room(wall)
    QTest.keyClick(box, KEY.Key_Return)
    settle()
    assert "“The tea was cold, and so was the soup.”" in room(wall).replace("\n", " ")


def test_frozen_the_room_sees_what_it_saw_while_the_desk_goes_on(wall):
    wall.key(KEY.Key_F6)
    wall.go(4)
    settle()
    assert "What customers want done better" in room(wall)
    assert "frozen" in panel(wall)._state.text()
    wall.key(KEY.Key_F6)
    settle()
    assert "Pick up to three" in room(wall)


def test_b_and_a_full_stop_blank_the_room_but_never_while_somebody_types(wall):
    wall.page.board.setFocus()
    for letter in (KEY.Key_B, KEY.Key_Period):
        wall.key(letter)
        assert room(wall) == ""
        wall.key(letter)
        assert room(wall) != ""
    field = wall.page.findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "bus.")
    assert field.text() == "bus."
    assert room(wall) != ""


def test_page_keys_turn_the_walls_pages_and_stop_at_the_ends(wall):
    wall.page.board.setFocus()
    assert "page 1 of" in room(wall)
    wall.key(KEY.Key_PageDown)
    assert "page 2 of" in room(wall)
    wall.key(KEY.Key_PageUp)
    wall.key(KEY.Key_PageUp)
    assert "page 1 of" in room(wall)
    assert "first page" in panel(wall)._caption.text()
    wall.click("The next page")
    assert "page 2 of" in room(wall)


def test_s_opens_the_group_of_the_chosen_card_and_s_again_shows_the_list(wall):
    board = wall.workshop.big_list.board()
    group = board.groups[0]
    wall.page.board.setFocus()
    wall.page.views.focus_card(group.cards[0].id)
    wall.key(KEY.Key_S)
    assert session(wall).show.subject.kind is WallKind.GROUP
    assert group.headline in room(wall)
    wall.key(KEY.Key_S)
    assert "What customers want done better" in room(wall)
    loose = board.loose[0]
    wall.page.views.focus_card(loose.id)
    wall.key(KEY.Key_S)
    assert session(wall).show.subject.kind is WallKind.CARD


def test_a_letter_is_a_groups_letter_while_the_list_is_sorted(wall):
    wall.page.board.setFocus()
    wall.key(KEY.Key_F8)
    settle()
    assert "Where does it belong?" in room(wall)
    wall.key(KEY.Key_B)
    settle()
    assert room(wall) != ""
    assert "2 of" in room(wall)
    wall.key(KEY.Key_Escape)
    settle()
    assert "What customers want done better" in room(wall)


def test_a_clicker_works_on_the_walls_own_window_and_letters_go_to_the_desk(wall):
    window = session(wall).wall
    QTest.keyClick(window, KEY.Key_PageDown)
    assert "page 2 of" in room(wall)
    QTest.keyClick(window, KEY.Key_Period)
    assert room(wall) == ""
    QTest.keyClick(window, KEY.Key_B)
    assert room(wall) != ""
    field = wall.page.findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClicks(window, "bread")
    assert field.text() == "bread"
    QTest.keyClick(window, KEY.Key_Escape)
    settle()
    assert wall.window.wall.session is None


def test_a_name_waits_until_somebody_has_looked(wall):
    talk = wall.workshop.talk
    words = "Ask for Mrs Tanner, she knows."
    talk.say(words, talk.begin(talk.next_customer().id).id)
    wall.go(2)
    settle()
    assert "Tanner" not in room(wall)
    wall.click("Look")
    (dialog,) = [one for one in wall.window.findChildren(NamesDialog) if one.isVisible()]
    wall.click("Put … instead")
    settle()
    assert not dialog.isVisible()
    assert "“Ask for …, she knows.”" in room(wall).replace("\n", " ")


def test_larger_text_on_the_desk_leaves_the_wall_on(wall):
    before = room(wall)
    wall.window.theme.resize(150)
    settle()
    assert room(wall) == before
    assert panel(wall).isVisible()
    wall.window.theme.resize(100)
    settle()


def test_closing_the_workshop_puts_the_wall_away(wall):
    wall.window.close_workshop()
    settle()
    assert wall.window.wall.session is None


@pytest.fixture
def two_screens(monkeypatch):
    """A laptop and a projector, of which one can be unplugged."""
    plugged = [LAPTOP, PROJECTOR]
    monkeypatch.setattr(WallPlace, "screens", lambda _place: Screens(tuple(plugged), LAPTOP))
    return plugged


def test_the_wall_waits_for_an_unplugged_projector_and_comes_back(bakery, two_screens):
    QSettings().remove("wall")
    bakery.go(3)
    bakery.key(KEY.Key_F5)  # one other screen: nobody is asked
    settle()
    wall = session(bakery).wall
    assert wall.isVisible()
    assert wall.geometry().getRect()[:2] == PROJECTOR.area[:2]
    two_screens.remove(PROJECTOR)
    session(bakery).place.changed.emit()
    settle()
    assert not wall.isVisible()
    assert bakery.window.isVisible()
    assert "is gone. The Wall waits." in panel(bakery)._screen.words
    two_screens.append(PROJECTOR)
    session(bakery).place.changed.emit()
    settle()
    assert wall.isVisible()
    assert [one for one in bakery.window.findChildren(QDialog) if one.isVisible()] == []
    session(bakery).end()
    settle()
