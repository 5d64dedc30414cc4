"""The thread that carries finished edits to the disk, so that no screen ever waits for it."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from itertools import groupby

from cxworkshop import log
from cxworkshop.errors import Refusal
from cxworkshop.store.disk.disk_writer import DiskWriter
from cxworkshop.store.tables.journal import Commit

_BACKUP = None  # among the jobs: take an earlier copy before what comes next


class Keeper:
    """One queue and one thread that works it off.

    `heard` is called from the keeper's own thread whenever `safe`, `saved` or `trouble` changed.
    Nothing that fails ends the thread: it is logged, it is a trouble, and it is tried again.
    """

    def __init__(self, custody: DiskWriter, image: bytes, forgotten_at: int = 0) -> None:
        """Begin with this image; earlier copies of before `forgotten_at` are to go."""
        self.on_progress: Callable[[], None] = lambda: None
        self._custody, self._forgotten_at = custody, forgotten_at
        custody.take_image(image, custody.safe)
        self._jobs: deque[Commit | None] = deque([_BACKUP])
        self._typed: str | None = None
        self._asked = self._answered = 0  # flushes
        self._is_stopping = self._has_ended = self._was_lent = False
        self._at_end: Callable[[], object] = lambda: None
        self._turn = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

    @property
    def safe(self) -> int:
        """The newest edit that survives a kill and a power cut."""
        return self._custody.safe

    @property
    def saved(self) -> int:
        """The newest edit that is in the user's file."""
        return self._custody.saved

    @property
    def trouble(self) -> Refusal | None:
        """Why they are not newer."""
        return self._custody.trouble

    @property
    def wants_image(self) -> bool:
        """Whether somebody should `lend` it the whole workshop."""
        return self._custody.wants_image

    def keep(self, commit: Commit) -> None:
        """Take over one finished edit; returns at once."""
        self._pass_over(commit)

    def back_up(self) -> None:
        """Take an earlier copy before the next edit is written; returns at once."""
        self._pass_over(_BACKUP)

    def keep_typed(self, text: str) -> None:
        """Remember what is half typed; returns at once."""
        with self._turn:
            self._typed = text
            self._turn.notify_all()

    def take_image(self, image: bytes, seq: int) -> None:
        """The whole workshop, for a keeper that `wants_image`."""
        with self._turn:
            self._custody.take_image(image, seq)
            self._was_lent = True
            self._turn.notify_all()

    def flush(self) -> Refusal | None:
        """Try everything now; comes back when it was tried, with the trouble if there is any."""
        self.try_all()
        return self.trouble

    def try_all(self, patience: float | None = None) -> bool:
        """Try everything now; False when the disk has not answered after so many seconds."""
        with self._turn:
            self._asked += 1
            mine = self._asked
            self._turn.notify_all()
            return self._turn.wait_for(lambda: self._answered >= mine or self._has_ended, patience)

    @property
    def has_answered(self) -> bool:
        """Whether everything that `try_all` asked for was tried meanwhile."""
        return self._answered >= self._asked or self._has_ended

    def stop(
        self, at_end: Callable[[], object] = lambda: None, patience: float | None = None
    ) -> None:
        """End the thread. What is not published stays in the live copy.

        `at_end` is the last that the thread does, for until then nobody else may have the file.
        Comes back after `patience` seconds at the latest: the thread ends when its disk answers.
        """
        with self._turn:
            self._is_stopping, self._at_end = True, at_end
            self._turn.notify_all()
        self._thread.join(patience)
        if not self._thread.is_alive():
            self._finish()  # if the thread had ended before it was asked to

    def _pass_over(self, job: Commit | None) -> None:
        with self._turn:
            self._jobs.append(job)
            self._turn.notify_all()

    def _run(self) -> None:
        try:
            is_last = False
            while not is_last:
                is_last = self._take_turn()
        except BaseException as error:  # what `_take_turn` does not survive
            self._custody.lose_live(error)
            raise
        finally:
            with self._turn:
                self._has_ended = True
                self._turn.notify_all()
            with log.logged("closing the live copy"):
                self._custody.close()
            self._finish()

    def _finish(self) -> None:
        with self._turn:
            at_end, self._at_end = self._at_end, lambda: None
        with log.logged("end of the keeper"):
            at_end()

    def _take_turn(self) -> bool:
        """Try once, then wait until there is more to do; whether this was the last turn."""
        with self._turn:
            asked, is_last = self._asked, self._is_stopping
            self._was_lent = False
        before = (self.safe, self.saved, self.trouble)
        try:
            self._go_round(forced=asked > self._answered)
        except Exception as error:
            self._custody.lose_live(error)
        if (self.safe, self.saved, self.trouble) != before:
            with log.logged("telling how far the keeper is"):
                self.on_progress()
        with self._turn:
            self._answered = asked
            self._turn.notify_all()
            if not is_last:
                self._turn.wait_for(self._may_go_on, self._patience())
        return is_last

    def _go_round(self, *, forced: bool) -> None:
        self._keep_typed()
        if forced or self._may_write():
            self._custody.mend()
            self._work_off()
        self._custody.publish(forced=forced)

    def _work_off(self) -> None:
        """What waits now; what comes meanwhile waits until this was published."""
        waiting = list(self._jobs)
        for is_edits, jobs in groupby(waiting, key=lambda job: job is not _BACKUP):
            some = list(jobs)
            if not is_edits:
                self._custody.back_up()
                self._custody.drop_before(self._forgotten_at)
            elif not self._custody.write([job for job in some if job is not None]):
                return
            for _job in some:
                self._jobs.popleft()

    def _keep_typed(self) -> None:
        with self._turn:
            text, self._typed = self._typed, None
        if text is not None:
            self._custody.keep_typed(text)

    def _may_write(self) -> bool:
        return self._custody.pace.may_write(time.monotonic())

    def _may_go_on(self) -> bool:
        """Whether there is something to do that need not wait for a clock."""
        news = self._typed is not None or self._asked > self._answered
        writing = self._custody.waits["writing"] or (self._jobs and not self.wants_image)
        # After `_was_lent` there may be nothing to do yet, but there is a moment to wait for.
        called = self._is_stopping or self._was_lent
        return bool(news or called or (writing and self._may_write()))

    def _patience(self) -> float | None:
        return self._custody.pace.wait(time.monotonic(), **self._custody.waits)
