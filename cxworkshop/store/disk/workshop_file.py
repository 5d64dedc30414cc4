"""The file of one open workshop: locking, saving, moving to another file, and closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop import log
from cxworkshop.store import refusals
from cxworkshop.store.disk.backups import Backup, Backups
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.move import Move
from cxworkshop.store.disk.presence import OtherHolder
from cxworkshop.store.disk.resume import back_up_leftover
from cxworkshop.store.disk.session import NotesNotWritten, Session
from cxworkshop.store.tables.journal import Commit, Store

if TYPE_CHECKING:
    from cxworkshop.store.disk.keeper import Keeper


class WorkshopFile:
    """Commands save it at their end; for a window a keeper writes each edit.

    `patience` is how many seconds `save` and `close` wait for a disk before they raise NoAnswer;
    with None they wait for as long as it takes.
    """

    def __init__(self, store: Store, session: Session, *, ahead: bool) -> None:
        """`ahead`: the store has steps that the file lacks."""
        self._store, self._session = store, session
        self._saved_seq = -1 if ahead else store.seq
        self.is_restored = ahead and session.is_begun
        self.keeper: Keeper | None = None
        self.patience: float | None = None
        self._open_elsewhere: OtherHolder | None = None
        store.about_to_change_much = self.back_up

    @property
    def path(self) -> Path:
        return self._session.path

    @property
    def is_ahead(self) -> bool:
        """Whether the store has steps that the file lacks."""
        return (self.keeper.saved if self.keeper else self._saved_seq) < self._store.seq

    @property
    def open_elsewhere(self) -> OtherHolder | None:
        """Another laptop that says it has the file open, or said so when we opened it."""
        return self._open_elsewhere if self.keeper else self._session.presence.other_holder()

    def start_saving(self) -> Keeper:
        """Start a keeper, which writes each finished edit to the disk in its own thread.

        Raises a FileRefusal when another program has the file, or a new one can't be written.
        """
        _import_savepoints()
        with _locked(self._session, Holder.WINDOW, stays=True):
            if self._saved_seq < 0 and not self.is_restored:
                self._publish()
            self._open_elsewhere = self._session.presence.enter()
        log.note("opened", self.path, seq=self._store.seq)
        return self._start_keeper()

    def save(self) -> None:
        """Write everything to the file; raises a FileRefusal, and then the file is as it was."""
        if self.keeper is not None:
            self._flush()
            return
        with _locked(self._session, Holder.COMMAND):
            self._publish()

    def save_as(self, path: Path) -> None:
        """Go on in another file; the one before stays as it is. Raises a FileRefusal.

        The same path again puts back a file that was moved away.
        """
        move = self.begin_move()
        move.write(path)
        move.finish()

    def begin_move(self) -> Move:
        """Begin a `save_as` in two steps, the first of which may run in another thread."""
        return Move(self, self._store.image(), self._store.seq)

    def resend_image(self) -> None:
        """Give the whole workshop to a keeper whose live copy failed."""
        if self.keeper is not None and self.keeper.wants_image:
            self.keeper.take_image(self._store.image(), self._store.seq)

    def back_up(self) -> None:
        """Take an earlier copy, before much is changed at once."""
        if self.keeper is not None:
            self.keeper.back_up()
        elif self._session.is_begun:
            Backups(self.path).take(self._store.image(), self._store.seq)

    def backups(self) -> list[Backup]:
        """The file's earlier copies, the newest first."""
        return Backups(self.path).all()

    def typed(self) -> str:
        """The unfinished input when it was open last; "" for none."""
        return self._session.typed()

    def keep_typed(self, text: str, *, has_words: bool = True) -> None:
        """Remember the unfinished input; `has_words` says whether somebody would miss it."""
        if self.keeper is not None:
            self.keeper.keep_typed(text, has_words=has_words)

    def close(self) -> None:
        """Save and close; raises the Refusal that prevents saving, and then it stays open."""
        if self.keeper is not None:
            self.keeper.back_up()
            self._flush()
            if self.keeper.typing_trouble is not None:
                raise self.keeper.typing_trouble
            self._stop_keeper(self._session.end_completely)
        else:
            self._end_session()
        self._store.connection.close()

    def leave(self) -> None:
        """Close without saving: unsaved steps are safe here, and come back at the next opening."""
        if self.keeper is not None:
            self._stop_keeper(self._session.end)
        else:
            self._end_session()
        self._store.connection.close()

    def _end_session(self) -> None:
        was_begun = self._session.is_begun
        self._session.end()
        if was_begun:
            _finish_forgettings()

    def _publish(self) -> None:
        image = self._store.image()
        try:
            self._session.publish(image)
        except NotesNotWritten:  # the steps are still where a killed session left them
            self._session.publish(image, noted=False)
        self._saved_seq = self._store.seq
        if self.is_restored:
            self._session.discard_steps()
        if self._session.is_begun and self._store.forgotten_at:
            _forget_everywhere(self._session, image, self._store.seq)

    def _flush(self) -> None:
        assert self.keeper is not None
        for _time in range(2):  # writing may find out that the live copy is gone
            self.resend_image()
            if not self.keeper.try_all(self.patience):
                raise refusals.NoAnswer(self.path.name)
            if not self.keeper.wants_image:
                break
        trouble = self.keeper.trouble
        if trouble is not None and self.is_ahead:
            raise trouble

    def _start_keeper(self, safe: int | None = None) -> Keeper:
        """Start one; `safe` is what a kill would leave now, if it is not all that the store has."""
        self.keeper = _new_keeper(self._session, self._store, saved=not self.is_ahead, safe=safe)
        self._store.keep = self._on_commit
        return self.keeper

    def _stop_keeper(self, end: Callable[[], object]) -> None:
        """Stop the keeper, which calls `end` last; then there is none."""
        assert self.keeper is not None
        log.note("closed", self.path, seq=self._store.seq, saved=self.keeper.saved)
        self._stop(self.keeper, end)
        self._saved_seq = self.keeper.saved
        self._store.keep = None
        self.keeper = None

    def _stop(self, keeper: Keeper, end: Callable[[], object]) -> None:
        """Stop it, and wait for it, but not for a disk that does not answer."""
        is_silent = self.patience is not None and not keeper.has_answered
        keeper.stop(partial(_end_and_finish, end), 0.0 if is_silent else self.patience)
        keeper.on_progress = lambda: None  # it may go on until its disk answers

    def _on_commit(self, commit: Commit) -> None:
        assert self.keeper is not None
        self.keeper.keep(commit)
        self.resend_image()

    def put_back(self) -> None:
        """Write the file where it was before somebody moved it away."""
        self._session.allow_restoring()
        self.save()

    def move_to(self, new: Session, seq: int, open_elsewhere: OtherHolder | None) -> None:
        """Go on in the file of another session, which has everything up to `seq`."""
        old = self._session
        keeper = self.keeper
        self._session, self._open_elsewhere = new, open_elsewhere
        self._saved_seq, self.is_restored, self.keeper = seq, False, None
        if keeper is None:
            old.end_completely()
            return
        going_on = self._start_keeper(safe=seq)
        going_on.on_progress = keeper.on_progress
        # The old live copy alone has what was done since `seq`.
        later = partial(_end_when_safe, old, going_on, self._store.seq)
        self._stop(keeper, old.end_completely if seq == self._store.seq else later)


