"""Files that other programs read, written whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from os import getpid
from pathlib import Path
from typing import Literal

from cxworkshop.filenames import beside, real_path


def write_new(path: Path, data: bytes) -> None:
    """Write all of a new file or, on a full disk, nothing; raises OSError."""
    _write(path, "xb", data)


def replace_whole(path: Path, data: bytes) -> None:
    """Put a file in place of what is there, which stays if that fails; raises OSError."""
    target = real_path(path)
    part = beside(target, ".", f".{getpid()}.part")
    _write(part, "wb", data)  # over one that a killed process has left
    try:
        part.replace(target)
    except OSError:
        part.unlink()
        raise


def _write(path: Path, mode: Literal["wb", "xb"], data: bytes) -> None:
    file = path.open(mode)
    try:
        with file:
            file.write(data)
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise
