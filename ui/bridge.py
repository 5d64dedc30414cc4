"""Between the core and the screens: one way in, one signal out.

A screen hands what a person did to `do`, as a call, and moves nothing itself. The core decides,
`changed` is emitted, and screens read again. A refusal is emitted for whoever shows it.
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

    `changed` carries `Changes`, `refused` a Refusal. `progressed` says that more is safe or saved;
    `trouble` carries the Refusal that stands in the way of that, and None when it is over.
    """

    changed = Signal(object)
    refused = Signal(object)
    progressed = Signal()
    trouble = Signal(object)
    _keeper_progressed = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workshop = workshop
        self._unsubscribe = workshop.subscribe(self.changed.emit)
        self._last_trouble: Refusal | None = None
        self._is_closed = False
        # The keeper calls from its own thread: a signal brings the call into this one.
        self._keeper_progressed.connect(self._pass_on)
        if workshop.file.keeper is not None:
            workshop.file.keeper.on_progress = self._keeper_progressed.emit

    def do(self, action: Callable[[], T]) -> T | None:
        """Do what a person asked for; a refusal is emitted, not raised.

        Nothing is done once the workshop is closed: its fields still lose the focus then.
        """
        if self._is_closed:
            return None
        try:
            return action()
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do it, and return whether it was done."""
        return self.do(lambda: (action(), True)[1]) is not None

    def undo(self) -> None:
        """Take back the last action."""
        self.do(self.workshop.undo)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.do(self.workshop.redo)

    def travel(self, steps: int) -> None:
        """Go so many steps back (below 0) or forward; screens read once, at the end."""
        changes: list[object] = []
        unsubscribe = self.workshop.subscribe(changes.append)
        self._unsubscribe()
        try:
            for _step in range(abs(steps)):
                self.do(self.workshop.undo if steps < 0 else self.workshop.redo)
        finally:
            unsubscribe()
            self._unsubscribe = self.workshop.subscribe(self.changed.emit)
        if changes:
            self.changed.emit(changes[-1])

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
        """Whether the disk has done everything that closing asked of it."""
        keeper = self.workshop.file.keeper
        return keeper is None or keeper.has_answered

    def move_to(self, move: Move) -> None:
        """Go on in the file that was written; raises a Refusal if that is not possible."""
        move.finish()
        self._pass_on()

    def close(self) -> None:
        """Save and close; raises a Refusal if not everything is in the file."""
        self.workshop.close()
        self._end()

    def leave(self) -> None:
        """Close without saving to the file; what it lacks is safe on this laptop."""
        self.workshop.file.leave()
        self._end()

    def _end(self) -> None:
        self._unsubscribe()
        self._is_closed = True

    def _pass_on(self) -> None:
        if self._is_closed:
            return  # the keeper's last signal was still queued when the workshop was closed
        self.workshop.file.resend_image()
        self.progressed.emit()
        if self._last_trouble is not self.trouble_now:
            self._last_trouble = self.trouble_now
            self.trouble.emit(self._last_trouble)
