"""Half-typed words and a timer that runs are kept in the session: they outlive a kill."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from pathlib import Path

    from cxworkshop.services.files import WorkshopFile
    from ui.timer.control import TimerControl
    from ui.window.desk import Desk

HALF_A_SECOND = 500  # milliseconds: no more than that of what is half typed is lost


class DraftSaver(QObject):
    """Twice a second takes what is half typed on the Desk, if there is one, and the timer."""

    def __init__(
        self, parent: QObject, desk: Callable[[], Desk | None], timer: TimerControl
    ) -> None:
        super().__init__(parent)
        self._desk, self._timer = desk, timer
        self._file: WorkshopFile | None = None
        self._saved: tuple[Path | None, str] = (None, "")  # in the session of which file
        self._clock = QTimer(self)
        self._clock.setInterval(HALF_A_SECOND)
        self._clock.timeout.connect(self.save)

    def watch(self, file: WorkshopFile) -> None:
        """Put back what was half typed when the program ended, and save drafts from now on."""
        self._file, self._saved = file, (file.path, "")
        self._restore(file)
        self._clock.start()

    def unwatch(self) -> None:
        """Save nothing any more."""
        self._clock.stop()
        self._file = None

    def save(self) -> None:
        """Keep what is half typed now, if it has changed or the file is saved elsewhere."""
        desk = self._desk()
        if self._file is None or desk is None:
            return
        typed, timer = desk.drafts.half_typed(), self._timer.note()
        if timer is not None:
            typed["timer"] = timer
        text = json.dumps(typed, ensure_ascii=False) if typed else ""
        if (self._file.path, text) != self._saved:
            self._saved = (self._file.path, text)
            self._file.keep_typed(text, has_words=desk.drafts.have_words)

    def _restore(self, file: WorkshopFile) -> None:
        desk = self._desk()
        if desk is None:
            return
        try:
            typed = json.loads(file.typed() or "{}")
            timer = typed.pop("timer", None)
            if timer is not None:
                self._timer.take_note(timer)
            desk.drafts.take_half_typed(typed)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            return  # of another version, or torn by a power cut: only these words are lost
