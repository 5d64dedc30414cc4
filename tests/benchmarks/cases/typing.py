"""A letter in the search of stop 3 after an edit; Qt's own items and fields in its place."""

from __future__ import annotations

from itertools import cycle

from tests.benchmarks import fixtures
from tests.benchmarks.case import Case
from tests.benchmarks.cases.board import plain, shown
from tests.benchmarks.laps import Laps

WORDS = ("q", "qu", "que", "queue")


def look_after_edit(laps: Laps) -> None:
    """A word looked for after something was written: texts are folded again."""
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
    for _n in laps:
        wanted = next(words)
        for item in view.scene().items():
            item.setOpacity(1.0 if wanted in item.text() else 0.4)
        view.viewport().repaint()


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
    Case("look-after-edit", "search of {n} cards, first after an edit", "plain items dimmed",
         look_after_edit, dim_plain, fixtures.workshop, (3_000,), rounds=3,
         aims={0: {"warm ms": 16}}),
)  # fmt: skip
