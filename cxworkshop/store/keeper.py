"""Who carries finished edits to the disk, so that no rule and no screen ever waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from cxworkshop.errors import Refusal
from cxworkshop.store.file import Fingerprint, publish
from cxworkshop.store.journal import Commit


class Keeper(Protocol):
    """The seam between the store and the disk.

    `saved` is the `seq` of the newest edit that is safe there; `trouble` says why it is not
    newer. `heard` is called from the keeper's own thread whenever one of them has changed.
    """

    saved: int
    trouble: Refusal | None
    heard: Callable[[], None]

    def keep(self, commit: Commit) -> None:
        """Take over one finished edit; returns at once."""
        ...

    def close(self) -> None:
        """Come back when everything that was taken over is safe, or in trouble."""
        ...


class Publisher:
    """Publishes the whole image after each edit, in a thread of its own.

    When edits come faster than the disk, only the newest image is written: it holds the others.
    """

    def __init__(
        self, image: Callable[[], bytes], path: Path, expected: Fingerprint | None, saved: int
    ) -> None:
        self.saved = saved
        self.trouble: Refusal | None = None
        self.heard: Callable[[], None] = lambda: None
        self._image, self._path, self._expected = image, path, expected
        self._newest: tuple[int, bytes] | None = None
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeper")

    def keep(self, commit: Commit) -> None:
        """Take the image now, write it when the disk is free."""
        image = self._image()
        with self._lock:
            self._newest = (commit.seq, image)
        self._pool.submit(self._publish)

    def close(self) -> None:
        """Wait for the last image; `trouble` says if it could not be written."""
        self._pool.shutdown(wait=True)

    def _publish(self) -> None:
        with self._lock:
            newest, self._newest = self._newest, None
        if newest is None:
            return
        try:
            self._expected = publish(newest[1], self._path, self._expected)
            self.saved, self.trouble = newest[0], None
        except Refusal as trouble:
            self.trouble = trouble
        self.heard()
