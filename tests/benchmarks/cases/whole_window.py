"""What a person waits for in the whole window: the CPU time of the screen's thread alone.

Nothing is painted that Qt would not paint; a lap ends with the frame that shows the change.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.benchmarks import fixtures
from tests.benchmarks.case import GROWTH, Case
from tests.benchmarks.cases.board import FRAME, FRAMES, move_plain, open_plain, scroll_plain
from tests.benchmarks.cases.typing import WORDS, dim_plain, enter_plain
from tests.benchmarks.laps import Laps, read_share, read_thread

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.stops.pick.page import PickPage
    from ui.window.desk import Desk
    from ui.window.main_window import MainWindow

SIZE = (1366, 768)  # pixels


def empty_window() -> tuple[QApplication, MainWindow]:
    """The window on its start page, as it is begun with."""
    from ui.app import application
    from ui.theme.theme import Theme
    from ui.window.main_window import MainWindow

    app = application(["bench"])
    theme = Theme(app)
    theme.apply()
    window = MainWindow(theme)
    window.resize(*SIZE)
    window.show()
    return app, window


def opened(laps: Laps, stop: int) -> tuple[QApplication, MainWindow]:
    """A copy of the fixture's workshop at a stop; from here on the screen's thread is measured."""
    import shutil

    laps.read = read_thread
    app, window = empty_window()
    path = laps.folder / "made.cxw"
    shutil.copy(laps.fixture / "made.cxw", path)
    window.open(path)
    while window.desk is None:  # a thread reads the file
        app.processEvents()
        time.sleep(0.005)
    window.desk.go(stop)
    rest(app)
    return app, window


def at(laps: Laps, stop: int) -> tuple[QApplication, Desk]:
    """The same, with its Desk."""
    app, window = opened(laps, stop)
    assert window.desk is not None
    return app, window.desk


def frame(app: QApplication) -> None:
    """Let Qt do what waits, and paint what has changed."""
    app.processEvents()
    time.sleep(FRAME)
    app.processEvents()


def rest(app: QApplication) -> None:
    """Let everything end that a page began when it was opened."""
    for _n in range(10):
        frame(app)


def _open(laps: Laps, before: int, stop: int) -> None:
    """A stop is opened from another one for the first time; no warm lap."""
    app, desk = at(laps, before)
    for _n in laps:
        desk.go(stop)
        frame(app)


def open_board(laps: Laps) -> None:
    """Stop 3, from stop 2."""
    _open(laps, 2, 3)


def open_pick(laps: Laps) -> None:
    """Stop 4, from stop 3."""
    _open(laps, 3, 4)


def scroll(laps: Laps) -> None:
    """One notch of the wheel over what is not grouped; the 95th of a hundred frames."""
    from PySide6.QtCore import QPoint

    app, desk = at(laps, 3)
    for n in laps:
        down = 60 if n % FRAMES < FRAMES / 2 else -60
        desk.page.board.board_layout.scrolling.by(QPoint(400, 120), 0, down)
        frame(app)


def _walk(app: QApplication, laps: Laps, widget) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    for _n in laps:
        QTest.keyClick(widget, Qt.Key.Key_Down)
        frame(app)


def walk_board(laps: Laps) -> None:
    """An arrow key from card to card at stop 3."""
    app, desk = at(laps, 3)
    _walk(app, laps, desk.page.board)


def walk_candidates(laps: Laps) -> None:
    """An arrow key from line to line at stop 4."""
    app, desk = at(laps, 4)
    _walk(app, laps, desk.page.list)


def drop(laps: Laps) -> None:
    """The first loose card goes into one group after the other."""
    app, desk = at(laps, 3)
    for n in laps:
        _drop(desk, n)
        frame(app)


def _drop(desk: Desk, n: int) -> None:
    board = desk.page.board
    board.selection.focus_card(board.columns[0].cards[0].face.card.id)
    board.drag.begin(board.selection.cards(), "drag")
    board.drag.drop(board.drag.target_of(board.columns[1 + n % fixtures.GROUPS]))


def undo_drop(laps: Laps) -> None:
    """A drop is taken back."""
    app, desk = at(laps, 3)
    for n in laps:
        with laps.off():
            _drop(desk, n)
            rest(app)
        desk.bridge.undo()
        frame(app)


def group(laps: Laps) -> None:
    """G makes a group of the first two loose cards; its headline is open."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    app, desk = at(laps, 3)
    for n in laps:
        with laps.off():
            desk.page.board.headlines.panel.field.leave()
            if n:  # or the smallest board has no loose cards left
                desk.bridge.undo()
            two = [card.face.card.id for card in desk.page.board.columns[0].cards[:2]]
            desk.page.board.selection.focus_card(two[0])
            desk.page.board.selection.select_also(two)
            rest(app)
        QTest.keyClick(desk.page.board, Qt.Key.Key_G)
        frame(app)


