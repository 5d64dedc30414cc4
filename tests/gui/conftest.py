"""The window as a person uses it: shown off screen, driven by mouse and keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from coverage import Coverage
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from cxworkshop import i18n
from cxworkshop.model import Criterion, CriterionAnswer, PickId
from cxworkshop.workshop import Workshop
from tests.gui.painted import Unpainted, settle
from tests.gui.surface_workshops import make
from ui.app import application
from ui.theme.motion import let_move
from ui.theme.qt_language import translate_qt
from ui.theme.theme import Theme
from ui.widgets.open_lines import OpenPlace
from ui.window.main_window import MainWindow


class Hands:
    """What a person can do: see, click, type. Widgets are found by their accessible names."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def workshop(self) -> Workshop:
        assert self.window.bridge is not None
        return self.window.bridge.workshop

    @property
    def page(self):
        assert self.window.desk is not None
        return self.window.desk.page

    def go(self, number: int) -> None:
        """Open a stop by Ctrl+1 … Ctrl+8."""
        key = getattr(Qt.Key, f"Key_{number}")
        QTest.keyClick(self.window, key, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        assert self.window.desk is not None
        assert self.window.desk.here == number

    def find(self, name: str, kind: type = QWidget) -> QWidget:
        """The first visible widget with this name."""
        seen = [w for w in self.window.findChildren(kind) if w.isVisible()]
        found = [w for w in seen if w.accessibleName() == name or _text(w) == name]
        assert found, f"{name!r} is not among {sorted(filter(None, map(_name, seen)))}"
        return found[0]

    def click(self, name: str) -> None:
        press = self.find(name, QAbstractButton)
        assert press.isEnabled()
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def click_slowly(self, button: QWidget, at: QPoint | None = None) -> None:
        """Click as a hand does: what follows from the press happens before it is let go."""
        settle()
        at = at or QPoint(12, 10)  # on the first line of its words
        place = button.mapTo(button.window(), at)
        QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=at)
        QTest.qWait(120)
        there = button.mapFrom(button.window(), place)  # it may have moved; the hand has not
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=there)
        QTest.qWait(40)  # what waits until it is let go
        settle()

    def type_into(self, name: str, text: str, *, enter: bool = False) -> None:
        """Click into a field, type, and leave it by Tab or Enter."""
        field = self.find(name, QLineEdit)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return if enter else Qt.Key.Key_Tab)
        QApplication.processEvents()

    def rewrite(self, name: str, words: str) -> None:
        """Click into a text area, type other words, and leave it by Tab."""
        area = self.find(name, QPlainTextEdit)
        QTest.mouseClick(area.viewport(), Qt.MouseButton.LeftButton)
        area.selectAll()
        QTest.keyClicks(area, words)
        QTest.keyClick(area, Qt.Key.Key_Tab)
        QApplication.processEvents()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        QApplication.processEvents()

    def undo(self) -> None:
        QTest.keyClick(self.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()

    @property
    def message(self) -> str:
        return self.page.refusal.text


def _text(widget: QWidget) -> str:
    return widget.text().replace("&&", "&") if isinstance(widget, QAbstractButton) else ""


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or _text(widget)


@pytest.fixture(scope="session")
def app():
    return application(["cxworkshop-tests"])


@pytest.fixture(scope="session")
def screen():
    """A touch screen."""
    return QTest.createTouchDevice()


@pytest.fixture
def until():
    """Waits until something is true, for longer than a busy machine could need."""

    def wait(is_so) -> None:
        for _while in range(20_000):
            if is_so():
                return
            QApplication.processEvents()
            sleep(0.003)  # lets other threads run; QTest.qWait would not
        raise AssertionError(is_so)

    return wait


@pytest.fixture(scope="session")
def light(app) -> tuple[Theme, str]:
    """The theme of all windows, and its style sheet as it is when nobody changed it."""
    theme = Theme(app)
    theme.apply()
    return theme, app.styleSheet()


@pytest.fixture
def theme(app, light) -> Theme:
    """Light, with text at 100 %; applied again if a test has changed that."""
    made, sheet = light
    if made.is_dark or made.percent != 100 or app.styleSheet() != sheet:
        made.apply()
    return made


# Folders of tests whose window is painted only when it is grabbed, and once when each test is over:
# all painting takes a quarter of their time. Measured tests paint, for they count its lines.
UNPAINTED = {
    "big_list", "dialogs", "importing", "printing", "start", "stops", "timer", "wall", "window",
}  # fmt: skip


def _paints(request: pytest.FixtureRequest) -> bool:
    is_marked = request.node.get_closest_marker("paints") is not None
    return is_marked or request.path.parent.name not in UNPAINTED or Coverage.current() is not None


@pytest.fixture
def window(app, theme, tmp_path, request):
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    let_move(on=False)  # tests of motion turn it on
    made = MainWindow(theme)
    made.disk.patience = 60.0  # a busy machine is not a hanging disk; tests of one shorten it
    made.files.reader.patience = 60.0  # the same
    made.resize(1366, 768)
    unpainted = None if _paints(request) else Unpainted(made)
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    if unpainted is not None:
        unpainted.end()
        QApplication.processEvents()
    made.close()
    made.deleteLater()
    # No event loop runs here to delete it, and each new theme would style all old windows too.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    i18n.set_language("en")  # a test may have chosen another
    translate_qt(app)


def improve(workshop: Workshop, words: str) -> PickId:
    """Add a locked improvement, begun today, for one customer's words."""
    who = workshop.talk.next_customer(kind="regular")
    card = workshop.talk.say(words, workshop.talk.begin(who.id).id)
    subject = workshop.pick.subject(str(card.code))
    pick = workshop.pick.put(subject).id
    slot = len(workshop.pick.slots())
    for criterion in Criterion:
        workshop.pick.judge(slot, criterion, CriterionAnswer.YES, "")
    better, people = workshop.make_better, workshop.people
    better.assign_owner(pick, people.find_or_add("Mira"))
    better.grant_licence(pick, "do it", people.find_or_add("Helena"))
    better.schedule(pick, workshop.today)
    better.set_words(pick, expectation="You rang me back.")
    better.lock(pick)
    return pick


_BUILT: dict[str, bytes] = {}  # files by how they were made, for tests of one process


def _built(path: Path, make: Callable[[Path], Workshop]) -> Path:
    """A workshop as `make` makes it, which does it only once in a day."""
    name = f"{make.__name__} {date.today()}"  # noqa: DTZ011 - as the window has it
    if name not in _BUILT:
        workshop = make(path)
        workshop.save()
        workshop.close()
        _BUILT[name] = path.read_bytes()
    path.write_bytes(_BUILT[name])
    return path


def _empty(path: Path) -> Workshop:
    return Workshop.new(path, "Corner Bakery")


def _two_locked(path: Path) -> Workshop:
    workshop = Workshop.new(path, "Corner Bakery")
    for words in ("Nobody rings back.", "The door is heavy."):
        improve(workshop, words)
    return workshop


def _opened(
    window: MainWindow, path: Path, request: pytest.FixtureRequest, newest: int = 1
) -> Hands:
    """Open it as the start page does: in its newest round, at the stop that the test is about."""
    marked = request.node.get_closest_marker("begins_at")
    if marked is None:
        assert window.open(path)
    else:
        window.start.place_wanted.emit(path, OpenPlace(newest, *marked.args))
        assert window.desk is not None
    window.activateWindow()
    QApplication.processEvents()
    return Hands(window)


@pytest.fixture
def improving(window, tmp_path, request) -> Hands:
    """Two improvements, locked today; nobody has been asked yet."""
    return _opened(window, _built(tmp_path / "team.cxw", _two_locked), request)


@pytest.fixture
def hands(window, tmp_path, request) -> Hands:
    """An empty workshop in the window, on stop 1 or where the test `begins_at`."""
    return _opened(window, _built(tmp_path / "team.cxw", _empty), request)


@pytest.fixture
def bakery(window, tmp_path, request) -> Hands:
    """The example workshop in the window: four rounds, with something for every screen."""
    return _opened(window, make("bakery", tmp_path), request, newest=4)
