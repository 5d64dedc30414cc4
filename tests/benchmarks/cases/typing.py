"""A letter in the search of stop 3, and Enter at stop 2."""

from __future__ import annotations

from itertools import cycle

from tests.benchmarks import fixtures
from tests.benchmarks.case import GROWTH, Case
from tests.benchmarks.cases.board import plain, shown
from tests.benchmarks.laps import Laps

WORDS = ("q", "qu", "que", "queue")


def look_for(laps: Laps) -> None:
    """Another word each time: cards step back or stand out, and are painted so."""
    _app, page = shown(laps)
    words = cycle(WORDS)
    for _n in laps.of(8):
        page.tools_row.look_for(next(words))
        page.board.viewport().repaint()


def look_after_edit(laps: Laps) -> None:
    """The same, after something was written: texts are folded again."""
    _app, page = shown(laps)
    words = cycle(WORDS)
    for n in laps:
        with laps.off():
            page.tools_row.look_for("")
            page.workshop.prepare.promises.add(f"Something that is written meanwhile {n}")
        page.tools_row.look_for(next(words))
        page.board.viewport().repaint()


def dim_plain(laps: Laps) -> None:
    """Plain items without the word get another opacity, and the view is painted."""
    _app, view = plain(laps)
    words = cycle(WORDS)
    for _n in laps.of(8):
        wanted = next(words)
        for item in view.scene().items():
            item.setOpacity(1.0 if wanted in item.text() else 0.4)
        view.viewport().repaint()


def enter(laps: Laps) -> None:
    """Words and Enter at stop 2 in the whole window, until the next can be typed."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from tests.benchmarks.cases.edits import opened
    from ui.app import application
    from ui.bridge import Bridge
    from ui.theme.theme import Theme
    from ui.window.desk import Desk

    app = application(["bench"])
    theme = Theme(app)
    theme.apply()
    desk = Desk(Bridge(opened(laps)), theme)
    desk.resize(1366, 716)
    desk.show()
    desk.go(2)
    app.processEvents()
    desk.grab()
    for n in laps:
        capture = desk.page.capture
        capture.setPlainText(f"Something else should be mended {n}")
        QTest.keyClick(capture, Qt.Key.Key_Return)
        app.processEvents()


def enter_plain(laps: Laps) -> None:
    """Words and Enter in Qt's own field, which go to the end of Qt's own list."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget

    app = QApplication(["bare"])
    window = QWidget()
    column = QVBoxLayout(window)
    words, said = QListWidget(), QLineEdit()
    column.addWidget(words)
    column.addWidget(said)
    words.addItems(fixtures.sentences(laps.size, laps.size))
    said.returnPressed.connect(lambda: (words.addItem(said.text()), said.clear()))
    window.resize(1366, 716)
    window.show()
    app.processEvents()
    window.grab()
    for n in laps:
        said.setText(f"Something else should be mended {n}")
        QTest.keyClick(said, Qt.Key.Key_Return)
        app.processEvents()


CASES = (
    Case("look", "search of {n} cards, hits shown", "plain items dimmed",
         look_for, dim_plain, fixtures.workshop, GROWTH, growth=True, rounds=3,
         aims={3_000: {"warm ms": 16}, -1: {"exponent": 1.1}}),
    Case("look-after-edit", "the same, first after an edit, {n}", "plain items dimmed",
         look_after_edit, dim_plain, fixtures.workshop, (3_000,), rounds=3,
         aims={0: {"warm ms": 16}}),
    Case("enter", "Enter at stop 2 with {n} cards", "Qt's field and list",
         enter, enter_plain, fixtures.workshop, GROWTH, growth=True, rounds=3,
         aims={3_000: {"warm ms": 50}, -1: {"exponent": 1.1}}),
)  # fmt: skip
