"""Replace a whole file by another, so that one of them survives a power cut.

Everything of ours reaches the disk in this way, except for the pages of the live copy: the user's
file, a backup, a share copy, a session's notes.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from platform import node

from cxworkshop import paths, private_files
from cxworkshop.blake2 import blake2b
from cxworkshop.filenames import beside, is_folder
from cxworkshop.store import refusals
from cxworkshop.value_object import ValueObject

RETRIES, PAUSE = 10, 0.1  # seconds; Windows only: a virus scanner or sync client has it open


class Fingerprint(ValueObject):
    """Size and hash of a file's contents."""

    size: int
    digest: str

    @classmethod
    def of(cls, data: bytes) -> Fingerprint:
        """The fingerprint of these bytes. Times are left out: on a stick they are 2 s coarse."""
        return cls(len(data), blake2b(data, digest_size=16).hexdigest())


Known = tuple[Fingerprint | None, ...]  # what may be in our file; None: no file
NO_FILE: Known = (None,)
BeforeReplace = Callable[[Known], None]


def publish(
    image: bytes,
    path: Path,
    known: Known,
    before_replace: BeforeReplace | None = None,
) -> Fingerprint:
    """Replace the file by this image, if what it holds is known, and keep its permissions.

    One in the data folder is for this user alone. `before_replace` gets what the file holds and
    what it will hold, once the image is on the disk under another name; an exception in it stops
    the replacing. Raises a FileRefusal, and then the file is as it was or holds the image, never
    anything between.
    """
    temporary = temporary_name(path)
    try:
        mode = _permissions(path)
        is_private = private_files.is_kept_private(path)
        _write_synced(image, temporary, private_files.FILE if is_private else mode)
        was, will = fingerprint(path), Fingerprint.of(image)
        refuse_unknown(was, path, known)
        if before_replace is not None:
            before_replace((was, will))
        _replace(temporary, path)
        sync_folder(path.parent)
    except OSError as error:
        raise refusal_for(error, path, is_new=known == NO_FILE) from None
    finally:
        _remove(temporary)
    return will


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file of our own, whatever it holds, for this user alone. Raises OSError."""
    temporary = path.with_name(f"{path.name}.tmp")
    _write_synced(data, temporary, private_files.FILE)
    private_files.make_way(path)
    _replace(temporary, path)
    sync_folder(path.parent)


def fingerprint(path: Path) -> Fingerprint | None:
    """The fingerprint of what the file holds now; None for no file. Raises OSError."""
    try:
        return Fingerprint.of(path.read_bytes())
    except FileNotFoundError:
        return None


def refuse_unknown(found: Fingerprint | None, path: Path, known: Known) -> None:
    """Raise a FileRefusal when what was found in the file is not known."""
    if found in known:
        return
    if found is None:
        raise refusals.TargetGone(path.name)
    if known == NO_FILE:
        raise refusals.FileIsThere(path.name)
    raise refusals.ChangedElsewhere(path.name)


def temporary_name(path: Path) -> Path:
    """Where an image is written first; one name for each laptop, so a kill leaves one at most.

    Only one program of a laptop publishes to a path (see `session`), so no other has it open.
    """
    laptop = blake2b(f"{node()}\0{paths.data_folder()}".encode(), digest_size=4).hexdigest()
    return beside(path, ".", f".{laptop}.tmp")


def refusal_for(error: OSError, path: Path, *, is_new: bool = False) -> refusals.FileRefusal:
    """The refusal that says what the system's error means.

    A new file can't have been moved, nor be read only.
    """
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return refusals.DiskFull(path.name)
    if not is_folder(path.parent) and not is_new:
        return refusals.TargetGone(path.name)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and not is_new:
        return refusals.ReadOnly(path.name)
    return refusals.CannotWrite(path.name)


def _write_synced(data: bytes, temporary: Path, mode: int | None) -> None:
    """Write the bytes to the disk, with this mode from the beginning, or (None) the usual one."""
    with private_files.create(temporary, 0o666 if mode is None else private_files.FILE) as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(file.fileno(), mode)
        file.write(data)
        file.flush()
        flush_to_disk(file.fileno())


def _permissions(path: Path) -> int | None:
    """The file's permission bits, None for no file; raises PermissionError when it is read only."""
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None
    if not mode & stat.S_IWUSR:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


if sys.platform == "darwin":
    import fcntl

    def flush_to_disk(handle: int) -> None:
        """Flush the drive's cache too: on a Mac fsync does not (Apple's documentation)."""
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)

else:

    def flush_to_disk(handle: int) -> None:
        """Return when the file is on the disk."""
        os.fsync(handle)


def _replace(temporary: Path, path: Path) -> None:
    """Rename over the file; on Windows try again while another program has it open."""
    for _try in range(RETRIES if os.name == "nt" else 0):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(PAUSE)
        else:
            return
    temporary.replace(path)


def make_folder(folder: Path) -> None:
    """Make a folder and its parents so that they survive a power cut. Raises OSError."""
    for made in private_files.make_folder(folder):
        sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """Flush a folder, so that new names in it survive a power cut; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        flush_to_disk(handle)
    finally:
        os.close(handle)


def _remove(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        return  # the stick is gone, and the temporary file with it
