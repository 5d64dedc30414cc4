"""Write finished edits to the disk. Used by one thread.

They go into the live copy first, edit by edit: then they are *safe*. Then the whole workshop goes
into the user's file: then they are *saved*. What fails is tried again; a live copy that failed
once is replaced by a new one, because after a failed fsync nobody knows what the disk has. So is
one that was deleted or replaced. Where none can be made, the user's file is the only safe place.
"""

from __future__ import annotations

import errno
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress

from cxworkshop import log
from cxworkshop.errors import Refusal
from cxworkshop.filenames import is_folder
from cxworkshop.model import Forgotten
from cxworkshop.store import refusals
from cxworkshop.store.disk.backups import Backups
from cxworkshop.store.disk.live_copy import LiveCopy
from cxworkshop.store.disk.session import NotesNotWritten, Session
from cxworkshop.store.disk.unfinished_input import UnfinishedInput
from cxworkshop.store.disk.write_schedule import WriteSchedule
from cxworkshop.store.forgetting.sweep import forget_everywhere
from cxworkshop.store.tables.journal import Commit

_NEEDS_A_PERSON = (refusals.ChangedElsewhere, refusals.FileIsThere)  # trying again won't help
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


class LiveCopyGone(OSError):
    """The live copy was removed or replaced: what is written into it is on no disk."""


