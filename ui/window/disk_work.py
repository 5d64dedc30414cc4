"""Opening and saving without ever freezing the window: after a while it says what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.message_panel import MessagePanel, Way, message_panel
from ui.window.disk_task import DiskTask

T = TypeVar("T")
PATIENCE = 5.0  # seconds
LOOK = 100  # milliseconds between two looks at work that takes longer


@dataclass(frozen=True)
class Order(Generic[T]):
    """Work for another thread; then, in the window's, `then` with what it made, or `refused`.

    `then` says whether all is done. `waits_for` is the sentence for a disk that does not answer,
    `ways` are offered with it. `undo` takes back what nobody waits for any more.
    """

    work: Callable[[], T]
    then: Callable[[T], bool]
    refused: Callable[[Refusal], object]
    waits_for: str
    ways: tuple[Way, ...] = ()
    undo: Callable[[T], object] = lambda _made: None


class DiskWork(QObject):
    """One order at a time; a newer one gives the older up."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.patience = PATIENCE
        self._window, self._theme = window, theme
        self._waiting: tuple[DiskTask[Any], Order[Any]] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK)
        self._clock.timeout.connect(self._look_again)

    def run(self, order: Order[T]) -> bool:
        """Have it done; False when it was refused, or is still waited for."""
        self.give_up()
        task = DiskTask(order.work)
        if task.wait(self.patience):
            return _finish(task, order)
        self._waiting = (task, order)
        self._clock.start()
        self._say(order)
        return False

    def give_up(self) -> None:
        """Wait no more for what is being done, if anything is."""
        if self._waiting is not None:
            task, order = self._end_waiting()
            task.give_up(order.undo)

    def _look_again(self) -> None:
        if self._waiting is not None and self._waiting[0].is_done:
            task, order = self._end_waiting()
            _finish(task, order)

    def _end_waiting(self) -> tuple[DiskTask[Any], Order[Any]]:
        assert self._waiting is not None
        waiting, self._waiting = self._waiting, None
        self._clock.stop()
        panel = self._panel()
        if panel is not None:
            panel.hide()
        return waiting

    def _say(self, order: Order[Any]) -> None:
        panel = self._panel()
        if panel is not None:
            stop: Way = (_("Stop waiting"), self.give_up)
            wait: Way = (_("Wait on"), lambda: None)
            panel.show_message(order.waits_for, *order.ways, stop, wait)

    def _panel(self) -> MessagePanel | None:
        return message_panel(self._window, self._theme, "waiting")


def _finish(task: DiskTask[T], order: Order[T]) -> bool:
    try:
        made = task.result()
    except Refusal as refusal:
        order.refused(refusal)
        return False
    return order.then(made)
