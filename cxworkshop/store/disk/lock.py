"""One program at a time: a lock that the system releases when its holder is killed."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import IO

from cxworkshop import private_files
from cxworkshop.store.disk.publish import make_folder

PAUSE = 0.02  # seconds between two tries
# Not on Windows: O_NONBLOCK and O_NOFOLLOW, for a pipe or a link where the file should be.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


class Holder(StrEnum):
    """What holds a lock: a window for hours, a command for a moment."""

    WINDOW = "window"
    COMMAND = "command"


class FileLock:
    """A lock in the program's own data folder; nothing of it lies beside the user's file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._kind = Holder.COMMAND
        self._is_wanted = False  # by somebody who works without it

    def acquire(self, holder: Holder, timeout: float = 0.0) -> bool:
        """Take the lock; False when somebody else holds it. Raises OSError.

        Waits `timeout` seconds for a command, and not at all for a window.
        """
        make_folder(self._folder)
        deadline = time.monotonic() + timeout
        while (file := self._try()) is None:
            if time.monotonic() >= deadline or self.holder() is Holder.WINDOW:
                return False
            time.sleep(PAUSE)
        self._file, self._kind = file, holder
        note = {"holder": holder, "pid": os.getpid()}
        with suppress(OSError):  # it only words a refusal
            private_files.write(self._holder_file, json.dumps(note).encode())
        return True

    def want(self, holder: Holder) -> None:
        """Let `renew` take the lock, where nobody can take one now."""
        self._kind, self._is_wanted = holder, True

    def renew(self) -> bool:
        """Take the lock again if its file was removed; False when somebody else holds the new one.

        Raises OSError.
        """
        if self._file is None:
            return not self._is_wanted or self.acquire(self._kind)
        if self._is_in_place(self._file):
            return True
        lost, self._file = self._file, None
        try:
            return self.acquire(self._kind)
        finally:
            if self._file is None:
                self._file = lost
            else:
                lost.close()

    def _try(self) -> IO[bytes] | None:
        """Lock the file that is at its path now; None when somebody else has it."""
        private_files.make_way(self._lock_file)  # a lock that is held is a file
        file = os.fdopen(os.open(self._lock_file, _FLAGS, private_files.FILE), "r+b")
        if _lock(file) and self._is_in_place(file):
            return file
        file.close()
        return None

    def _is_in_place(self, file: IO[bytes]) -> bool:
        """Whether it is still the file at its path: another one there can be locked by others."""
        try:
            there = self._lock_file.stat()
        except OSError:
            return False
        return os.path.samestat(there, os.fstat(file.fileno()))

    def release(self) -> None:
        self._is_wanted = False
        if self._file is not None:
            if self._is_in_place(self._file):  # else it is another program's note
                with suppress(OSError):
                    self._holder_file.unlink(missing_ok=True)
            self._file.close()  # this releases the lock
            self._file = None

    @property
    def is_held(self) -> bool:
        """Whether this program holds it."""
        return self._file is not None

    def holder(self) -> Holder | None:
        """What kind of program took it last, for the sentence that refuses another."""
        try:
            return Holder(private_files.read_json(self._holder_file)["holder"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    @property
    def _lock_file(self) -> Path:
        return self._folder / "lock"

    @property
    def _holder_file(self) -> Path:
        return self._folder / "holder.json"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        """The locked region may lie beyond the end of the file (msvcrt's documentation)."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
