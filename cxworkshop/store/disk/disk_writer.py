"""Finished edits on their way to the disk, one step after the other. Used by one thread.

First into the live copy, edit by edit: that is what *safe* means. Then, as a whole, into the
user's file: that is *saved*. What fails is kept and tried again; a live copy that failed once is
given up for a new one, because after a failed fsync nobody knows what the disk has.
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
from cxworkshop.store.disk.live_copy import LiveCopy
from cxworkshop.store.disk.session import Session
from cxworkshop.store.disk.write_schedule import WriteSchedule
from cxworkshop.store.tables.journal import Commit

_FOR_A_PERSON = (refusals.ChangedElsewhere, refusals.FileIsThere)  # trying again helps nobody


class DiskWriter:
    """What the disk has of one workshop: `safe` and `saved` are the `seq` that got so far.

    `trouble` says why they are not newer.
    """

    def __init__(self, session: Session, seq: int, *, saved: bool) -> None:
        """Begin at this `seq`, of which the user's file has all or (not `saved`) a part."""
        self.safe, self.saved = seq, seq if saved else 0
        self.trouble: Refusal | None = None
        self.pace = WriteSchedule(time.monotonic())
        self._session, self._backups = session, Backups(session.path)
        self._live: LiveCopy | None = None
        self._whole: tuple[int, bytes] | None = None

    @property
    def wants_image(self) -> bool:
        """Whether the live copy is lost, so that only a whole image can help."""
        return self._live is None and self._whole is None

    @property
    def waits(self) -> dict[str, bool]:
        """What is to be done, for `Pace.wait`."""
        is_live = self._live is not None
        writing = not is_live and self._whole is not None
        return {"writing": writing, "publishing": is_live and self.saved < self.safe}

    def take_image(self, image: bytes, seq: int) -> None:
        """The whole workshop, from which a live copy can be made."""
        self._whole = (seq, image)

    def mend(self) -> None:
        """Make a live copy: at the beginning, and after the last one failed."""
        if self._live is not None or self._whole is None:
            return
        seq, image = self._whole
        try:
            self._live = self._session.keep(image)
        except Exception as error:
            self.lose_live(error)
            self._publish_whole()
            return
        self._whole = None
        self._is_safe(seq)

    def write(self, commits: Sequence[Commit]) -> bool:
        """Write these into the live copy, together; False when they have to wait."""
        fresh = [commit for commit in commits if commit.seq > self.safe]
        if not fresh:
            return True  # the whole image had them
        if self._live is None:
            return False
        forgotten = [commit.seq for commit in fresh if _forgets(commit)]
        try:
            self._live.write(commit.writes for commit in fresh)
            if forgotten:
                self._live.rebuild()
        except Exception as error:
            self.lose_live(error)
            return False
        self._is_safe(fresh[-1].seq)
        for seq in forgotten:
            self.drop_before(seq)
        return True

    def publish(self, *, forced: bool) -> None:
        """Bring the user's file up to what is safe, when it is time to."""
        if self._live is None or self.saved >= self.safe:
            return
        if not (forced or self.pace.may_publish(time.monotonic())):
            return
        try:
            seq, image = self._live.seq, self._live.image()
        except sqlite3.Error as error:
            self.lose_live(error)
            return
        except Exception as error:
            self._failed_to_save(error)
            return
        self.pace.size = len(image)
        if forced or self.pace.may_publish(time.monotonic()):
            self._put(image, seq)

    def back_up(self) -> None:
        """Take an earlier copy of what is safe. That it can't be taken stops nobody's work."""
        if self._live is not None:
            with log.logged("earlier copy"):
                self._backups.take(self._live.image(), self._live.seq)
            self.pace.backed_up(time.monotonic())

    def drop_before(self, seq: int) -> None:
        """Forgotten at this edit: it goes from earlier copies too, once there is a clean one."""
        if self._live is None or not self._backups.has_before(seq):
            return
        self.back_up()
        with log.logged("dropping earlier copies"):
            self._backups.drop_before(seq)
        self._session.drop_unreadable()
        self._session.keep_typed("")

    def keep_typed(self, text: str) -> None:
        """Remember what is half typed."""
        with log.logged("half-typed words"):
            self._session.keep_typed(text)

    def close(self) -> None:
        """Let go of the live copy; it stays where it is."""
        if self._live is not None:
            self._live.close()
            self._live = None

    def _is_safe(self, seq: int) -> None:
        self.safe = max(self.safe, seq)
        self.pace.edited(time.monotonic())
        if isinstance(self.trouble, refusals.InMemoryAlone):
            self.trouble = None

    def lose_live(self, error: BaseException) -> None:
        """Give the live copy up: whatever went wrong, nobody knows what the disk has of it."""
        log.failure("live copy", error)
        is_disk = isinstance(error, OSError | sqlite3.Error)
        self.trouble = refusals.LaptopFull() if is_disk else refusals.NotKept()
        self.pace.write_failed(time.monotonic())
        with suppress(Exception):
            self.close()
        self._live = None

    def _publish_whole(self) -> None:
        """Without a live copy the user's file is the only safe place that is left."""
        assert self._whole is not None
        seq, image = self._whole
        if self.saved < seq:
            self._put(image, seq, noted=False)
        if self.saved >= seq:
            self.safe = max(self.safe, seq)

    def _put(self, image: bytes, seq: int, *, noted: bool = True) -> None:
        try:
            self._session.publish(image, noted=noted)
        except Refusal as trouble:
            self._not_saved(trouble)
            return
        except Exception as error:
            self._failed_to_save(error)
            return
        self.saved, self.trouble = seq, None
        self.pace.published()
        if self.pace.backup_due(time.monotonic()):
            self.back_up()

    def _failed_to_save(self, error: Exception) -> None:
        log.failure("saving", error)
        self._not_saved(refusals.NotSaved(self._session.path.name))

    def _not_saved(self, trouble: Refusal) -> None:
        if type(trouble) is not type(self.trouble):
            log.note("not saved", self._session.path, type(trouble), seq=self.safe)
        self.trouble = trouble
        again = not isinstance(trouble, _FOR_A_PERSON)
        self.pace.publish_failed(time.monotonic(), again=again)


def _forgets(commit: Commit) -> bool:
    return any(key.table == Forgotten.table for key in commit.writes)
