"""A note beside the file that tells other laptops who has it open; it is no lock.

It may be wrong both ways: a cloud folder delivers it late, and a kill leaves it behind.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from platform import node

from cxworkshop import private_files
from cxworkshop.filenames import beside
from cxworkshop.textual import clean
from cxworkshop.value_object import ValueObject

MAX_NOTE = 4096  # bytes; anybody may have written the file
MAX_NAME = 80  # characters of a laptop’s name


class OtherHolder(ValueObject):
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
            note = private_files.read_json(self._path, MAX_NOTE)
            since = datetime.fromtimestamp(int(note["since"]))  # noqa: DTZ006 - the room's own time
            laptop = _one_line(note["host"])
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return None
        return None if laptop in ("", _one_line(node())) else OtherHolder(laptop, since)

    def enter(self) -> OtherHolder | None:
        """Leave our note, and return None; or return whoever has it open already.

        No note is left where nothing can be written.
        """
        other = self.other_holder()
        if other is not None:
            return other
        note = {"host": node(), "pid": os.getpid(), "since": int(time.time())}
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        with suppress(OSError):
            with private_files.create(temporary, self._mode) as file:
                file.write(json.dumps(note).encode())
            temporary.replace(self._path)  # a link there is replaced, never followed
            self._is_ours = True
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        return None

    @property
    def _mode(self) -> int:
        """Other laptops have to read it, unless it is in the program's own folder."""
        return private_files.FILE if private_files.is_kept_private(self._path) else 0o666

    def leave(self) -> None:
        if self._is_ours and self.other_holder() is None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._is_ours = False


def _one_line(host: object) -> str:
    """A laptop's name as it can be shown: anybody may have written it."""
    if not isinstance(host, str):
        raise TypeError
    return " ".join(clean(host[:MAX_NAME]).split())
