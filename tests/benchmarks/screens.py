"""The screens' share of the table: first paint, boards of cards, a frame of a drag, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QLabel, QWidget

os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parents[2]
BOARDS = (200, 300, 1000, 5000)
GROUPS = 7

BARE_START = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    seen = False
    def paintEvent(self, event):
        super().paintEvent(event)
        self.seen = True
app = QApplication(["bare"])
window = Window()
window.resize(1366, 768)
window.show()
while not window.seen:
    app.processEvents()
print(time.process_time() * 1000)
"""
# What any program with words and a button on its window pays for in this binding, before it begins.
USUAL_START = """
import time
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QIcon, QKeySequence, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication, QFrame, QHBoxLayout, QLabel, QMainWindow, QMenu, QPushButton, QRadioButton,
    QScrollArea, QStackedWidget, QStyle, QVBoxLayout, QWidget,
)
class Window(QMainWindow):
    seen = False
    def paintEvent(self, event):
        super().paintEvent(event)
        self.seen = True
app = QApplication(["usual"])
window = Window()
inside = QWidget()
column = QVBoxLayout(inside)
column.addWidget(QLabel("Day 12 of 30"))
column.addWidget(QPushButton("Carry on"))
window.setCentralWidget(inside)
window.resize(1366, 768)
window.show()
while not window.seen:
    app.processEvents()
print(time.process_time() * 1000)
"""
OUR_START = """
import sys, time
from ui.app import application
from ui.window.failures import Failures
from ui.window.main_window import MainWindow
from ui.theme.theme import Theme
app = application(["bench"])
theme = Theme(app)
theme.remembered()
window = MainWindow(theme)
Failures(window, theme)
window.resize(1366, 768)
window.show()
while not window.start.seen:
    app.processEvents()
spent = time.process_time() * 1000
heavy = [name for name in ("sqlite_utils", "reportlab", "jinja2") if name in sys.modules]
assert not heavy, heavy
print(spent)
"""


def first_paint(folder: Path) -> tuple[float, float, float]:
    """CPU ms from process start to first paint: ours with three recent files, bare, and usual."""
    from cxworkshop.workshop import Workshop
    from ui.start.recent_files import remember

    os.environ["CXW_HOME"] = str(folder)
    for name in ("one", "two", "three"):
        workshop = Workshop.new(folder / f"{name}.cxw", name)
        workshop.save()
        workshop.close()
        remember(workshop.path)
    return _best(OUR_START), _best(BARE_START), _best(USUAL_START)


def _best(code: str) -> float:
    times = []
    for _repeat in range(7):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
        )
        times.append(float(done.stdout))
    return min(times)


class Boards:
    """Stop 3 with so many cards, off screen."""

    def __init__(self, fill: Callable[[Path, int], object]) -> None:
        from ui.app import application
        from ui.theme.theme import Theme

        self._fill = fill
        self._steps = iter(range(10**9))
        self.app = application(["bench"])
        self.theme = Theme(self.app)
        self.theme.apply()

    def workshop(self, folder: Path, cards: int):
        """A workshop with so many cards, half of them in groups."""
        made = self._fill(folder, cards)
        there = [card.id for card in made.big_list.board().cards]
        half = there[: cards // 2]
        for n in range(GROUPS):
            made.big_list.group(half[n::GROUPS], sure=True)
        return made

    def page(self, workshop):
        """The page of stop 3, not yet shown."""
        from ui.bridge import Bridge
        from ui.stops.big_list.page import BigListPage

        workshop.save()
        page = BigListPage(Bridge(workshop), self.theme)
        page.resize(1126, 672)
        return page

    def open(self, page) -> None:
        """Read, lay out, paint."""
        page.enter()
        page.show()
        self.app.processEvents()
        page.grab()

    def drop(self, page) -> None:
        """The first loose card goes into one group after the other, and the board is painted."""
        board = page.board
        card = board.columns[0].cards[0]
        board.selection.focus_card(card.face.card.id)
        board.drag.begin(board.selection.cards(), "drag")
        board.drag.drop(board.drag.target_of(board.columns[1 + next(self._steps) % GROUPS]))
        self.app.processEvents()
        page.grab()

    def undo(self, page) -> None:
        """The last drop is taken back, and the board is painted."""
        page.bridge.undo()
        self.app.processEvents()
        page.grab()

    def choose_all(self, page) -> None:
        """Ctrl+A with nothing chosen, then Esc."""
        page.board.selection.select_column()
        self.app.processEvents()
        page.board.scene().clearSelection()
        self.app.processEvents()

    def look_for(self, page, words: str) -> None:
        """Type another word into the search: cards step back or stand out, and are painted so."""
        page.tools_row.look_for(words)
        page.board.viewport().repaint()

    def stop_2(self, workshop):
        """The Desk at stop 2, shown and painted."""
        from ui.bridge import Bridge
        from ui.window.desk import Desk

        desk = Desk(Bridge(workshop), self.theme)
        desk.resize(1366, 716)
        desk.show()
        desk.go(2)
        self.app.processEvents()
        desk.grab()
        return desk

    def enter(self, desk) -> None:
        """Words and Enter at stop 2, until the next can be typed."""
        capture = desk.page.capture
        capture.setPlainText(f"Something else should be mended {next(self._steps)}")
        QTest.keyClick(capture, Qt.Key.Key_Return)
        self.app.processEvents()

    def bare(self, cards: int) -> None:
        """As many words in a scene as plain text items, painted once."""
        scene = QGraphicsScene()
        for n in range(cards):
            item = scene.addSimpleText(f"Please mend thing number {n} before the winter")
            item.setPos(n % 8 * 208, n // 8 * 120)
        view = QGraphicsView(scene)
        view.resize(1126, 500)
        view.show()
        self.app.processEvents()
        view.grab()

    def _painted(self) -> None:
        """Off screen Qt paints at most every 5 ms; sleeping costs no CPU time."""
        time.sleep(0.012)
        self.app.processEvents()

    def drag_frames(self, page, cpu: Callable[..., float]) -> tuple[float, float]:
        """CPU ms of a frame of a drag over the groups, and of one in which a label is moved.

        Measured in turns, so that a computer that gets slower meanwhile is so for both.
        """
        board = page.board
        card = board.columns[0].cards[0]
        start = board.mapFromScene(card.sceneBoundingRect().center())
        ground, label = self._bare_ground(card)
        QTest.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=start)

        def drag() -> None:
            QTest.mouseMove(board.viewport(), self._next_place())
            self._painted()

        def bare() -> None:
            place = self._next_place()
            QTest.mouseMove(ground, place)
            label.move(place)
            self._painted()

        drag()
        turns = [(cpu(drag, 1, 40), cpu(bare, 1, 40)) for _turn in range(8)]
        QTest.keyClick(board, Qt.Key.Key_Escape)
        return min(ours for ours, _bare in turns), min(bare_ for _ours, bare_ in turns)

    def _next_place(self) -> QPoint:
        n = next(self._steps)
        return QPoint(240 + n * 7 % 700, 120 + n * 3 % 300)

    def _bare_ground(self, card) -> tuple[QWidget, QLabel]:
        ground = QWidget()
        ground.resize(1126, 500)
        ground.setMouseTracking(True)
        label = QLabel("Please mend thing number 1", ground)
        label.resize(round(card.width), round(card.height))
        ground.show()
        self.app.processEvents()
        return ground, label


def resident_mb() -> float:
    """What this process holds in memory; 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0.0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6
