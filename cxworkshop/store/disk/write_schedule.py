"""When the keeper may write and publish: a large file is not written at every edit."""

from __future__ import annotations

from cxworkshop.store.disk.backups import EVERY

SMALL = 2 * 1024 * 1024  # bytes: up to here each edit is published at once
QUIET, LATEST = 2.0, 10.0  # seconds after the last edit and after the first, beyond that size
RETRY = 3.0  # seconds until what failed is tried again: somebody may put the stick back
BACKUP_EVERY = EVERY.total_seconds()


class WriteSchedule:
    """Times are seconds of a monotonic clock; `size` is that of the last image in bytes."""

    def __init__(self, now: float) -> None:
        self.size = 0
        self._first_edit: float | None = None  # of those that are not published
        self._last_edit = now
        self._write_from = self._publish_from = now
        self._may_retry = True
        self._backed_up = now

    def edited(self, now: float) -> None:
        """Note that an edit is in the live copy, and not in the user's file."""
        self._last_edit = self._write_from = now
        self._first_edit = now if self._first_edit is None else self._first_edit

    def write_failed(self, now: float) -> None:
        """Note that the live copy could not be written."""
        self._write_from = now + RETRY

    def publish_failed(self, now: float, *, again: bool) -> None:
        """Note that the user's file could not be written; without `again` it waits for a person."""
        self._publish_from, self._may_retry = now + RETRY, again

    def published(self) -> None:
        """Note that everything is in the user's file."""
        self._first_edit, self._may_retry = None, True

    def backed_up(self, now: float) -> None:
        """Note that an earlier copy was taken."""
        self._backed_up = now

    def may_write(self, now: float) -> bool:
        """Whether to try the live copy now."""
        return now >= self._write_from

    def may_publish(self, now: float) -> bool:
        """Whether to try the user's file now."""
        return self._may_retry and now >= self._publish_at()

    def backup_due(self, now: float) -> bool:
        """Whether to take an earlier copy now."""
        return now >= self._backed_up + BACKUP_EVERY

    def wait(
        self, now: float, *, writing: bool, publishing: bool, again: bool = False
    ) -> float | None:
        """Seconds until what is pending may be tried; None when nothing is.

        `again` asks for another look in any case: while the live copy alone has the newest steps,
        somebody has to see whether it is there.
        """
        moments = [self._write_from] if writing else []
        if again:
            moments.append(now + RETRY)
        if publishing and self._may_retry:
            moments.append(self._publish_at())
        return max(0.0, min(moments) - now) if moments else None

    def _publish_at(self) -> float:
        if self._first_edit is None or self.size <= SMALL:
            return self._publish_from
        return max(self._publish_from, min(self._last_edit + QUIET, self._first_edit + LATEST))
