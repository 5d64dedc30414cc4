"""Between the core and the screens: one door in, one signal out.

A screen says what a person did by handing a call to `do`; it moves nothing itself. The core
decides, `changed` goes out, and screens read again. A refusal goes to whoever shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cxworkshop.errors import Refusal
from cxworkshop.workshop import Workshop

T = TypeVar("T")


class Bridge(QObject):
    """One open workshop as the screens see it.

    `changed` carries `Changes`; `refused` the Refusal and the name of the screen that asked;
    `saved` the `seq` that is safe on the disk, and `trouble` the sentence when it is not.
    """

    changed = Signal(object)
    refused = Signal(object)
    saved = Signal(int)
    trouble = Signal(str)
    _keeper_spoke = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self._stop_hearing = workshop.subscribe(self.changed.emit)
        self._keeper = workshop.keep()
        self._is_closed = False
        # The keeper speaks from its own thread: a signal brings it over to this one.
        self._keeper_spoke.connect(self._pass_on)
        self._keeper.heard = self._keeper_spoke.emit

    def do(self, action: Callable[[], T]) -> T | None:
        """Do what a person asked for; a refusal is shown, not raised."""
        try:
            return action()
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None

    def did(self, action: Callable[[], object]) -> bool:
        """Do it, and say whether it was done."""
        return self.do(lambda: (action(), True)[1]) is not None

    def undo(self) -> None:
        """Take back the last action."""
        self.do(self.workshop.undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.do(self.workshop.redo)

    @property
    def is_saved(self) -> bool:
        """Whether the newest edit is on the disk."""
        return self._keeper.saved >= self.workshop.store.seq

    def close(self) -> None:
        """Wait until all is on the disk; raises the Refusal that stands in the way."""
        self._stop_hearing()
        self.workshop.close()
        self._is_closed = True

    def _pass_on(self) -> None:
        if self._is_closed:
            return  # the keeper's last word was still on its way when the workshop was closed
        if self._keeper.trouble is not None:
            self.trouble.emit(str(self._keeper.trouble))
        else:
            self.saved.emit(self._keeper.saved)
