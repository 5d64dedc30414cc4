"""Write finished edits to the disk. Used by one thread.

They go into the live copy first, edit by edit: then they are *safe*. Then the whole workshop goes
into the user's file: then they are *saved*. What fails is tried again; a live copy that failed
once is replaced by a new one, because after a failed fsync nobody knows what the disk has.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress

from cxworkshop import log
from cxworkshop.errors import Refusal
from cxworkshop.model import Forgotten
from cxworkshop.store import refusals
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.live_copy import LiveCopy, LiveCopyGone
from cxworkshop.store.disk.session import NotesNotWritten, Session
from cxworkshop.store.disk.write_schedule import WriteSchedule
from cxworkshop.store.forgetting.sweep import forget_everywhere
from cxworkshop.store.tables.journal import Commit

_NEEDS_A_PERSON = (refusals.ChangedElsewhere, refusals.FileIsThere)  # trying again won't help


class DiskWriter:
    """What the disk has of one workshop: the newest `seq` that is `safe`, and that is `saved`.

    `trouble` says why they are not newer.
    """

    def __init__(self, session: Session, seq: int, *, saved: bool) -> None:
        """Begin at this `seq`; `saved` says whether the user's file has all of it."""
        self.safe, self.saved = seq, seq if saved else 0
        self.trouble: Refusal | None = None
        self.schedule = WriteSchedule(time.monotonic())
        self._session, self._backups = session, Backups(session.path)
        self._live_copy: LiveCopy | None = None
        self._image: tuple[int, bytes] | None = None  # to make a live copy of: its `seq`, its bytes

    @property
    def wants_image(self) -> bool:
        """Whether there is no live copy and no image to make one of."""
        return self._live_copy is None and self._image is None

    @property
    def pending(self) -> dict[str, bool]:
        """What waits to be done, as arguments of `WriteSchedule.wait`."""
        has_copy = self._live_copy is not None
        writing = not has_copy and self._image is not None
        return {"writing": writing, "publishing": has_copy and self.saved < self.safe}

    def take_image(self, image: bytes, seq: int) -> None:
        """Take over the whole workshop, to make a live copy of."""
        self._image = (seq, image)

    def make_live_copy(self) -> None:
        """Make a live copy, at the beginning and after the last one failed."""
        if self._live_copy is not None or self._image is None:
            return
        seq, image = self._image
        try:
            self._live_copy = self._session.create_live_copy(image)
        except Exception as error:
            self.abandon_live_copy(error)
            self._publish_without_copy()
            return
        self._image = None
        self._mark_safe(seq)

    def write(self, commits: Sequence[Commit]) -> bool:
        """Write commits to the live copy in one transaction; False when they have to wait."""
        fresh = [commit for commit in commits if commit.seq > self.safe]
        if not fresh:
            return True  # they were in the image already
        if self._live_copy is None:
            return False
        has_erased = any(map(_erases, fresh))
        try:
            self._live_copy.write(commit.writes for commit in fresh)
            if has_erased:
                self._live_copy.rebuild()
        except Exception as error:
            self.abandon_live_copy(error)
            return False
        self._mark_safe(fresh[-1].seq)
        if has_erased:
            self.forget_everywhere()
        return True

    def publish(self, *, forced: bool) -> None:
        """Write what is safe to the user's file, when it is due or `forced`."""
        if self._live_copy is None or self.saved >= self.safe:
            return
        if not (forced or self.schedule.may_publish(time.monotonic())):
            return
        try:
            seq, image = self._live_copy.seq, self._live_copy.image()
        except sqlite3.Error as error:
            self.abandon_live_copy(error)
            return
        except Exception as error:
            self._failed_to_save(error)
            return
        self.schedule.size = len(image)
        if forced or self.schedule.may_publish(time.monotonic()):
            self._publish_image(image, seq)

    def back_up(self) -> None:
        """Take an earlier copy of what is safe. Failing to take one interrupts nobody's work."""
        if self._live_copy is not None:
            with log.logged("earlier copy"):
                self._backups.take(self._live_copy.image(), self._live_copy.seq)
            self.schedule.backed_up(time.monotonic())

    def forget_everywhere(self) -> None:
        """Take what was forgotten in the live copy out of all other copies on this laptop."""
        if self._live_copy is not None:
            with log.logged("forgetting in every copy"):
                forget_everywhere(self._session, self._live_copy.image(), self._live_copy.seq)

    def keep_typed(self, text: str) -> None:
        """Remember the unfinished input."""
        with log.logged("unfinished input"):
            self._session.keep_typed(text)

    def close(self) -> None:
        """Close the live copy; it stays on the disk."""
        if self._live_copy is not None:
            self._live_copy.close()
            self._live_copy = None

    def _mark_safe(self, seq: int) -> None:
        self.safe = max(self.safe, seq)
        self.schedule.edited(time.monotonic())
        if isinstance(self.trouble, refusals.OnlyInMemory):
            self.trouble = None

    def abandon_live_copy(self, error: BaseException) -> None:
        """Give the live copy up: after an error nobody knows what the disk has of it."""
        log.failure("live copy", error)
        self.trouble = self._trouble_for(error)
        self.schedule.write_failed(time.monotonic())
        with suppress(Exception):
            self.close()
        self._live_copy = None

    def _trouble_for(self, error: BaseException) -> Refusal:
        if isinstance(error, LiveCopyGone) or not self._session.folder.is_dir():
            return refusals.DataFolderGone()
        is_disk = isinstance(error, OSError | sqlite3.Error)
        return refusals.LaptopFull() if is_disk else refusals.NotKept()

    def _publish_without_copy(self) -> None:
        """Write the image to the user's file: without a live copy no other place is safe."""
        assert self._image is not None
        seq, image = self._image
        if self.saved < seq:
            self._publish_image(image, seq, noted=False)
        if self.saved >= seq:
            self.safe = max(self.safe, seq)

    def _publish_image(self, image: bytes, seq: int, *, noted: bool = True) -> None:
        try:
            self._session.publish(image, noted=noted)
        except NotesNotWritten as error:
            self.abandon_live_copy(error.__cause__ or error)
            self._image = (seq, image)
            self._publish_without_copy()
            return
        except Refusal as trouble:
            self._not_saved(trouble)
            return
        except Exception as error:
            self._failed_to_save(error)
            return
        self.saved, self.trouble = seq, None
        self.schedule.published()
        if self.schedule.backup_due(time.monotonic()):
            self.back_up()

    def _failed_to_save(self, error: Exception) -> None:
        log.failure("saving", error)
        self._not_saved(refusals.NotSaved(self._session.path.name))

    def _not_saved(self, trouble: Refusal) -> None:
        if type(trouble) is not type(self.trouble):
            log.note("not saved", self._session.path, type(trouble), seq=self.safe)
        self.trouble = trouble
        again = not isinstance(trouble, _NEEDS_A_PERSON)
        self.schedule.publish_failed(time.monotonic(), again=again)


def _erases(commit: Commit) -> bool:
    return Forgotten.table in commit.tables
