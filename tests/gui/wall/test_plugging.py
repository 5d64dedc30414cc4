"""Screens come and go while the Wall is on: real ones of Qt's, real keys and a real mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QPushButton

from tests.gui.conftest import Hands
from tests.gui.plugs import LAPTOP, MONITOR, PROJECTOR, USUAL, Plug, Plugs, screen_of
from tests.gui.wall.settling import settle
from ui.wall.panel import WallPanel
from ui.wall.place import remember_smallest
from ui.wall.screen_dialog import ScreenDialog, ScreenNumber
from ui.wall.screens import info_of
from ui.wall.session import WallSession
from ui.widgets.drag_overlay import PictureWidget

pytestmark = pytest.mark.linux
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def plugs(app):
    """A laptop and a projector beside it."""
    made = Plugs()
    made.set(LAPTOP, PROJECTOR)
    yield made
    made.set(USUAL)
    settle()


@pytest.fixture
def desk(plugs, hands):
    """The Desk on the laptop, with four cards; the Wall is off."""
    talk = hands.workshop.talk
    for words in ("ring", "hold", "forms", "park"):
        talk.say(words, talk.begin(talk.next_customer().id).id)
    hands.window.setScreen(screen_of(LAPTOP))
    hands.window.setGeometry(0, 0, 1366, 768)
    hands.window.activateWindow()
    settle()
    yield hands
    if hands.window.wall.session is not None:
        hands.window.wall.session.end()
    settle()


def open_wall(desk: Hands) -> WallSession:
    desk.key(KEY.Key_F5)
    settle()
    assert desk.window.wall.session is not None
    return desk.window.wall.session


def check_on(session: WallSession, plug: Plug) -> None:
    """The Wall fills this screen, laid out for its pixels."""
    wall, page = session.wall, session.show.page
    assert wall.isVisible()
    assert wall.screen().name() == plug.name
    assert wall.geometry() == screen_of(plug).geometry()
    assert wall.device_size == (plug.width, plug.height)
    assert page is not None
    assert page.width / page.height == pytest.approx(plug.width / plug.height)
    assert session.show.smallest == round(plug.height / 27)


def menu_of_screens(desk: Hands) -> QMenu:
    (found,) = [one for one in desk.window.findChildren(QMenu) if one.isVisible()]
    return found


def menu_rows(desk: Hands) -> dict[str, bool]:
    """What can be chosen, and whether it is where the Wall is."""
    actions = menu_of_screens(desk).actions()
    return {one.text(): one.isChecked() for one in actions if not one.isSeparator()}


def take(desk: Hands, row: int) -> None:
    """Go down to a row by the keyboard, and choose it."""
    menu = menu_of_screens(desk)
    for _down in range(row + 1):
        QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    settle()


def check_keyboard(desk: Hands, session: WallSession, *, covered: bool = False) -> None:
    """The Desk has it, or the Wall that covers the Desk and offers the way back."""
    wall = session.wall
    assert QApplication.activeWindow() is (wall if covered else desk.window)
    (back,) = wall.findChildren(QPushButton)
    assert back.isVisible() is covered


def screens_asked(desk: Hands) -> list[ScreenDialog]:
    return [one for one in desk.window.findChildren(ScreenDialog) if one.isVisible()]


def numbers() -> list[ScreenNumber]:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ScreenNumber)]
    return sorted((one for one in found if one.isVisible()), key=lambda one: one.x())


@pytest.mark.begins_at(2)
def test_half_a_sentence_survives_every_change_of_screens(desk, plugs):
    session = open_wall(desk)
    check_on(session, PROJECTOR)
    box = desk.find("What the customer said", QPlainTextEdit)
    box.setFocus()

    def go_on(words: str) -> None:
        settle()
        check_keyboard(desk, session)
        assert QApplication.focusWidget() is box
        QTest.keyClicks(box, words)

    go_on("The tea ")
    plugs.set(LAPTOP)
    go_on("was cold, ")
    assert not session.wall.isVisible()
    panel = desk.find("The Wall", WallPanel)
    assert "HDMI-1 is gone. The Wall waits." in panel._screen.words
    plugs.set(LAPTOP, PROJECTOR)
    go_on("and ")
    check_on(session, PROJECTOR)
    small = plugs.change(PROJECTOR, width=1024, height=768)
    go_on("so ")
    check_on(session, small)
    fine = plugs.change(small, width=2048, height=1536, dots=192)
    go_on("was ")
    check_on(session, fine)
    coarse = plugs.change(fine, dots=96)
    go_on("the ")
    check_on(session, coarse)
    plugs.change(LAPTOP, dots=144)  # 150 % for the Desk
    go_on("soup.")
    check_on(session, coarse)
    QTest.keyClick(box, KEY.Key_Return)
    settle()
    assert session.show.page is not None
    said = "“The tea was cold, and so was the soup.”"
    assert said in session.show.page.words.replace("\n", " ")


@pytest.mark.begins_at(2)
def test_a_closed_lid_leaves_a_way_back_and_an_opened_one_parts_desk_and_wall(desk, plugs):
    session = open_wall(desk)
    box = desk.find("What the customer said", QPlainTextEdit)
    box.setFocus()
    QTest.keyClicks(box, "Caf")
    plugs.set(PROJECTOR)
    settle()
    check_on(session, PROJECTOR)
    check_keyboard(desk, session, covered=True)
    accent = QInputMethodEvent()  # as dead keys and input methods write
    accent.setCommitString("é")
    QApplication.sendEvent(session.wall, accent)
    QTest.keyClicks(session.wall, "x")
    QTest.keyClick(session.wall, KEY.Key_Backspace)
    QTest.keyClicks(session.wall, " was")
    assert box.toPlainText() == "Café was"
    QTest.keyClick(session.wall, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() != "Café was"  # of the words, not of the workshop
    assert desk.workshop.undo_title() is not None
    QTest.keyClick(session.wall, KEY.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() == "Café was"
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    assert desk.window.screen().name() == LAPTOP.name
    check_on(session, PROJECTOR)
    check_keyboard(desk, session)
    plugs.set(PROJECTOR)
    settle()
    QTest.keyClick(session.wall, KEY.Key_Escape)
    settle()
    assert desk.window.wall.session is None
    assert QApplication.activeWindow() is desk.window
    assert box.toPlainText() == "Café was"


def test_mirrored_screens_offer_the_way_back_and_extended_ones_part(desk, plugs):
    session = open_wall(desk)
    mirrored = plugs.change(PROJECTOR, x=0, width=1366, height=768)
    settle()
    check_on(session, mirrored)
    check_keyboard(desk, session, covered=True)
    beside = plugs.change(mirrored, x=1366)
    settle()
    check_on(session, beside)
    check_keyboard(desk, session)


def test_on_the_only_screen_the_wall_gives_way_to_a_projector_that_is_plugged_in(desk, plugs):
    plugs.set(LAPTOP)
    settle()
    session = open_wall(desk)
    (dialog,) = screens_asked(desk)
    assert not session.wall.isVisible()
    desk.click("Show the Wall on screen 1")
    settle()
    check_on(session, LAPTOP)
    check_keyboard(desk, session, covered=True)
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    check_on(session, PROJECTOR)
    check_keyboard(desk, session)
    plugs.set(LAPTOP)
    settle()
    assert not session.wall.isVisible()  # it never takes the only screen by itself
    assert not dialog.isVisible()


def test_of_three_screens_it_waits_for_its_own_and_comes_back_in_whatever_place(desk, plugs):
    plugs.set(LAPTOP, PROJECTOR, MONITOR)
    settle()
    desk.key(KEY.Key_F5)
    settle()
    (dialog,) = screens_asked(desk)
    QTest.keyClick(dialog, KEY.Key_1)  # from the left: the monitor, the laptop, the projector
    QTest.keyClick(dialog, KEY.Key_Return)
    settle()
    session = desk.window.wall.session
    assert session is not None
    check_on(session, MONITOR)
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    assert not session.wall.isVisible()
    moved = Plug(MONITOR.name, 3286, 0, 1280, 1024)
    plugs.set(LAPTOP, PROJECTOR, moved)
    settle()
    check_on(session, moved)
    check_keyboard(desk, session)
    desk.key(KEY.Key_F5)
    settle()
    check_on(open_wall(desk), moved)  # nobody is asked again
    assert screens_asked(desk) == []


def test_each_screen_shows_its_number_while_it_is_asked_and_the_question_follows(desk, plugs):
    session = open_wall(desk)
    panel = desk.find("The Wall", WallPanel)
    QTest.mouseClick(panel._screen, LEFT)
    rows = menu_rows(desk)
    assert rows == {
        "1  This laptop, 1366 × 768": False,
        "2  HDMI-1, 1920 × 1080": True,
        "In a window": False,
        "Choose by the numbers on them …": False,
    }
    take(desk, 3)
    on_desk, on_projector = numbers()
    assert on_desk.screen().name() == LAPTOP.name
    assert on_projector.screen().name() == PROJECTOR.name
    area = screen_of(PROJECTOR).geometry()
    assert area.contains(on_projector.geometry())
    assert _painted_height(on_projector) > 0.55 * area.height()
    plugs.set(LAPTOP, PROJECTOR, MONITOR)
    settle()
    assert [one.screen().name() for one in numbers()] == ["DP-2", "eDP-1", "HDMI-1"]
    (dialog,) = screens_asked(desk)
    assert QApplication.activeWindow() is dialog
    plugs.set(LAPTOP, MONITOR)  # the Wall's own screen goes while it is asked
    settle()
    assert [one.screen().name() for one in numbers()] == ["DP-2", "eDP-1"]
    (dialog,) = screens_asked(desk)
    QTest.keyClick(dialog, KEY.Key_Escape)
    settle()
    assert numbers() == []
    assert desk.window.wall.session is session  # it waits on
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    check_on(session, PROJECTOR)


@pytest.mark.begins_at(3)
def test_the_walls_bar_has_the_screens_as_a_menu(desk, plugs):
    session = open_wall(desk)
    button = desk.find("The Wall", WallPanel)._screen
    assert button.words == "2  HDMI-1, 1920 × 1080"
    QTest.mouseClick(button, LEFT)
    take(desk, 2)
    assert button.words == "In a window"
    assert session.wall.isVisible()
    assert not session.wall.isFullScreen()
    QTest.mouseClick(button, LEFT)
    take(desk, 1)
    check_on(session, PROJECTOR)
    check_keyboard(desk, session)
    fine = plugs.change(PROJECTOR, dots=192, width=3840, height=2160)
    settle()
    check_on(session, fine)
    assert button.words == "2  HDMI-1, 3840 × 2160"
    QTest.mouseClick(button, LEFT)
    plugs.set(LAPTOP)  # the room's screen goes while the menu is open
    take(desk, 1)
    assert button.words == "HDMI-1 is gone. The Wall waits."
    assert not session.wall.isVisible()
    QTest.mouseClick(button, LEFT)
    take(desk, 1)
    assert button.words == "In a window"
    assert session.wall.isVisible()


def test_a_screen_says_what_its_back_row_has_read(desk, plugs):
    remember_smallest(info_of(screen_of(PROJECTOR)), 40 / 1080)
    session = open_wall(desk)
    session.act("choose")
    settle()
    (dialog,) = screens_asked(desk)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert "1366 × 768, the Desk stays here" in said
    assert "1920 × 1080, back row tested: 40 px" in said
    assert "This laptop" in said


def _painted_height(number: ScreenNumber) -> int:
    """The height of the digit in pixels, from the picture."""
    picture = number.grab().toImage()
    ground = picture.pixel(0, 0)
    wide = range(0, picture.width(), 4)
    rows = [y for y in range(picture.height()) if any(picture.pixel(x, y) != ground for x in wide)]
    return rows[-1] - rows[0]


@pytest.mark.begins_at(3)
def test_at_another_scale_the_desk_is_painted_in_the_new_pixels(desk, plugs):
    big_list = desk.workshop.big_list
    big_list.group([card.id for card in big_list.board().loose[:2]], "Calling us")
    open_wall(desk)
    board, panel = desk.page.board, desk.find("The Wall", WallPanel)

    def made_for() -> tuple[float, ...]:
        settle()
        for part in (board, panel.miniature):
            part.grab()
        heads = [one.head_picture for one in board.columns if one.head_picture is not None]
        assert heads
        pictures = [*heads, panel.miniature._made]
        return tuple({one.devicePixelRatio() for one in pictures})

    assert made_for() == (1.0,)
    plugs.change(LAPTOP, dots=144)
    assert made_for() == (1.5,)


def carried(view, start: QPoint, end: QPoint) -> None:
    """Press and move; nothing is let go."""
    QTest.mousePress(view, LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + (end - start) * step / 5)
        QApplication.processEvents()


def moved_without_button(view, here: QPoint) -> None:
    """The mouse comes back with no button down: its release went elsewhere."""
    none, place = Qt.MouseButton.NoButton, QPointF(here)
    at = QPointF(view.mapToGlobal(here))
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, place, at, none, none, plain))
    QTest.mouseRelease(view, LEFT, pos=QPoint(-900, -900))  # for QTest alone: outside of all
    settle()


@pytest.mark.begins_at(3)
def test_a_card_that_is_carried_while_screens_change_is_dropped_or_glides_home(desk, plugs):
    session = open_wall(desk)
    board = desk.page.board
    view = board.viewport()

    def middle(words: str) -> QPoint:
        item = next(one for one in board.cards.values() if one.face.card.words == words)
        return board.board_layout.area_of(item).center()

    def groups() -> list[int]:
        return [len(one.cards) for one in desk.workshop.big_list.board().groups]

    carried(view, middle("ring"), middle("hold"))
    plugs.set(LAPTOP)
    settle()
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    assert board.drag.mode == "drag"
    check_keyboard(desk, session)
    QTest.mouseMove(view, middle("hold"))
    QTest.mouseRelease(view, LEFT, pos=middle("hold"))
    settle()
    assert groups() == [2]
    carried(view, middle("park"), middle("forms"))
    plugs.set(PROJECTOR)  # the lid is closed, and the release is lost
    settle()
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    moved_without_button(view, middle("forms"))
    assert not board.drag.mode
    assert groups() == [2]
    carried(view, middle("park"), middle("forms"))
    plugs.set(LAPTOP)
    settle()
    QTest.keyClick(board, KEY.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=middle("forms"))
    settle()
    assert not board.drag.mode
    assert groups() == [2]


@pytest.mark.begins_at(4)
def test_a_line_that_is_carried_while_screens_change_is_dropped_or_put_back(desk, plugs):
    session = open_wall(desk)
    page = desk.page
    view, panel = page.list.viewport(), page.slots[0]

    def start() -> QPoint:
        return page.list.rect_at(0).center()

    def slot() -> QPoint:
        return view.mapFromGlobal(panel.mapToGlobal(panel.rect().center()))

    page.list.setFocus()
    page.list.choose(0)
    carried(view, start(), slot())
    plugs.set(PROJECTOR)
    settle()
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    moved_without_button(view, slot())
    assert desk.workshop.pick.slots() == {}
    assert [one for one in page.findChildren(PictureWidget) if one.isVisible()] == []
    carried(view, start(), slot())
    plugs.set(LAPTOP)
    settle()
    QTest.mouseRelease(view, LEFT, pos=slot())
    settle()
    assert len(desk.workshop.pick.slots()) == 1
    plugs.set(LAPTOP, PROJECTOR)
    settle()
    check_on(session, PROJECTOR)
    check_keyboard(desk, session)
