"""The file of one open workshop: who may write it, what keeps it, and where it goes next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cxworkshop import log
from cxworkshop.store import refusals
from cxworkshop.store.disk.backups import Backup, Backups
from cxworkshop.store.disk.disk_writer import DiskWriter
from cxworkshop.store.disk.keeper import Keeper
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.presence import OtherHolder
from cxworkshop.store.disk.resume import set_apart
from cxworkshop.store.disk.session import Session
from cxworkshop.store.tables.journal import Commit, Store


class WorkshopFile:
    """Saved by commands when they end, or kept edit by edit for a window.

    `patience` is how many seconds `save` and `close` wait for a disk that does not answer before
    they raise NoAnswer; without it they wait for as long as it takes.
    """

    def __init__(self, store: Store, session: Session, *, ahead: bool) -> None:
        """`ahead`: the store has something that the file does not."""
        self._store, self._session = store, session
        self._saved_seq = -1 if ahead else store.seq
        self.is_restored = ahead and session.is_begun
        self.keeper: Keeper | None = None
        self.patience: float | None = None
        self._open_there: OtherHolder | None = None
        store.about_to_change_much = self.back_up

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._session.path

    @property
    def is_ahead(self) -> bool:
        """Whether the file lacks something that is here."""
        return (self.keeper.saved if self.keeper else self._saved_seq) < self._store.seq

    @property
    def open_there(self) -> OtherHolder | None:
        """Another laptop that says it has the file open too, or did when work on it began here."""
        return self._open_there if self.keeper else self._session.presence.others()

    def start_saving(self) -> Keeper:
        """From now on a keeper carries each finished edit to the disk, in its own thread.

        Raises a FileRefusal when somebody else has the file, or a new one can't be written.
        """
        with self._begun(Holder.WINDOW, stays=True):
            if self._saved_seq < 0 and not self.is_restored:
                self._publish()
            self._open_there = self._session.presence.enter()
        log.note("opened", self.path, seq=self._store.seq)
        return self._start_keeper()

    def save(self) -> None:
        """Publish now; raises a FileRefusal, and then the file is as it was."""
        if self.keeper is not None:
            self._flush()
            return
        with self._begun(Holder.COMMAND):
            self._publish()

    def save_as(self, path: Path) -> None:
        """Go on in another file; the one before stays as it is. Raises a FileRefusal.

        The same path again puts back a file that was moved away.
        """
        move = self.begin_move()
        move.write(path)
        move.finish()

    def begin_move(self) -> Move:
        """The same in two steps, the first of which may wait for a disk in another thread."""
        return Move(self, self._store.image(), self._store.seq)

    def resend_image(self) -> None:
        """Hand the whole workshop to a keeper whose live copy failed."""
        if self.keeper is not None and self.keeper.wants_image:
            self.keeper.take_image(self._store.image(), self._store.seq)

    def back_up(self) -> None:
        """Take an earlier copy, before much is changed at once."""
        if self.keeper is not None:
            self.keeper.back_up()
        elif self._session.is_begun:
            Backups(self.path).take(self._store.image(), self._store.seq)

    def backups(self) -> list[Backup]:
        """Its earlier copies, the newest first."""
        return Backups(self.path).all()

    def typed(self) -> str:
        """What was half typed when it was open last; "" for nothing."""
        return self._session.typed()

    def keep_typed(self, text: str) -> None:
        """Remember what is half typed."""
        if self.keeper is not None:
            self.keeper.keep_typed(text)

    def close(self) -> None:
        """Let go of it when all is in it; raises the trouble that stands in the way."""
        if self.keeper is not None:
            self.keeper.back_up()
            self._flush()
            self._stop_keeper(self._session.end_for_good)
        else:
            self._session.end()
        self._store.connection.close()

    def leave(self) -> None:
        """Let go of it as it is: what it lacks is safe here, and comes back at the next opening."""
        if self.keeper is not None:
            self._stop_keeper(self._session.end)
        else:
            self._session.end()
        self._store.connection.close()

    def _publish(self) -> None:
        self._session.publish(self._store.image())
        self._saved_seq = self._store.seq
        self._forget_in_copies()
        if self.is_restored:
            self._session.forget_steps()

    def _forget_in_copies(self) -> None:
        """What the keeper does in its own time, for commands: see `DiskWriter.drop_before`."""
        backups, seq = Backups(self.path), self._store.forgotten_at
        if self._session.is_begun and backups.has_before(seq):
            backups.take(self._store.image(), self._store.seq)
            with suppress(OSError):
                backups.drop_before(seq)

    def _flush(self) -> None:
        assert self.keeper is not None
        self.resend_image()
        if not self.keeper.try_all(self.patience):
            raise refusals.NoAnswer(self.path.name)
        trouble = self.keeper.trouble
        if trouble is not None and self.is_ahead:
            raise trouble

    def _start_keeper(self) -> Keeper:
        custody = DiskWriter(self._session, self._store.seq, saved=not self.is_ahead)
        self.keeper = Keeper(custody, self._store.image(), self._store.forgotten_at)
        self._store.keep = self._pass_on
        return self.keeper

    def _stop_keeper(self, end: Callable[[], object]) -> None:
        """Let `end` be its last act; it is not waited for while its disk does not answer."""
        assert self.keeper is not None
        is_silent = self.patience is not None and not self.keeper.has_answered
        log.note("closed", self.path, seq=self._store.seq, saved=self.keeper.saved)
        self.keeper.stop(end, 0.0 if is_silent else self.patience)
        self.keeper.on_progress = lambda: None  # it may go on until its disk answers
        self._saved_seq = self.keeper.saved
        self._store.keep = _nobody
        self.keeper = None

    def _pass_on(self, commit: Commit) -> None:
        assert self.keeper is not None
        self.keeper.keep(commit)
        self.resend_image()

    def put_back(self) -> None:
        """Publish a file that was moved away where it was."""
        self._session.allow_anew()
        self.save()

    def move_to(self, there: Session, seq: int, open_there: OtherHolder | None) -> None:
        """Go on in the file of that session, which has everything up to `seq`."""
        here = self._session
        listener = self.keeper.on_progress if self.keeper else None
        if self.keeper is None:
            here.end_for_good()
        else:
            self._stop_keeper(here.end_for_good)
        self._session, self._open_there = there, open_there
        self._saved_seq, self.is_restored = seq, False
        if listener is not None:
            self._start_keeper().on_progress = listener

    @contextmanager
    def _begun(self, holder: Holder, *, stays: bool = False) -> Iterator[None]:
        """Hold the file; steps of another session on it are put among the earlier copies."""
        if self._session.is_begun:
            yield
            return
        self._session.begin(holder)
        try:
            if stays:
                set_apart(self._session)
            yield
        except BaseException:
            self._session.end()
            raise
        if not stays:
            self._session.end()


class Move:
    """The way into another file: `write` takes as long as its disk does, `finish` none at all."""

    def __init__(self, file: WorkshopFile, image: bytes, seq: int) -> None:
        self._file, self._image, self._seq = file, image, seq
        self._holder = Holder.WINDOW if file.keeper else Holder.COMMAND
        self._there: Session | None = None
        self._open_there: OtherHolder | None = None

    def write(self, path: Path) -> None:
        """Put the workshop there, in any thread; raises a FileRefusal."""
        if path.resolve() == self._file.path:
            return
        there = Session(path)
        there.begin(self._holder)
        try:
            there.publish(self._image)
            if self._holder is Holder.WINDOW:
                self._open_there = there.presence.enter()
        except BaseException:
            there.end()
            raise
        self._there = there

    def finish(self) -> None:
        """Go on there, in the thread that the workshop is used in; raises a FileRefusal."""
        if self._there is None:
            self._file.put_back()
        else:
            self._file.move_to(self._there, self._seq, self._open_there)

    def give_up(self) -> None:
        """Stay where we are; what was written stays there too."""
        if self._there is not None:
            self._there.end()


def _nobody(_commit: Commit) -> None:
    """Nobody keeps the edits of a closed workshop."""
