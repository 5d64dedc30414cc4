"""The room's Wall at 3840 x 2160 beside the Desk: what it costs, and that nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks import fixtures
from tests.benchmarks.case import Case
from tests.benchmarks.cases.board import FRAMES
from tests.benchmarks.cases.whole_window import frame, opened, rest
from tests.benchmarks.laps import Laps

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.wall.session import WallSession
    from ui.window.desk import Desk
    from ui.window.main_window import MainWindow

LARGE = (3840, 2160)  # pixels


def _show_wall(app: QApplication, window: MainWindow) -> WallSession:
    """The Wall in a window of its own: there is one screen."""
    from ui.wall.screen_dialog import ScreenDialog

    window.wall.toggle()
    for dialog in window.findChildren(ScreenDialog):
        dialog.chosen.emit(None)
        dialog.close()
    session = window.wall.session
    assert session is not None
    session.wall.resize(*LARGE)
    rest(app)
    return session


def turn_page(laps: Laps) -> None:
    """The next page of the big list on the Wall, or the one before: its own painting."""
    from ui.theme.motion import let_move

    app, window = opened(laps, 3)
    let_move(on=False)
    session = _show_wall(app, window)
    for n in laps:
        session.show.turn(1 if n % 2 else -1)
        session.wall.repaint()


def _drag(laps: Laps, app: QApplication, desk: Desk) -> None:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    board = desk.page.board
    card = board.columns[0].cards[0]
    start = board.board_layout.area_of(card).center()
    QTest.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for n in laps:
        QTest.mouseMove(board.viewport(), QPoint(240 + n * 7 % 500, 120 + n * 3 % 300))
        frame(app)
    QTest.keyClick(board, Qt.Key.Key_Escape)


def _type(laps: Laps, app: QApplication, desk: Desk) -> None:
    from PySide6.QtTest import QTest

    for n in laps:
        QTest.keyClicks(desk.page.capture, "the queue "[n % 10])
        frame(app)


def drag_beside(laps: Laps) -> None:
    """A frame of a drag, the Wall beside it."""
    app, window = opened(laps, 3)
    _show_wall(app, window)
    assert window.desk is not None
    _drag(laps, app, window.desk)


def drag_alone(laps: Laps) -> None:
    """A frame of the same drag without a Wall."""
    app, window = opened(laps, 3)
    assert window.desk is not None
    _drag(laps, app, window.desk)


def type_beside(laps: Laps) -> None:
    """A letter at stop 2, the Wall beside it."""
    app, window = opened(laps, 2)
    _show_wall(app, window)
    assert window.desk is not None
    _type(laps, app, window.desk)


def type_alone(laps: Laps) -> None:
    """The same letter without a Wall."""
    app, window = opened(laps, 2)
    assert window.desk is not None
    _type(laps, app, window.desk)


OVER = {"fixture": fixtures.workshop, "sizes": (300,), "rounds": FRAMES}
CASES = (
    Case("wall", "a page of the Wall at 3840 x 2160, {n} cards", "–",
         turn_page, None, aims={0: {"warm ms": 16}}, **OVER),
    Case("wall-drag", "a frame of a drag beside the Wall, {n} cards", "without a Wall",
         drag_beside, drag_alone, aims={0: {"warm x": 1.5}}, **OVER),
    Case("wall-letter", "a letter at stop 2 beside the Wall, {n} cards", "without a Wall",
         type_beside, type_alone, aims={0: {"warm x": 1.1}}, **OVER),
)  # fmt: skip
