"""One program at a time: a lock that the system releases when its holder is killed."""

from __future__ import annotations

import json
import os
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import IO

from cxworkshop.store.disk.publish import make_folder

PAUSE = 0.02  # seconds between two tries


class Holder(StrEnum):
    """What holds a lock: a window for hours, a command for a moment."""

    WINDOW = "window"
    COMMAND = "command"


class FileLock:
    """A lock in the program's own data folder; nothing of it lies beside the user's file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def acquire(self, holder: Holder, timeout: float = 0.0) -> bool:
        """Take the lock; False when somebody else holds it. Raises OSError.

        Waits `timeout` seconds for a command, and not at all for a window.
        """
        make_folder(self._folder)
        file = (self._folder / "lock").open("a+b")
        deadline = time.monotonic() + timeout
        while not _lock(file):
            if time.monotonic() >= deadline or self.holder() is Holder.WINDOW:
                file.close()
                return False
            time.sleep(PAUSE)
        self._file = file
        note = {"holder": holder, "pid": os.getpid()}
        self._holder_file.write_text(json.dumps(note), encoding="utf-8")
        return True

    def release(self) -> None:
        if self._file is not None:
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
            return Holder(json.loads(self._holder_file.read_text(encoding="utf-8"))["holder"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

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
