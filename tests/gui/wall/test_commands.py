"""The palette of commands: everything of the Wall's bar by its words, by mouse, key and touch."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScroller, QWidget

from tests.finger import FingerTip
from tests.gui.conftest import Hands
from tests.gui.wall.settling import settle
from ui.dialogs.commands import CommandsDialog
from ui.wall.panel import WallPanel
from ui.wall.screen_dialog import ScreenDialog
from ui.widgets.row_view import RowView
from ui.window.actions import OF_THE_WALL

KEY = Qt.Key


@pytest.fixture
def wall(bakery) -> Hands:
    """The example on stop 3, with the Wall in a window."""
    bakery.go(3)
    bakery.key(KEY.Key_F5)
    (dialog,) = [one for one in bakery.window.findChildren(ScreenDialog) if one.isVisible()]
    QTest.keyClick(dialog, KEY.Key_W)
    settle()
    bakery.window.activateWindow()
    settle()
    yield bakery
    if bakery.window.wall.session is not None:
        bakery.window.wall.session.end()
    settle()


def palettes(hands: Hands) -> list[CommandsDialog]:
    return [one for one in hands.window.findChildren(CommandsDialog) if one.isVisible()]


def palette(hands: Hands) -> CommandsDialog:
    settle()
    (found,) = palettes(hands)
    return found


def opened(hands: Hands) -> CommandsDialog:
    hands.window.activateWindow()  # off screen no window manager does it when a dialog closes
    settle()
    QTest.keyClick(hands.window, KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
    return palette(hands)


def rows(dialog: CommandsDialog) -> list[str]:
    (found,) = dialog.findChildren(RowView)
    return [row.words for at, row in enumerate(found.values) if not found.isRowHidden(at)]


def do(hands: Hands, words: str) -> None:
    """Ctrl+K, words, Enter."""
    dialog = opened(hands)
    (field,) = dialog.findChildren(QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, KEY.Key_Return)
    settle()
    assert palettes(hands) == []


def test_each_of_the_walls_commands_is_done_by_its_words(wall):
    session = wall.window.wall.session
    show = session.show
    do(wall, "blank")
    assert show.is_blank
    assert "Blank the Wall (on)   B, ." in rows(opened(wall))
    QTest.keyClick(palette(wall), KEY.Key_Escape)
    do(wall, "wall blank")
    assert not show.is_blank
    do(wall, "freeze")
    assert show.frozen_at is not None
    do(wall, "freeze")
    assert show.frozen_at is None
    dark = show.is_dark
    do(wall, "dark room")
    assert show.is_dark is not dark
    assert show.of > 1
    do(wall, "next page")
    assert show.number == 2
    do(wall, "page before")
    assert show.number == 1
    do(wall, "walls screen")
    (asked,) = [one for one in wall.window.findChildren(ScreenDialog) if one.isVisible()]
    QTest.keyClick(asked, KEY.Key_Escape)
    do(wall, "stop 5")
    assert wall.window.desk.here == 5
    do(wall, "wall f5")
    assert wall.window.wall.session is None
    shown = rows(opened(wall))
    assert not [row for row in shown if "Blank" in row or "Freeze" in row]
    assert "Stop 3, Big list   Ctrl+3" in shown
    assert not [row for row in shown if row.startswith("Sort one by one")]  # of another stop
    QTest.keyClick(palette(wall), KEY.Key_Escape)


def test_the_walls_bar_opens_it_for_mouse_and_finger_and_a_click_or_tap_does_a_row(wall, until):
    panel = wall.find("The Wall", WallPanel)
    wall.click("Commands …")
    dialog = palette(wall)
    assert panel.isVisible()
    first = rows(dialog)[: len(OF_THE_WALL)]
    assert len([row for row in first if "Wall" in row]) == len(OF_THE_WALL)
    assert "The Wall’s next page   Page down" in first
    (found,) = dialog.findChildren(RowView)
    (field,) = dialog.findChildren(QLineEdit)
    QTest.keyClicks(field, "zzz")
    assert rows(dialog) == []
    QTest.keyClick(field, KEY.Key_Return)
    assert dialog.isVisible()
    field.clear()
    QTest.keyClick(field, KEY.Key_Down)
    assert found.current_row == 1
    place = found.rect_at(1).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    settle()
    assert palettes(wall) == []
    assert wall.window.wall.session.show.is_blank
    wall.window.activateWindow()
    do_by_finger(wall, until)


def do_by_finger(wall, until):
    """A tap on the bar, a swipe through the rows, a tap on one."""
    show = wall.window.wall.session.show
    tap(wall.find("Blank", QAbstractButton))
    assert not show.is_blank
    tap(wall.find("Commands …", QAbstractButton))
    (found,) = palette(wall).findChildren(RowView)
    bar, below = found.verticalScrollBar(), QPoint(40, found.height() - 20)
    corner = found.mapTo(found.window(), QPoint())
    finger(found).drag(corner + below, corner + below - QPoint(0, 200), hold=False)
    until(lambda: bar.value() > 0)
    assert not show.is_blank  # a swipe does nothing else
    QScroller.scroller(found.viewport()).stop()
    bar.setValue(0)
    tap(found.viewport(), found.rect_at(1).center())
    until(lambda: not palettes(wall))
    assert show.is_blank


@cache
def screen():
    return QTest.createTouchDevice()


def finger(widget: QWidget) -> FingerTip:
    """On its window, as Qt hears of a finger from the system."""
    return FingerTip(screen(), widget.window())


def tap(widget: QWidget, at: QPoint | None = None) -> None:
    finger(widget).tap(widget.mapTo(widget.window(), at or widget.rect().center()))
    settle()
