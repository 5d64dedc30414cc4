"""One program at a time: a lock that the system itself frees when its holder is killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import IO

from cxworkshop import paths


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock of a workshop's file; waits for whoever holds it. Raises OSError.

    The lock lies in the program's own folder, so nothing appears beside the user's file.
    """
    folder = paths.data_folder() / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    name = blake2b(str(path.resolve()).encode("utf-8", "surrogateescape"), digest_size=12)
    with (folder / f"{name.hexdigest()}.lock").open("a+b") as file:
        _lock(file)
        try:
            yield
        finally:
            _unlock(file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        """Tries for ten seconds, then raises OSError (from msvcrt's documentation)."""
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
