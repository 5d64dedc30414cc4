"""The facilitator's hand: the Wall beside the Desk, by keys, by mouse, and by a clicker."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from cxworkshop.content.values.wall import WallKind
from tests.gui.conftest import Hands
from tests.gui.wall.settling import settle
from ui.theme.motion import let_move
from ui.wall.motion import FADE
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


def panel(hands: Hands) -> WallPanel:
    return hands.find("The Wall", WallPanel)


def room(hands: Hands) -> str:
    """What the room can read; "" while it is blank."""
    show = session(hands).show
    show.refresh_if_waiting()
    assert show.page is not None
    return "" if show.is_blank else show.page.words


def kind(hands: Hands) -> WallKind:
    session(hands).show.refresh_if_waiting()
    subject = session(hands).show.subject
    assert subject is not None
    return subject.kind


@pytest.fixture
def wall(hands) -> Hands:
    """Twelve sentences, four of them in two groups; the Wall is on."""
    talk, big_list = hands.workshop.talk, hands.workshop.big_list
    said = [f"The bread was gone at {n} already." for n in range(1, 13)]
    cards = [talk.say(words, talk.begin(talk.next_customer().id).id).id for words in said]
    big_list.group(cards[:2], "Bread in the morning")
    big_list.group(cards[2:4], "Bread at noon")
    hands.go(3)
    open_wall(hands)
    yield hands
    if hands.window.wall.session is not None:
        hands.window.wall.session.end()
    settle()


def test_the_wall_opens_beside_the_desk_follows_it_and_freezes(bakery):
    bakery.go(3)
    open_wall(bakery)
    assert "What customers want done better" in room(bakery)
    assert session(bakery).wall.isVisible()
    assert panel(bakery).miniature.accessibleDescription().startswith("What customers want")
    for stop, words in ((4, "Pick up to three"), (5, "Our promise"), (2, "What customers say")):
        bakery.go(stop)
        settle()
        assert words in room(bakery)
    box = bakery.find("What the customer said", QPlainTextEdit)
    box.setFocus()
    QTest.keyClicks(box, "The tea was cold, and so was the soup.")
    settle()
    assert "The tea was cold" not in room(bakery)  # half typed it may hold a name
    bakery.key(KEY.Key_F6)
    QTest.keyClick(box, KEY.Key_Return)
    settle()
    assert "The tea was cold" not in room(bakery)
    assert "frozen" in panel(bakery)._state.text()
    bakery.key(KEY.Key_F6)
    settle()
    assert "“The tea was cold, and so was the soup.”" in room(bakery).replace("\n", " ")
    bakery.window.close_workshop()
    settle()
    assert bakery.window.wall.session is None


def test_letters_and_page_keys_are_the_walls_but_never_while_somebody_types(wall):
    board = wall.page.board
    board.setFocus()
    for letter in (KEY.Key_B, KEY.Key_Period):
        wall.key(letter)
        assert room(wall) == ""
        wall.key(letter)
        assert "page 1 of" in room(wall)
    wall.key(KEY.Key_PageDown)
    assert "page 2 of" in room(wall)
    wall.key(KEY.Key_PageUp)
    wall.key(KEY.Key_PageUp)
    assert "first page" in panel(wall)._caption.text()
    wall.click("The next page")
    assert "page 2 of" in room(wall)
    card = wall.workshop.big_list.board().loose[0].id
    wall.workshop.big_list.set_aside([card])
    settle()
    board.turn_drawer()
    wall.page.views.focus_card(card)
    wall.key(KEY.Key_B)  # of a card that is set aside it brings back
    assert card in [one.id for one in wall.workshop.big_list.board().loose]
    assert room(wall) != ""
    field = wall.page.findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "bus.")
    assert field.text() == "bus."
    assert room(wall) != ""
    QTest.keyClicks(session(wall).wall, "es")  # what the Wall has no use for goes to the Desk
    assert field.text() == "bus.es"


def test_s_opens_what_is_chosen_and_a_letter_is_a_groups_while_the_list_is_sorted(wall, until):
    list_ = wall.workshop.big_list.board()
    wall.page.board.setFocus()
    wall.page.views.focus_card(list_.groups[0].cards[0].id)
    wall.key(KEY.Key_S)
    assert kind(wall) is WallKind.GROUP
    assert "Bread in the morning" in room(wall)
    wall.key(KEY.Key_S)
    assert kind(wall) is WallKind.BIG_LIST
    wall.page.views.focus_card(list_.loose[0].id)
    wall.key(KEY.Key_S)
    assert kind(wall) is WallKind.CARD
    wall.key(KEY.Key_F8)
    settle()
    assert "Where does it belong?" in room(wall)
    wall.key(KEY.Key_B)
    settle()
    assert not session(wall).show.is_blank
    assert [len(group.cards) for group in wall.workshop.big_list.board().groups] == [2, 3]
    wall.key(KEY.Key_Escape)
    until(lambda: kind(wall) is WallKind.BIG_LIST)
    assert "3\nBread at noon" in room(wall)


def test_the_group_that_the_room_sees_is_marked_on_the_board(wall):
    list_, board = wall.workshop.big_list, wall.page.board
    group = list_.board().groups[0]
    board.setFocus()
    wall.page.views.focus_card(group.cards[0].id)

    def marked() -> dict[str, str]:
        return {column.group.letter: column.on_wall for column in board.columns if column.group}

    assert marked() == {"A": "", "B": ""}
    before = board.grab().toImage()
    wall.key(KEY.Key_S)
    assert marked() == {"A": "On the Wall", "B": ""}
    assert "On the Wall" in next(c.spoken for c in board.columns if c.group_id == group.id)
    assert board.grab().toImage() != before
    list_.rename(group.id, "Bread from eight to ten")  # the board is shown anew
    settle()
    assert marked() == {"A": "On the Wall", "B": ""}
    wall.key(KEY.Key_B)
    assert marked() == {"A": "", "B": ""}
    wall.key(KEY.Key_B)
    list_.add([card.id for card in list_.board().loose], group.id)
    settle()
    wall.key(KEY.Key_PageDown)
    assert marked() == {"A": "On the Wall, page 2", "B": ""}
    wall.key(KEY.Key_F5)
    settle()
    assert marked() == {"A": "", "B": ""}


def test_a_clicker_works_on_the_walls_own_window_and_f5_remembers_where_it_was(wall):
    window = session(wall).wall
    QTest.keyClick(window, KEY.Key_PageDown)
    assert "page 2 of" in room(wall)
    heard = QAccessible.queryAccessibleInterface(window)
    assert heard.role() == QAccessible.Role.Window
    assert heard.text(QAccessible.Text.Description) == room(wall)
    QTest.keyClick(window, KEY.Key_Period)
    assert room(wall) == ""
    QTest.keyClick(window, KEY.Key_B)
    assert room(wall) != ""
    QTest.keyClick(window, KEY.Key_Escape)
    settle()
    assert wall.window.wall.session is None
    assert [one for one in wall.window.findChildren(WallPanel) if one.isVisible()] == []
    wall.key(KEY.Key_F5)  # nobody is asked again
    settle()
    assert session(wall).wall.isVisible()
    wall.window.activateWindow()
    settle()
    wall.key(KEY.Key_F5)
    settle()
    assert wall.window.wall.session is None


def test_a_name_waits_until_somebody_has_looked_and_larger_text_changes_nothing(wall):
    talk = wall.workshop.talk
    words = "Ask for Mrs Tanner, she knows."
    talk.say(words, talk.begin(talk.next_customer().id).id)
    wall.go(2)
    settle()
    assert "Tanner" not in room(wall)
    wall.click("Look at it")
    settle()
    (dialog,) = [one for one in wall.window.findChildren(NamesDialog) if one.isVisible()]
    wall.click("Put … instead")
    settle()
    assert not dialog.isVisible()
    assert "“Ask for …, she knows.”" in room(wall).replace("\n", " ")
    before = room(wall)
    wall.window.theme.resize(150)
    settle()
    assert room(wall) == before
    assert panel(wall).isVisible()
    wall.window.theme.resize(100)
    file = wall.workshop.path
    assert file is not None
    wall.window.close_workshop()
    settle()
    assert wall.window.open(file)  # others may sit in the room now: it is asked again
    wall.go(2)
    open_wall(wall)
    assert "Ask for" not in room(wall)
    assert [one.words for one in session(wall).show.held] == [words]


def test_the_room_reads_the_teams_word_for_customers_as_soon_as_it_is_another(wall):
    assert "What customers want done better" in room(wall)
    wall.workshop.prepare.call_customers("guest")
    settle()
    assert "What guests want done better" in room(wall)
    assert "12 guests" in room(wall)
    wall.undo()
    settle()
    assert "What customers want done better" in room(wall)


def test_a_refused_fourth_pick_is_seen_by_the_room_until_it_is_answered(wall):
    picks, cards = wall.workshop.pick, wall.workshop.big_list.board().loose
    for card in cards[:3]:
        picks.put(picks.subject(str(card.code)))
    wall.go(4)
    settle()
    assert "Is there room" not in room(wall)
    free = next(n for n, row in enumerate(wall.page._candidates.candidates) if not row.slot)
    wall.page.list.choose(free)
    wall.page.list.setFocus()
    wall.key(KEY.Key_1)
    settle()
    assert "Three is the most for one round." in room(wall)
    assert "on the list" in room(wall)
    wall.click("Keep on the list")
    settle()
    assert "Three is the most" not in room(wall)


@pytest.fixture
def two_screens(monkeypatch):
    """A laptop and a projector, which can be unplugged."""
    plugged = [LAPTOP, PROJECTOR]
    monkeypatch.setattr(WallPlace, "screens", lambda _place: Screens(tuple(plugged), LAPTOP))
    return plugged


def test_the_wall_waits_for_an_unplugged_projector_and_comes_back(hands, two_screens):
    hands.key(KEY.Key_F5)  # one other screen: nobody is asked
    settle()
    wall = session(hands).wall
    assert wall.isVisible()
    assert session(hands).stand.screen == PROJECTOR
    two_screens.remove(PROJECTOR)
    session(hands).stand.place.changed.emit()
    settle()
    assert not wall.isVisible()
    assert hands.window.isVisible()
    assert "is gone. The Wall waits." in panel(hands)._screen.words
    two_screens.append(PROJECTOR)
    session(hands).stand.place.changed.emit()
    settle()
    assert wall.isVisible()
    assert [one for one in hands.window.findChildren(QDialog) if one.isVisible()] == []
    session(hands).end()
    settle()


def test_on_the_only_screen_what_is_typed_goes_to_the_desk_and_esc_leads_back(hands):
    hands.go(1)
    hands.window.activateWindow()
    hands.key(KEY.Key_F5)
    settle()
    (dialog,) = [one for one in hands.window.findChildren(ScreenDialog) if one.isVisible()]
    hands.click("Show the Wall on screen 1")
    settle()
    assert not dialog.isVisible()
    wall = session(hands).wall
    assert wall.isFullScreen()
    (back,) = wall.findChildren(QPushButton)
    assert back.isVisible()
    QTest.keyClick(wall, KEY.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert hands.window.desk.here == 2
    box = hands.find("What the customer said", QPlainTextEdit)
    box.setFocus()
    QTest.keyClicks(wall, "Bread.")
    QTest.keyClick(wall, KEY.Key_Return)
    settle()
    assert "“Bread.”" in room(hands)
    QTest.keyClick(wall, KEY.Key_Escape)
    settle()
    assert hands.window.wall.session is None
    hands.key(KEY.Key_F5)  # where it was
    settle()
    QTest.mouseClick(session(hands).wall.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    settle()
    assert hands.window.wall.session is None


def test_a_card_that_comes_into_the_group_on_the_wall_is_seen_to_come(wall, until):
    list_, window = wall.workshop.big_list, session(wall).wall
    group = list_.board().groups[0]
    wall.page.board.setFocus()
    wall.page.views.focus_card(group.cards[0].id)
    wall.key(KEY.Key_S)
    let_move(on=True)
    for moves in (True, False):
        let_move(on=moves)
        before = window.grab().toImage()
        list_.add([list_.board().loose[0].id], group.id)
        settle()
        under_way = window.grab().toImage()
        assert under_way != before
        until(lambda: not window.picture.is_moving)
        assert (window.grab().toImage() != under_way) is moves


@pytest.mark.parametrize("then", ["freeze", "blank", "less motion", "F5", "close the workshop"])
def test_what_moves_on_the_wall_ends_well_whatever_comes(wall, until, then):
    window, show = session(wall).wall, session(wall).show
    let_move(on=True)
    QTest.keyClick(window, KEY.Key_PageDown)
    window.grab()
    assert window.picture.is_moving
    if then in ("freeze", "blank"):
        session(wall).act(then)
    elif then == "less motion":
        let_move(on=False)
        QTest.keyClick(window, KEY.Key_PageUp)
        assert not window.picture.is_moving
    elif then == "F5":
        wall.key(KEY.Key_F5)
    else:
        wall.window.close_workshop()
    settle()
    let_move(on=False)
    if then in ("F5", "close the workshop"):
        assert wall.window.wall.session is None
        return
    until(lambda: not window.picture.is_moving)
    shown = window.grab().toImage()
    assert (shown.pixelColor(9, 9).name() == "#000000") is show.is_blank
    assert ("page 2 of" in show.page.words) is (then != "less motion")
    window.picture.forget()
    assert window.grab().toImage() == shown


def test_a_change_of_page_fades_for_a_fifth_of_a_second_unless_nothing_may_move(wall, until):
    window = session(wall).wall
    before = window.grab().toImage()
    QTest.keyClick(window, KEY.Key_PageDown)
    after = window.grab().toImage()
    assert after != before
    let_move(on=True)
    QTest.keyClick(window, KEY.Key_PageUp)
    assert window.grab().toImage() != before  # it is still on its way
    until(lambda: window.grab().toImage() == before)
    assert FADE <= 200
    let_move(on=False)
    QTest.keyClick(window, KEY.Key_PageDown)
    assert window.grab().toImage() == after


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)], ids=str)
def test_freezing_and_blanking_moves_no_button_of_the_wall(wall, size):
    """A second press at the same place undoes the first."""
    wall.window.resize(*size)
    settle()
    buttons = [one for one in panel(wall).findChildren(QAbstractButton) if one.isVisible()]

    def places() -> list[QRect]:
        settle()
        return [QRect(one.mapTo(wall.window, QPoint(0, 0)), one.size()) for one in buttons]

    before = places()
    freeze = next(one for one in buttons if "Freeze" in one.text())
    where = freeze.mapTo(wall.window, freeze.rect().center())
    for frozen in (True, False):
        pressed = wall.window.childAt(where)
        at = pressed.mapFrom(wall.window, where)
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton, pos=at)
        assert (session(wall).show.frozen_at is not None) is frozen
        assert places() == before
    blank = next(one for one in buttons if "Blank" in one.text())
    QTest.mouseClick(blank, Qt.MouseButton.LeftButton)
    assert places() == before
