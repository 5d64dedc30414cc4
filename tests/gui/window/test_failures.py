"""Unforeseen failures: shown calmly, copied without anybody's words, and the work goes on."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path
from threading import Thread

import PySide6
import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler, qVersion, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget

from cxworkshop import __version__, catalogue, log
from cxworkshop.store.disk.live_copy import LiveCopy
from cxworkshop.store.disk.session import Session
from cxworkshop.store.disk.workshop_file import WorkshopFile
from cxworkshop.store.tables.ledger import Ledger
from cxworkshop.workshop import Workshop
from tests.gui.conftest import Hands, improve
from tests.opened import opened as read
from ui.stops.talk.page import TalkPage
from ui.widgets.message_panel import MessagePanel
from ui.window import failures
from ui.window.failures import Failures

ROOT = Path(__file__).resolve().parents[3]
MARK = "Zqxjk"  # a word that stands nowhere else
FIELD = "Whom we serve: Add a kind of customer"


@pytest.fixture
def heard(window):
    """Failures are shown in the window, as in the program."""
    before = qInstallMessageHandler(None)
    yield Failures(window, window.theme)
    qInstallMessageHandler(before)


@pytest.fixture
def watched(heard, hands) -> Hands:
    return hands


def fails(*_given, **_named):
    raise ValueError(f"{MARK} did not like it")


def panel(window: QWidget) -> MessagePanel | None:
    shown = [p for p in window.findChildren(MessagePanel, "failure") if p.isVisible()]
    return shown[0] if shown else None


def said(window: QWidget) -> str:
    for _turn in range(3):  # to paint, to report what failed then, to show it
        QApplication.processEvents()
    there = panel(window)
    return there.text if there is not None else ""


def every_byte_of_the_log() -> bytes:
    return b"".join(path.read_bytes() for path in log.path().parent.iterdir())


def undo_button(hands) -> str:
    """The name of the undo button, which says what it would undo."""
    seen = [w.accessibleName() or w.text() for w in hands.window.findChildren(QAbstractButton)]
    return next(name for name in seen if name.startswith("Undo "))


def test_a_failing_slot_shows_a_panel_and_the_work_goes_on(watched, monkeypatch):
    hands, window = watched, watched.window
    hands.type_into(FIELD, "regulars", enter=True)
    with monkeypatch.context() as planted:
        planted.setattr(Workshop, "undo", fails)
        hands.click(undo_button(hands))
    assert said(window).startswith("Something went wrong, and your last step")
    hands.type_into(FIELD, "parents", enter=True)
    assert [row.words for row in hands.workshop.prepare.served.all()] == ["regulars", "parents"]
    hands.undo()
    hands.click(undo_button(hands))
    assert hands.workshop.prepare.served.all() == []
    hands.click("Continue")
    assert said(window) == ""


def test_an_edit_that_fails_midway_is_rolled_back(watched, monkeypatch):
    hands = watched
    seq = hands.workshop._store.seq
    with monkeypatch.context() as planted:
        planted.setattr(Ledger, "close", fails)
        hands.type_into(FIELD, "regulars", enter=True)
    assert said(hands.window)
    assert (hands.workshop._store.seq, hands.workshop.prepare.served.all()) == (seq, [])
    hands.type_into(FIELD, "regulars", enter=True)
    assert [row.words for row in hands.workshop.prepare.served.all()] == ["regulars"]


def test_copied_details_name_place_and_versions_but_nothing_that_was_typed(watched, monkeypatch):
    hands = watched
    monkeypatch.setattr(Ledger, "close", fails)
    hands.type_into(FIELD, f"{MARK} regulars", enter=True)
    assert said(hands.window)
    hands.click("Copy details")
    copied = QApplication.clipboard().text()
    for part in (
        f"CX Workshop {__version__}",
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}",
        f"Qt {qVersion()}",
        platform.platform(),
        "ValueError",
        "in Bridge.do",
    ):
        assert part in copied
    assert MARK not in copied
    assert str(hands.workshop.path.parent) not in copied
    assert said(hands.window).startswith("The details are copied.")
    hands.click("Continue")
    assert said(hands.window) == ""


def test_a_repeated_failure_is_not_shown_again_at_once_but_another_is(watched, monkeypatch):
    hands, window = watched, watched.window
    undo = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    hands.type_into(FIELD, "regulars", enter=True)
    monkeypatch.setattr(Workshop, "undo", fails)
    QTest.keyClick(window, *undo)
    assert said(window)
    hands.click("Continue")
    QTest.keyClick(window, *undo)
    assert said(window) == ""
    monkeypatch.setattr(TalkPage, "enter", fails)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert said(window)
    monkeypatch.setattr(failures, "QUIET", 0.0)
    hands.click("Continue")
    QTest.keyClick(window, *undo)
    assert said(window)


def test_a_failure_in_another_thread_is_shown(watched, until):
    worker = Thread(target=fails, name="some thread")
    worker.start()
    worker.join()
    until(lambda: said(watched.window))
    assert b"some thread thread failed" in every_byte_of_the_log()


class Unpaintable(QWidget):
    def paintEvent(self, event) -> None:  # noqa: N802 - Qt's own
        fails()


@pytest.mark.paints
def test_a_failure_in_every_paint_event_leaves_the_window_usable(watched):
    hands, window = watched, watched.window
    Unpaintable(window.desk).show()
    assert said(window)
    hands.click("Continue")
    window.desk.update()
    assert said(window) == ""
    hands.type_into(FIELD, "regulars", enter=True)
    assert [row.words for row in hands.workshop.prepare.served.all()] == ["regulars"]


def test_a_failure_in_a_dialog_is_shown_in_that_dialog(watched, monkeypatch):
    hands = watched
    hands.click("56 ideas")
    shown = next(d for d in hands.window.findChildren(QDialog) if d.isVisible())
    field = shown.findChildren(QLineEdit)[0]
    with monkeypatch.context() as planted:
        planted.setattr(catalogue, "ideas", fails)
        QTest.keyClicks(field, "x")
    assert said(shown)
    dialog = Hands(shown)
    QTest.keyClicks(field, "yzzy")
    QApplication.processEvents()
    assert dialog.find("Continue").isVisible()
    dialog.click("Continue")
    assert said(shown) == ""
    shown.close()


def test_a_failure_while_closing_is_shown_and_closing_can_be_repeated(watched, monkeypatch, until):
    hands, window, path = watched, watched.window, watched.workshop.path
    hands.type_into(FIELD, "regulars", enter=True)
    until(lambda: window.bridge.is_safe)
    with monkeypatch.context() as planted:
        planted.setattr(WorkshopFile, "close", fails)
        assert not window.close()
        assert window.isVisible()
        assert "could not be saved" in window.refusal.text
        hands.click("Keep it open")
    assert window.close()
    assert [row.words for row in read(path).prepare.served.all()] == ["regulars"]


def test_qt_messages_are_logged_without_the_words_in_them(watched, capsys):
    for _time in range(40):
        qWarning(f"QString::arg: Argument missing: {MARK}, 5")
    qWarning(f"{MARK} could not be painted")
    text = every_byte_of_the_log().decode()
    assert "Qt warning default QString::arg times=1" in text
    assert "Qt warning default QString::arg times=32" in text
    assert "Qt warning default ?" in text
    assert MARK not in text
    assert f"Argument missing: {MARK}" in capsys.readouterr().err  # as Qt itself would say it


@pytest.mark.parametrize("percent", [100, 200])
def test_the_failure_panel_fits_at_every_text_size(watched, monkeypatch, percent):
    hands, window = watched, watched.window
    window.theme.resize(percent)
    monkeypatch.setattr(TalkPage, "enter", fails)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert said(window)
    for _turn in range(4):
        QApplication.processEvents()
    shown = panel(window)
    parts = [part for part in shown.findChildren(QWidget) if part.isVisible()]
    assert len(parts) >= 4
    for part in parts:
        assert part.visibleRegion().boundingRect() == part.rect()
        assert part.heightForWidth(part.width()) <= part.height()
    hands.click("Continue")
    window.theme.resize(100)
    QApplication.processEvents()


def marked(path: Path) -> None:
    """A workshop whose every text has the mark in it."""
    workshop = Workshop.new(path, f"{MARK} Bakery")
    workshop.prepare.served.add(f"{MARK} regulars")
    workshop.people.find_or_add(f"{MARK} Meyer")
    improve(workshop, f"{MARK} said that nobody rings back")
    workshop.save()
    workshop.close()


def test_nobodys_words_get_into_the_log(heard, window, tmp_path, monkeypatch, until):
    folder = tmp_path / f"{MARK} Meyer's stick"
    folder.mkdir()
    path = folder / f"{MARK} Bakery.cxw"
    marked(path)
    assert window.open(path)
    window.activateWindow()
    hands = Hands(window)
    hands.go(1)
    with monkeypatch.context() as planted:  # in the core, in a screen, and in the writer's thread
        planted.setattr(Ledger, "close", fails)
        hands.type_into(FIELD, f"{MARK} parents", enter=True)
        planted.setattr(TalkPage, "enter", fails)
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    with monkeypatch.context() as planted:
        planted.setattr(LiveCopy, "write", fails)
        planted.setattr(Session, "publish", fails)
        hands.workshop.people.find_or_add(f"{MARK} Müller")
        until(lambda: window.bridge.trouble_now is not None)
    folder.rename(folder.with_name(f"{MARK} pulled"))
    hands.workshop.people.find_or_add(f"{MARK} Schulze")
    hands.workshop.file.keeper.flush()
    assert not window.open(folder / f"{MARK}.cxw")
    folder.with_name(f"{MARK} pulled").rename(folder)
    window.close_workshop()
    path.write_bytes(b"SQLite format 3\\0 " + MARK.encode())
    assert not window.open(path)
    Thread(target=fails, name="some thread").start()
    until(lambda: b"some thread" in every_byte_of_the_log())
    text = every_byte_of_the_log()
    for kind in (b"ValueError", b"live copy failed", b"opened workshop=", b"kind=TargetGone"):
        assert kind in text
    assert MARK.encode() not in text
    assert tmp_path.name.encode() not in text
    assert MARK not in "".join(heard._reports)


START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import application, run
from ui.widgets.message_panel import MessagePanel
app = application(["test"])
loaded = []
def fails():
    slow = ("logging.handlers", "cxworkshop.log.trace")
    loaded.extend(name for name in slow if name in sys.modules)
    raise ValueError("{mark}")
def look():
    panels = [w for w in app.allWidgets() if isinstance(w, MessagePanel) and w.isVisible()]
    if panels:
        print(panels[0].text)
        print(loaded)
        app.quit()
QTimer.singleShot(0, fails)
clock = QTimer()
clock.timeout.connect(look)
clock.start(20)
sys.exit(run())
"""


def test_the_program_starts_its_log_with_the_first_failure():
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    code = START.replace("{mark}", MARK)
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    text, loaded = done.stdout.splitlines()
    assert text.startswith("Something went wrong, and your last step")
    assert loaded == "[]"  # none of it may cost time before the window is there
    assert b"program failed" in every_byte_of_the_log()
    assert MARK.encode() not in every_byte_of_the_log()
