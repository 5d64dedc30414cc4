"""One program at a time: a lock that the system itself frees when its holder is killed."""

from __future__ import annotations

import json
import os
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import IO

from cxworkshop.store.disk.publish import make_folder

PAUSE = 0.02  # seconds between two looks at a lock that somebody else holds


class Holder(StrEnum):
    """Who holds a lock: a window stays for hours, a command is done in a moment."""

    WINDOW = "window"
    COMMAND = "command"


class FileLock:
    """A lock in the program's own folder: nothing of it appears beside the user's file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None

    def take(self, holder: Holder, patience: float = 0.0) -> bool:
        """Take it; waits for a command so many seconds, for a window not at all. Raises OSError."""
        make_folder(self._folder)
        file = (self._folder / "lock").open("a+b")
        last = time.monotonic() + patience
        while not _lock(file):
            if time.monotonic() >= last or self.held_by() is Holder.WINDOW:
                file.close()
                return False
            time.sleep(PAUSE)
        self._file = file
        self._note.write_text(json.dumps({"holder": holder, "pid": os.getpid()}), encoding="utf-8")
        return True

    def free(self) -> None:
        """Let others have it."""
        if self._file is not None:
            self._note.unlink(missing_ok=True)
            self._file.close()  # which is what frees it
            self._file = None

    @property
    def is_taken(self) -> bool:
        """Whether it is ours."""
        return self._file is not None

    def held_by(self) -> Holder | None:
        """What kind of program took it last, for the sentence that refuses another."""
        try:
            return Holder(json.loads(self._note.read_text(encoding="utf-8"))["holder"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    @property
    def _note(self) -> Path:
        return self._folder / "holder.json"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        """From msvcrt's documentation: the region may lie beyond the file's end."""
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
