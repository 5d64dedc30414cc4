"""Work on one file: its lock, its live copy, and what a killed session left behind.

A session is a folder in the program's data folder: a live copy; `session.json`, which names the
live copy that counts and says what the user's file holds or is about to hold; `typed.json`, the
unfinished input; and a lock.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path

from cxworkshop import paths, private_files
from cxworkshop.blake2 import blake2b
from cxworkshop.filenames import real_path
from cxworkshop.store import refusals
from cxworkshop.store.disk.live_copy import LiveCopy, remove_live_copy
from cxworkshop.store.disk.lock import FileLock, Holder
from cxworkshop.store.disk.presence import Presence
from cxworkshop.store.disk.publish import (
    NO_FILE,
    Fingerprint,
    Known,
    fingerprint,
    make_folder,
    publish,
)
from cxworkshop.store.disk.session_notes import NOTES, SessionNotes, noted_paths, read_notes
from cxworkshop.store.forgetting.copies import NOTE, note_copy
from cxworkshop.value_object import ValueObject

LOCK_TIMEOUT = 20.0  # seconds that one command waits for another
KEPT_NAMES = frozenset({"lock", "holder.json", NOTES, NOTE})  # files without words
MOST_TYPED = 16 * 1024 * 1024  # bytes of unfinished input


class NotesNotWritten(Exception):
    """Our own disk takes no notes of what the user's file is about to hold; the cause says why."""


class TargetState(Enum):
    """What happened to the user's file since the steps in a live copy were made."""

    OURS = "ours"
    CHANGED = "changed"
    GONE = "gone"


class Leftover(ValueObject):
    """What a session that was killed left: its live copy, and the state of the user's file now."""

    image: bytes
    seq: int
    known: Known
    live_copy: Path
    target: TargetState


