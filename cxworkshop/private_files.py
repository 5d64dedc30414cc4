"""Small files of the program's own: for this user alone, and read as if anybody had written them.

On Windows the user's profile keeps others out by its access lists, and modes say nothing.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from cxworkshop import paths

FILE, FOLDER = 0o600, 0o700  # modes
MOST_BYTES = 1024 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO

# None of them exists on Windows. A pipe or a device must not block, a link must not lead away.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_BYTES = getattr(os, "O_BINARY", 0)


def is_regular(path: Path) -> bool:
    """Whether a file is there, and no folder, pipe, device or link."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def read(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read a whole file without ever waiting; raises OSError, also when it has more bytes."""
    if not is_regular(path):  # opening a device may already do something
        raise FileNotFoundError(path.name)
    handle = os.open(path, _READ | _BYTES)
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > most:
            raise OSError(path.name)
        return file.read(most)


def read_json(path: Path, most: int = MOST_BYTES) -> Any:
    """Read what `json` understands; raises OSError or ValueError."""
    try:
        return json.loads(read(path, most))
    except RecursionError:  # a thousand brackets
        raise ValueError(path.name) from None


def write(path: Path, data: bytes) -> None:
    """Replace a file that need not outlive a power cut; raises OSError."""
    make_folder(path.parent)
    temporary = path.with_name(f"{path.name}.tmp")
    with create(temporary) as file:
        file.write(data)
    make_way(path)
    temporary.replace(path)


def create(path: Path, mode: int = FILE) -> Any:
    """Open a new file for writing, in place of any other; raises OSError.

    The umask takes its part of the mode, as always.
    """
    make_way(path)
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, _CREATE | _BYTES, mode), "wb")


def is_kept_private(path: Path) -> bool:
    """Whether a file there is in the data folder, as the worked example is."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(paths.data_folder()))


def make_way(path: Path) -> None:
    """Take away what is no file where one of ours should be; a folder is kept under another name.

    A file there stays, and this user may read and write it. Raises OSError.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        path.rename(path.with_name(f"{path.name}.{os.urandom(4).hex()}.aside"))
    elif not stat.S_ISREG(mode):
        path.unlink()
    elif mode & FILE != FILE:
        path.chmod(FILE)


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and its parents, the data folder and those in it for this user alone.

    Returns the folders that were made, the outermost first. Raises OSError.
    """
    if folder.is_dir():
        return []
    made = make_folder(folder.parent)
    ours = folder.is_relative_to(paths.data_folder())
    with suppress(FileExistsError):
        folder.mkdir(FOLDER if ours else 0o777)
        if ours:
            folder.chmod(FOLDER)  # a umask may have taken the user's own rights
        return [*made, folder]
    return made


def keep_others_out() -> None:
    """Take others' rights to the data folder and all in it, if an older program left them some."""
    folder = paths.data_folder()
    try:
        if os.name == "nt" or not stat.S_IMODE(folder.stat().st_mode) & _OTHERS:
            return
        for path in [folder, *folder.rglob("*")]:
            with suppress(OSError):
                _take_from_others(path)
    except OSError:
        return  # none is there yet, or the disk knows no modes


def _take_from_others(path: Path) -> None:
    mode = path.lstat().st_mode
    if not stat.S_ISLNK(mode) and stat.S_IMODE(mode) & _OTHERS:
        path.chmod(stat.S_IMODE(mode) & ~_OTHERS)
