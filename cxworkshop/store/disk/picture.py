"""Read a picture that somebody chose, whatever lies at its path."""

from __future__ import annotations

import stat
from pathlib import Path

from cxworkshop.errors import BadWords
from cxworkshop.store.refusals import CannotRead, NoSuchFile


def bytes_of_picture(path: Path, most: int, too_large: BadWords) -> bytes:
    """All of a file of at most so many bytes; raises `too_large`, NoSuchFile or CannotRead."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise CannotRead(path.name)  # opening a device may already do something
        if about.st_size > most:
            raise too_large
        return path.read_bytes()
    except FileNotFoundError:
        raise NoSuchFile(path.name) from None
    except OSError:
        raise CannotRead(path.name) from None
