"""Going on in another file, in two steps, so that no screen waits for the disk that it is on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.filenames import real_path
from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.presence import OtherHolder
from cxworkshop.store.disk.session import Session

if TYPE_CHECKING:
    from cxworkshop.store.disk.workshop_file import WorkshopFile


class Move:
    """Going on in another file: `write` takes as long as its disk does, `finish` no time."""

    def __init__(self, file: WorkshopFile, image: bytes, seq: int) -> None:
        self._file, self._image, self._seq = file, image, seq
        self._holder = Holder.WINDOW if file.keeper else Holder.COMMAND
        self._new: Session | None = None
        self._open_elsewhere: OtherHolder | None = None

    def write(self, path: Path) -> None:
        """Write the workshop to the new file, in any thread; raises a FileRefusal."""
        if real_path(path) == self._file.path:
            return
        new = Session(path)
        new.begin(self._holder)
        try:
            new.publish(self._image)
            if self._holder is Holder.WINDOW:
                self._open_elsewhere = new.presence.enter()
        except BaseException:
            new.end()
            raise
        self._new = new

    def finish(self) -> None:
        """Go on in the new file, in the thread that uses the workshop; raises a FileRefusal."""
        if self._new is None:
            self._file.put_back()
        else:
            self._file.move_to(self._new, self._seq, self._open_elsewhere)

    def give_up(self) -> None:
        """Stay in the old file; what was written to the new one stays there."""
        if self._new is not None:
            self._new.end()
