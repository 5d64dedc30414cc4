"""Earlier copies of a file, in the program's own folder: no slip and no cloud client reach them.

They are ordered by `seq` and not by time: a laptop's clock may be set back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from cxworkshop import private_files
from cxworkshop.filenames import real_path
from cxworkshop.store.disk import file
from cxworkshop.store.disk.publish import NO_FILE, make_folder, publish
from cxworkshop.store.disk.session import folder_of
from cxworkshop.store.forgetting.copies import note_copy
from cxworkshop.store.refusals import FileRefusal
from cxworkshop.value_object import ValueObject

LAST, DAYS = 20, 14  # kept: the newest 20, and one a day for 14 days
EVERY = timedelta(minutes=10)
MOST_BYTES = 200 * 1024 * 1024

_NAME = re.compile(r"(\d{12})-(\d{8}-\d{6})(?:-\d+)?\.cxw")
_WHEN = "%Y%m%d-%H%M%S"


class Backup(ValueObject):
    """One earlier copy: the `seq` of its last commit, and when it was taken (in local time)."""

    path: Path
    seq: int
    taken: datetime
    size: int


class Backups:
    """The earlier copies of one file."""

    def __init__(self, path: Path) -> None:
        self._path, self.folder = path.resolve(), folder_of(path, "backups")

    def all(self) -> list[Backup]:
        """All copies, the newest first."""
        found = [copy for path in self._files() if (copy := _backup_at(path)) is not None]
        return sorted(found, key=lambda copy: (copy.seq, copy.taken), reverse=True)

    def take(self, image: bytes, seq: int, now: datetime | None = None) -> Path | None:
        """Take a copy; None when there is the same one already, or when it can't be written.

        A copy that can't be taken is no reason to interrupt anybody's work.
        """
        same_seq = [copy for copy in self.all() if copy.seq == seq]
        if any(copy.size == len(image) and copy.path.read_bytes() == image for copy in same_seq):
            return None
        try:
            make_folder(self.folder)
            note_copy(self.folder, self._path, image)
            path = self._free_name(seq, now or datetime.now())  # noqa: DTZ005 - the room's own time
            publish(image, path, NO_FILE)
            self._prune(path)
        except (OSError, FileRefusal):
            return None
        return path

    def is_due(self, now: datetime | None = None) -> bool:
        """Whether the newest copy is older than `EVERY`, or of a time that is yet to come.

        An hour comes twice in autumn, and a clock is set back: older copies may be of any time.
        """
        now = now or datetime.now()  # noqa: DTZ005 - the room's own time
        return all(abs(now - copy.taken) >= EVERY for copy in self.all()[:1])

    def _free_name(self, seq: int, now: datetime) -> Path:
        name, number = f"{seq:012}-{now.strftime(_WHEN)}", 1
        path = self.folder / f"{name}.cxw"
        while path.exists():
            number += 1
            path = self.folder / f"{name}-{number}.cxw"
        return path

    def _prune(self, newest: Path) -> None:
        copies = [copy for copy in self.all() if copy.path != newest]
        kept = list(copies[: LAST - 1])
        days = {copy.taken.date() for copy in kept}
        for copy in copies[LAST - 1 :]:
            if copy.taken.date() not in days and len(days) < DAYS:
                days.add(copy.taken.date())
                kept.append(copy)
        room = MOST_BYTES - newest.stat().st_size
        for copy in copies:
            room -= copy.size if copy in kept else 0
            if copy not in kept or room < 0:
                copy.path.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        with suppress(OSError):
            yield from self.folder.glob("*.cxw")


def restore_backup(copy: Backup, to: Path) -> None:
    """Write an earlier copy to a new file; raises a FileRefusal, such as FileIsThere."""
    data = file.read(copy.path)
    file.load(data, copy.path.name).close()
    publish(data, real_path(to), NO_FILE)


def _backup_at(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None or not private_files.is_regular(path):
        return None
    try:
        taken = datetime.strptime(named[2], _WHEN)  # noqa: DTZ007 - the room's own time
        return Backup(path, int(named[1]), taken, path.stat().st_size)
    except (OSError, ValueError):
        return None
