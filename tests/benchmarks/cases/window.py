"""From the start of the process until the window is painted, and what a command costs to begin."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.benchmarks import fixtures
from tests.benchmarks.case import Case, Command

# The program itself, as its script starts it; only the event loop is told when to end.
OURS = """
import os
from PySide6.QtWidgets import QApplication
def until(app):
    [window] = [w for w in app.topLevelWidgets() if hasattr(w, "start")]
    while not ({done}):
        app.processEvents()
    os._exit(0)
QApplication.exec = until
from ui.__main__ import start
start([])
"""
PAINTED = "window.start.seen"
FILES_SHOWN = "window.start.others.isVisible() and not window.start._turn.isActive()"
# What Qt needs for an empty window of the same size.
BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        self.seen = True
app = QApplication(["bare"])
window = Window()
window.seen = False
window.resize(1366, 768)
window.show()
while not window.seen:
    app.processEvents()
os._exit(0)
"""
# What any program with words and a button in its window pays for in this binding.
USUAL = """
import os
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QIcon, QKeySequence, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QApplication, QFrame, QHBoxLayout, QLabel, QMainWindow, QMenu, QPushButton, QRadioButton,
    QScrollArea, QStackedWidget, QStyle, QVBoxLayout, QWidget,
)
class Inside(QWidget):
    seen = False
    def paintEvent(self, event):
        super().paintEvent(event)
        self.seen = True
app = QApplication(["usual"])
window, inside = QMainWindow(), Inside()
column = QVBoxLayout(inside)
column.addWidget(QLabel("Day 12 of 30"))
column.addWidget(QPushButton("Carry on"))
window.setCentralWidget(inside)
window.resize(1366, 768)
window.show()
while not inside.seen:
    app.processEvents()
os._exit(0)
"""


def python(code: str) -> Command:
    """A process of Python that runs this code."""
    return lambda _folder, _fixture: [sys.executable, "-c", code]


def module(*arguments: str) -> Command:
    """The program's script; MADE is the fixture's workshop."""

    def command(_folder: Path, fixture: Path) -> list[str]:
        made = str(fixture / "made.cxw")
        given = [made if word == "MADE" else word for word in arguments]
        return [sys.executable, "-m", "ui", *given]

    return command


PAINT, READ = python(OURS.format(done=PAINTED)), python(OURS.format(done=FILES_SHOWN))
PASS = python("pass")


def on(display: str, suffix: str, what: str) -> tuple[Case, ...]:
    """First paints on one of Qt's platforms."""
    named = {"fixture": fixtures.recent, "sizes": (3,), "is_command": True, "display": display}
    return (
        Case(f"paint{suffix}", f"first paint{what}", "a bare window of Qt",
             PAINT, python(BARE), aims={0: {"cold x": 1.5}}, **named),
        Case(f"paint-usual{suffix}", f"first paint{what}", "with label and button",
             PAINT, python(USUAL), **named),
    )  # fmt: skip


CASES = (
    Case("start", "cold start until the first paint", "python -c pass",
         PAINT, PASS, fixtures.recent, (3,), is_command=True),
    *on("offscreen", "", ""),
    *(on("xcb", "-screen", ", on a virtual screen") if os.environ.get("DISPLAY") else ()),
    Case("start-read", "start page, {n} files read", "a bare window of Qt",
         READ, python(BARE), fixtures.recent, (3,), is_command=True),
    Case("help", "cxworkshop --help", "python -c pass", module("--help"), PASS, is_command=True),
    Case("status", "cxworkshop status, {n} cards", "python -c pass",
         module("status", "MADE"), PASS, fixtures.workshop, (300,), is_command=True),
)  # fmt: skip
