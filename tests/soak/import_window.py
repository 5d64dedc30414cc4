"""A window into which files are imported one after another, by a person who takes back each."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.workshop import Workshop
from tests.gui.dropping import drop
from tests.soak.heavy_imports import TIMED, Limits
from tests.soak.pace import between, pace
from tests.soak.window_imports import BUSY, LATE
from ui.app import application
from ui.importing.page import ImportPage
from ui.theme.motion import let_move
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.message_panel import MessagePanel
from ui.window.disk_work import CHECK
from ui.window.main_window import MainWindow

PATIENCE = 120  # seconds for one file
BEAT = 5  # milliseconds
OWN = 120  # megabytes of a window that has just opened a small workshop
MOST_READING = 300  # with those
MOST_TAKING = 350  # with those, and with all that was taken


class ImportWindow:
    """`longest` is how long the window did not answer, in seconds of a quiet processor (pace.py).

    They are those of all threads: one that holds the interpreter stops the window as well.
    `reading` is what this processor took until there was a preview or a refusal, and `megabytes`
    what the process held at most until then.
    """

    def __init__(self, scratch: Path, limits: Limits = TIMED) -> None:
        self._limits = limits
        application(["cxworkshop-soak"])
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(scratch / "settings")
        )
        let_move(on=False)
        theme = Theme(QApplication.instance())
        theme.apply()
        self._window = MainWindow(theme)
        self._window.show()
        QApplication.processEvents()  # nobody drops a file before the window is painted
        path = scratch / "team.cxw"
        workshop = Workshop.new(path, "Team")
        workshop.save()
        workshop.close()
        self._window.open(path)
        assert self._until(lambda: self._window.bridge), "a busy machine opens it later"
        self._failures: list[str] = []
        sys.excepthook = lambda kind, error, _trace: self._failures.append(f"{kind}: {error}")
        self.longest, self._last, self._pace = 0.0, time.process_time(), pace()
        self.reading = self.megabytes = self._before = 0.0
        self._beat = QTimer()
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._feel)
        self._beat.start()

    def try_file(self, path: Path, meanwhile: Callable[[Path], None] | None) -> str:
        """Drop the file, import it if that is offered, and take it back; return what is wrong."""
        self._window.refusal.hide()
        self._window.activateWindow()
        workshop = self._window.bridge.workshop
        title, seq, self.longest = workshop.undo_title(), workshop.seq, 0.0
        self._pace = pace()
        self._last = self._began = time.process_time()
        self._before = _forget_peak()
        thread = threading.Thread(target=meanwhile or (lambda _path: None), args=(path,))
        thread.start()
        drop(self._window, path)
        answered = self._until(self._answer)
        self.reading, self.megabytes = time.process_time() - self._began, _peak()
        thread.join()
        if not answered:
            return "no answer"
        page = self._page()
        if page is None:
            found = "" if workshop.seq == seq else "refused, and the workshop was changed"
            found = found or self._costs()
        else:
            found = self._take(page)
        if not found and workshop.undo_title() != title:
            found = f"is not taken back: {workshop.undo_title()}"
        return found or self._trouble()

    def try_cancelling(self, path: Path, _meanwhile: object) -> str:
        """Drop the file and press Cancel as soon as it is offered; return what is wrong."""
        self._window.refusal.hide()
        self._window.activateWindow()
        seq, self.longest, self._pace = self._window.bridge.workshop.seq, 0.0, pace()
        self._last = time.process_time()
        drop(self._window, path)
        if not self._until(lambda: self._reading_panel() or self._answer()):
            return "says nothing while it reads"
        panel = self._reading_panel()
        if panel is not None:
            QTest.mouseClick(self._button(panel, "Cancel"), Qt.MouseButton.LeftButton)
        elif (page := self._page()) is not None:
            QTest.keyClick(page, Qt.Key.Key_Escape)
        if not self._until(lambda: all(one.name != "disk" for one in threading.enumerate())):
            return "goes on after Cancel"
        QTest.qWait(2 * CHECK)
        if self._page() is not None or self._window.bridge.workshop.seq != seq:
            return "was not cancelled"
        return self._trouble()

    def close(self) -> None:
        """Close it, as a person does."""
        self._window.close()

    def _take(self, page: ImportPage) -> str:
        workshop = self._window.bridge.workshop
        takes = [b for b in page.findChildren(Button) if b.words.startswith("Import")]
        if not takes or not takes[0].isEnabled():  # it asks for the column of words, or has none
            QTest.keyClick(page, Qt.Key.Key_Escape)
            return ""
        press = takes[0]
        before, seq = workshop.undo_title(), workshop.seq
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)
        if not self._until(lambda: self._page() is None or self._refused()):
            return "is not taken"
        if self._page() is not None:
            QTest.keyClick(page, Qt.Key.Key_Escape)
            return "" if workshop.undo_title() == before else "refused, and taken"
        if workshop.seq == seq:
            return "is said to be taken, and is not"
        if (grown := _peak() - self._before) + OWN > MOST_TAKING:
            return f"takes {grown:.0f} MB to take"
        self._window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(self._window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        undone = self._until(lambda: workshop.undo_title() == before)
        return "" if undone else "is not taken back"

    def _refused(self) -> str:
        page = self._page()
        return page.refusal.text if page is not None else ""

    def _answer(self) -> object:
        return self._page() or self._window.refusal.text

    def _reading_panel(self) -> MessagePanel | None:
        panels = self._window.findChildren(MessagePanel)
        return next((p for p in panels if p.isVisible() and p.text.startswith("Reading")), None)

    def _button(self, inside: QWidget, start: str) -> Button:
        return next(b for b in inside.findChildren(Button) if b.words.startswith(start))

    def _page(self) -> ImportPage | None:
        shown = (d for d in self._window.findChildren(ImportPage) if d.isVisible())
        return next(shown, None)

    def _trouble(self) -> str:
        self._feel()  # the clock has not rung yet if it was busy until now
        if self._failures:
            return self._failures.pop()
        self.longest /= between(self._pace)
        if self.longest > self._limits.busy:
            return f"{BUSY} {self.longest:.1f} s"
        return ""

    def _costs(self) -> str:
        reading = self.reading / between(self._pace)
        if self._window.refusal.text and reading > self._limits.refused:
            return f"{LATE} {reading:.1f} s"
        grown = self.megabytes - self._before
        return f"takes {grown:.0f} MB to read" if grown + OWN > MOST_READING else ""

    def _until(self, is_so: Callable[[], object]) -> bool:
        end = time.monotonic() + PATIENCE
        while not is_so():
            QApplication.processEvents()
            time.sleep(0.002)
            if time.monotonic() > end:
                return False
        return True

    def _feel(self) -> None:
        now = time.process_time()
        self.longest, self._last = max(self.longest, now - self._last), now


def _peak() -> float:
    """The most megabytes that this process has held since `_forget_peak`; Linux alone tells."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _forget_peak() -> float:
    """Begin anew; return what it holds now."""
    Path("/proc/self/clear_refs").write_text("5")
    return _peak()
