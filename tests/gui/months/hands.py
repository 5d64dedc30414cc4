"""Two ways to use the window: with the mouse, and with keys alone. Words are typed in both."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from ui.widgets.buttons import ChoiceButton
from ui.widgets.radio_buttons import RadioButton
from ui.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
TURNS = 3  # of the event loop after a key or a click
MOST_TABS = 250
FIELDS = (QLineEdit, QPlainTextEdit)
READINGS = 6000  # turns of 10 ms in which files are read and written


def settle() -> None:
    for _turn in range(TURNS):
        QApplication.processEvents()


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait for a disk, for longer than a busy machine could need."""
    for _while in range(READINGS):
        if is_so():
            return
        QTest.qWait(10)
    raise AssertionError(is_so)


class Person(ABC):
    """Sits before the window, and finds what is in front by its name."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def front(self) -> QWidget:
        """The dialog in front, or the window."""
        return QApplication.activeModalWidget() or self.window

    def all_in_sight(self, kind: type = QWidget) -> list[QWidget]:
        return [w for w in self.front.findChildren(kind) if w.isVisible()]

    def see(self, name: str, kind: type = QWidget) -> QWidget:
        """The first widget with this name; one that ends in * is the beginning of it."""
        widgets = self.all_in_sight(kind)
        found = [widget for widget in widgets if _is_called(widget, name)]
        assert found, f"{name!r} is not among {sorted({*filter(None, map(called, widgets))})}"
        return found[0]

    def sees(self, name: str) -> bool:
        return any(_is_called(widget, name) for widget in self.all_in_sight())

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)
        settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.front, key, held)
        settle()

    def fill(self, name: str, text: str, *, enter: bool = False) -> None:
        """Type into a field in place of what stands there; leave it by Enter or not at all."""
        self.go_to(self._field(name))
        self.key(Qt.Key.Key_A, CTRL)
        self.type(text)
        if enter:
            self.key(Qt.Key.Key_Return)
            self.keyboard_is_on_the_page()

    def press(self, name: str) -> None:
        button = self.see(name, QAbstractButton)
        assert button.isEnabled(), f"{name!r} can’t be pressed"
        self.push(button)
        self.keyboard_is_on_the_page(after=name)

    def keyboard_is_on_the_page(self, after: str = "Enter") -> None:
        """After every action it is in the page or the dialog, in sight, and never on Undo."""
        if self.window.desk is None:
            return
        if QApplication.activeWindow() is None:  # off screen none is, after a dialog
            self.window.activateWindow()
            settle()
        now = QApplication.focusWidget()
        inside = self.window.desk.page if self.front is self.window else self.front
        assert now is not None, f"nobody has the keyboard after {after!r}"
        is_there = inside is now or inside.isAncestorOf(now)
        assert is_there, f"{called(now)!r} has the keyboard after {after!r}"
        seen = now.viewport() if isinstance(now, QAbstractScrollArea) else now
        is_seen = not seen.visibleRegion().isEmpty()
        assert is_seen, f"{called(now)!r} is out of sight after {after!r}"

    def _field(self, name: str) -> QWidget:
        """The field itself, which in a choice or a day is inside of what has the name."""
        fields = [w for kind in FIELDS for w in self.all_in_sight(kind) if _is_called(w, name)]
        return fields[0] if fields else self.see(name, QComboBox)

    @abstractmethod
    def go_to(self, widget: QWidget) -> None:
        """Bring the keyboard to it."""

    @abstractmethod
    def push(self, button: QAbstractButton) -> None:
        """Press it."""

    @abstractmethod
    def open_stop(self, number: int) -> None:
        """Open a stop from the rail."""

    @abstractmethod
    def choose_row(self, rows: QAbstractItemView, row: int) -> None:
        """Make a row of a list the current one."""

    @abstractmethod
    def choose_tab(self, tabs: QTabBar, place: int) -> None:
        """Open a tab."""


class ByMouse(Person):
    """Clicks on what can be seen; turns the wheel to see more."""

    def click_at(self, widget: QWidget, here: QPoint) -> None:
        """Click on the window at this point of a widget: nothing may lie over it."""
        top = widget.window()
        there = widget.mapTo(top, here)
        hit = top.childAt(there)
        known = called(hit) if hit else ""
        assert hit is not None, f"{called(widget)!r} is outside of the window"
        assert hit is widget or widget.isAncestorOf(hit), f"{known!r} covers {called(widget)!r}"
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(top, there))
        settle()

    def go_to(self, widget: QWidget) -> None:
        self.click_at(widget, self._scroll_to(widget))

    def push(self, button: QAbstractButton) -> None:
        self.go_to(button)

    def open_stop(self, number: int) -> None:
        self.press(f"Stop {number}, *")

    def choose_from_menu(self, widget: QWidget, here: QPoint, words: str) -> None:
        """Click there with the right button, and on these words in the menu that opens."""
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=here)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, widget.mapToGlobal(here))
        QApplication.sendEvent(widget, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
        place = menu.actionGeometry(action).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        settle()

    def choose_row(self, rows: QAbstractItemView, row: int) -> None:
        self._scroll_to(rows)
        index = rows.model().index(row, 0)
        for _turn in range(200):
            box = rows.visualRect(index)
            if rows.viewport().rect().contains(box.center()):
                break
            _wheel(rows.viewport(), up=box.center().y() < 0)
        self.click_at(rows.viewport(), box.center())

    def choose_tab(self, tabs: QTabBar, place: int) -> None:
        box = tabs.tabRect(place)
        area = _areas_of(tabs)
        if area:
            area[0].ensureVisible(box.center().x(), box.center().y())  # the strip’s own arrows
        self.click_at(tabs, box.center())

    def _scroll_to(self, widget: QWidget) -> QPoint:
        """Turn the wheel over what scrolls until it can be seen; return a point in sight."""
        for area in _areas_of(widget):
            for _turn in range(200):
                there = widget.mapTo(area.viewport(), widget.rect().center())
                if area.viewport().rect().contains(there):
                    break
                bar = area.verticalScrollBar()
                was = bar.value()
                _wheel(area.viewport(), up=there.y() < 0)
                if bar.value() == was:
                    break
        seen = widget.visibleRegion().boundingRect()
        assert not seen.isEmpty(), f"{called(widget)!r} can’t be scrolled to"
        middle = widget.rect().center()
        return middle if seen.contains(middle) else seen.center()


class ByKeys(Person):
    """Walks by Tab and arrows, and uses the keys that the screen names."""

    def go_to(self, widget: QWidget) -> None:
        """Press Tab until it has the keyboard, which must be seen then."""
        passed = []
        for _step in range(MOST_TABS):
            now = QApplication.focusWidget()
            if now is widget:
                break
            passed.append(called(now) if now else "nobody")
            key = _arrow_to(now, widget) or Qt.Key.Key_Tab
            QTest.keyClick(now or self.front, key)
            QApplication.processEvents()
        else:
            raise AssertionError(f"Tab never comes to {called(widget)!r}: {passed[:80]}")
        settle()
        assert not widget.visibleRegion().isEmpty(), f"{called(widget)!r} is not scrolled to"

    def push(self, button: QAbstractButton) -> None:
        self.go_to(button)
        self.key(Qt.Key.Key_Space)

    def open_stop(self, number: int) -> None:
        QTest.keyClick(self.window, getattr(Qt.Key, f"Key_{number}"), CTRL)
        settle()

    def choose_row(self, rows: QAbstractItemView, row: int) -> None:
        self.go_to(rows)
        while rows.currentIndex().row() != row:
            self.key(Qt.Key.Key_Down if rows.currentIndex().row() < row else Qt.Key.Key_Up)

    def choose_tab(self, tabs: QTabBar, place: int) -> None:
        while tabs.currentIndex() != place:
            was = tabs.currentIndex()
            self.key(Qt.Key.Key_PageDown, CTRL)
            assert tabs.currentIndex() != was, "Ctrl+PgDown does not turn the tab"


def called(widget: QWidget) -> str:
    """The name of a widget, or the words on it."""
    words = widget.text().replace("&&", "&") if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def _is_called(widget: QWidget, name: str) -> bool:
    words = widget.text().replace("&&", "&") if isinstance(widget, QAbstractButton) else ""
    if name.endswith("*"):
        return widget.accessibleName().startswith(name[:-1])
    return name in (widget.accessibleName(), words)


def _areas_of(widget: QWidget) -> list[QAbstractScrollArea]:
    """What scrolls it, the innermost first."""
    found, above = [], widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QScrollArea):
            found.append(above)
        above = above.parentWidget()
    return found


def _wheel(viewport: QWidget, *, up: bool) -> None:
    """Turn the wheel a notch with the mouse in the middle of it."""
    here = QPointF(viewport.rect().center())
    everywhere = QPointF(viewport.mapToGlobal(viewport.rect().center()))
    turn = QPoint(0, 120 if up else -120)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(here, everywhere, QPoint(), turn, buttons, NONE, phase, False)
    QApplication.sendEvent(viewport, wheel)
    QApplication.processEvents()


def _arrow_to(now: QWidget | None, there: QWidget) -> Qt.Key | None:
    """The arrow that leads from one of a few answers to another, which Tab passes over."""
    kinds = (ChoiceButton, RadioButton)
    if not isinstance(now, kinds) or not isinstance(there, kinds):
        return None
    if now.parentWidget() is not there.parentWidget():
        return None
    is_right = (there.y(), there.x()) > (now.y(), now.x())
    return Qt.Key.Key_Right if is_right else Qt.Key.Key_Left
