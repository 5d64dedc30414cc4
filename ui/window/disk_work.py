"""Opening and saving without freezing the window: after a while it says what it waits for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from ui.theme.theme import Theme

if TYPE_CHECKING:  # imported when there is something to do or to say
    from ui.widgets.message_panel import MessagePanel, Way
    from ui.window.disk_task import DiskRequest, DiskTask

T = TypeVar("T")
PATIENCE = 5.0  # seconds that the window waits before it says so
CHECK = 100  # milliseconds between two looks at work that takes longer


class DiskWork(QObject):
    """One request at a time: a newer one ends the wait for the older."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.patience = PATIENCE
        self._window, self._theme = window, theme
        self._waiting: tuple[DiskTask[Any], DiskRequest[Any]] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(CHECK)
        self._clock.timeout.connect(self._check)

    def run(self, request: DiskRequest[T]) -> bool:
        """Do it; False when it was refused, or is still waited for."""
        from ui.window.disk_task import DiskTask

        self.give_up()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            task = DiskTask(request.work)
            is_done = task.wait(self.patience)
        finally:
            QApplication.restoreOverrideCursor()
        if is_done:
            return request.finish(task)
        self._waiting = (task, request)
        self._clock.start()
        self._say(request)
        return False

    def give_up(self) -> None:
        """Wait no longer for what is being done, if anything is."""
        if self._waiting is not None:
            task, request = self._end_waiting()
            task.give_up(request.undo)

    def _check(self) -> None:
        if self._waiting is not None and self._waiting[0].is_done:
            task, request = self._end_waiting()
            request.finish(task)

    def _end_waiting(self) -> tuple[DiskTask[Any], DiskRequest[Any]]:
        assert self._waiting is not None
        waiting, self._waiting = self._waiting, None
        self._clock.stop()
        panel = self._panel()
        if panel is not None:
            panel.hide()
        return waiting

    def _say(self, request: DiskRequest[Any]) -> None:
        panel = self._panel()
        if panel is not None:
            stop: Way = (_("Stop waiting"), self.give_up)
            wait: Way = (_("Keep waiting"), lambda: None)
            panel.show_message(request.waits_for, *request.ways, stop, wait)

    def _panel(self) -> MessagePanel | None:
        from ui.widgets.message_panel import message_panel

        return message_panel(self._window, self._theme, "waiting")


def not_saved_yet() -> str:
    """The sentence for a file that is being written."""
    return _("It is not saved there yet: the disk has not answered for a while.")


def not_read_yet(path: Path) -> str:
    """The sentence for a file that is being read."""
    return _("{name} is not read yet: its disk has not answered for a while.").format(
        name=shown(path.name)
    )
