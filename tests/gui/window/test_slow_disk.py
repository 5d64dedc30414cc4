"""A disk that does not answer: the window does not wait for ever, and says what it waits for.

A pipe in place of a file is such a disk: whoever opens it to read waits until somebody writes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.presence import OtherHolder, Presence
from cxworkshop.store.refusals import FileRefusal, MissingWithLeftover
from cxworkshop.workshop import Workshop
from tests.choosing import choosing
from tests.gui.conftest import Hands
from tests.opened import opened as read, until_the_test_ends
from ui.dialogs.share_copy import open_share_copy
from ui.printing.dialog import PrintDialog
from ui.start import file_reading
from ui.start.recent_files import remember
from ui.start.recent_row import RecentRow
from ui.widgets.message_panel import MessagePanel
from ui.window import disk_work

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
ROOT = Path(__file__).resolve().parents[3]
CONTROL = Qt.KeyboardModifier.ControlModifier


class SilentDisk:
    """A file, or the note beside it, whose disk does not answer until `answer`."""

    def __init__(self, path: Path) -> None:
        self.path, self._bytes = path, path.read_bytes() if path.exists() else b""
        path.unlink(missing_ok=True)
        os.mkfifo(path)
        self.is_silent = True

    def answer(self) -> None:
        """Let whoever waits read what was there before."""
        if self.is_silent:
            self.is_silent = False
            with self.path.open("wb") as pipe:
                self.path.unlink()
                pipe.write(self._bytes)


class SilentNote:
    """A workshop whose note for other laptops is not to be read until `answer`."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._answered, beside = threading.Event(), Presence(path)._path
        look = Presence.other_holder

        def wait_and_look(presence: Presence) -> OtherHolder | None:
            if presence._path == beside:
                self._answered.wait(60)
            return look(presence)

        monkeypatch.setattr(Presence, "other_holder", wait_and_look)

    def answer(self) -> None:
        self._answered.set()


@pytest.fixture
def silence() -> Iterator[list[SilentDisk | SilentNote]]:
    """Disks that are silent until the end of the test at most."""
    made: list[SilentDisk | SilentNote] = []
    yield made
    for disk in made:
        disk.answer()


@pytest.fixture
def path(tmp_path) -> Path:
    return new(tmp_path, "team")


def new(folder: Path, name: str) -> Path:
    path = folder / f"{name}.cxw"
    workshop = Workshop.new(path, name.title())
    workshop.save()
    workshop.close()
    return path


@pytest.fixture
def opened(window, path) -> Hands:
    assert window.open(path)
    window.activateWindow()
    QApplication.processEvents()
    window.disk.patience = window.bridge.workshop.file.patience = 0.2
    return Hands(window)


def say(hands: Hands, words: str) -> None:
    hands.go(2)
    QTest.keyClicks(hands.page.capture, words)
    QTest.keyClick(hands.page.capture, Qt.Key.Key_Return)
    QApplication.processEvents()


def asked(hands: Hands) -> str:
    QApplication.processEvents()
    panels = [p for p in hands.window.findChildren(MessagePanel) if p.isVisible()]
    return panels[0].text if panels else ""


def cards(path: Path) -> list[str]:
    return [card.words for card in read(path).big_list.board().cards]


def close(hands: Hands, until) -> None:
    """Close it, also where a busy machine takes longer than the patience of these tests."""
    hands.window.close_workshop()
    until(lambda: hands.window.bridge is None)


def silent_while_saving(hands: Hands, silence, until) -> SilentDisk:
    """Let the disk fall silent, and then type something."""
    disk = SilentDisk(hands.workshop.path)
    silence.append(disk)
    say(hands, "Nobody rings back")
    until(lambda: hands.window.bridge.is_safe)
    return disk


