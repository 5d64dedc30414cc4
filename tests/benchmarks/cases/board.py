"""The board of stop 3, against plain text items of Qt in a scene that was never more."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.benchmarks import fixtures
from tests.benchmarks.case import GROWTH, Case
from tests.benchmarks.laps import Laps

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QApplication, QGraphicsView, QLabel, QWidget

    from ui.stops.big_list.page import BigListPage

PAGE, VIEW = (1126, 672), (1126, 500)  # pixels
FRAME = 0.012  # seconds: Qt paints off screen at most every 5 ms; sleeping costs no CPU time
FRAMES = 40
COLOURS = 2  # a ground and words have more, smoothed as they are


def make_page(laps: Laps) -> tuple[QApplication, BigListPage]:
    """The page of stop 3 on the fixture's workshop, not yet shown; without the window around it."""
    from tests.benchmarks.cases.edits import opened
    from ui.app import application
    from ui.bridge import Bridge
    from ui.stops.big_list.page import BigListPage
    from ui.theme.theme import Theme

    app = application(["bench"])
    theme = Theme(app)
    theme.apply()
    page = BigListPage(Bridge(opened(laps)), theme)
    page.resize(*PAGE)
    return app, page


def scroll_plain(laps: Laps) -> None:
    """The view of plain items scrolled by as much."""
    app, view = plain(laps)
    for n in laps:
        view.verticalScrollBar().setValue(60 * n)
        app.processEvents()


def shown(laps: Laps) -> tuple[QApplication, BigListPage]:
    """The page, read and painted."""
    app, page = make_page(laps)
    page.enter()
    page.show()
    paint(app, page)
    return app, page


def paint(app: QApplication, widget: QWidget) -> None:
    """Let Qt do what waits, and paint the widget whole."""
    app.processEvents()
    widget.grab()


def refuse_blank(widget: QWidget) -> None:
    """Fail if painting leaves a widget blank: what paints nothing is quick."""
    image = widget.grab().toImage()
    points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    assert len({image.pixel(x, y) for x, y in points}) > COLOURS, "nothing was painted"


def plain(laps: Laps) -> tuple[QApplication, QGraphicsView]:
    """As many plain text items as cards, in a scene with a view."""
    from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

    app = QApplication.instance() or QApplication(["bare"])
    scene = QGraphicsScene(app)
    for n, words in enumerate(fixtures.sentences(laps.size, laps.size)):
        item = scene.addSimpleText(words[:60])
        item.setFlag(item.GraphicsItemFlag.ItemIsSelectable)
        item.setPos(n % 8 * 208, n // 8 * 120)
    view = QGraphicsView(scene)
    view.resize(*VIEW)
    view.show()
    paint(app, view)
    return app, view


def open_page(laps: Laps) -> None:
    """Read, laid out, painted; the workshop is in memory."""
    for _n in laps:
        _app, page = shown(laps)
        with laps.off():
            refuse_blank(page)
            page.close()


def open_plain(laps: Laps) -> None:
    """Made and painted."""
    for _n in laps:
        _app, view = plain(laps)
        with laps.off():
            refuse_blank(view)
            view.close()


def move_plain(laps: Laps) -> None:
    """One plain item put elsewhere, and the view painted."""
    app, view = plain(laps)
    for n in laps:
        view.items()[0].setPos(n * 50, 100)
        paint(app, view)


def choose_all(laps: Laps) -> None:
    """Ctrl+A with nothing chosen, then Esc."""
    app, page = shown(laps)
    for _n in laps:
        page.board.selection.select_column()
        app.processEvents()
        page.board.selection.clear()
        app.processEvents()


def choose_plain(laps: Laps) -> None:
    """Every plain item chosen, then none."""
    app, view = plain(laps)
    for _n in laps:
        for item in view.scene().items():
            item.setSelected(True)
        app.processEvents()
        view.scene().clearSelection()
        app.processEvents()


def drag(laps: Laps) -> None:
    """40 frames of a drag over the groups, by the mouse."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    app, page = shown(laps)
    board = page.board
    card = board.columns[0].cards[0]
    start = board.board_layout.area_of(card).center()
    QTest.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for n in laps:
        for frame in range(FRAMES):
            QTest.mouseMove(board.viewport(), _place(n * FRAMES + frame))
            _next_frame(app)
    QTest.keyClick(board, Qt.Key.Key_Escape)


def move_label(laps: Laps) -> None:
    """40 frames in which a label follows the mouse over an empty ground."""
    from PySide6.QtTest import QTest

    app, ground, label = _ground()
    for n in laps:
        for frame in range(FRAMES):
            place = _place(n * FRAMES + frame)
            QTest.mouseMove(ground, place)
            label.move(place)
            _next_frame(app)


def _ground() -> tuple[QApplication, QWidget, QLabel]:
    from PySide6.QtWidgets import QApplication, QLabel, QWidget

    app = QApplication(["bare"])
    ground = QWidget()
    ground.resize(*VIEW)
    ground.setMouseTracking(True)
    label = QLabel("Please mend thing number 1", ground)
    label.resize(200, 100)
    ground.show()
    app.processEvents()
    return app, ground, label


def _place(n: int) -> QPoint:
    from PySide6.QtCore import QPoint

    return QPoint(240 + n * 7 % 700, 120 + n * 3 % 300)


def _next_frame(app: QApplication) -> None:
    time.sleep(FRAME)
    app.processEvents()


EXPONENT = {"exponent": 1.1}
SIZES = (*GROWTH, 5_000)
SOON, BIG = {"warm ms": 50}, {"warm ms": 300}
CASES = (
    Case("cards", "stop 3 with {n} cards, opened", "plain text items",
         open_page, open_plain, fixtures.workshop, SIZES, growth=True, rounds=1,
         aims={300: {"warm ms": 300}, -1: EXPONENT}),
    Case("choose", "all of {n} cards chosen and not", "plain items chosen",
         choose_all, choose_plain, fixtures.workshop, SIZES, growth=True, rounds=3,
         aims={300: {"warm ms": 50}, 3_000: SOON, 5_000: BIG, -1: EXPONENT}),
    Case("drag", "40 frames of a drag, {n} cards", "a label moved",
         drag, move_label, fixtures.workshop, SIZES, growth=True, rounds=3,
         aims={300: {"warm x": 2}, 5_000: {"warm x": 5}, -1: EXPONENT}),
)  # fmt: skip
