"""Reading one recent file for the start page, without waiting for a disk that does not answer."""

from __future__ import annotations

import time
from datetime import date
from functools import partial
from pathlib import Path

from cxworkshop.filenames import shown, title_of
from cxworkshop.i18n import _
from ui.start.file_summary import FileSummary, file_summary
from ui.window.disk_task import DiskTask

CHECK = 0.05  # seconds that each look may take: most files are read by then
PATIENCE = 5.0  # seconds until the page goes on, and shows it when it is read


class FileReading:
    """Starts at once, in a thread of its own."""

    def __init__(self, path: Path, today: date | None) -> None:
        self.path, self._begun = path, time.monotonic()
        self._task = DiskTask(partial(file_summary, path, today))

    @property
    def is_over(self) -> bool:
        """Whether it was read, or is waited for no longer; takes up to CHECK seconds."""
        return self._task.wait(CHECK) or time.monotonic() > self._begun + PATIENCE

    @property
    def is_done(self) -> bool:
        """Whether it was read."""
        return self._task.is_done

    def summary(self) -> FileSummary:
        """What is known about the file so far."""
        if self.is_done:
            return self._task.result()
        text = _("Its disk has not answered for a while: {folder}")
        return FileSummary(
            self.path, title_of(self.path), text.format(folder=shown(self.path.parent))
        )