def test_closing_says_what_it_waits_for_and_closes_when_the_disk_answers(
    opened, path, silence, until
):
    disk = silent_while_saving(opened, silence, until)
    QTest.keyClick(opened.window, Qt.Key.Key_W, CONTROL)
    assert asked(opened).startswith(
        "team.cxw is not saved yet: its disk has not answered for a while. "
        "It is safe on this laptop."
    )
    opened.click("Keep waiting")
    assert asked(opened) == ""
    assert opened.window.bridge is not None
    disk.answer()
    until(lambda: opened.window.bridge is None)
    assert opened.window.windowTitle() == "CX Workshop"
    assert cards(path) == ["Nobody rings back"]


def test_the_window_itself_closes_when_the_disk_answers(opened, path, silence, until):
    disk = silent_while_saving(opened, silence, until)
    assert not opened.window.close()
    assert "It closes when the disk answers." in asked(opened)
    disk.answer()  # nobody has to click anything
    until(lambda: not opened.window.isVisible())
    assert cards(path) == ["Nobody rings back"]


def test_a_workshop_kept_open_is_not_closed_when_the_disk_answers(opened, path, silence, until):
    disk = silent_while_saving(opened, silence, until)
    QTest.keyClick(opened.window, Qt.Key.Key_W, CONTROL)
    opened.click("Keep it open")
    disk.answer()
    until(lambda: opened.window.bridge.is_saved)
    QTest.qWait(3 * disk_work.CHECK)
    assert opened.window.bridge is not None
    close(opened, until)
    assert cards(path) == ["Nobody rings back"]


def test_a_workshop_worked_on_meanwhile_is_not_closed_either(opened, path, silence, until):
    disk = silent_while_saving(opened, silence, until)
    QTest.keyClick(opened.window, Qt.Key.Key_W, CONTROL)
    assert asked(opened)
    say(opened, "Too long")
    assert asked(opened) == ""
    disk.answer()
    until(lambda: opened.window.bridge.is_saved)
    QTest.qWait(3 * disk_work.CHECK)
    assert opened.window.bridge is not None
    close(opened, until)
    assert cards(path) == ["Nobody rings back", "Too long"]


def test_closing_anyway_restores_it_at_the_next_opening(opened, path, silence, until):
    disk = silent_while_saving(opened, silence, until)
    keeper = opened.workshop.file.keeper
    assert not opened.window.close()
    opened.click("Close anyway")
    assert not opened.window.isVisible()
    disk.answer()
    until(lambda: not keeper._thread.is_alive())
    again = until_the_test_ends(Workshop.resume(path, Holder.WINDOW))
    assert [card.words for card in again.big_list.board().cards] == ["Nobody rings back"]


ENDS = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from ui import app
path = Path(sys.argv[1])
def begin():
    window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
    window.disk.patience = window.bridge.workshop.file.patience = 0.2
    path.unlink()
    os.mkfifo(path)
    window.bridge.workshop.people.find_or_add("Ana")
    while not window.bridge.is_safe:
        time.sleep(0.01)
    assert not window.close()
    press = next(b for b in window.findChildren(QPushButton) if b.text() == "Close anyway")
    QTest.mouseClick(press, Qt.MouseButton.LeftButton)
