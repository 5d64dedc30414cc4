"""Between the core and the screens: one door in, one signal out.

A screen says what a person did by handing a call to `do`; it moves nothing itself. The core
decides, `changed` goes out, and screens read again. A refusal goes to whoever shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cxworkshop.errors import Refusal
from cxworkshop.services.files import Move
from cxworkshop.workshop import Workshop

T = TypeVar("T")


class Bridge(QObject):
    """One open workshop as the screens see it.

    `changed` carries `Changes`, `refused` the Refusal. `kept` says that more is safe or saved;
    `trouble` carries the Refusal that stands in the way of that, and None when it is over.
    """

    changed = Signal(object)
    refused = Signal(object)
    progressed = Signal()
    trouble = Signal(object)
    _keeper_spoke = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self._stop_hearing = workshop.subscribe(self.changed.emit)
        self._told: Refusal | None = None
        self._is_closed = False
        # The keeper speaks from its own thread: a signal brings it over to this one.
        self._keeper_spoke.connect(self._pass_on)
        if workshop.file.keeper is not None:
            workshop.file.keeper.on_progress = self._keeper_spoke.emit

    def do(self, action: Callable[[], T]) -> T | None:
        """Do what a person asked for; a refusal is shown, not raised.

        After the workshop was closed nothing is done: a field that is taken away is left, too.
        """
        if self._is_closed:
            return None
        try:
            return action()
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do it, and say whether it was done."""
        return self.do(lambda: (action(), True)[1]) is not None

    def undo(self) -> None:
        """Take back the last action."""
        self.do(self.workshop.undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.do(self.workshop.redo)

    def travel(self, steps: int) -> None:
        """So many steps back, or forward; screens read once, at the end."""
        seen: list[object] = []
        hears = self.workshop.subscribe(seen.append)
        self._stop_hearing()
        try:
            for _step in range(abs(steps)):
                self.do(self.workshop.undo if steps < 0 else self.workshop.redo)
        finally:
            hears()
            self._stop_hearing = self.workshop.subscribe(self.changed.emit)
        if seen:
            self.changed.emit(seen[-1])

    @property
    def is_safe(self) -> bool:
        """Whether the newest edit would survive a kill."""
        keeper = self.workshop.file.keeper
        return keeper is None or keeper.safe >= self.workshop.seq

    @property
    def is_saved(self) -> bool:
        """Whether the newest edit is in the user's file."""
        keeper = self.workshop.file.keeper
        return keeper is None or keeper.saved >= self.workshop.seq

    @property
    def trouble_now(self) -> Refusal | None:
        """What stands in the way of saving."""
        keeper = self.workshop.file.keeper
        return keeper.trouble if keeper else None

    @property
    def has_answered(self) -> bool:
        """Whether the disk did all that it was asked for when the workshop was to be closed."""
        keeper = self.workshop.file.keeper
        return keeper is None or keeper.has_answered

    def move_to(self, move: Move) -> None:
        """Go on in the file that was written; raises the Refusal that stands in the way."""
        move.finish()
        self._pass_on()

    def close(self) -> None:
        """Wait until all is in the file; raises the Refusal that stands in the way."""
        self.workshop.close()
        self._end()

    def leave(self) -> None:
        """Close it as it is; what the file lacks is safe here."""
        self.workshop.file.leave()
        self._end()

    def _end(self) -> None:
        self._stop_hearing()
        self._is_closed = True

    def _pass_on(self) -> None:
        if self._is_closed:
            return  # the keeper's last word was still on its way when the workshop was closed
        self.workshop.file.resend_image()
        self.progressed.emit()
        if self._told is not self.trouble_now:
            self._told = self.trouble_now
            self.trouble.emit(self._told)
