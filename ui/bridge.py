"""Between the core and the screens: one way in, one signal out.

A screen hands what a person did to `do`, as a call, and moves nothing itself. The core decides,
`changed` is emitted, and screens read again. A refusal is emitted for whoever shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.model import Changes
from cxworkshop.queries.meeting_now import LineNow
from cxworkshop.services.files import Move
from cxworkshop.workshop import Workshop
from ui.window.running_change import RunningChange

T = TypeVar("T")
MANY = 5_000  # rows that take longer to change than a person likes to wait
PATIENCE = 0.1  # seconds that the window waits before it shows how far such a change is


class TimedLine(QObject):
    """The line of the agenda that the timer is for, as the agenda reckons with it.

    `wanted` carries the id of a line whose time begins; `moved` says that `now` is another.
    """

    wanted = Signal(str)
    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now: LineNow | None = None

    def move(self, now: LineNow | None) -> None:
        """Let the agenda reckon with this line, or with none."""
        if now != self.now:
            self.now = now
            self.moved.emit()


class Bridge(QObject):
    """One open workshop as the screens see it: in its newest round, or as an earlier one saw it.

    `changed` carries `Changes`, `refused` a Refusal. `progressed` says that more is safe or saved;
    `trouble` carries the Refusal that stands in the way of that, and None when it is over.
    `turned` says that another round is looked at, `sorting_moved` that sorting began, ended or has
    come to another card, which need not be an edit. `lasts` carries a `RunningChange`.
    """

    changed = Signal(object)
    refused = Signal(object)
    progressed = Signal()
    trouble = Signal(object)
    turned = Signal()
    sorting_moved = Signal()
    lasts = Signal(object)
    _keeper_progressed = Signal()

    def __init__(self, workshop: Workshop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.whole = workshop
        self.timed_line = TimedLine(self)
        self._looked_at: tuple[int, Workshop] | None = None
        self._unsubscribe = workshop.subscribe(self._heard)
        self._last_trouble: Refusal | None = None
        self._running: RunningChange | None = None
        self.is_closed = False  # then nothing can be asked of the workshop
        # The keeper calls from its own thread: a signal brings the call into this one.
        self._keeper_progressed.connect(self._pass_on)
        if workshop.file.keeper is not None:
            workshop.file.keeper.on_progress = self._keeper_progressed.emit

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is looked at: all screens read and change this one."""
        return self._looked_at[1] if self._looked_at else self.whole

    @property
    def round_looked_at(self) -> int | None:
        """The number of the finished round that is looked at; None for the newest."""
        return self._looked_at[0] if self._looked_at else None

    def look_at(self, number: int | None = None) -> None:
        """Look at a round of the past, or without a number at the newest again."""
        newest = self.whole.rounds.current().number
        wanted = None if number == newest else number
        if wanted != self.round_looked_at:
            self._looked_at = (wanted, self.whole.in_round(wanted)) if wanted else None
            self.turned.emit()

    def move_to_day(self, day: date) -> None:
        """Let the workshop believe in another day, and show everything as it is on that one."""
        self.whole.today = day
        self.show_day()

    def show_day(self) -> None:
        """Show everything as it is on the day that the workshop believes in."""
        if not self.is_closed:
            self.changed.emit(Changes(self.whole.seq, ""))

    def do(self, action: Callable[[], T]) -> T | None:
        """Do what a person asked for; a refusal is emitted, not raised.

        Nothing is done once the workshop is closed: its fields still lose the focus then.
        """
        if self.is_closed:
            return None
        try:
            return action()
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do it, and return whether it was done."""
        return self.do(lambda: (action(), True)[1]) is not None

    def change(
        self,
        action: Callable[[Workshop], object],
        rows: int,
        sentence: str,
        then: Callable[[bool], object] = lambda _is_done: None,
        written: Callable[[], object] = lambda: None,
    ) -> None:
        """Do what changes so many rows in place of what is running; `then` hears if it is done.

        Many are changed on a copy, in a thread; `written` is called when the copy has them all, so
        that what they were made of can go before as much is read for the screens.
        """
        self.cancel()
        if self.is_closed or rows < MANY or self.round_looked_at is not None:
            then(self.attempt(lambda: action(self.workshop)))
            return
        is_written = Event()
        change = self.whole.begin_long(lambda copy: _and_read_ahead(copy, action, is_written))
        running = RunningChange(change, sentence, rows, self.refused.emit, self, is_written)
        self._running = running
        running.written.connect(written)
        running.ended.connect(self._stop_running)
        running.ended.connect(then)
        if not running.wait(PATIENCE):
            self.lasts.emit(running)

    def cancel(self) -> None:
        """Give up the change that is running, if there is one: nothing of it is left."""
        if self._running is not None:
            self._running.cancel()

    def _stop_running(self) -> None:
        self._running = None

    def undo(self) -> None:
        """Take back the last action."""
        sentence = _("Taking back: {title} …").format(title=self.whole.undo_title())
        self.change(lambda workshop: workshop.undo(), self.whole.rows_within(-1), sentence)

    def redo(self) -> None:
        """Bring back what was undone last."""
        sentence = _("Bringing back: {title} …").format(title=self.whole.redo_title())
        self.change(lambda workshop: workshop.redo(), self.whole.rows_within(1), sentence)

    def travel(self, steps: int) -> None:
        """Go so many steps back (below 0) or forward; screens read once, at the end."""
        rows = self.whole.rows_within(steps)
        if rows >= MANY:
            sentence = _("Going to that step …")
            self.change(lambda workshop: _travel(workshop, steps), rows, sentence)
            return
        changes: list[object] = []
        unsubscribe = self.workshop.subscribe(changes.append)
        self._unsubscribe()
        try:
            self.do(lambda: _travel(self.workshop, steps))
        finally:
            unsubscribe()
            self._unsubscribe = self.workshop.subscribe(self._heard)
        if changes:
            self._heard(changes[-1])

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
        self.cancel()
        self.workshop.close()
        self._end()

    def leave(self) -> None:
        """Close without saving to the file; what it lacks is safe on this laptop."""
        self.cancel()
        self.workshop.file.leave()
        self._end()

    def _heard(self, changes: object) -> None:
        """Tell the screens; the round that is looked at may be the newest after an undo."""
        if self._looked_at and self._looked_at[0] >= self.whole.rounds.current().number:
            self.look_at()
        self.changed.emit(changes)

    def _end(self) -> None:
        self._unsubscribe()
        self.is_closed = True

    def _pass_on(self) -> None:
        if self.is_closed:
            return  # the keeper's last signal was still queued when the workshop was closed
        self.workshop.file.resend_image()
        self.progressed.emit()
        if self._last_trouble is not self.trouble_now:
            self._last_trouble = self.trouble_now
            self.trouble.emit(self._last_trouble)


def _travel(workshop: Workshop, steps: int) -> None:
    for _step in range(abs(steps)):
        workshop.undo() if steps < 0 else workshop.redo()


def _and_read_ahead(
    copy: Workshop, action: Callable[[Workshop], object], is_written: Event
) -> object:
    """Do it, and read what the screens are about to ask for."""
    result = action(copy)
    is_written.set()
    copy.overview.stop_statuses()
    return result