app.application(["test"])
QTimer.singleShot(0, begin)
code = app.run(path)
print("over")
sys.exit(code)
"""


def test_the_program_ends_while_the_disk_is_still_silent(path):
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", ENDS, str(path)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "over", "")
    path.unlink()
    with pytest.raises(MissingWithLeftover, match="your work is safe on this laptop"):
        Workshop.resume(path, Holder.WINDOW)


def test_steps_that_are_not_safe_are_not_called_safe(opened, silence, until):
    silent_while_saving(opened, silence, until)
    say(opened, "Too long")  # the keeper waits for the disk, so this one is only in memory
    QTest.keyClick(opened.window, Qt.Key.Key_W, CONTROL)
    assert "Your newest steps are only in this window." in asked(opened)
    assert "safe on this laptop" not in asked(opened)
    opened.click("Close and lose the newest steps")
    assert opened.window.bridge is None


def test_a_disk_that_falls_silent_during_the_work_is_told_until_it_answers(opened, silence, until):
    disk = silent_while_saving(opened, silence, until)
    until(lambda: opened.window.refusal.text)
    assert opened.window.refusal.text == (
        "team.cxw is not saved yet: its disk has not answered for a while. "
        "Everything so far is safe on this laptop."
    )
    assert opened.find("Save as …").isVisible()
    say(opened, "Too long")
    only_here = "Your newest steps are only in this window."
    until(lambda: opened.window.refusal.text.endswith(only_here))
    disk.answer()
    until(lambda: not opened.window.refusal.text)
    assert opened.window.bridge.is_saved


def test_save_as_works_while_the_disk_is_silent(opened, tmp_path, silence, until, monkeypatch):
    silent_while_saving(opened, silence, until)
    say(opened, "Too long")
    there = tmp_path / "there.cxw"
    choosing(monkeypatch, there)
    QTest.keyClick(opened.window, Qt.Key.Key_W, CONTROL)
    opened.click("Save as …")
    until(lambda: "You go on in there.cxw" in opened.window.refusal.text)
    say(opened, "No parking")
    close(opened, until)
    assert cards(there) == ["Nobody rings back", "Too long", "No parking"]


def test_save_as_does_not_wait_for_a_silent_disk_either(
    opened, path, tmp_path, silence, until, monkeypatch
):
    say(opened, "Nobody rings back")
    there, other = tmp_path / "there.cxw", tmp_path / "other.cxw"
    note = SilentNote(there, monkeypatch)
    silence.append(note)
    choosing(monkeypatch, there, other)
    QTest.keyClick(opened.window, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert asked(opened).startswith("It is not saved there yet")
    say(opened, "Too long")  # work goes on where it was
    opened.click("Save as …")
    until(lambda: "You go on in other.cxw" in opened.window.refusal.text)
    assert opened.workshop.path == other
    note.answer()
    close(opened, until)
    assert cards(other) == ["Nobody rings back", "Too long"]
    until(lambda: not _is_taken(there))


def _is_taken(path: Path) -> bool:
    try:
        Workshop.resume(path, Holder.WINDOW).file.leave()
    except FileRefusal:
        return True
    return False


def test_a_delayed_save_as_includes_what_was_typed_meanwhile(
    opened, path, tmp_path, silence, until, monkeypatch
):
    there = tmp_path / "there.cxw"
    note = SilentNote(there, monkeypatch)
    silence.append(note)
    choosing(monkeypatch, there)
    say(opened, "Nobody rings back")
    QTest.keyClick(opened.window, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    opened.click("Keep waiting")
    say(opened, "Too long")
    note.answer()
    until(lambda: opened.workshop.path == there)
    close(opened, until)
    assert cards(there) == ["Nobody rings back", "Too long"]


def test_opening_says_what_it_waits_for_and_opens_when_the_disk_answers(
    window, path, silence, until, monkeypatch
):
    window.disk.patience = 0.2
    window.activateWindow()
    hands = Hands(window)
    note = SilentNote(path, monkeypatch)
    silence.append(note)
    assert not window.open(path)
    assert asked(hands).startswith("team.cxw is not open yet: its disk has not answered")
    hands.click("Keep waiting")
    note.answer()
    until(lambda: window.bridge is not None)
    assert window.windowTitle() == "CX Workshop – Team"


def test_the_pointer_says_that_a_workshop_is_being_opened(window, path):
    shapes = []

    def make() -> Workshop:
        shapes.append(QApplication.overrideCursor().shape())
        return Workshop.resume(path, Holder.WINDOW)

    assert window.workshops.open_with(make, path)
    assert shapes == [Qt.CursorShape.WaitCursor]
    assert QApplication.overrideCursor() is None


def test_another_workshop_can_be_opened_after_waiting_was_stopped(
    window, path, tmp_path, silence, until, monkeypatch
):
    other = new(tmp_path, "other")
    window.disk.patience = 0.2
    window.activateWindow()
    hands = Hands(window)
    note = SilentNote(path, monkeypatch)
    silence.append(note)
    assert not window.open(path)
    hands.click("Stop waiting")
    window.disk.patience = 60.0
    assert window.open(other)
    note.answer()
    until(lambda: not _is_taken(path))
    assert window.bridge.workshop.path == other


def test_a_new_workshop_on_a_silent_disk_prints_its_kit_when_the_disk_answers(
    window, tmp_path, silence, until, monkeypatch
):
    window.disk.patience = 0.2
    window.activateWindow()
    hands = Hands(window)
    there = tmp_path / "fresh.cxw"
    note = SilentNote(there, monkeypatch)
    silence.append(note)
    choosing(monkeypatch, there)
    hands.click("New workshop")
    begin = Hands(window.content.new)
    QTest.keyClicks(QApplication.focusWidget(), "Fresh")
    begin.click("Change where to keep it …")
    begin.click("Print the kit")
    assert asked(hands).startswith("fresh.cxw is not open yet")
    note.answer()
    until(lambda: window.bridge is not None)
    assert window.windowTitle() == "CX Workshop – Fresh"
    assert window.findChild(PrintDialog).isVisible()
    window.findChild(PrintDialog).close()


def test_a_dialog_that_waits_for_a_silent_disk_says_so(
    opened, tmp_path, silence, until, monkeypatch
):
    there = tmp_path / "for others.cxw"
    disk = SilentDisk(there)
    silence.append(disk)
    dialog = open_share_copy(opened.window.bridge, opened.window.theme, opened.window)
    dialog._disk.patience = 0.2
    dialog._save(str(there))
    hands = Hands(dialog)
    assert asked(hands).startswith("It is not saved there yet")
    hands.click("Keep waiting")
    disk.answer()
    until(lambda: dialog._said.text().startswith("for others.cxw is there already"))
    dialog._save(str(there.with_name("another.cxw")))
    until(lambda: "another.cxw is saved" in [w.text() for w in dialog.findChildren(QLabel)])
    dialog.close()


def test_the_start_page_skips_a_file_whose_disk_is_silent(
    window, tmp_path, silence, until, monkeypatch
):
    monkeypatch.setattr(file_reading, "PATIENCE", 0.2)
    silent, fine = new(tmp_path, "silent"), new(tmp_path, "fine")
    for path in (fine, silent):
        remember(path)
    monkeypatch.setattr(
        file_reading,
        "file_summary",
        _reads_through_a_pipe(file_reading.file_summary, silent, silence),
    )
    window.start.show_recent()
    until(lambda: any("Fine · Round 1" in text for text in words(window)))
    until(lambda: [row.summary.path for row in rows(window)] == [silent])
    assert rows(window)[0].summary.trouble == f"Its disk has not answered for a while: {tmp_path}"


def test_a_workshop_on_a_silent_disk_is_no_first_start_and_leads_when_it_is_read(
    window, tmp_path, silence, until, monkeypatch
):
    monkeypatch.setattr(file_reading, "PATIENCE", 0.2)
    silent = new(tmp_path, "silent")
    remember(silent)
    monkeypatch.setattr(
        file_reading,
        "file_summary",
        _reads_through_a_pipe(file_reading.file_summary, silent, silence),
    )
    window.start.show_recent()
    until(lambda: rows(window))
    shown = [w.text() for w in window.start.findChildren(QLabel) if w.isVisible()]
    assert "Your workshops" in shown
    assert "Eight stops, once a month" not in shown
    silence[-1].answer()
    until(lambda: any("Silent · Round 1" in text for text in words(window)))
    assert not rows(window)


def _reads_through_a_pipe(file_summary, silent: Path, silence):
    """Let the disk of one file fall silent at the moment when it is read."""
    pipe = SilentDisk(silent.with_name("pipe"))
    silence.append(pipe)

    def read(path: Path, today: date | None):
        if path == silent:
            pipe.path.read_bytes()
        return file_summary(path, today)

    return read


def rows(window) -> list[RecentRow]:
    QApplication.processEvents()
    return [row for row in window.start.findChildren(RecentRow) if row.isVisible()]


def words(window) -> list[str]:
    QApplication.processEvents()
    return [w.text() for w in window.start.findChildren(QLabel) if w.isVisible()]