class DiskWriter:
    """What the disk has of one workshop: the newest `seq` that is `safe`, and that is `saved`.

    `trouble` says why they are not newer.
    """

    def __init__(self, session: Session, seq: int, *, saved: bool, safe: int | None = None) -> None:
        """Begin at this `seq`; `saved` says whether the user's file has all of it.

        With `safe` only that is on the disk yet, and the rest in the image that it is about to get.
        """
        self.safe, self.saved = seq if safe is None else safe, seq if saved else 0
        self.trouble: Refusal | None = None
        self.schedule = WriteSchedule(time.monotonic())
        self._session, self._backups = session, Backups(session.path)
        self.begun_at = seq
        self._live_copy: LiveCopy | None = None
        self._last_copy: LiveCopy | None = None  # the next opening would look for it
        self._image: tuple[int, bytes] | None = None  # to make a live copy of: its `seq`, its bytes
        self.unfinished_input = UnfinishedInput(session)

    @property
    def wants_image(self) -> bool:
        """Whether there is no live copy and no image to make one of."""
        return self._live_copy is None and self._image is None

    @property
    def pending(self) -> dict[str, bool]:
        """What waits to be done, as arguments of `WriteSchedule.wait`."""
        has_copy, has_image = self._live_copy is not None, self._image is not None
        publishing = has_copy and self.saved < self.safe
        again = publishing or self.unfinished_input.trouble is not None
        return {"writing": has_image and not has_copy, "publishing": publishing, "again": again}

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
            return
        self._image, self._last_copy = None, self._live_copy
        self._mark_safe(seq)

    def write(self, commits: Sequence[Commit]) -> bool:
        """Write commits to the live copy in one transaction; False when they have to wait."""
        has_erased = any(map(_erases, commits))
        image = _newest_image(commits)
        if image is not None and image[0] > (self._image[0] if self._image else self.safe):
            self.close()  # another one takes less time than thousands of rows
            self._image = image
            self.make_live_copy()
        fresh = [commit for commit in commits if commit.seq > self.safe]  # not in the image
        if fresh and not self._write(fresh, rebuild=has_erased):
            return False
        if has_erased:
            self.forget_everywhere()
        return True

    def _write(self, commits: Sequence[Commit], *, rebuild: bool) -> bool:
        if self._live_copy is None:
            return False
        try:
            self._live_copy.write(commit.writes for commit in commits)
            if rebuild:
                self._live_copy.rebuild()
        except Exception as error:
            if not self._replace_if_gone(self._live_copy):
                self.abandon_live_copy(error)
            return self.safe >= commits[-1].seq
        if not self._replace_if_gone(self._live_copy):
            self._mark_safe(commits[-1].seq)
        return self.safe >= commits[-1].seq

    def _replace_if_gone(self, copy: LiveCopy) -> bool:
        """Make another live copy of what is in this one, if it is not in its place any more."""
        if copy.is_in_place:
            return False
        image = None
        with log.logged("reading a live copy that is gone"):
            image = copy.seq, copy.image()
        self.abandon_live_copy(LiveCopyGone(copy.path.name))
        self._image = image
        self.make_live_copy()
        return True

    def publish(self, *, forced: bool) -> None:
        """Write what is safe to the user's file, when it is due or `forced`.

        Without a live copy, write what there is. `forced` looks whether all of it is still there.
        """
        if self._live_copy is not None:
            self._replace_if_gone(self._live_copy)
        if not (forced or self.schedule.may_publish(time.monotonic())):
            return
        if self._live_copy is None:
            self._publish_without_copy(forced=forced)
        elif not self._has_saved(self.safe, forced=forced):
            self._publish_live_copy(self._live_copy, forced=forced)

    def _has_saved(self, seq: int, *, forced: bool) -> bool:
        """Whether the user's file has this commit; `forced` looks, if it was made here."""
        if forced and self.saved >= seq > self.begun_at and not self._session.is_file_ours:
            self.saved = 0
        return self.saved >= seq

    def _publish_live_copy(self, copy: LiveCopy, *, forced: bool) -> None:
        try:
            seq, image = copy.seq, copy.image()
        except sqlite3.Error as error:
            self.abandon_live_copy(error)
            return
        except Exception as error:
            self._not_saved(error)
            return
        self.schedule.size = len(image)
        if forced or self.schedule.may_publish(time.monotonic()):
            self._publish_image(image, seq)

    def back_up(self, image: bytes = b"") -> None:
        """Take an earlier copy of what is safe. Failing to take one interrupts nobody's work."""
        if self._live_copy is not None:
            with log.logged("earlier copy"):
                self._backups.take(image or self._live_copy.image(), self._live_copy.seq)
            self.schedule.backed_up(time.monotonic())

    def forget_everywhere(self) -> None:
        """Take what was forgotten in the live copy out of all other copies on this laptop."""
        if self._live_copy is not None:
            with log.logged("forgetting in every copy"):
                forget_everywhere(self._session, self._live_copy.image(), self._live_copy.seq)

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
        self.trouble = _trouble_for(error, self._session)
        self.schedule.write_failed(time.monotonic())
        with suppress(Exception):
            self.close()
        self._live_copy = None
        if self._last_copy is not None and not self._last_copy.is_at_its_path:
            self.safe = min(self.safe, self.saved)

    def _publish_without_copy(self, *, forced: bool = False) -> None:
        """Write the image to the user's file: without a live copy no other place is safe."""
        if self._image is None:
            return
        seq, image = self._image
        if not self._has_saved(seq, forced=forced):
            self._publish_image(image, seq, noted=False)
        if self.saved >= seq:
            self.safe, self._image = max(self.safe, seq), None  # the next edit brings its own
            if isinstance(self.trouble, refusals.OnlyInMemory):
                self.trouble = None

    def _publish_image(self, image: bytes, seq: int, *, noted: bool = True) -> None:
        try:
            self._session.publish(image, noted=noted)
        except NotesNotWritten as error:
            self.abandon_live_copy(error.__cause__ or error)
            self._image = (seq, image)
            self._publish_without_copy()
            return
        except Exception as error:
            self._not_saved(error)
            return
        self.saved, self.trouble = seq, None
        self.schedule.published()
        if self.schedule.backup_due(time.monotonic()):
            self.back_up(image)

    def _not_saved(self, error: Exception) -> None:
        trouble = _why_not_saved(error, self._session)
        if type(trouble) is not type(self.trouble):
            log.note("not saved", self._session.path, type(trouble), seq=self.safe)
        if self._live_copy is not None or not isinstance(self.trouble, refusals.OnlyInMemory):
            self.trouble = trouble  # else it is no help to hear of the file alone
        again = not isinstance(trouble, _NEEDS_A_PERSON)
        self.schedule.publish_failed(time.monotonic(), again=again)


def _trouble_for(error: BaseException, session: Session) -> Refusal:
    """What to say when a live copy can't be made or written."""
    if isinstance(error, Refusal):
        return error
    is_moved = getattr(error, "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED"
    if is_moved or isinstance(error, LiveCopyGone) or not is_folder(session.folder):
        return refusals.DataFolderGone()
    if _is_read_only(error):
        return refusals.DataFolderLocked()
    is_disk = isinstance(error, OSError | sqlite3.Error)
    return refusals.LaptopFull() if is_disk else refusals.NotKept()


def _is_read_only(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorname", "").startswith("SQLITE_READONLY")
    return isinstance(error, OSError) and error.errno in _READ_ONLY


def _why_not_saved(error: Exception, session: Session) -> Refusal:
    """What to say when the user's file can't be written."""
    if isinstance(error, Refusal):
        return error
    log.failure("saving", error)
    return refusals.NotSaved(session.path.name)


def _newest_image(commits: Sequence[Commit]) -> tuple[int, bytes] | None:
    """The `seq` and the image of the newest of them that has one."""
    found = ((commit.seq, commit.image) for commit in reversed(commits) if commit.image)
    return next(found, None)


def _erases(commit: Commit) -> bool:
    return Forgotten.table in commit.tables