def look_for(laps: Laps) -> None:
    """Letters in the search field, one after the other."""
    app, desk = at(laps, 3)
    for n in laps:
        desk.page.tools_row.look_for(WORDS[n % len(WORDS)])
        frame(app)


def open_tree(laps: Laps) -> None:
    """F2 brings the tree to the front for the first time; no warm lap."""
    app, desk = at(laps, 3)
    for _n in laps:
        desk.page.switch_view()
        frame(app)


def undo_in_tree(laps: Laps) -> None:
    """A grouping is taken back while the tree is in front."""
    app, desk = at(laps, 3)
    desk.page.switch_view()
    rest(app)
    loose = desk.page.workshop.big_list.board().loose
    for n in laps:
        with laps.off():
            desk.page.workshop.big_list.group([loose[n].id])
            rest(app)
        desk.bridge.undo()
        frame(app)


def pick(laps: Laps) -> None:
    """1 puts a line into the first slot."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    app, desk = at(laps, 4)
    for n in laps:
        with laps.off():
            _free(desk.page)
            desk.page.list.choose(n)
            rest(app)
        QTest.keyClick(desk.page.list, Qt.Key.Key_1)
        frame(app)


def undo_pick(laps: Laps) -> None:
    """A pick is taken back."""
    app, desk = at(laps, 4)
    for n in laps:
        with laps.off():
            desk.page.list.choose(n)
            desk.page.list.slot_wanted.emit(1)
            rest(app)
        desk.bridge.undo()
        frame(app)


def judge(laps: Laps) -> None:
    """A criterion of a pick is answered, one way and the other."""
    from cxworkshop.model import Criterion, CriterionAnswer

    app, desk = at(laps, 4)
    desk.page.list.slot_wanted.emit(1)
    rest(app)
    answers = (CriterionAnswer.YES, CriterionAnswer.NO)
    for n in laps:
        answer = answers[n % 2]
        desk.page.slots[0].judged.emit(next(iter(Criterion)), answer, "because")
        frame(app)


def _free(page: PickPage) -> None:
    if page.workshop.pick.slots():
        page.workshop.pick.take_out(1)


def _all_stops(laps: Laps, last: int) -> tuple[QApplication, MainWindow]:
    """Every stop was opened, as after a meeting; one of them is in front."""
    app, window = opened(laps, 1)
    for stop in (*range(2, 9), last):
        window.go(stop)
        frame(app)
    rest(app)
    return app, window


def darken(laps: Laps) -> None:
    """From light to dark at stop 3 and back, all stops opened before."""
    app, window = _all_stops(laps, 3)
    for n in laps:
        with laps.off():
            for stop in (*range(1, 9), 3) if n > 1 else ():
                window.go(stop)
                frame(app)
            rest(app)
        window.theme.apply(dark=not window.theme.is_dark)
        frame(app)


def enlarge(laps: Laps) -> None:
    """Another text size at stop 3, all stops opened before."""
    app, window = _all_stops(laps, 3)
    sizes = (100, 115, 130)
    for n in laps:
        with laps.off():
            rest(app)
        window.theme.resize(sizes[n % len(sizes)])
        frame(app)


def enter(laps: Laps) -> None:
    """Words and Enter at stop 2, until the next can be typed."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    app, desk = at(laps, 2)
    capture = desk.page.capture
    for n in laps:
        with laps.off():
            capture.setPlainText(f"Something else should be mended {n}")
            rest(app)
        QTest.keyClick(capture, Qt.Key.Key_Return)
        frame(app)


