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
from PySide6.QtWidgets import QApplication

from cxworkshop.workshop import Workshop
from tests.gui.dropping import drop
from ui.app import application
from ui.dialogs.importing import ImportDialog
from ui.theme.motion import let_move
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.window.main_window import MainWindow

PATIENCE = 120  # seconds for one file
BEAT = 5  # milliseconds
MOST_BUSY = 1.0  # seconds of the processor that the window may take for one thing


class ImportWindow:
    """`longest` is how long the window was busy with one thing, in seconds of the processor."""

    def __init__(self, scratch: Path) -> None:
        application(["cxworkshop-soak"])
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(scratch / "settings")
        )
        let_move(on=False)
        theme = Theme(QApplication.instance())
        theme.apply()
        self._window = MainWindow(theme)
        self._window.show()
        path = scratch / "team.cxw"
        workshop = Workshop.new(path, "Team")
        workshop.save()
        workshop.close()
        assert self._window.open(path)
        self._failures: list[str] = []
        sys.excepthook = lambda kind, error, _trace: self._failures.append(f"{kind}: {error}")
        self.longest, self._last = 0.0, time.thread_time()
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
        self._last = time.thread_time()
        thread = threading.Thread(target=meanwhile or (lambda _path: None), args=(path,))
        thread.start()
        drop(self._window, path)
        answered = self._until(lambda: self._dialog() or self._window.refusal.text)
        thread.join()
        if not answered:
            return "no answer"
        dialog = self._dialog()
        if dialog is None:
            found = "" if workshop.seq == seq else "refused, and the workshop was changed"
        else:
            found = self._take(dialog)
        if not found and workshop.undo_title() != title:
            found = f"is not taken back: {workshop.undo_title()}"
        return found or self._trouble()

    def close(self) -> None:
        """Close it, as a person does."""
        self._window.close()

    def _take(self, dialog: ImportDialog) -> str:
        workshop, press = self._window.bridge.workshop, self._button(dialog, "Import ")
        if not press.isEnabled():
            dialog.reject()
            return ""
        before, seq = workshop.undo_title(), workshop.seq
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)
        if not self._until(lambda: self._dialog() is None or self._refused()):
            return "is not taken"
        if self._dialog() is not None:
            dialog.reject()
            return "" if workshop.undo_title() == before else "refused, and taken"
        if workshop.seq == seq:
            return "is said to be taken, and is not"
        self._window.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(self._window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        undone = self._until(lambda: workshop.undo_title() == before)
        return "" if undone else "is not taken back"

    def _refused(self) -> str:
        return self._window.desk.page.refusal.text

    def _button(self, dialog: ImportDialog, start: str) -> Button:
        return next(b for b in dialog.findChildren(Button) if b.words.startswith(start))

    def _dialog(self) -> ImportDialog | None:
        shown = (d for d in self._window.findChildren(ImportDialog) if d.isVisible())
        return next(shown, None)

    def _trouble(self) -> str:
        if self._failures:
            return self._failures.pop()
        return f"the window was busy for {self.longest:.1f} s" if self.longest > MOST_BUSY else ""

    def _until(self, is_so: Callable[[], object]) -> bool:
        end = time.monotonic() + PATIENCE
        while not is_so():
            QApplication.processEvents()
            time.sleep(0.002)
            if time.monotonic() > end:
                return False
        return True

    def _feel(self) -> None:
        now = time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