def folder_of(path: Path, kind: str) -> Path:
    """The folder for this file among the sessions or the backups, by its real path."""
    real = str(real_path(path))
    name = blake2b(real.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    return paths.data_folder() / kind / name


class Session:
    """Work on one file, from `begin` to `end`; `known` is what it may hold and still be ours."""

    def __init__(self, path: Path, known: Known = NO_FILE) -> None:
        self.path = real_path(path)
        self.folder = folder_of(self.path, "sessions")
        self.known = known
        self.presence = Presence(self.path)
        self._live_copy: Path | None = None  # named in our notes
        self._lock = FileLock(self.folder)

    @classmethod
    def in_folder(cls, folder: Path) -> Session | None:
        """The session whose folder this is, if one of the notes there says for which file."""
        found = (path for path in noted_paths(folder) if folder_of(path, "sessions") == folder)
        path = next(found, None)
        return None if path is None else cls(path)

    def begin(self, holder: Holder) -> None:
        """Lock the file; raises OpenElsewhere or BeingChanged while another program has it."""
        try:
            is_ours = self._lock.acquire(holder, LOCK_TIMEOUT)
        except OSError:
            raise refusals.CannotBegin(self.path.name) from None
        self._refuse_unlocked(is_ours=is_ours)

    def begin_without_lock(self, holder: Holder) -> None:
        """Begin where the data folder takes nothing: no other program can lock the file either.

        The lock is taken as soon as it can be.
        """
        self._lock.want(holder)

    def _keep_lock(self) -> None:
        """Take the lock again if its file was removed; raises as `begin` does, and OSError."""
        self._refuse_unlocked(is_ours=self._lock.renew())

    def _refuse_unlocked(self, *, is_ours: bool) -> None:
        if not is_ours:
            by_window = self._lock.holder() is Holder.WINDOW
            refusal = refusals.OpenElsewhere if by_window else refusals.BeingChanged
            raise refusal(self.path.name)

    def leftover(self) -> Leftover | None:
        """What a killed session left here; None when there is nothing that can be read.

        `known` is empty when the notes are lost: then the newest live copy is looked at.
        """
        notes = read_notes(self.folder)
        if notes is None:
            return None
        try:
            with closing(LiveCopy(notes.live_copy)) as copy:
                target = self._target(notes.known)
                return Leftover(copy.image(), copy.seq, notes.known, notes.live_copy, target)
        except (OSError, sqlite3.Error, UnicodeError, OverflowError):  # SQLite quotes what it read
            return None

    def take_over(self, leftover: Leftover) -> None:
        """Go on with a killed session's live copy."""
        self.known, self._live_copy = leftover.known, leftover.live_copy

    def _target(self, known: Known) -> TargetState:
        try:
            found = fingerprint(self.path)
        except OSError:
            return TargetState.GONE
        if found in known:
            return TargetState.OURS
        return TargetState.GONE if found is None else TargetState.CHANGED

    def create_live_copy(self, image: bytes) -> LiveCopy:
        """Make a live copy, which survives a kill. Raises OSError, sqlite3.Error, FileRefusal.

        It gets a name of its own, and the previous one counts until the notes name the new one.
        """
        make_folder(self.folder)
        self._keep_lock()
        note_copy(self.folder, self.path, image)
        before = read_notes(self.folder)
        number = 1 + (before.number if before else 0)
        copy = LiveCopy.create(image, self.folder / f"live-{number}.cxw")
        try:
            SessionNotes(self.known, copy.path).write(self.path)
        except OSError:
            copy.close()
            raise
        self._live_copy = copy.path
        if before is not None:
            with suppress(OSError):
                remove_live_copy(before.live_copy)
        return copy

    def publish(self, image: bytes, *, noted: bool = True) -> None:
        """Write the image to the user's file; raises a FileRefusal.

        What the file is about to hold is noted first, so that it is still known as ours after a
        kill in between; not with `noted=False`, for when our own disk takes no notes. Raises
        NotesNotWritten when it turns out that it takes none.
        """
        with suppress(OSError):  # where no lock can be, nobody else has one
            self._keep_lock()

        def note(known: Known) -> None:
            self.known = known
            if noted and self._live_copy is not None:
                try:
                    SessionNotes(known, self._live_copy).write(self.path)
                except OSError as error:
                    raise NotesNotWritten from error

        will = publish(image, self.path, self.known, note)
        self.known = (will,)

    @property
    def is_file_ours(self) -> bool:
        """Whether the user's file holds what was written or read last."""
        return self._target(self.known) is TargetState.OURS

    def allow_restoring(self) -> None:
        """Let `publish` write a file that was moved away."""
        self.known = (*self.known, None)

    def typed(self) -> str:
        """The unfinished input when the session ended or was killed; "" for none."""
        try:
            return private_files.read(self._typed_file, MOST_TYPED).decode("utf-8")
        except (OSError, UnicodeError):
            return ""

    def keep_typed(self, text: str) -> None:
        """Remember the unfinished input; raises OSError.

        Not synced: it need only outlive the program.
        """
        private_files.write(self._typed_file, text.encode("utf-8", "replace"))

    def discard_steps(self) -> None:
        """Remove the live copy: all its steps are in the user's file, or in another one.

        One that can't be removed does no harm: the next opening finds that the file has its steps.
        """
        self._live_copy = None
        with suppress(OSError):
            self._notes_file.unlink(missing_ok=True)
            for path in self.folder.glob("live-*.cxw"):
                remove_live_copy(path)

    def set_unreadable_aside(self) -> None:
        """Keep a live copy that can't be used under another name, for a rescue. Raises OSError."""
        notes = read_notes(self.folder)
        private_files.make_way(self._notes_file)
        self._notes_file.unlink(missing_ok=True)
        if notes is not None and private_files.is_regular(notes.live_copy):
            name = Fingerprint.of(notes.live_copy.read_bytes()).digest
            notes.live_copy.replace(self.folder / f"unreadable-{name}.cxw")

    @property
    def live_files(self) -> list[Path]:
        """The current live copy and its journal."""
        path = self._live_copy
        return [] if path is None else [path, path.with_name(f"{path.name}-journal")]

    def end(self) -> None:
        """Unlock the file; its live copy stays for the next session."""
        self.presence.leave()
        self._lock.release()

    def end_completely(self) -> None:
        """Unlock the file and remove the live copy: its steps are not needed any more.

        If another program has the lock by now, what is there is its own.
        """
        with suppress(OSError):
            if self._lock.renew():
                self.discard_steps()
        self.end()

    @property
    def is_begun(self) -> bool:
        """Whether the file is locked by us."""
        return self._lock.is_held

    @property
    def has_unsaved_steps(self) -> bool:
        """Whether there is a live copy that counts, of this session or of a killed one."""
        return read_notes(self.folder) is not None

    @property
    def _notes_file(self) -> Path:
        return self.folder / NOTES

    @property
    def _typed_file(self) -> Path:
        return self.folder / "typed.json"
