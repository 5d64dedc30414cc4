"""A note beside the file that says who has it open: information for another laptop, never a lock.

It may be wrong both ways: a cloud folder brings it late, and a kill leaves it behind.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from platform import node

MAX_NOTE = 4096  # bytes; anybody could have put anything there


@dataclass(frozen=True)
class OtherHolder:
    """Another laptop that says it has the file open, and since when (in local time)."""

    laptop: str
    since: datetime


class Presence:
    """Our own note beside a file, and those of others."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f".~{path.name}.open")
        self._is_ours = False

    def others(self) -> OtherHolder | None:
        """Whoever else says that they have it open."""
        try:
            with self._path.open("rb") as file:
                note = json.loads(file.read(MAX_NOTE))
            laptop, since = str(note["host"])[:80], datetime.fromtimestamp(int(note["since"]))  # noqa: DTZ006 - the room's own time
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return None
        return None if laptop == node() else OtherHolder(laptop, since)

    def enter(self) -> OtherHolder | None:
        """Say that we have it open, unless another does, or nothing can be written there."""
        there = self.others()
        if there is not None:
            return there
        note = {"host": node(), "pid": os.getpid(), "since": int(time.time())}
        with suppress(OSError):
            self._path.write_text(json.dumps(note), encoding="utf-8")
            self._is_ours = True
        return None

    def leave(self) -> None:
        """Take our note away again."""
        if self._is_ours and self.others() is None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._is_ours = False
