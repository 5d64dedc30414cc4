"""Working on one file: who may, what of it is safe here already, and what a kill left behind.

A session lies in the program's own folder: a live copy; `session.json`, which names the live copy
that counts and says what the user's file is or is about to be; `typed.json`, what was half typed;
and a lock.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from enum import Enum
from hashlib import blake2b
from pathlib import Path

from cxworkshop import paths
from cxworkshop.store import refusals
from cxworkshop.store.disk import live_copy as live
from cxworkshop.store.disk.live_copy import LiveCopy
from cxworkshop.store.disk.lock import FileLock, Holder
from cxworkshop.store.disk.presence import Presence
from cxworkshop.store.disk.publish import (
    THERE_IS_NONE,
    Fingerprint,
    Known,
    fingerprint,
    publish,
    write_whole,
)

PATIENCE = 20.0  # seconds that one command waits for another


class TargetState(Enum):
    """What became of the user's file since the steps in a live copy were made."""

    OURS = "ours"
    ELSEWHERE = "elsewhere"
    GONE = "gone"


@dataclass(frozen=True)
class Leftover:
    """What a session that was broken off has, beside the file as it is now."""

    image: bytes
    seq: int
    known: Known
    live: Path
    target: TargetState


@dataclass(frozen=True)
class _Notes:
    known: Known
    live: Path


def place_of(path: Path, kind: str) -> Path:
    """The folder of this file among the sessions or the backups; by its real path."""
    real = str(path.resolve())
    name = blake2b(real.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
    return paths.data_folder() / kind / name


class Session:
    """One file and what we know of it; being worked on from `begin` to `end`."""

    def __init__(self, path: Path, known: Known = THERE_IS_NONE) -> None:
        self.path = path.resolve()
        self.folder = place_of(self.path, "sessions")
        self.known = known
        self.presence = Presence(self.path)
        self._live: Path | None = None  # the one that is ours to speak of in the notes
        self._lock = FileLock(self.folder)

    def begin(self, holder: Holder) -> None:
        """Take the file for us; raises OpenElsewhere or BeingChanged while somebody has it."""
        try:
            taken = self._lock.take(holder, PATIENCE)
        except OSError:
            raise refusals.CannotBegin(self.path.name) from None
        if not taken:
            by_window = self._lock.held_by() is Holder.WINDOW
            refusal = refusals.OpenElsewhere if by_window else refusals.BeingChanged
            raise refusal(self.path.name)

    def leftover(self) -> Leftover | None:
        """What was broken off here, if anything was that can be read."""
        notes = self._noted()
        if notes is None:
            return None
        try:
            with closing(LiveCopy(notes.live)) as kept:
                target = self._target(notes.known)
                return Leftover(kept.image(), kept.seq, notes.known, notes.live, target)
        except (OSError, sqlite3.Error):
            return None

    def take_over(self, left: Leftover) -> None:
        """Go on where it was broken off: its live copy is ours now."""
        self.known, self._live = left.known, left.live

    def _target(self, known: Known) -> TargetState:
        try:
            found = fingerprint(self.path)
        except OSError:
            return TargetState.GONE
        if found in known:
            return TargetState.OURS
        return TargetState.GONE if found is None else TargetState.ELSEWHERE

    def keep(self, image: bytes) -> LiveCopy:
        """Make a live copy; from now on a kill leaves it behind. Raises OSError, sqlite3.Error.

        It gets a name of its own, and the one before counts until the notes name the new one.
        """
        before = self._noted()
        number = int(before.live.stem.removeprefix("live-")) + 1 if before else 1
        made = LiveCopy.made_of(image, self.folder / f"live-{number}.cxw")
        try:
            self._note(self.known, made.path)
        except OSError:
            made.close()
            raise
        self._live = made.path
        if before is not None:
            with suppress(OSError):
                live.remove(before.live)
        return made

    def publish(self, image: bytes, *, noted: bool = True) -> None:
        """Put the image into the user's file; raises a FileRefusal.

        What the file is about to be is noted before it is, so that after a kill between the two
        it is still known as ours; unless our own disk takes no notes (`noted`).
        """

        def about_to(known: Known) -> None:
            self.known = known
            if noted and self._live is not None:
                self._note(known, self._live)

        will = publish(image, self.path, self.known, about_to)
        self.known = (will,)

    def allow_anew(self) -> None:
        """A file that was moved away may be put back where it was."""
        self.known = (*self.known, None)

    def typed(self) -> str:
        """What was half typed when the session ended or was broken off; "" for nothing."""
        try:
            return self._typed.read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            return ""

    def keep_typed(self, text: str) -> None:
        """Remember what is half typed. Not synced: it need only outlive the program."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = self._typed.with_suffix(".tmp")
            beside.write_text(text, encoding="utf-8")
            beside.replace(self._typed)

    def forget_steps(self) -> None:
        """All that the live copy had is in the user's file, or has been put elsewhere.

        What our disk won't remove does no harm: the next opening finds that the file has it.
        """
        self._live = None
        with suppress(OSError):
            self._notes.unlink(missing_ok=True)
            for path in self.folder.glob("live-*.cxw"):
                live.remove(path)

    def put_away(self) -> None:
        """A live copy that can't be used is kept beside, for a rescue. Raises OSError."""
        notes = self._noted()
        self._notes.unlink(missing_ok=True)
        if notes is not None and notes.live.exists():
            name = Fingerprint.of(notes.live.read_bytes()).digest
            notes.live.replace(self.folder / f"unreadable-{name}.cxw")

    def drop_unreadable(self) -> None:
        """What was put away goes too when a customer is forgotten."""
        for path in self.folder.glob("unreadable-*.cxw"):
            with suppress(OSError):
                path.unlink()

    def end(self) -> None:
        """Let others have the file; a live copy that was not put away stays for the next one."""
        self.presence.leave()
        self._lock.free()

    def end_for_good(self) -> None:
        """The same, when nothing of its steps is needed any more."""
        self.forget_steps()
        self.end()

    @property
    def is_begun(self) -> bool:
        """Whether the file is ours to write."""
        return self._lock.is_taken

    @property
    def has_steps(self) -> bool:
        """Whether there is a live copy that counts: of this session, or of one broken off."""
        return self._notes.exists()

    @property
    def _notes(self) -> Path:
        return self.folder / "session.json"

    @property
    def _typed(self) -> Path:
        return self.folder / "typed.json"

    def _noted(self) -> _Notes | None:
        try:
            notes = json.loads(self._notes.read_text(encoding="utf-8"))
            known = tuple(entry and Fingerprint(**entry) for entry in notes["known"])
            live_path = self.folder / Path(str(notes["live"])).name
            int(live_path.stem.removeprefix("live-"))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return _Notes(known, live_path)

    def _note(self, known: Known, live_path: Path) -> None:
        entries = [entry and asdict(entry) for entry in known]
        notes = {"path": str(self.path), "live": live_path.name, "known": entries}
        write_whole(self._notes, json.dumps(notes).encode())
