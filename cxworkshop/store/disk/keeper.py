"""The thread that writes finished edits to the disk, so that no screen ever waits for a disk."""

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
    """A queue of finished edits, and the thread that writes them.

    `on_progress` is called in the keeper's own thread when `safe`, `saved` or `trouble` changed.
    No failure ends the thread: it is logged, becomes a `trouble`, and is tried again.
    """

    def __init__(self, writer: DiskWriter, image: bytes, forgotten_at: int = 0) -> None:
        """Begin with this image; unless `forgotten_at` is 0, finish a forgetting if need be."""
        self.on_progress: Callable[[], None] = lambda: None
        self._writer, self._forgotten_at = writer, forgotten_at
        writer.take_image(image, writer.begun_at)
        self._jobs: deque[Commit | None] = deque([_BACKUP])
        self._typed: str | None = None
        self._flushes_asked = self._flushes_done = 0
        self._is_stopping = self._has_ended = self._got_image = False
        self._at_end: Callable[[], object] = lambda: None
        self._condition = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

    @property
    def safe(self) -> int:
        """The newest edit that survives a kill and a power cut."""
        return self._writer.safe

    @property
    def saved(self) -> int:
        """The newest edit that is in the user's file."""
        return self._writer.saved

    @property
    def trouble(self) -> Refusal | None:
        """Why they are not newer, or why what is half typed is not kept."""
        return self._writer.trouble or self.typing_trouble

    @property
    def typing_trouble(self) -> Refusal | None:
        """Why what is half typed is not kept."""
        return self._writer.unfinished_input.trouble

    @property
    def wants_image(self) -> bool:
        """Whether somebody should call `take_image`."""
        return self._writer.wants_image

    def keep(self, commit: Commit) -> None:
        """Take over one finished edit; returns at once."""
        self._enqueue(commit)

    def back_up(self) -> None:
        """Take an earlier copy before the next edit is written; returns at once."""
        self._enqueue(_BACKUP)

    def keep_typed(self, text: str) -> None:
        """Remember the unfinished input; returns at once."""
        with self._condition:
            self._typed = text
            self._condition.notify_all()

    def take_image(self, image: bytes, seq: int) -> None:
        """Take over the whole workshop, when it `wants_image`."""
        with self._condition:
            self._writer.take_image(image, seq)
            self._got_image = True
            self._condition.notify_all()

    def flush(self) -> Refusal | None:
        """Write everything now; returns the trouble when that failed."""
        self.try_all()
        return self.trouble

    def try_all(self, patience: float | None = None) -> bool:
        """Write everything now; False when the disk has not answered after so many seconds."""
        with self._condition:
            self._flushes_asked += 1
            number = self._flushes_asked
            self._condition.notify_all()
            return self._condition.wait_for(
                lambda: self._flushes_done >= number or self._has_ended, patience
            )

    @property
    def has_answered(self) -> bool:
        """Whether every `try_all` was answered meanwhile."""
        return self._flushes_done >= self._flushes_asked or self._has_ended

    def stop(
        self, at_end: Callable[[], object] = lambda: None, patience: float | None = None
    ) -> None:
        """End the thread. What is not published stays in the live copy.

        The thread calls `at_end` last: until then no other program may have the file. Returns
        after `patience` seconds at the latest; the thread ends when its disk answers.
        """
        with self._condition:
            self._is_stopping, self._at_end = True, at_end
            self._condition.notify_all()
        self._thread.join(patience)
        if not self._thread.is_alive():
            self._finish()  # if the thread had ended before it was asked to

    def _enqueue(self, job: Commit | None) -> None:
        with self._condition:
            self._jobs.append(job)
            self._condition.notify_all()

    def _run(self) -> None:
        try:
            is_last = False
            while not is_last:
                is_last = self._run_once()
        except BaseException as error:  # what `_run_once` does not survive
            self._writer.abandon_live_copy(error)
            raise
        finally:
            with self._condition:
                self._has_ended = True
                self._condition.notify_all()
            with log.logged("closing the live copy"):
                self._writer.close()
            self._finish()

    def _finish(self) -> None:
        with self._condition:
            at_end, self._at_end = self._at_end, lambda: None
        with log.logged("end of the keeper"):
            at_end()

    def _run_once(self) -> bool:
        """Try once, then wait until there is more to do; returns whether to stop."""
        with self._condition:
            asked, is_last = self._flushes_asked, self._is_stopping
            self._got_image = False
        before = (self.safe, self.saved, self.trouble)
        try:
            self._process(forced=asked > self._flushes_done)
        except Exception as error:
            self._writer.abandon_live_copy(error)
        if (self.safe, self.saved, self.trouble) != before:
            with log.logged("reporting the keeper's progress"):
                self.on_progress()
        with self._condition:
            self._flushes_done = asked
            self._condition.notify_all()
            if not is_last:
                self._condition.wait_for(self._has_work, self._seconds_to_wait())
        return is_last

    def _process(self, *, forced: bool) -> None:
        self._keep_typed()
        if forced or self._may_write():
            self._writer.make_live_copy()
            self._process_jobs()
        self._writer.publish(forced=forced)

    def _process_jobs(self) -> None:
        """Process the jobs that wait now; those that come meanwhile wait until after publishing."""
        waiting = list(self._jobs)
        for is_edits, jobs in groupby(waiting, key=lambda job: job is not _BACKUP):
            some = list(jobs)
            if not is_edits:
                self._writer.back_up()
                if self._forgotten_at:
                    self._writer.forget_everywhere()
            elif not self._writer.write([job for job in some if job is not None]):
                return
            for _job in some:
                self._jobs.popleft()

    def _keep_typed(self) -> None:
        with self._condition:
            text, self._typed = self._typed, None
        self._writer.unfinished_input.keep(text)

    def _may_write(self) -> bool:
        return self._writer.schedule.may_write(time.monotonic())

    def _has_work(self) -> bool:
        """Whether there is something to do now."""
        news = self._typed is not None or self._flushes_asked > self._flushes_done
        writing = self._writer.pending["writing"] or (self._jobs and not self.wants_image)
        # After `_got_image` there may be nothing to do yet, but the time to wait has changed.
        called = self._is_stopping or self._got_image
        return bool(news or called or (writing and self._may_write()))

    def _seconds_to_wait(self) -> float | None:
        return self._writer.schedule.wait(time.monotonic(), **self._writer.pending)
