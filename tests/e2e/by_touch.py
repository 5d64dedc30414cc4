"""From nothing through stop 4 with one finger; run as a program of its own on a real display.

Prints the path of the workshop that it made. Xvfb has no touch screen, so the fingers are Qt's own
test device, which enters where a real one's touches do.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QPlainTextEdit,
    QWidget,
)

from tests.finger import FingerTip, write
from ui.app import application
from ui.start.new_workshop.page import NewWorkshopPage
from ui.theme.theme import Theme
from ui.window.main_window import MainWindow
from ui.window.placement import place

CRITERIA = ("We can improve it", "Customers would notice", "Within 30 days", "We can make it last")
WORDS = ("ring me when it is ready", "ring before you bake", "more rye", "a bench", "open at eight")


class Finger:
    """Taps what has a name."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self._device = QTest.createTouchDevice()

    @property
    def page(self):
        assert self.window.desk is not None
        return self.window.desk.page

    def on(self, widget: QWidget) -> FingerTip:
        return FingerTip(self._device, widget)

    def named(self, name: str, place: QWidget | None = None) -> QWidget:
        for widget in (place or self.window).findChildren(QWidget):
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            if widget.isVisible() and name in {widget.accessibleName(), text.replace("&", "")}:
                return widget
        raise AssertionError(name)

    def starting(self, start: str) -> QWidget:
        for widget in self.window.findChildren(QAbstractButton):
            if widget.isVisible() and widget.accessibleName().startswith(start):
                return widget
        raise AssertionError(start)

    def tap(self, name: str) -> None:
        self.on(self.named(name)).tap()
        QTest.qWait(30)


def done(window: QWidget) -> None:
    """The key for it of a keyboard on the screen."""
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()


def _opened(window: QWidget) -> NewWorkshopPage:
    """The page of a new workshop, once it is there."""
    for _turn in range(200):
        page = window.content.new
        if page is not None and page.isVisible():
            return page
        QTest.qWait(50)
    raise AssertionError("no page of a new workshop")


def begin(finger: Finger) -> None:
    """The team’s name; all else stays as it is."""
    finger.tap("New workshop")
    page = Finger(_opened(finger.window))
    page.tap("Team")
    page.named("Team").selectAll()
    write("Harbour", page.window)
    page.tap("Start without paper")
    for _turn in range(200):
        if finger.window.bridge is not None:
            return
        QTest.qWait(50)
    raise AssertionError("no workshop")


def prepare(finger: Finger) -> None:
    finger.tap("Whom we serve: Add a kind of customer")
    write("regulars", finger.window)
    done(finger.window)
    finger.tap("Questions")
    words = finger.window.bridge.workshop.prepare.questions.all()[1].words
    finger.tap(words)


def talk(finger: Finger) -> None:
    finger.on(finger.starting("Stop 2, ")).tap()
    box = finger.page.findChildren(QPlainTextEdit)[0]
    for words in WORDS:
        finger.on(box.viewport()).tap()
        finger.tap("Quick")
        write(words, finger.window)
        done(finger.window)
        QTest.qWait(20)
        finger.on(finger.starting("That was customer")).tap()


def group(finger: Finger) -> None:
    finger.on(finger.starting("Stop 3, ")).tap()
    QTest.qWait(50)
    board = finger.page.board

    def middle(code: int) -> QPoint:
        item = next(i for i in board.cards.values() if i.face.card.code == code)
        return board.board_layout.area_of(item).center()

    finger.on(board.viewport()).drag(middle(2), middle(1), hold=True)
    QTest.qWait(500)
    for code in (3, 4):
        finger.on(board.viewport()).tap(middle(code))
        QTest.qWait(500)
    finger.on(finger.starting("Group")).tap()
    QTest.qWait(50)


def pick(finger: Finger) -> None:
    finger.on(finger.starting("Stop 4, ")).tap()
    QTest.qWait(50)
    page = finger.page
    rows = page.list.viewport()

    def row(n: int) -> QPoint:
        return page.list.visualItemRect(page.list.item(n)).center()

    slot = page.slots[0]
    there = rows.mapFromGlobal(slot.mapToGlobal(slot.rect().center()))
    finger.on(rows).drag(row(0), there, hold=True)
    QTest.qWait(50)
    for n in (1, 2):
        finger.on(rows).tap(row(n))
        QTest.qWait(500)
        finger.on(page.slots[n].button).tap()
        QTest.qWait(50)
    for criterion in CRITERIA:
        finger.tap(f"{criterion}, yes")


def main() -> None:
    app = application()
    theme = Theme(app)
    theme.apply()
    window = MainWindow(theme)
    place(window)
    window.show()
    window.activateWindow()
    QTest.qWait(300)
    finger = Finger(window)
    for part in (begin, prepare, talk, group, pick):
        part(finger)
    path = window.bridge.workshop.path
    window.close()
    print(path)


main()
sys.stdout.flush()