@contextmanager
def _locked(session: Session, holder: Holder, *, stays: bool = False) -> Iterator[None]:
    """Lock the file; steps of another session on it become an earlier copy.

    With `stays` it stays locked after the block.
    """
    if session.is_begun:
        yield
        return
    session.begin(holder)
    try:
        if stays:
            back_up_leftover(session)
        yield
    except BaseException:
        session.end()
        raise
    if not stays:
        session.end()


def _end_and_finish(end: Callable[[], object]) -> None:
    end()
    _finish_forgettings()


def _import_savepoints() -> None:
    """Import what the first edit inside another needs before it is made."""
    import sqlite_utils  # noqa: F401


def _end_when_safe(old: Session, going_on: Keeper, seq: int) -> None:
    """End a session whose steps another one has taken over, in the thread of its keeper."""
    going_on.try_all()
    old.end_completely() if going_on.safe >= seq else old.end()


def _new_keeper(session: Session, store: Store, *, saved: bool, safe: int | None) -> Keeper:
    from cxworkshop.store.disk.disk_writer import DiskWriter
    from cxworkshop.store.disk.keeper import Keeper

    writer = DiskWriter(session, store.seq, saved=saved, safe=safe)
    return Keeper(writer, store.image(), store.forgotten_at)


def _forget_everywhere(session: Session, image: bytes, seq: int) -> None:
    from cxworkshop.store.forgetting.sweep import forget_everywhere

    with log.logged("forgetting in every copy"):
        forget_everywhere(session, image, seq)


def _finish_forgettings() -> None:
    from cxworkshop.store.forgetting.sweep import finish_forgettings

    finish_forgettings()
