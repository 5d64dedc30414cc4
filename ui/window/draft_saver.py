"""Half-typed words are kept in the session, so that they outlive a kill."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.services.files import WorkshopFile
    from ui.window.desk import Desk

HALF_A_SECOND = 500  # milliseconds: no more than that of what is half typed is lost


class DraftSaver(QObject):
    """Twice a second takes what is half typed on the Desk, if there is one."""

    def __init__(self, parent: QObject, desk: Callable[[], Desk | None]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._file: WorkshopFile | None = None
        self._saved = ""
        self._clock = QTimer(self)
        self._clock.setInterval(HALF_A_SECOND)
        self._clock.timeout.connect(self.save)

    def watch(self, file: WorkshopFile) -> None:
        """Put back what was half typed when the program ended, and save drafts from now on."""
        self._file, self._saved = file, ""
        self._restore(file)
        self._clock.start()

    def unwatch(self) -> None:
        """Save nothing any more."""
        self._clock.stop()
        self._file = None

    def save(self) -> None:
        """Keep what is half typed now, if it has changed."""
        desk = self._desk()
        if self._file is None or desk is None:
            return
        typed = desk.drafts.half_typed()
        text = json.dumps(typed, ensure_ascii=False) if typed else ""
        if text != self._saved:
            self._saved = text
            self._file.keep_typed(text)

    def _restore(self, file: WorkshopFile) -> None:
        desk = self._desk()
        if desk is None:
            return
        try:
            desk.drafts.take_half_typed(json.loads(file.typed() or "{}"))
        except (ValueError, TypeError, KeyError, AttributeError):
            return  # of another version, or torn by a power cut: only these words are lost
