"""What happens to the open workshop, told to those who can't see it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Changes
from ui.accessible.announce import announce
from ui.bridge import Bridge


class Announcing(QObject):
    """Tells of each edit, of undo and redo, of another round, and when all is in the file."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self._was_saved, self._before = bridge.is_saved, self._titles()
        bridge.changed.connect(self._tell)
        bridge.turned.connect(self._tell_round)
        bridge.progressed.connect(self._tell_saved)

    def _titles(self) -> tuple[str | None, str | None]:
        """What undo and redo would do."""
        return self._bridge.whole.undo_title(), self._bridge.whole.redo_title()

    def _tell(self, changes: Changes) -> None:
        (was_last, was_next), self._before = self._before, self._titles()
        self._was_saved = False
        words, (last, next_) = changes.title, self._before
        is_undo = words == was_last and words == next_
        is_redo = words == was_next and words == last
        if is_undo and not is_redo:
            words = _("Undone: {title}").format(title=words)
        elif is_redo and not is_undo:
            words = _("Brought back: {title}").format(title=words)
        announce(self._window, words)

    def _tell_round(self) -> None:
        """Tell which round is looked at from now on."""
        number = self._bridge.round_looked_at or self._bridge.whole.rounds.current().number
        announce(self._window, _("Round {n}").format(n=number))

    def _tell_saved(self) -> None:
        if self._bridge.is_saved and not self._was_saved:
            self._was_saved = True
            announce(self._window, _("Saved"))
