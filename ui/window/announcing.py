"""What happens to the open workshop, told to those who can't see it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.bridge import Bridge


class Announcing(QObject):
    """Tells of each edit, of undo and redo, and when all of it is in the file."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self._was_saved = bridge.is_saved
        bridge.told.connect(self._tell)
        bridge.progressed.connect(self._tell_saved)

    def _tell(self, words: str) -> None:
        self._was_saved = False
        announce(self._window, words)

    def _tell_saved(self) -> None:
        if self._bridge.is_saved and not self._was_saved:
            self._was_saved = True
            announce(self._window, _("Saved"))
