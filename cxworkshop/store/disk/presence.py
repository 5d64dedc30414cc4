"""A note beside the file that tells other laptops who has it open; it is no lock.

It may be wrong both ways: a cloud folder delivers it late, and a kill leaves it behind.
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

from cxworkshop.filenames import beside

MAX_NOTE = 4096  # bytes; anybody may have written the file


@dataclass(frozen=True)
class OtherHolder:
    """Another laptop that says it has the file open, and since when (in local time)."""

    laptop: str
    since: datetime


class Presence:
    """Our own note beside a file, and those of others."""

    def __init__(self, path: Path) -> None:
        self._path = beside(path, ".~", ".open")
        self._is_ours = False

    def other_holder(self) -> OtherHolder | None:
        """Another laptop whose note says that it has the file open."""
        try:
            with self._path.open("rb") as file:
                note = json.loads(file.read(MAX_NOTE))
            laptop, since = str(note["host"])[:80], datetime.fromtimestamp(int(note["since"]))  # noqa: DTZ006 - the room's own time
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return None
        return None if laptop == node() else OtherHolder(laptop, since)

    def enter(self) -> OtherHolder | None:
        """Leave our note, and return None; or return whoever has it open already.

        No note is left where nothing can be written.
        """
        other = self.other_holder()
        if other is not None:
            return other
        note = {"host": node(), "pid": os.getpid(), "since": int(time.time())}
        with suppress(OSError):
            self._path.write_text(json.dumps(note), encoding="utf-8")
            self._is_ours = True
        return None

    def leave(self) -> None:
        if self._is_ours and self.other_holder() is None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._is_ours = False
