"""`--smoke PNG`: whether the program works on this computer, for whoever puts it there."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from cxworkshop import log
from ui.app import application, keep_in
from ui.theme.theme import Theme
from ui.window.main_window import MainWindow
from ui.window.placement import place

LONGEST = 120_000  # milliseconds, on a slow stick
PICTURED = 3  # the stop that is drawn


def smoke(picture: Path) -> int:
    """Open the example, visit every stop, print, draw a picture, close; the answer is an exit code.

    The picture goes to `picture`, the prints into a folder of that name. Nothing else is left.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ["CXW_HOME"] = home
        keep_in(Path(home))
        app = application()
        theme = Theme(app)
        theme.remembered()
        window = MainWindow(theme)
        place(window)
        run = SmokeRun(window, picture)
        log.watch(run.note)
        window.show()
        window.files.open_example()
        code = app.exec()
        window.deleteLater()
        QApplication.processEvents()
    for fault in run.faults:
        sys.stderr.write(f"{fault}\n")
    return code or bool(run.faults)


class SmokeRun(QObject):
    """Does one step after another, in turns of the event loop; `faults` says what went wrong."""

    def __init__(self, window: MainWindow, picture: Path) -> None:
        super().__init__(window)
        self.faults: list[str] = []
        self._window, self._picture = window, picture
        self._steps = self._all_steps()
        self._clock = QTimer(self, interval=20)
        self._clock.timeout.connect(self._go_on)
        self._clock.start()
        QTimer.singleShot(LONGEST, self, lambda: QApplication.exit(1))

    def note(self, error: BaseException, _written: bool) -> None:
        """Note a failure, wherever it happened."""
        self.faults.append(log.report(error))

    def _all_steps(self) -> list[Callable[[], object]]:
        stops = [lambda stop=stop: self._window.go(stop) for stop in range(1, 9)]
        last = (lambda: self._window.go(PICTURED), self._draw, self._print, self._window.close)
        return [*stops, *last, QApplication.quit]

    def _go_on(self) -> None:
        if self._window.bridge is not None or len(self._steps) == 1:
            self._steps.pop(0)()

    def _draw(self) -> None:
        if not self._window.grab().save(str(self._picture)):
            self.faults.append(f"{self._picture} was not written")

    def _print(self) -> None:
        from cxworkshop.sheets import write_sheets
        from ui.printing.page_images import PageImages

        assert self._window.bridge is not None
        folder = self._picture.with_suffix("")
        for path in write_sheets(self._window.bridge.workshop, (), folder):
            pages = PageImages(path.read_bytes())
            if pages.picture(0, 30).isNull():
                self.faults.append(f"{path} is empty")
            pages.close()
