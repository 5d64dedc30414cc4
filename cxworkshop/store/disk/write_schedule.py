"""When the keeper may do what: a large file is not written for every word that somebody types."""

from __future__ import annotations

from cxworkshop.store.disk.backups import EVERY

SMALL = 2 * 1024 * 1024  # bytes: up to here each edit is published at once
QUIET, LATEST = 2.0, 10.0  # seconds after the last edit and after the first, beyond that size
AGAIN = 3.0  # seconds until what failed is tried again: a stick comes back
BACKUP_EVERY = EVERY.total_seconds()


class WriteSchedule:
    """Moments, in seconds of a clock that never goes back; `size` is that of the last image."""

    def __init__(self, now: float) -> None:
        self.size = 0
        self._first: float | None = None  # edit that is not published
        self._last = now
        self._write_from = self._publish_from = now
        self._may_try_again = True
        self._backed_up = now

    def edited(self, now: float) -> None:
        """An edit is in the live copy, and not in the user's file."""
        self._last = now
        self._first = now if self._first is None else self._first

    def write_failed(self, now: float) -> None:
        """The live copy took nothing."""
        self._write_from = now + AGAIN

    def publish_failed(self, now: float, *, again: bool) -> None:
        """The user's file took nothing; without `again` it waits for a person."""
        self._publish_from, self._may_try_again = now + AGAIN, again

    def published(self) -> None:
        """Nothing waits."""
        self._first, self._may_try_again = None, True

    def backed_up(self, now: float) -> None:
        """There is an earlier copy."""
        self._backed_up = now

    def may_write(self, now: float) -> bool:
        """Whether the live copy may be tried."""
        return now >= self._write_from

    def may_publish(self, now: float) -> bool:
        """Whether the user's file may be tried."""
        return self._may_try_again and now >= self._publish_at()

    def backup_due(self, now: float) -> bool:
        """Whether the last earlier copy is old."""
        return now >= self._backed_up + BACKUP_EVERY

    def wait(self, now: float, *, writing: bool, publishing: bool) -> float | None:
        """Seconds until one of the two may be tried; None when neither waits for a clock."""
        moments = [self._write_from] if writing else []
        if publishing and self._may_try_again:
            moments.append(self._publish_at())
        return max(0.0, min(moments) - now) if moments else None

    def _publish_at(self) -> float:
        if self._first is None or self.size <= SMALL:
            return self._publish_from
        return max(self._publish_from, min(self._last + QUIET, self._first + LATEST))
