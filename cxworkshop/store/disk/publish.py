"""Putting a whole file in place of another, so that it survives a power cut.

The one way in which anything of ours reaches the disk, the live copy's own pages aside: what the
user's file holds, a backup, a share copy, a session's notes.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from platform import node

from cxworkshop import paths
from cxworkshop.store import refusals

RETRIES, PAUSE = 10, 0.1  # Windows only: a virus scanner or a sync client holds the file


@dataclass(frozen=True)
class Fingerprint:
    """What a file holds, in so few bytes that it can be remembered."""

    size: int
    digest: str

    @classmethod
    def of(cls, data: bytes) -> Fingerprint:
        """Of these bytes. Times are left out: on a stick they are two seconds coarse."""
        return cls(len(data), blake2b(data, digest_size=16).hexdigest())


Known = tuple[Fingerprint | None, ...]  # what a file may be and still be ours; None: not there
THERE_IS_NONE: Known = (None,)
AboutTo = Callable[[Known], None]


def publish(image: bytes, path: Path, known: Known, about_to: AboutTo | None = None) -> Fingerprint:
    """Replace the file by this image as a whole, if it is one of those that we know.

    `about_to` is told what the file is and will be, after the image is down and before it takes
    the file's name; what it raises stops us. Raises a FileRefusal, and then the file is as it was,
    or the image, never anything between.
    """
    beside = name_beside(path)
    try:
        _write_down(image, beside, path)
        was, will = fingerprint(path), Fingerprint.of(image)
        refuse_foreign(was, path, known)
        if about_to is not None:
            about_to((was, will))
        _replace(beside, path)
        sync_folder(path.parent)
    except OSError as error:
        raise why(error, path, is_new=known == THERE_IS_NONE) from None
    finally:
        _drop(beside)
    return will


def write_whole(path: Path, data: bytes) -> None:
    """Put a file of our own in place, whatever was there. Raises OSError."""
    beside = path.with_name(f"{path.name}.tmp")
    _write_down(data, beside, path)
    _replace(beside, path)
    sync_folder(path.parent)


def fingerprint(path: Path) -> Fingerprint | None:
    """What the file holds now; None when it is not there. Raises OSError."""
    try:
        return Fingerprint.of(path.read_bytes())
    except FileNotFoundError:
        return None


def refuse_foreign(found: Fingerprint | None, path: Path, known: Known) -> None:
    """Raises a FileRefusal when the file is none of those that we know."""
    if found in known:
        return
    if found is None:
        raise refusals.TargetGone(path.name)
    if known == THERE_IS_NONE:
        raise refusals.FileIsThere(path.name)
    raise refusals.ChangedElsewhere(path.name)


def name_beside(path: Path) -> Path:
    """Where an image is written first. One name for each laptop, so that a kill leaves one at most.

    Only one program of a laptop publishes to a path (see `session`), so nobody else has it open.
    """
    me = blake2b(f"{node()}\0{paths.data_folder()}".encode(), digest_size=4).hexdigest()
    return path.with_name(f".{path.name}.{me}.tmp")


def why(error: OSError, path: Path, *, is_new: bool = False) -> refusals.FileRefusal:
    """The refusal that says what the system meant; a new file was never anywhere."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return refusals.DiskFull(path.name)
    if not path.parent.is_dir() and not is_new:
        return refusals.TargetGone(path.name)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return refusals.ReadOnly(path.name)
    return refusals.CannotWrite(path.name)


def _write_down(data: bytes, beside: Path, path: Path) -> None:
    """The bytes on the disk, under another name and with the rights of the file to replace."""
    beside.unlink(missing_ok=True)
    with beside.open("xb") as file:
        rights = _rights(path)
        if rights is not None and hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), rights)
        file.write(data)
        file.flush()
        flush_to_disk(file.fileno())


def _rights(path: Path) -> int | None:
    """Those of the file; raises PermissionError where its owner wants it left as it is."""
    try:
        rights = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None
    if not rights & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return rights


if sys.platform == "darwin":
    import fcntl

    def flush_to_disk(handle: int) -> None:
        """On a Mac fsync stops at the drive's own cache (from Apple's documentation)."""
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)

else:

    def flush_to_disk(handle: int) -> None:
        """Come back when the file is on the disk."""
        os.fsync(handle)


def _replace(beside: Path, path: Path) -> None:
    """Rename over the file; Windows is asked again while somebody else has it open."""
    for _try in range(RETRIES if os.name == "nt" else 0):
        try:
            beside.replace(path)
        except PermissionError:
            time.sleep(PAUSE)
        else:
            return
    beside.replace(path)


def make_folder(folder: Path) -> None:
    """A folder, and those above it, that are still there after a power cut. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """A new name is only sure once its folder is written too; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        flush_to_disk(handle)
    finally:
        os.close(handle)


def _drop(beside: Path) -> None:
    try:
        beside.unlink(missing_ok=True)
    except OSError:
        return  # the stick is gone, and with it this
