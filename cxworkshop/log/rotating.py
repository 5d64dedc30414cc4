"""The log's file: small, rotated, readable by its owner alone. Imported with the first entry."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from cxworkshop import private_files
from cxworkshop.compat import override

SIZE, OLDER = 256 * 1024, 3  # bytes of a file, and how many older ones are kept
# Not on Windows: O_NONBLOCK and O_NOFOLLOW, for a pipe or a link that has just come there.
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT
_APPEND |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)

_logger = logging.getLogger("cxworkshop")
_logger.setLevel(logging.INFO)
_logger.propagate = False  # other handlers may print to a terminal or send things away


class LogFile(RotatingFileHandler):
    """Never raises and never prints: `has_failed` says that an entry was lost."""

    def __init__(self, path: Path) -> None:
        private_files.make_folder(path.parent)
        super().__init__(path, maxBytes=SIZE, backupCount=OLDER, encoding="utf-8", delay=True)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
        self.has_failed = False

    @override
    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        private_files.make_way(path)
        if path.exists() and path.stat().st_nlink > 1:
            path.unlink()  # it is somebody else's file as well
        handle = os.open(path, _APPEND, private_files.FILE)
        return os.fdopen(handle, "a", encoding="utf-8")

    @override
    def doRollover(self) -> None:
        """Rotate; on Windows this fails while another program of ours writes, and waits."""
        with suppress(OSError):  # the entry goes into the file that is there
            super().doRollover()

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk must not be the next failure."""
        self.has_failed = True


def write(path: Path, level: int, text: str, about: Callable[[], str]) -> bool:
    """Add an entry, behind a line about this program when it is the first; False if it is lost."""
    there = _file_at(path, about)
    there.has_failed = False
    _logger.log(level, "%s", text)
    return not there.has_failed


def _file_at(path: Path, about: Callable[[], str]) -> LogFile:
    there = next((h for h in _logger.handlers if isinstance(h, LogFile)), None)
    same = there is not None and there.baseFilename == os.path.abspath(path)  # noqa: PTH100 - logging's
    if there is not None and same and private_files.is_regular(path):  # else its folder was removed
        return there
    if there is not None:
        _logger.removeHandler(there)
        there.close()
    made = LogFile(path)
    _logger.addHandler(made)
    _logger.info("%s", about())
    return made
