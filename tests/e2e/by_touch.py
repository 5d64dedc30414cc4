"""From nothing to a locked plan with one finger; run as a program of its own on a real display.

Prints how many gestures it took, and the path of the workshop that it made. Xvfb has no
touch screen, so the fingers are Qt's own test device, which enters where a real one's touches do.
What is out of sight is swiped into sight first, as a person has to.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QWidget,
)

from tests.finger import FingerTip, write
from ui.app import application
from ui.start.new_workshop.page import NewWorkshopPage
from ui.theme.theme import Theme
from ui.window.main_window import MainWindow

CRITERIA = ("We can improve it", "Customers would notice", "Within 30 days", "We can make it last")
WORDS = ("ring me when it is ready", "ring before you bake", "more rye", "a bench", "open at eight")


SMALLEST = QSize(1280, 720)  # the smallest screen that we promise
MOST_SWIPES = 20
TURNS = 1_000  # of 50 milliseconds, on a busy machine


class Finger:
    """Taps what has a name, and counts its gestures: taps, drags, swipes, and fields typed into.

    Swiping one thing into sight is counted once: how far a swipe glides depends on how busy
    the machine is, and so does how many of them it takes.
    """

    def __init__(self, window: MainWindow, gestures: list[str] | None = None) -> None:
        self.window = window
        self.gestures: list[str] = [] if gestures is None else gestures
        self._device = QTest.createTouchDevice()

    @property
    def page(self):
        assert self.window.desk is not None
        return self.window.desk.page

    def on(self, widget: QWidget) -> FingerTip:
        return FingerTip(self._device, widget)

    def touch(self, widget: QWidget) -> None:
        """Tap its middle, after swiping it into sight."""
        self.bring_into_sight(widget)
        self.gestures.append(f"tap {widget.accessibleName() or type(widget).__name__}")
        self.on(widget).tap()
        QTest.qWait(30)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        self.gestures.append("drag")
        self.on(widget).drag(start, end, hold=True)
        QTest.qWait(50)

    def touch_at(self, widget: QWidget, point: QPoint) -> None:
        self.gestures.append("tap a card or a line")
        self.on(widget).tap(point)
        QTest.qWait(500)  # longer than a double tap

    def write(self, words: str) -> None:
        self.gestures.append(f"type {words}")
        write(words, self.window)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Swipe the page until nothing lies between the finger and the middle of a widget."""
        name = widget.accessibleName() or type(widget).__name__
        for swipe in range(MOST_SWIPES):
            if self._is_in_reach(widget):
                return
            if not swipe:
                self.gestures.append(f"swipe to {name}")
            self._swipe_towards(widget)
        raise AssertionError(f"{name} can't be swiped into sight")

    def wait_for_rest(self, name: str) -> None:
        """Wait until the sheet stands still: what is written moves what is below it."""
        self._until_still(lambda: self.named(name).mapTo(self.window, QPoint()))

    def _until_still(self, where: Callable[[], object]) -> None:
        was = None
        for _turn in range(TURNS):
            now = where()
            if now == was:
                return
            was = now
            QTest.qWait(50)

    def _is_in_reach(self, widget: QWidget) -> bool:
        window = widget.window()
        met = window.childAt(widget.mapTo(window, widget.rect().center()))
        return met is not None and (met is widget or widget.isAncestorOf(met))

    def _swipe_towards(self, widget: QWidget) -> None:
        area = widget.parentWidget()
        while area is not None and not _can_scroll(area):
            area = area.parentWidget()
        assert isinstance(area, QAbstractScrollArea), f"{widget.accessibleName()} is out of reach"
        view = area.viewport()
        middle = view.rect().center()
        below = widget.mapTo(view, widget.rect().center()).y() > middle.y()
        step = QPoint(0, view.height() // 3)
        start, end = (middle + step, middle - step) if below else (middle - step, middle + step)
        self.on(view).drag(start, end, hold=False)
        self._until_still(area.verticalScrollBar().value)  # it glides on

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
        self.touch(self.named(name))


def _can_scroll(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractScrollArea):
        return False
    return widget.verticalScrollBar().maximum() > 0


def done(window: QWidget) -> None:
    """The key for it of a keyboard on the screen."""
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()


def _opened(window: QWidget) -> NewWorkshopPage:
    """The page of a new workshop, once it is there."""
    for _turn in range(TURNS):
        page = window.content.new
        if page is not None and page.isVisible():
            return page
        QTest.qWait(50)
    raise AssertionError("no page of a new workshop")


def begin(finger: Finger) -> None:
    """The team’s name; all else stays as it is."""
    finger.tap("New workshop")
    page = Finger(_opened(finger.window), finger.gestures)
    page.tap("Team")
    page.named("Team").selectAll()
    page.write("Harbour")
    page.tap("Start without paper")
    for _turn in range(TURNS):
        if finger.window.bridge is not None:
            return
        QTest.qWait(50)
    raise AssertionError("no workshop")


def prepare(finger: Finger) -> None:
    finger.tap("Whom we serve: Add a kind of customer")
    finger.write("regulars")
    done(finger.window)
    finger.tap("Questions")
    words = finger.window.bridge.workshop.prepare.questions.all()[1].words
    finger.tap(words)


def talk(finger: Finger) -> None:
    finger.touch(finger.starting("Stop 2, "))
    box = finger.page.findChildren(QPlainTextEdit)[0]
    for words in WORDS:
        finger.touch(box.viewport())
        finger.tap("Quick")
        finger.write(words)
        finger.tap("Save")
        finger.touch(finger.starting("That was customer"))


def group(finger: Finger) -> None:
    finger.touch(finger.starting("Stop 3, "))
    QTest.qWait(50)
    board = finger.page.board

    def middle(code: int) -> QPoint:
        item = next(i for i in board.cards.values() if i.face.card.code == code)
        return board.board_layout.area_of(item).center()

    finger.drag(board.viewport(), middle(2), middle(1))
    QTest.qWait(500)
    for code in (3, 4):
        finger.touch_at(board.viewport(), middle(code))
    finger.touch(finger.starting("Group"))
    QTest.qWait(50)


def pick(finger: Finger) -> None:
    finger.touch(finger.starting("Stop 4, "))
    QTest.qWait(50)
    page = finger.page
    rows = page.list.viewport()

    def row(n: int) -> QPoint:
        return page.list.rect_at(n).center()

    slot = page.slots[0]
    there = rows.mapFromGlobal(slot.mapToGlobal(slot.rect().center()))
    finger.drag(rows, row(0), there)
    for n in (1, 2):
        finger.touch_at(rows, row(n))
        finger.touch(page.slots[n].button)
    for criterion in CRITERIA:
        finger.tap(f"{criterion}, yes")


def lock(finger: Finger) -> None:
    """Stop 5: who owns it, who gives the licence, when it starts; then the plan is locked."""
    finger.touch(finger.starting("Stop 5, "))
    for name, words in (("Given by", "Helena"), ("Who owns it", "Mira"), ("Start", "today")):
        finger.wait_for_rest(name)
        finger.tap(name)
        finger.write(words)
        done(finger.window)
    finger.wait_for_rest("Lock the plan")
    finger.tap("Lock the plan")


def main() -> None:
    app = application()
    theme = Theme(app)
    theme.apply()
    window = MainWindow(theme)
    window.resize(SMALLEST)
    window.show()
    window.activateWindow()
    QTest.qWait(300)
    finger = Finger(window)
    for part in (begin, prepare, talk, group, pick, lock):
        part(finger)
    path = window.bridge.workshop.path
    window.close()
    print(len(finger.gestures))
    print(path)


main()
sys.stdout.flush()
