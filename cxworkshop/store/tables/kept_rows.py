"""The answer to one question to a table, kept right while rows of it are written.

To ask again for three thousand rows because one was written takes longer than all else that an edit
does.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from cxworkshop.model import Row

R = TypeVar("R", bound=Row)
MOST_STALE = 100  # rows that are asked for again by their ids; with more all are


class KeptRows(Generic[R]):
    """Rows in the order of their kind; `stale` are the ids of those written since."""

    def __init__(self, kind: type[R], rows: Iterable[R]) -> None:
        self._kind = kind
        self.rows = list(rows)
        self.stale: set[str] = set()

    def written(self, row_ids: Sequence[str]) -> bool:
        """Hear that these were written or deleted; False when it is better to ask anew."""
        if len(self.stale) + len(row_ids) > MOST_STALE:
            return False
        self.stale.update(row_ids)
        return True

    def renew(self, found: Iterable[R]) -> None:
        """Take what the question finds among the stale ones in place of what they were."""
        stale, key = self.stale, _order_of(self._kind.order)
        self.rows = [row for row in self.rows if row.id not in stale]
        for row in found:
            insort(self.rows, row, key=key)
        self.stale = set()


@lru_cache(maxsize=256)
def _order_of(columns: str) -> Callable[[Row], Any]:
    """What SQLite's ORDER BY compares of a row: NULL comes first."""
    names = columns.split(", ")

    def key(row: Row) -> Any:
        values = [getattr(row, name) for name in names]
        return [(value is not None, value) for value in values]

    return key