def hint(laps: Laps) -> None:
    """The first time that words are typed and similar cards are shown beside them; no warm lap."""
    app, desk = at(laps, 2)
    for _n in laps:
        desk.page.capture.setPlainText("The queue took forty minutes")
        desk.page.sidebar.near.asked.emit()
        frame(app)


def close(laps: Laps) -> None:
    """The workshop is closed at stop 3, and the start page shown; no warm lap."""
    app, window = _all_stops(laps, 3)
    for _n in laps:
        window.close_workshop()
        frame(app)


def idle(laps: Laps) -> None:
    """The start page with its files read, and nothing to do: what it holds."""
    from ui.start.recent_files import recent

    laps.read = read_share
    app, window = empty_window()
    for _n in laps:
        while not window.start.seen:
            frame(app)
        assert recent(), "there are no files to read"
        for _turn in range(50):
            frame(app)


def idle_bare(laps: Laps) -> None:
    """An empty window of Qt."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    laps.read = read_share
    app = QApplication(["bare"])
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    for _n in laps:
        frame(app)


STRAIGHT = {"exponent": 1.1}
SIZES = (43, *GROWTH)
OVER = {"fixture": fixtures.workshop, "sizes": SIZES, "growth": True}
NOTHING = ("–", None)


def _warm(name: str, what: str, sides, most: float, **more) -> Case:
    """A row of what is done again and again, against what Qt does alone."""
    ours, against, bare = sides
    aims = {3_000: {"warm ms": most}, -1: STRAIGHT}
    return Case(name, f"{what}, {{n}} cards", against, ours, bare, **{"aims": aims, **OVER, **more})


def _cold(name: str, what: str, sides, most: float) -> Case:
    """A row of what is done once."""
    aims = {3_000: {"cold ms": most}, -1: STRAIGHT}
    return _warm(name, what, sides, most, rounds=0, aims=aims)


ITEMS, SCROLLED = ("plain text items", open_plain), ("plain items scrolled", scroll_plain)
MOVED, DIMMED = ("a plain item moved", move_plain), ("plain items dimmed", dim_plain)
FIELD = ("Qt’s field and list", enter_plain)
CASES = (
    _cold("stop-3", "stop 3 opened", (open_board, *ITEMS), 250),
    _warm("scroll", "a notch of the wheel", (scroll, *SCROLLED), 8, rounds=100, share=0.95),
    _warm("arrow", "an arrow key at stop 3", (walk_board, *SCROLLED), 8, rounds=FRAMES),
    _warm("drop", "a drop", (drop, *MOVED), 50),
    _warm("undo", "a drop undone", (undo_drop, *MOVED), 50),
    _warm("group", "two cards grouped", (group, *MOVED), 50),
    _warm("look", "a letter in the search", (look_for, *DIMMED), 16, rounds=8),
    _cold("tree", "the tree opened", (open_tree, *NOTHING), 100),
    _warm("tree-undo", "undo in the tree", (undo_in_tree, *NOTHING), 60),
    _cold("stop-4", "stop 4 opened", (open_pick, *NOTHING), 150),
    _warm("arrow-4", "an arrow key at stop 4", (walk_candidates, *NOTHING), 8, rounds=FRAMES),
    _warm("pick", "a pick", (pick, *NOTHING), 50),
    _warm("pick-undo", "a pick undone", (undo_pick, *NOTHING), 50),
    _warm("judge", "a criterion answered", (judge, *NOTHING), 50),
    _warm("dark", "dark or light", (darken, *NOTHING), 200),
    _warm("text-size", "another text size", (enlarge, *NOTHING), 400),
    _warm("enter", "Enter at stop 2", (enter, *FIELD), 40),
    _cold("hint", "similar cards, first shown", (hint, *NOTHING), 30),
    _cold("close", "the workshop closed", (close, *NOTHING), 100),
    Case("idle", "the start page of {n} files, idle", "a bare window of Qt",
         idle, idle_bare, fixtures.recent, (3,), rounds=0, aims={0: {"MB": 60}}),
)  # fmt: skip
